"""What a seller means by what was typed: words, pairs of letters, repairs and synonyms; query.js is the same."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sellerhelp.search.jamo import FIRST, from_keys, is_syllable, jamo
from sellerhelp.search.segmenter import Chunk, segment
from sellerhelp.search.text import LONGEST_QUERY, bigrams, clean, is_hangul, runs, squeeze

PAIR = 0.5  # what a pair of letters counts beside a word
REPAIRED = 0.9  # what a repaired word counts; the typed one keeps half
DOUBTED = 0.5
_LATIN = re.compile("[a-z]+")
_LOOSE_TAIL = re.compile(r"[ㄱ-ㅎㅏ-ㅣ]+\Z")  # not $: that is also before a last line break, in Python only
_LONGEST_WINDOW = 6
_SHORTEST_REPAIR = 5  # jamo


@dataclass(frozen=True)
class Synonym:
    """surface: as it stands in a squeezed query. targets: what it may mean, each as words. weight: 0 to 1."""

    surface: str
    targets: tuple[tuple[str, ...], ...]
    weight: float


class Store(Protocol):
    """What the index knows; in the browser the answers are loaded before they are asked for."""

    def chunk(self, surface: str) -> Chunk | None: ...
    def has_word(self, word: str) -> bool: ...
    def starting(self, syllable: str) -> Sequence[str]: ...
    def ending(self, syllable: str) -> Sequence[str]: ...
    def synonyms(self, head: str) -> Sequence[Synonym]: ...
    def by_initials(self, consonants: str) -> Sequence[str]: ...


@dataclass
class Plan:
    """words, pairs: term -> weight. choices: (weight, alternatives), of which a document counts the best.

    initials: runs of loose consonants, matched against titles. text: the query after repairs.
    """

    text: str
    words: dict[str, float] = field(default_factory=dict)
    pairs: dict[str, float] = field(default_factory=dict)
    choices: list[tuple[float, tuple[tuple[str, ...], ...]]] = field(default_factory=list)
    initials: list[str] = field(default_factory=list)

    def add_words(self, words: Sequence[str], weight: float) -> None:
        for word in words:
            self.words[word] = self.words.get(word, 0.0) + weight

    def add_pairs(self, text: str, weight: float) -> None:
        for pair in bigrams(text):
            self.pairs[pair] = self.pairs.get(pair, 0.0) + weight


def interpret(query: str, store: Store) -> Plan:
    """Reads a query; whatever was typed, there is a plan."""
    text = unkeyed(clean(query[:LONGEST_QUERY]), store)
    if consonants := loose_consonants(text):
        plan = Plan(text, initials=consonants)
        plan.choices += [(1.0, tuple((word,) for word in store.by_initials(run))) for run in consonants]
        return plan
    # A syllable that is still being typed ends in loose jamo: what stands before it already counts.
    text = _LOOSE_TAIL.sub("", text) or text
    plan = Plan(text)
    plan.add_pairs(text, PAIR)
    for run in runs(text):
        _add_run(plan, run, store)
    for synonym in found_synonyms(text, plan.words, store):
        plan.choices.append((synonym.weight, synonym.targets))
    return plan


def _add_run(plan: Plan, run: str, store: Store) -> None:
    if not is_hangul(run):
        plan.add_words([run], 1.0)
        return
    words = segment(run, store.chunk)
    repair = repaired(run, store) if is_doubtful(run, words, store) else None
    plan.add_words(words, DOUBTED if repair else 1.0)
    if repair:
        window, candidate = repair
        mended = candidate + run[len(window) :]
        known = [word for word in segment(mended, store.chunk) if store.has_word(word)]
        plan.add_words(known, REPAIRED)
        plan.add_pairs(mended, PAIR * REPAIRED)


def unkeyed(text: str, store: Store) -> str:
    """Turns Latin words that nobody wrote into the Korean that the same keys make."""

    def korean(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < 2 or store.has_word(word):
            return word
        typed = from_keys(word)
        return typed if sum(map(is_syllable, typed)) >= 0.6 * len(typed) else word

    return _LATIN.sub(korean, text)


def loose_consonants(text: str) -> list[str]:
    """Returns the runs of a query that is made of first consonants only: ㅂㅅㅂ."""
    found = squeeze(text)
    if not found or any(letter not in FIRST for letter in found):
        return []
    return runs(text)


def is_doubtful(run: str, words: Sequence[str], store: Store) -> bool:
    """Says whether a run looks mistyped: a word that no document has, or nothing but single syllables."""
    if len(run) < 2:
        return False
    unknown = any(not store.has_word(word) for word in words)
    return unknown or (len(run) <= 5 and len(words) > 1 and all(len(word) == 1 for word in words))


def repaired(run: str, store: Store) -> tuple[str, str] | None:
    """Returns the beginning of a run and the known surface that differs from it by one jamo; the longest and commonest.

    Only the beginning: what stands behind it are endings, and repairs there turn
    verbs into other words. Short surfaces are left out, too many look alike.
    """
    best: tuple[tuple[int, float, str], str] | None = None
    for size in range(2, min(_LONGEST_WINDOW, len(run)) + 1):
        window = run[:size]
        loose = jamo(window)
        for surface in dict.fromkeys([*store.starting(window[0]), *store.ending(window[-1])]):
            chunk = store.chunk(surface)
            known = jamo(surface)
            if abs(len(surface) - size) > 1 or len(known) < _SHORTEST_REPAIR or not chunk or chunk.content is None:
                continue
            if is_one_off(loose, known):
                rank = (-len(surface), chunk.content, surface)
                if best is None or rank < best[0]:
                    best = (rank, window)
    return (best[1], best[0][2]) if best else None


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


def found_synonyms(text: str, words: Container[str], store: Store) -> list[Synonym]:
    """Returns the synonyms whose surface stands in the query, longest first at each place, none inside another.

    A surface of one letter has to be a word of its own: 폰 is not in 쿠폰.
    """
    letters = squeeze(text)
    found = []
    at = 0
    while at < len(letters):
        single = store.synonyms(letters[at]) if letters[at] in words else ()
        pair = letters[at : at + 2]
        # At the end a pair is one letter: no word of its own for that.
        heads = [*(store.synonyms(pair) if len(pair) == 2 else ()), *single]
        fitting = [one for one in heads if letters.startswith(one.surface, at)]
        longest = max((len(one.surface) for one in fitting), default=0)
        found += [one for one in fitting if len(one.surface) == longest]
        at += max(longest, 1)
    return found
