"""Which letters the site shows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# Typed by readers or written by scripts: digits, Latin, and the marks of dates and money.
ALWAYS = "".join(chr(code) for code in range(0x20, 0x7F)) + "·…–—‘’“”×−›₩→"
# Scripts write dates, states and particles that no page may happen to hold.
SPOKEN = "일월화수목금토시분년까지부터내오늘지점심마감곧휴무상담중끝났어요다시작해운영확인필공사항에서세이라쉬남음언제나전말복했주소를"


def letters(texts: Iterable[str]) -> str:
    """Returns the printable letters of the texts, sorted, without marks that have no width."""
    found = set(ALWAYS + SPOKEN)
    for text in texts:
        found.update(text)
    return "".join(
        sorted(letter for letter in found if letter.isprintable() and not _is_emoji(letter) and not _is_mark(letter))
    )


def _is_emoji(letter: str) -> bool:
    return ord(letter) >= 0x1F000


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")
