"""Whether somebody answers at a moment, and when that changes; `hours.js` is the same rule.

A day is cut into stretches that have one state each; what holds now, until when, and who
answers next are searches along the stretches. Korean time is UTC+9 without daylight saving,
so everything is arithmetic on the epoch. Whatever is not known for certain is "unknown".
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from sellerhelp.contact.data import Range
from sellerhelp.contact.schedule import compile_schedule

__all__ = ["State", "compile_schedule", "is_sound", "state_at", "without_lunch"]

KOREA = 9 * 3600
DAY = 24 * 3600
CLOSING = 30 * 60
LOOK_AHEAD = 366  # days; a channel that is shut for longer has no next moment worth naming
ANSWERING = ("open", "closing")
_EPOCH = date(1970, 1, 1).toordinal()
_LAST_MOMENT = 250_000_000_000  # the year 9892: later ones and their look-ahead leave YYYY-MM-DD


@dataclass(frozen=True)
class State:
    """What holds for a channel at one moment.

    state: open, closing, lunch, closed, holiday, always or unknown.
    date, minute: the moment in Korea, "2026-12-23" and minutes since midnight.
    reason: the name of a day off, or why a day is open against the calendar.
    until: when this state ends; next: when somebody answers again, or while somebody
    does, when the lunch or the end comes. Epoch seconds, None when not known.
    spans: the day's answered minutes without the lunch; lunch: the break between them.
    """

    state: str
    date: str = ""
    minute: int = 0
    reason: str = ""
    until: int | None = None
    next: int | None = None
    spans: tuple[Range, ...] = ()
    lunch: Range | None = None


def state_at(schedule: Any, epoch_seconds: Any) -> State:
    """Says what holds at a moment; never raises and never calls broken data open.

    schedule: as `compile_schedule` makes it. epoch_seconds: fractions are cut off.
    """
    if not _is_moment(epoch_seconds):
        return State("unknown")
    number, second = divmod(math.floor(epoch_seconds) + KOREA, DAY)
    date_, minute = _iso(number), second // 60
    if isinstance(schedule, dict) and schedule.get("kind") == "always":
        return State("always", date_, minute)
    if not is_sound(schedule):
        return State("unknown", date_, minute)
    today = _day(schedule, number)
    state = today.state_at(second)
    if state == "unknown":
        return State("unknown", date_, minute)
    until, next_ = _ahead(schedule, number, second, state)
    return State(state, date_, minute, today.reason, until, next_, today.spans, today.lunch)


@dataclass(frozen=True)
class _Day:
    """One day of a schedule; whole is the state of a day that has only one."""

    whole: str = ""
    reason: str = ""
    spans: tuple[Range, ...] = ()
    lunch: Range | None = None

    def state_at(self, second: int) -> str:
        if self.whole:
            return self.whole
        if any(start * 60 <= second < end * 60 for start, end in self.spans):
            return "closing" if self.spans[-1][1] * 60 - second <= CLOSING else "open"
        if self.lunch and self.lunch[0] * 60 <= second < self.lunch[1] * 60:
            return "lunch"
        return "closed"

    def edges(self) -> list[int]:
        """Returns the seconds of the day at which its state can change, midnight first."""
        if self.whole or not self.spans:
            return [0]
        minutes = {minute for span in (*self.spans, self.lunch or ()) for minute in span}
        seconds = {0, self.spans[-1][1] * 60 - CLOSING, *(minute * 60 for minute in minutes)}
        return sorted(second for second in seconds if 0 <= second < DAY)


def _ahead(schedule: dict[str, Any], number: int, second: int, state: str) -> tuple[int | None, int | None]:
    """Returns when the state ends, and when somebody starts or, if somebody answers now, stops."""
    until = None
    for moment, later in _stretches(schedule, number, second):
        if until is None and later != state:
            until = moment
        if later == "unknown":
            break
        if (later in ANSWERING) != (state in ANSWERING):
            return until, moment
    return until, None


def _stretches(schedule: dict[str, Any], number: int, second: int) -> Iterator[tuple[int, str]]:
    """Yields the start and the state of every stretch after a second of a day."""
    for ahead in range(LOOK_AHEAD + 1):
        day = _day(schedule, number + ahead)
        for edge in day.edges():
            if ahead or edge > second:
                yield (number + ahead) * DAY - KOREA + edge, day.state_at(edge)


def _day(schedule: dict[str, Any], number: int) -> _Day:
    date_ = _iso(number)
    if not schedule["from"] <= date_ <= schedule["until"]:
        return _Day("unknown")
    if date_ in schedule["open"]:
        ranges, reason = schedule["open"][date_]
        return _working_day(ranges, schedule.get("lunch"), reason)
    if date_ in schedule["off"]:
        return _Day("holiday", schedule["off"][date_])
    return _working_day(schedule["week"][(number + 3) % 7], schedule.get("lunch"))  # day 0 was a Thursday


def _working_day(ranges: Sequence[Sequence[int]], lunch: Sequence[int] | None, reason: str = "") -> _Day:
    return _Day("", reason, *without_lunch(ranges, lunch))


def without_lunch(
    ranges: Sequence[Sequence[int]], lunch: Sequence[int] | None
) -> tuple[tuple[Range, ...], Range | None]:
    """Cuts the lunch out of a day's hours; returns what is left and the break.

    At the edge of the hours the lunch is no break but a later start or an earlier end: None.
    """
    spans = [(int(start), int(end)) for start, end in ranges]
    if not lunch:
        return tuple(spans), None
    first, last = int(lunch[0]), int(lunch[1])
    halves = [half for start, end in spans for half in ((start, min(end, first)), (max(start, last), end))]
    left = tuple((start, end) for start, end in halves if start < end)
    is_break = bool(left) and left[0][0] < first and last < left[-1][1]
    return left, (first, last) if is_break else None


def _iso(number: int) -> str:
    return date.fromordinal(_EPOCH + number).isoformat()


# --- what a schedule has to look like ---------------------------------------------------------


def is_sound(schedule: Any) -> bool:
    """Says whether every part of a schedule with hours has the shape that the rule relies on."""
    if not isinstance(schedule, dict) or schedule.get("kind") != "hours":
        return False
    week, off, opened = schedule.get("week"), schedule.get("off"), schedule.get("open")
    return (
        isinstance(week, list)
        and len(week) == 7
        and all(_are_ranges(ranges) for ranges in week)
        and (schedule.get("lunch") is None or _is_range(schedule["lunch"]))
        and _is_date(schedule.get("from"))
        and _is_date(schedule.get("until"))
        and isinstance(off, dict)
        and all(_is_date(key) and isinstance(reason, str) for key, reason in off.items())
        and isinstance(opened, dict)
        and all(_is_date(key) and _is_opening(entry) for key, entry in opened.items())
    )


def _is_opening(entry: Any) -> bool:
    return isinstance(entry, list) and len(entry) == 2 and _are_ranges(entry[0]) and isinstance(entry[1], str)


def _are_ranges(ranges: Any) -> bool:
    if not isinstance(ranges, list) or not all(_is_range(span) for span in ranges):
        return False
    return all(one[1] < other[0] for one, other in pairwise(ranges))


def _is_range(span: Any) -> bool:
    return isinstance(span, list) and len(span) == 2 and all(map(_is_minute, span)) and span[0] < span[1]


def _is_minute(value: Any) -> bool:
    # JavaScript has one kind of number, so 540.0 counts; True is an int in Python only.
    return _is_number(value) and 0 <= value <= 1440 and value % 1 == 0


def _is_moment(value: Any) -> bool:
    return _is_number(value) and 0 <= value <= _LAST_MOMENT


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_date(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is not None
