"""Particles that stand twice (상품을를, 판매자에게에게) and the copula in its wrong form (구매자에요, 송장예요)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sellerhelp.particle import attach, is_closed
from sellerhelp.search.lexicon import Morpheme
from sellerhelp.words.language import Language
from sellerhelp.words.traced import LABEL

# Particles of one class: no word takes two of them. The pair is in the order of `attach`.
_CLASSES = [
    ("이", "가", "이/가"),
    ("을", "를", "을/를"),
    ("은", "는", "은/는"),
    ("과", "와", "과/와"),
    ("으로", "로", "으로/로"),
]
_SINGLE = ["의", "도", "에", "에서", "에게", "까지", "부터", "만", "마다", "처럼", "보다"]
_CLASS = {form: pair for *forms, pair in _CLASSES for form in forms} | {form: f"{form}/{form}" for form in _SINGLE}
_SUSPECT = re.compile(
    r"[가-힣A-Za-z\d’”)](?P<twice>이가|가이|가가|이이|[은는]{2}|[을를]{2}|[과와]{2}|(?:으로|로)(?:으로|로)|의의|도도|에에"
    r"|에서에서|에게에게|까지까지|부터부터|만만|마다마다|처럼처럼|보다보다)(?![가-힣])"
)
# No Korean word ends so: here the analyser, who must read something, need not be asked.
_NEVER = re.compile(r"[가-힣A-Za-z\d’”)](?P<twice>을를|를을|은는|는은|는는|를를|으로으로|로으로)(?![가-힣])")
_APART = re.compile(r"(?P<twice>[을를은는] [을를은는])(?=\s)")
# One look for both; most sentences hold neither.
_EITHER = re.compile(re.sub(r"\?P<twice>", "?:", f"{_SUSPECT.pattern}|{_APART.pattern}"))
_COPULA = re.compile(r"[가-힣](?P<wrong>이예요|예요|에요)(?![가-힣])")


@dataclass(frozen=True)
class Slip:
    """start, end: in the sentence. instead: what is right there."""

    start: int
    end: int
    instead: str


def doubled_particles(text: str, language: Language) -> Iterator[Slip]:
    """Yields particles that stand twice; 휴가가, 가을을 and 주의의 are words with one."""
    if not _EITHER.search(text):
        return
    for pattern in (_SUSPECT, _APART):
        for found in pattern.finditer(text):
            start, end = found.span("twice")
            if _NEVER.match(text, found.start()) or _is_pair(language.morphemes(text), start, end):
                yield Slip(start, end, _one_of(text[:start], text[start:end]))


def _is_pair(morphemes: list[Morpheme], start: int, end: int) -> bool:
    """Says whether exactly two particles of one class stand in a stretch."""
    here = [one for one in morphemes if start <= one.start < end]
    return (
        len(here) == 2
        and here[0].start == start
        and all(one.tag.startswith("J") for one in here)
        and _CLASS.get(here[0].form) == _CLASS.get(here[1].form, "")
    )


def _one_of(before: str, twice: str) -> str:
    """Returns the one particle that fits the word before; "" behind a label, whose last letter is not known."""
    form = next(form for form in sorted(_CLASS, key=len, reverse=True) if twice.startswith(form))
    word = before.rstrip()[-1:]
    if not word.isalnum() or word == LABEL:
        return ""
    return attach(word, _CLASS[form], quote=False).removeprefix(word)


def wrong_copulas(text: str, language: Language) -> Iterator[Slip]:
    """Yields 이에요 and 예요 that do not fit their noun: 송장예요, 구매자에요, 송장이예요."""
    for found in _COPULA.finditer(text):
        start, end = found.span("wrong")
        instead = _right_copula(text[start - 1], found["wrong"])
        if instead and _is_copula(language.morphemes(text), start, end):
            yield Slip(start, end, instead)


def _right_copula(letter: str, wrong: str) -> str:
    """Returns the right form when the letters look wrong, else ""."""
    if letter == "니" and wrong == "예요":
        return "에요"  # 아니에요: no noun stands before it
    if wrong == "이예요":
        return "이에요" if is_closed(letter) else ""
    if wrong == "예요":
        return "이에요" if is_closed(letter) else ""
    return "예요" if not is_closed(letter) and letter not in "이니" else ""


def _is_copula(morphemes: list[Morpheme], start: int, end: int) -> bool:
    """Says whether a noun stands before and an ending closes: 뒤에요 (뒤에 + 요) is right, a name 예요 may be."""
    before = [one for one in morphemes if one.start + one.length == start and one.length]
    ending = [one for one in morphemes if one.start + one.length == end]
    return any(one.tag.startswith(("N", "S", "MAG", "VCN", "XSN")) for one in before) and any(
        one.tag == "EF" for one in ending
    )
