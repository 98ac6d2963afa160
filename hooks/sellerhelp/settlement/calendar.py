"""Business days and how they are counted; `settlement/calendar.js` is the same rule.

A business day is a weekday that is no public day off. Which days are public comes from the snapshot
that the contact card uses; days on which only banks rest count here, and are named as unsure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sellerhelp.contact.data import Calendar

WEEKEND = "주말"
# No source says how 1 May is treated; since 2026 it is a public day off with substitutes of its own.
_UNSURE = ("근로자의 날", "노동절")
_ONE = timedelta(days=1)


@dataclass(frozen=True)
class BusinessDays:
    """first, last: the days between which anything is known. off: public days off. unsure: days to check."""

    first: date
    last: date
    off: Mapping[date, str]
    unsure: Mapping[date, str] = field(default_factory=dict)

    def knows(self, day: date) -> bool:
        return self.first <= day <= self.last

    def why_off(self, day: date) -> str:
        """Returns why a day is not counted, "" for a business day."""
        return self.off.get(day) or (WEEKEND if day.weekday() > 4 else "")

    def as_data(self, since: date | None = None) -> dict[str, object]:
        """Returns what the browser gets. since: leaves out the days off before it."""
        first = max(self.first, since) if since else self.first
        off = {day.isoformat(): name for day, name in self.off.items() if day >= first}
        unsure = {day.isoformat(): name for day, name in self.unsure.items() if day >= first}
        return {"from": first.isoformat(), "until": self.last.isoformat(), "off": off, "unsure": unsure}


@dataclass(frozen=True)
class Counted:
    """One day on the way: number is its place in the count, 0 for a skipped day, whose name says why."""

    day: date
    number: int
    name: str = ""


def business_days(calendar: Calendar) -> BusinessDays:
    """Returns the business days that the snapshot of days off allows."""
    public = {day: name for day, name in calendar.days if day not in calendar.bank_days}
    unsure = {day: name for day, name in calendar.days if name.startswith(_UNSURE)}
    return BusinessDays(calendar.first, calendar.last, public, unsure)


def count(days: BusinessDays, start: date, number: int) -> tuple[Counted, ...] | None:
    """Returns the days after start up to the number-th business day; None where the calendar ends before."""
    way: list[Counted] = []
    found, day = 0, start
    while found < number:
        day += _ONE
        if not days.knows(day):
            return None
        why = days.why_off(day)
        found += not why
        way.append(Counted(day, 0 if why else found, why))
    return tuple(way)
