"""A spreadsheet as it was read: cells by row and column, before anybody asks what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from sellerhelp.problem import Problem

CellKind = Literal["text", "number", "day", "formula", "error", "other"]
_KOREAN_DAY = re.compile(
    r"(\d{4})\s*(?:[-./]|년)\s*(\d{1,2})\s*(?:[-./]|월)\s*(\d{1,2})\s*(?:\.|일)?(?:\s*\(?[월화수목금토일]요?일?\)?)?"
)
# Serials of 1954 to 2119: what is outside was never a date of ours.
_SERIAL = re.compile(r"([2-7]\d{4})(?:\.0+)?")
EPOCH = date(1899, 12, 30)


@dataclass(frozen=True)
class Cell:
    """kind: what the file says it is. value: its text; a number as printed, a day as 2026-11-22."""

    kind: CellKind
    value: str


@dataclass(frozen=True)
class Sheet:
    """title: its name. cells: (row, column), both from 1 -> what stands there; empty ones are left out."""

    title: str
    cells: Mapping[tuple[int, int], Cell]

    def place(self, row: int, column: int) -> str:
        """Names a cell as spreadsheets do: 상품!C14."""
        return f"{self.title}!{letters(column)}{row}"

    def problem(self, row: int, column: int, text: str, mend: str, rule: str) -> Problem:
        return Problem(self.place(row, column), 0, 0, text, mend, rule=rule)

    def rows(self) -> list[int]:
        """Returns the numbers of the rows that hold something."""
        return sorted({row for row, _ in self.cells})


@dataclass
class Book:
    """What reading a file gave. A problem with level "warning" is only said."""

    sheets: list[Sheet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def letters(column: int) -> str:
    """Returns the name of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def read_day(text: str) -> str:
    """Reads 2026-11-22, 2026. 11. 22., 2026/11/22, 2026년 11월 22일(일) or Excel's 46348 as 2026-11-22; else ""."""
    if serial := _SERIAL.fullmatch(text):
        return (EPOCH + timedelta(days=int(serial[1]))).isoformat()
    found = _KOREAN_DAY.fullmatch(text)
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""
