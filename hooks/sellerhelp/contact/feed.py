"""The days off as an iCalendar file (RFC 5545) that a seller can subscribe to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from sellerhelp.contact.data import ContactData
from sellerhelp.contact.schedule import missed_days

_FOLD = 75  # octets of a line without its end, RFC 5545 section 3.1


def days_off_feed(
    data: ContactData, channel_id: str, first_day: date, last_day: date, stamp: datetime, title: str, host: str
) -> str:
    """Returns the text of an .ics file with one all-day event for each day off.

    stamp: the moment of the build, aware of its zone (DTSTAMP). title: the calendar's name.
    host: the right half of each UID; date, channel and host keep a UID the same over builds.
    """
    events = [
        line
        for day, reason in missed_days(data, channel_id, first_day, last_day)
        for line in _event(day, f"{title}: {reason}", f"{day.isoformat()}-{channel_id}@{host}", stamp)
    ]
    lines = [*_head(title), *events, "END:VCALENDAR"]
    return "".join(f"{row}\r\n" for line in lines for row in _folded(line))


def _head(title: str) -> list[str]:
    return [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//seller-help//contact hours//KO",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(title)}",
        "X-WR-TIMEZONE:Asia/Seoul",
    ]


def _event(day: date, summary: str, uid: str, stamp: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(summary)}",
        "TRANSP:TRANSPARENT",  # a day off of the centre does not make the seller busy
        "END:VEVENT",
    ]


def escaped(value: str) -> str:
    """Writes a TEXT value (RFC 5545 section 3.3.11); control characters, which it may not hold, go."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        value = value.replace(plain, written)
    return "".join(letter for letter in value if letter >= " " and letter != "\x7f")


def _folded(line: str) -> Iterator[str]:
    """Cuts a line into rows of 75 octets; rows after the first begin with a space, letters stay whole."""
    row = ""
    for letter in line:
        if len((row + letter).encode()) > _FOLD:
            yield row
            row = " "
        row += letter
    yield row
