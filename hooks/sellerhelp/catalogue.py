"""The static index: every page and every question in the order of the Korean alphabet.

It is what remains of the search where no script runs, and a second way where the search finds nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

from sellerhelp.faq.rows import address
from sellerhelp.guide import is_guide
from sellerhelp.site import Site

PAGE = "index-all.md"
# The initial consonants in the order of the Hangul syllables; a double one stands with its single one.
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
_FIRST_JAMO, _FIRST_SYLLABLE, _LAST_SYLLABLE, _SYLLABLES_AN_INITIAL = 0x1100, 0xAC00, 0xD7A3, 588
# OO stands for any name: a word after it is what people look up.
_BLANK = re.compile(r"(?<![^\W\d_가-힣])oo+(?![^\W\d_가-힣])")
LATIN, DIGITS, REST = "A–Z", "0–9", "그 밖"
LETTERS = (*dict.fromkeys(_INITIALS), LATIN, DIGITS, REST)


@dataclass(frozen=True)
class Row:
    """title: a page's title or a question. number: of a page, or "". where: the manual's title, or "". url: relative."""

    title: str
    number: str
    where: str
    url: str
    is_question: bool


@dataclass(frozen=True)
class Group:
    """letter: one of LETTERS. id: the anchor of the group, permanent."""

    letter: str
    id: str
    rows: tuple[Row, ...]


def catalogue(site: Site, here: str, root: str) -> list[Group]:
    """Returns the groups that have rows. here: the page that shows them, left out. root: its way to the site's root."""
    rows = sorted([*_pages(site, here, root), *_questions(site, root)], key=lambda row: sort_key(row.title))
    return [
        Group(letter, f"letter-{LETTERS.index(letter) + 1}", tuple(members))
        for letter, members in groupby(rows, key=lambda row: letter_of(row.title))
    ]


def _pages(site: Site, here: str, root: str) -> list[Row]:
    return [
        Row(link["title"], link["number"], _manual(site, path, head.number), link["url"], False)
        for path, head in site.heads.items()
        if path != here and not is_guide(path) and (link := site.page_link(path, root))
    ]


def _manual(site: Site, path: str, number: str) -> str:
    """Names the manual of a page; its overview is the manual."""
    manual = site.manual_of(path)
    return manual.title if manual and "-" in number else ""


def _questions(site: Site, root: str) -> list[Row]:
    titles = {manual.folder: manual.title for manual in site.manuals}
    return [
        Row(entry.question, "", titles.get(entry.manual, ""), address(site, entry, root), True)
        for entry in site.collection.entries
        if entry.id in site.answers
    ]


def sort_key(text: str) -> tuple[int, tuple[tuple[int, str], ...]]:
    """Orders 가 < 까 < 나 < A < b < 1: spaces come before letters, quotes and marks count for nothing."""
    kept = "".join(char for char in _plain(text) if char.isalnum() or char.isspace())
    letters = tuple((_rank(char), char) for char in " ".join(kept.split()))
    return LETTERS.index(letter_of(text)), letters


def letter_of(text: str) -> str:
    """Returns the one of LETTERS under which a text stands."""
    first = next((char for char in _plain(text) if char.isalnum()), "")
    rank = _rank(first)
    if rank == 1:
        code = ord(first)
        at = (code - _FIRST_SYLLABLE) // _SYLLABLES_AN_INITIAL if code >= _FIRST_SYLLABLE else code - _FIRST_JAMO
        return _INITIALS[at]
    return {2: LATIN, 3: DIGITS}.get(rank, REST)


def _plain(text: str) -> str:
    return _BLANK.sub(" ", unicodedata.normalize("NFKC", text).casefold())


def _rank(char: str) -> int:
    if char == " ":
        return 0
    code = ord(char) if char else 0
    if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE or 0 <= code - _FIRST_JAMO < len(_INITIALS):
        return 1
    if "LATIN" in unicodedata.name(char or " ", ""):
        return 2
    return 3 if char.isdecimal() else 4
