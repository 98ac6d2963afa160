"""A channel as schema.org data: ContactPoint with its hours and the special days of a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sellerhelp.contact.data import Channel, ContactData, Range
from sellerhelp.contact.hours import without_lunch
from sellerhelp.contact.schedule import missed_days, opened_days, opening_hours, window
from sellerhelp.contact.week import MIDNIGHT, clock

AHEAD = timedelta(days=365)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ALL_DAY = ((0, MIDNIGHT),)


def contact_point(data: ContactData, channel_id: str, today: date) -> dict[str, Any] | None:
    """Returns a schema.org ContactPoint as a plain dict, None when there is no such channel.

    The caller adds "@context" and serialises (escape "<" there). Special days reach from
    today a year ahead or to the calendar's end. No calendar, no hours: they would be a guess.
    """
    channel = data.channel(channel_id)
    if channel is None:
        return None
    point: dict[str, Any] = {"@type": "ContactPoint", "contactType": "customer support", "name": channel.name}
    if channel.phone:
        point["telephone"] = channel.phone
    point |= {"description": channel.purpose, "areaServed": "KR", "availableLanguage": "ko"}
    point |= {key: value for key, value in _hours(data, channel, today).items() if value}
    return point


def _hours(data: ContactData, channel: Channel, today: date) -> dict[str, Any]:
    if channel.week.kind == "always":
        return {"hoursAvailable": list(_week([_ALL_DAY] * 7))}
    if channel.week.kind == "unknown" or data.calendar is None:
        return {}
    first, last = window(data.calendar, today, today + AHEAD - timedelta(days=1))
    return {
        "hoursAvailable": list(_week([_spans(ranges, channel) for ranges in channel.week.days])),
        "specialOpeningHoursSpecification": sorted(
            [*_closed_days(data, channel, first, last), *_opened_days(data, channel, first, last)],
            key=lambda spec: (spec["validFrom"], spec["opens"]),
        ),
    }


def _week(days: list[tuple[Range, ...]]) -> Iterator[dict[str, Any]]:
    """Yields one specification for each span with all the days that have it."""
    for span in sorted({span for spans in days for span in spans}):
        names = [_DAYS[number] for number, spans in enumerate(days) if span in spans]
        yield {"@type": "OpeningHoursSpecification", "dayOfWeek": names, **_span(span)}


def _closed_days(data: ContactData, channel: Channel, first: date, last: date) -> Iterator[dict[str, Any]]:
    for day, reason in missed_days(data, channel.id, first, last):
        yield _special(day, reason, (0, 0))  # opens and closes at midnight: closed all day


def _opened_days(data: ContactData, channel: Channel, first: date, last: date) -> Iterator[dict[str, Any]]:
    for special in opened_days(data, channel, first, last):
        for span in _spans(opening_hours(channel, special), channel):
            yield _special(special.day, special.reason, span)


def _special(day: date, reason: str, span: Range) -> dict[str, Any]:
    valid = {"validFrom": day.isoformat(), "validThrough": day.isoformat()}
    return {"@type": "OpeningHoursSpecification", "name": reason, **valid, **_span(span)}


def _spans(ranges: tuple[Range, ...], channel: Channel) -> tuple[Range, ...]:
    return without_lunch(ranges, channel.lunch)[0]


def _span(span: Range) -> dict[str, str]:
    # 24:00 is no time of day for most readers of the data; they take 23:59 for the end of the day.
    return {"opens": clock(span[0]), "closes": "23:59" if span[1] == MIDNIGHT else clock(span[1])}
