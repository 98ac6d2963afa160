"""What the contact files say, as plain values: channels, exceptions, the calendar of days off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sellerhelp.yamltext import Place

Range = tuple[int, int]  # minutes since midnight, the end is not part of it
Kind = Literal["hours", "always", "unknown"]


@dataclass(frozen=True)
class Week:
    """A channel's hours: seven lists of ranges, Monday first; empty unless kind is "hours"."""

    kind: Kind
    days: tuple[tuple[Range, ...], ...] = ((),) * 7


@dataclass(frozen=True)
class Channel:
    """One way to reach somebody; purpose says when to use it, where is the menu path to it."""

    id: str
    name: str
    purpose: str
    week: Week
    where: tuple[str, ...] = ()
    phone: str = ""
    reply: str = ""
    note: str = ""
    lunch: Range | None = None
    works_on_holidays: bool = False


@dataclass(frozen=True)
class SpecialDay:
    """An exception a clerk wrote: a day that is closed or open against the calendar.

    ranges: own hours of an open day; empty when the usual ones hold.
    """

    day: date
    is_open: bool
    reason: str
    channels: tuple[str, ...]
    ranges: tuple[Range, ...] = ()


@dataclass(frozen=True)
class Calendar:
    """The snapshot of days off; nothing is known before first and after last.

    place: where the file says how far it reaches. bank_days: those on which only banks and call centres rest.
    """

    generated: date
    source: str
    first: date
    last: date
    days: tuple[tuple[date, str], ...]
    place: Place
    bank_days: frozenset[date] = frozenset()


@dataclass(frozen=True)
class ContactData:
    """Both files together; calendar is None when the snapshot cannot be read."""

    as_of: str = ""
    basis: str = ""
    channels: tuple[Channel, ...] = ()
    special_days: tuple[SpecialDay, ...] = ()
    calendar: Calendar | None = None

    def channel(self, channel_id: str) -> Channel | None:
        """Returns the channel with this id, or None."""
        return next((channel for channel in self.channels if channel.id == channel_id), None)
