"""Repairs of what was typed: a keyboard left in English, one wrong jamo; repair.js is the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sellerhelp.search.jamo import from_keys, is_syllable, jamo
from sellerhelp.search.segmenter import CHUNK, Step, cheapest, price

if TYPE_CHECKING:
    from sellerhelp.search.query import Store

_LATIN = re.compile("[A-Za-z]+")
_LONGEST_WINDOW = 6
_SHORTEST_REPAIR = 4  # jamo
_LONGEST_NAME = 5  # letters of a Latin word that stands next to Korean without a space


def unkeyed(text: str, store: Store) -> str:
    """Turns Latin words that nobody wrote into the Korean that the same keys make. text: with its capitals."""
    return _LATIN.sub(lambda match: _korean(match[0], store), text)


def _korean(word: str, store: Store) -> str:
    if len(word) < 2 or store.has_word(word.lower()):
        return word
    keys = word.lower() if word.isupper() else word  # all capitals: no shift, but a lock
    typed = from_keys(keys)
    if all(map(is_syllable, typed)):
        return typed
    for head, tail in splits(keys):
        if store.has_word(head.lower()) and all(map(is_syllable, from_keys(tail))):
            return head + from_keys(tail)
        if store.has_word(tail.lower()) and all(map(is_syllable, from_keys(head))):
            return from_keys(head) + tail
    return typed if sum(map(is_syllable, typed)) >= 0.6 * len(typed) else word


def splits(keys: str) -> list[tuple[str, str]]:
    """Returns the ways to part a name (kc, id) from the keys of Korean behind or before it: kcdlswmd is kc인증."""
    sizes = range(2, min(_LONGEST_NAME, len(keys) - 2) + 1)
    return [pair for size in sizes for pair in ((keys[:size], keys[size:]), (keys[:-size], keys[-size:]))]


def doubtful_from(run: str, store: Store) -> int | None:
    """Returns the place from which a run looks mistyped: what no chunk covers, or two single syllables in a row."""
    steps = cheapest(run, store.chunk)
    at = 0
    for (surface, words), (after, more) in zip(steps, [*steps[1:], ("", None)], strict=True):
        if words is None or (words and more and len(surface) == len(after) == 1):
            return at if len(run) > 1 else None
        at += len(surface)
    return None


@dataclass(frozen=True)
class Repair:
    """text: a run with one known surface in the place of what looks like it. words: those of it that the lexicon knows."""

    text: str
    words: tuple[str, ...]


def repaired(run: str, first: int, store: Store) -> Repair | None:
    """Returns the repair of a run that costs least: one surface that differs from what was typed by one jamo.

    It reaches over `first`, where the doubt begins: what stands before is known. What
    stands around it is cut as it is. Of equal costs the first surface in order stands.
    """
    least = price(cheapest(run, store.chunk), store.chunk)
    best: tuple[tuple[float, str], Repair] | None = None
    for start, end in _windows(first, len(run)):
        near = _near(run[start:end], store)
        if not near:
            continue
        before, behind = cheapest(run[:start], store.chunk), cheapest(run[end:], store.chunk, after_content=True)
        around = price(before, store.chunk) + price(behind, store.chunk)
        for content, surface, words in near:
            rank = (around + (content + CHUNK), surface)
            if rank[0] < least and (best is None or rank < best[0]):
                known = (*_known(before), *words, *_known(behind))
                best = (rank, Repair(run[:start] + surface + run[end:], known))
    return best[1] if best else None


def _windows(first: int, size: int) -> Iterator[tuple[int, int]]:
    """Returns the pieces of two letters or more that hold the letter at `first`, or begin or end with it."""
    for start in range(max(0, first + 1 - _LONGEST_WINDOW), first + 1):
        for end in range(max(start + 2, first + 1), min(start + _LONGEST_WINDOW, size) + 1):
            yield start, end


def _known(steps: Sequence[Step]) -> list[str]:
    return [word for _, words in steps for word in words or ()]


def _near(window: str, store: Store) -> list[tuple[float, str, tuple[str, ...]]]:
    """Returns the known surfaces that differ by one jamo: cost, surface, words. Short ones are left out, too many look alike."""
    loose = jamo(window)
    found = []
    for surface in _candidates(window, store):
        chunk = store.chunk(surface)
        known = jamo(surface)
        if chunk and chunk.content is not None and len(known) >= _SHORTEST_REPAIR and is_one_off(loose, known):
            found.append((chunk.content, surface, chunk.words))
    return found


def _candidates(window: str, store: Store) -> Sequence[str]:
    both = dict.fromkeys([*store.starting(window[0]), *store.ending(window[-1])])
    return [surface for surface in both if abs(len(surface) - len(window)) <= 1]


def is_one_off(one: str, other: str) -> bool:
    """Says whether two words differ by one jamo: replaced, missing, added, or two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if one[start + 1 :] == other[start + 1 :] or one[start:] == other[start + 1 :] or one[start + 1 :] == other[start:]:
        return True
    swapped = one[start + 1 : start + 2] + one[start : start + 1]
    return swapped == other[start : start + 2] and one[start + 2 :] == other[start + 2 :]
