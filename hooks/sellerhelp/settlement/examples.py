"""Worked examples for the page without a script and for print: the next long pauses, counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sellerhelp.settlement.calendar import BusinessDays
from sellerhelp.settlement.rule import Plan, Question, plan
from sellerhelp.settlement.terms import Terms
from sellerhelp.settlement.words import date_words, skip_words, way_words

PAUSES = 3
_ONE = timedelta(days=1)


def rows(days: BusinessDays, terms: Terms, today: date) -> list[dict[str, str]]:
    """Returns what is known, the way and the settlement of each example, in words. today: the build's day."""
    questions = [Question("normal", "tracked", "confirmed", day) for day in _eves(days, today)]
    start = _business_day(days, today)
    questions += [
        Question("normal", "tracked", "arrived", start),
        Question("normal", "untracked", "sent", start),
        Question("quick", "tracked", "picked", start),
    ]
    counted = [(one, plan(one, days, terms)) for one in questions]
    return [_row(question, made, today.year) for question, made in counted if made.settles]


_KNOWN = {
    "confirmed": "구매확정",
    "arrived": "배송완료 (택배)",
    "sent": "발송처리 (배송 추적 불가)",
    "picked": "집화처리 (빠른정산)",
}


def _row(question: Question, made: Plan, year: int) -> dict[str, str]:
    assert made.settles
    return {
        "day": date_words(question.day, year),
        "event": _KNOWN[question.event],
        "way": way_words(made.steps[:-1], year),
        "settles": date_words(made.settles, year),
        "skipped": skip_words(day for step in made.steps for day in step.way),
    }


def _eves(days: BusinessDays, today: date) -> Iterator[date]:
    """Yields the last business day before each of the next pauses that a public day off makes."""
    found, day = 0, today
    while found < PAUSES and days.knows(day + _ONE):
        if days.why_off(day) == "" and any(name in days.off.values() for name in _pause(days, day)):
            found += 1
            yield day
        day += _ONE


def _pause(days: BusinessDays, day: date) -> list[str]:
    """Returns why the days right after a day are off."""
    names = []
    while days.knows(day + _ONE) and (why := days.why_off(day + _ONE)):
        names.append(why)
        day += _ONE
    return names


def _business_day(days: BusinessDays, day: date) -> date:
    while days.knows(day) and days.why_off(day):
        day += _ONE
    return day
