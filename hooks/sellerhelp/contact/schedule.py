"""Writes a channel's hours as the compact schedule that `state_at` reads in both languages."""

from __future__ import annotations

from datetime import date
from typing import Any

from sellerhelp.contact.data import Calendar, Channel, ContactData, Range, SpecialDay

Schedule = dict[str, Any]


def compile_schedule(
    data: ContactData, channel_id: str, first_day: date | None = None, last_day: date | None = None
) -> Schedule:
    """Returns a schedule that JSON can carry.

    first_day, last_day: the days to embed; outside them, and outside the calendar, the
    schedule says "unknown", so that a day off that was left out is never taken for open.
    """
    channel = data.channel(channel_id)
    if channel is None or channel.week.kind == "unknown":
        return {"kind": "unknown"}
    if channel.week.kind == "always":
        return {"kind": "always"}
    if data.calendar is None:
        return {"kind": "unknown"}
    first, last = window(data.calendar, first_day, last_day)
    return {
        "kind": "hours",
        "week": [_lists(ranges) for ranges in channel.week.days],
        "lunch": list(channel.lunch) if channel.lunch else None,
        "off": {day.isoformat(): reason for day, reason in off_days(data, channel, first, last)},
        "open": {
            special.day.isoformat(): [_lists(opening_hours(channel, special)), special.reason]
            for special in opened_days(data, channel, first, last)
        },
        "from": first.isoformat(),
        "until": last.isoformat(),
    }


def window(calendar: Calendar, first: date | None, last: date | None) -> tuple[date, date]:
    """Returns the part of the calendar between two days; first > last when there is none."""
    return max(calendar.first, first or calendar.first), min(calendar.last, last or calendar.last)


def off_days(data: ContactData, channel: Channel, first: date, last: date) -> list[tuple[date, str]]:
    """Returns the days off of a channel with their reasons, in order.

    A clerk's 임시휴무 gives its own reason to a public day off; a 정상운영 takes one away.
    """
    public = () if channel.works_on_holidays or data.calendar is None else data.calendar.days
    days = dict(public)
    for special in _specials(data, channel):
        if special.is_open:
            days.pop(special.day, None)
        else:
            days[special.day] = special.reason
    return sorted((day, reason) for day, reason in days.items() if first <= day <= last)


def missed_days(data: ContactData, channel_id: str, first: date, last: date) -> list[tuple[date, str]]:
    """Returns the days off on which the channel would answer otherwise: for lists a seller reads.

    A public day off on a weekend changes nothing and is left out.
    """
    channel = data.channel(channel_id)
    if channel is None:
        return []
    days = off_days(data, channel, first, last)
    return [(day, reason) for day, reason in days if channel.week.days[day.weekday()]]


def opened_days(data: ContactData, channel: Channel, first: date, last: date) -> list[SpecialDay]:
    """Returns the exceptions that set hours for a day of their own, in order."""
    opened = [special for special in _specials(data, channel) if special.is_open and first <= special.day <= last]
    return sorted(opened, key=lambda special: special.day)


def opening_hours(channel: Channel, special: SpecialDay) -> tuple[Range, ...]:
    """Returns the hours of an opened day: its own, the weekday's, or on a weekend Monday's.

    A channel that is shut on Mondays lends the hours of its first day that has some.
    """
    usual = channel.week.days[special.day.weekday()]
    return special.ranges or usual or next(filter(None, channel.week.days), ())


def _specials(data: ContactData, channel: Channel) -> list[SpecialDay]:
    return [special for special in data.special_days if channel.id in special.channels]


def _lists(ranges: tuple[Range, ...]) -> list[list[int]]:
    return [list(span) for span in ranges]
