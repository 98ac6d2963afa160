"""Small slips of the hand in a sentence: spaces, words that stand twice, exclamation marks, too many words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

# Of the 2,300 sentences of the manuals in November 2026, 999 of 1,000 had at most 15 words and 62 letters,
# the longest 17 and 68. A sentence beyond these limits is unlike all others here.
MOST_WORDS, MOST_LETTERS = 20, 80
_DOUBLE_SPACE = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
_BEFORE_MARK = re.compile(r"(?<=[가-힣\w)\]’”%])[ ]+(?=[.,?!](?:\s|$))")
_TWICE = re.compile(r"(?<![^\s(‘“])([가-힣]{1,20})[ \n]+\1(?![가-힣\w-])")
# With a particle or an ending a word is never meant twice; a bare noun may be (빠른정산 정산 기준).
_CLOSED = re.compile("(?:을|를|은|는|의|와|과|에|에서|에게|으로|한|된)$")
_EXCLAIMS = re.compile(r"[!！]+")


@dataclass(frozen=True)
class Slip:
    """start, end: in the text. instead: what is right there, None where only a person can tell."""

    start: int
    end: int
    instead: str | None


def stray_spaces(text: str) -> Iterator[Slip]:
    """Yields runs of spaces inside a sentence and spaces before its marks."""
    for found in _DOUBLE_SPACE.finditer(text):
        yield Slip(found.start(), found.end(), " ")
    for found in _BEFORE_MARK.finditer(text):
        yield Slip(found.start(), found.end(), "")


def doubled_words(text: str, allowed: Set[str]) -> Iterator[Slip]:
    """Yields words that stand twice in a row. allowed: those that rightly do (하나 하나)."""
    for found in _TWICE.finditer(text):
        if found[1] not in allowed:
            yield Slip(found.start(), found.end(), found[1] if _CLOSED.search(found[1]) else None)


def exclamations(text: str) -> Iterator[Slip]:
    """Yields exclamation marks; one that closes a sentence becomes a full stop."""
    for found in _EXCLAIMS.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        closes = "가" <= before <= "힣" and (not after or after.isspace())
        yield Slip(found.start(), found.end(), "." if closes else None)


def is_too_long(text: str) -> bool:
    return len(text) > MOST_LETTERS or len(text.split()) > MOST_WORDS
