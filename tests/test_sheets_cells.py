"""Names of cells, and days as people and Excel write them."""

from __future__ import annotations

import pytest
from sellerhelp.sheets.cells import letters, read_day

DAYS = [
    ("2026-11-22", "2026-11-22"),
    ("2026. 11. 22.", "2026-11-22"),
    ("2026.11.22", "2026-11-22"),
    ("2026/11/22", "2026-11-22"),
    ("2026년 11월 22일", "2026-11-22"),
    ("2026년 11월 22일 일요일", "2026-11-22"),
    ("2026-3-2", "2026-03-02"),
    ("46348", "2026-11-22"),
    ("46348.0", "2026-11-22"),
    ("2026-13-01", ""),
    ("2026-02-30", ""),
    ("11/22/2026", ""),
    ("26-11-22", ""),
    ("463480", ""),
    ("오늘", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day_is_read_or_not(text, day):
    assert read_day(text) == day


def test_columns_are_named_as_in_excel():
    assert [letters(number) for number in (1, 26, 27, 52, 703, 16384)] == ["A", "Z", "AA", "AZ", "AAA", "XFD"]
