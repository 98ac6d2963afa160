"""How far the calendar of days off still reaches, and the problem when that is not far enough."""

from __future__ import annotations

from datetime import date, timedelta

from sellerhelp.contact.almanac import COMMAND
from sellerhelp.contact.data import Calendar
from sellerhelp.problem import Level, Problem

MONTHS_NEEDED = 4  # a new calendar is out by summer: a build that fails in September leaves time


def months_left(calendar: Calendar, today: date) -> int:
    """Returns the whole months from today to the calendar's end; 0 when it has ended."""
    end = calendar.last + timedelta(days=1)
    months = (end.year - today.year) * 12 + end.month - today.month - (end.day < today.day)
    return max(months, 0)


def horizon_problem(calendar: Calendar | None, today: date, level: Level) -> Problem | None:
    """Returns the problem of a calendar that ends within MONTHS_NEEDED months, or None.

    level: "error" for the gate, "warning" for the build, so that an old clone still builds.
    A calendar that could not be read has problems of its own.
    """
    if calendar is None or months_left(calendar, today) >= MONTHS_NEEDED:
        return None
    return calendar.place.problem(
        _text(calendar, today), f"‘{COMMAND}’로 달력을 새로 만드세요.", level, rule="contact-horizon"
    )


def _text(calendar: Calendar, today: date) -> str:
    last = calendar.last.isoformat()
    if today > calendar.last:
        return f"쉬는 날 달력이 {last}에 끝났어요. 상담 상태가 ‘운영 확인 필요’로만 나와요."
    left = months_left(calendar, today)
    span = f"{left}개월" if left else "한 달 미만"
    return f"쉬는 날 달력이 {last}에 끝나요. 남은 기간은 {span}이고 {MONTHS_NEEDED}개월이 필요해요."
