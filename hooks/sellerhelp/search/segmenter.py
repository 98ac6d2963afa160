"""Cuts Hangul into the words that carry meaning, by the cheapest path through a lexicon; segmenter.js is the same.

A Viterbi search with two states: content chunks may follow anything, function
chunks (particles, endings) only content. What the lexicon does not know becomes
one word as long as it lasts. Documents and queries are cut by this one rule: a
better analyser on one side only costs more than it gains. Of equal costs the
first stands, and sums are made in one order, so that both languages cut alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sellerhelp.search.text import is_hangul, runs

CHUNK = 1.5  # the cost of each content chunk, so that fewer and longer ones win
UNKNOWN = 14.0  # the cost of a syllable that no chunk covers
LONGEST = 12  # syllables of a chunk
_FAR = 1e9


@dataclass(frozen=True)
class Chunk:
    """content: its cost as a content chunk, or None. words: what it then stands for.

    function: its cost as particles and endings, or None. Costs are -log of the frequency.
    """

    content: float | None
    words: tuple[str, ...]
    function: float | None


Lookup = Callable[[str], Chunk | None]
Step = tuple[str, tuple[str, ...] | None]  # a surface and its words: none for a function chunk, None if unknown


def segment(run: str, lookup: Lookup) -> list[str]:
    """Returns the words of a run of Hangul; lookup: a surface -> its chunk."""
    out: list[str] = []
    unknown = ""
    for surface, words in cheapest(run, lookup):
        if words is None:
            unknown += surface
            continue
        if unknown:
            out.append(unknown)
            unknown = ""
        out += words
    return [*out, unknown] if unknown else out


def cheapest(run: str, lookup: Lookup, after_content: bool = False) -> list[Step]:
    """Returns the cheapest steps through a run; place 2 * i is syllable i after a function chunk, 2 * i + 1 else.

    after_content: a content chunk stands before the run, so that it may begin with endings.
    """
    size = len(run)
    cost = [_FAR] * (2 * size + 2)
    came: list[tuple[int, tuple[str, ...] | None]] = [(0, None)] * (2 * size + 2)
    cost[int(after_content)] = 0.0
    for at in range(size):
        content = 2 * at + 1
        # A content chunk may follow both states: it follows the cheaper one.
        start = content if cost[content] < cost[content - 1] else content - 1
        for end in range(at + 1, min(at + LONGEST, size) + 1):
            chunk = lookup(run[at:end])
            if chunk is None:
                continue
            if chunk.content is not None and (price := cost[start] + (chunk.content + CHUNK)) < cost[2 * end + 1]:
                cost[2 * end + 1], came[2 * end + 1] = price, (start, chunk.words)
            if chunk.function is not None and (price := cost[content] + chunk.function) < cost[2 * end]:
                cost[2 * end], came[2 * end] = price, (content, ())
        if (price := cost[start] + UNKNOWN) < cost[content + 2]:
            cost[content + 2], came[content + 2] = price, (start, None)
    return _way_back(run, cost, came)


def _way_back(run: str, cost: list[float], came: list[tuple[int, tuple[str, ...] | None]]) -> list[Step]:
    place = 2 * len(run) if cost[2 * len(run)] < cost[2 * len(run) + 1] else 2 * len(run) + 1
    steps = []
    while place > 1:
        start, words = came[place]
        steps.append((run[start >> 1 : place >> 1], words))
        place = start
    return steps[::-1]


def price(steps: list[Step], lookup: Lookup) -> float:
    """Returns what steps cost."""
    total = 0.0
    for surface, words in steps:
        chunk = lookup(surface)
        if words is None or chunk is None:
            total += UNKNOWN
        elif words and chunk.content is not None:
            total += chunk.content + CHUNK
        else:
            total += chunk.function or 0.0
    return total


def words(cleaned: str, lookup: Lookup) -> list[str]:
    """Returns the words of a cleaned text: Hangul segmented, other runs as they stand."""
    out: list[str] = []
    for run in runs(cleaned):
        out += segment(run, lookup) if is_hangul(run) else [run]
    return out
