"""The words of dated values: when they hold, and how sure they are."""

from __future__ import annotations

from datetime import date

from sellerhelp.values.data import Value, Version

UNSURE = "바뀌었을 수 있으니 공지에서 확인하세요."


def day_words(day: date) -> str:
    """Prints 2025년 6월 2일."""
    return f"{day.year}년 {day.month}월 {day.day}일"


def span_words(value: Value, version: Version) -> str:
    """Says when a version holds: 2025년 6월 2일부터, or the days between which it held."""
    start, end = version.start, value.last_day(version)
    if start and end:
        return f"{day_words(start)}–{day_words(end)}"
    if end:
        return f"{day_words(end)}까지"
    return f"{day_words(start)}부터" if start else "언제부터 쓰인 값인지는 자료에 없어요"


def basis_words(value: Value) -> str:
    """Says where a value comes from and whether to check it."""
    source = "" if value.source in value.as_of else f" ({value.source})"
    return f"기준일: {value.as_of}{source}." + (f" {UNSURE}" if value.is_unsure else "")
