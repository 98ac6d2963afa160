"""A stretch of Korean time: read from what a clerk writes, and said in words."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from sellerhelp.contact.hours import DAY, KOREA
from sellerhelp.contact.words import clock_words

_WRITTEN = re.compile(r"(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?")
_YEARS = range(2000, 2200)  # further away there is only a slip of the hand
_WEEKDAYS = "월화수목금토일"


def read_moment(written: str, is_end: bool = False) -> int | None:
    """Reads 2026-12-25 or 2026-12-25 09:00, Korean time, as epoch seconds; None when there is no such moment.

    is_end: a bare date means the end of that day, so that the last day is still part of the stretch.
    """
    match = _WRITTEN.fullmatch(written)
    if not match:
        return None
    try:
        moment = datetime.fromisoformat(f"{match[1]}T{match[2] or '00:00'}+00:00")
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    return int(moment.timestamp()) - KOREA + (DAY if is_end and not match[2] else 0)


def period_words(start: int, end: int) -> str:
    """Says a stretch: 2026년 12월 24일(목)–25일(금), or with hours where it does not begin or end at midnight."""
    first, last = _korean(start), _korean(end)
    if _is_midnight(first) and _is_midnight(last):
        last -= timedelta(days=1)
        return _day(first) if first == last else f"{_day(first)}–{_day(last, first)}"
    # A midnight at the end belongs to the day before: 24시.
    closing = last - timedelta(days=1) if _is_midnight(last) else last
    clock = "24시" if _is_midnight(last) else _clock(last)
    if first.date() == closing.date():
        return f"{_day(first)} {_clock(first)}–{clock}"
    return f"{_day(first)} {_clock(first)} – {_day(closing, first)} {clock}"


def _korean(moment: int) -> datetime:
    return datetime.fromtimestamp(moment + KOREA, UTC)


def _is_midnight(at: datetime) -> bool:
    return (at.hour, at.minute) == (0, 0)


def _day(at: datetime, before: datetime | None = None) -> str:
    """Prints a day; year and month are left out where the day before in the sentence has them."""
    year = "" if before and before.year == at.year else f"{at.year}년 "
    month = "" if before and not year and before.month == at.month else f"{at.month}월 "
    return f"{year}{month}{at.day}일({_WEEKDAYS[at.weekday()]})"


def _clock(at: datetime) -> str:
    return clock_words(at.hour * 60 + at.minute)
