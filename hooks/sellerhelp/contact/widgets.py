"""The contact parts of a page: the strip, cards, the week, the days off. True without a script, live with one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from sellerhelp.contact.data import Channel, ContactData
from sellerhelp.contact.feed import days_off_feed
from sellerhelp.contact.hours import KOREA, without_lunch
from sellerhelp.contact.schedule import compile_schedule, missed_days
from sellerhelp.contact.structured import contact_point
from sellerhelp.contact.words import clock_words, day_words
from sellerhelp.jsonld import script_json

WEEKDAYS = "월화수목금토일"
STATES = ("open", "closing", "lunch", "closed", "holiday", "unknown", "always")
FEED = "contact/days-off.ics"
# A visitor's clock may lie a little before the build's.
_SLACK = timedelta(days=7)
_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Ruler:
    """A day drawn to scale: from, to and spans in minutes, width in units of the drawing."""

    start: int
    end: int
    width: int
    spans: tuple[tuple[int, int], ...]

    def x(self, minute: int) -> str:
        return f"{(minute - self.start) / (self.end - self.start) * self.width:.1f}".removesuffix(".0")

    def w(self, span: tuple[int, int]) -> str:
        return f"{(span[1] - span[0]) / (self.end - self.start) * self.width:.1f}".removesuffix(".0")

    def hatch(self, start: int, end: int) -> str:
        """A path of slanted strokes 11 high, one for twelve minutes, each beginning below where the last one ended."""
        strokes = len(range(start + 6, end - 5, 12))
        return f"M{self.x(start + 2)} 32" + "m0 11".join([f"l{self.w((0, 12))}-11"] * strokes) if strokes else ""

    def gaps(self) -> list[tuple[int, int]]:
        return [(before[1], after[0]) for before, after in pairwise(self.spans)]


class ContactWidgets:
    """today: the build's day in Korea; what the HTML says about coming days counts from it."""

    def __init__(self, env: Environment, data: ContactData, moment: int):
        self.env, self.data, self.moment = env, data, moment
        self.today = korean_day(moment)
        self.first_live = next((channel for channel in data.channels if channel.week.kind == "hours"), None)
        self._remember()

    def _remember(self) -> None:
        # A card stands on every page, mostly the same one.
        self.card = cache(self._card)
        self.script_data = cache(self._script_data)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name not in ("card", "script_data")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._remember()

    def _render(self, name: str, **values: Any) -> Markup:
        template = self.env.get_template(f"partials/sellerhelp/contact_{name}.html")
        shared = {
            "data": self.data,
            "clock": clock_words,
            "states": STATES,
            "hours_words": hours_words,
            "lunch_words": lunch_words,
        }
        return Markup(template.render(**shared, **values))

    def _script_data(self) -> Markup:
        """The schedules of all channels, once a page, for the script."""
        last = self.data.calendar.last if self.data.calendar else self.today
        names = [channel.id for channel in self.data.channels]
        channels = {name: compile_schedule(self.data, name, self.today - _SLACK, last) for name in names}
        return script_json({"channels": channels})

    def strip(self, root: str) -> Markup:
        """The compact form on every page; without a channel that has hours it only points to the contact page."""
        channel = self.first_live
        return self._render("strip", channel=channel, ruler=ruler(channel, 540), root=root, json=self.script_data())

    def _card(self, root: str, channel_id: str = "") -> Markup:
        channel = self.data.channel(channel_id) if channel_id else self.first_live
        return self._render("card", channel=channel, ruler=ruler(channel, 360), root=root)

    def channels(self, root: str, ids: tuple[str, ...] = ()) -> Markup:
        chosen = [channel for channel in self.data.channels if not ids or channel.id in ids]
        return self._render("channels", channels=chosen, root=root)

    def week(self, channel_id: str = "") -> Markup:
        """A table of the weekdays with their hours."""
        channel = self.data.channel(channel_id) if channel_id else self.first_live
        rows = [_weekday(channel, number) for number in range(7)] if channel else []
        return self._render("week", channel=channel, rows=rows, ruler=ruler(channel, 540))

    def days_off(self, root: str, channel_id: str = "", count: int = 12) -> Markup:
        """The next days off, counted from the day of the build; the script hides those that are past.

        A book is read for a year: it gets all days off of the coming one.
        """
        channel = self.data.channel(channel_id) if channel_id else self.first_live
        last = self.data.calendar.last if self.data.calendar else self.today
        days = missed_days(self.data, channel.id, self.today, last) if channel else []
        rows = [
            {"iso": day.isoformat(), "words": f"{day.year}년 {day_words(day.isoformat())}", "reason": reason}
            for day, reason in days
        ]
        end = (self.today + _YEAR).isoformat()
        year = [row for row in rows if row["iso"] <= end]
        since = f"{self.today.year}년 {self.today.month}월 {self.today.day}일"
        return self._render(
            "days_off", channel=channel, rows=rows[:count], year=year, since=since, last=last, feed=root + FEED
        )

    def structured(self) -> Markup:
        """schema.org data of all channels that have a phone number or hours."""
        points = [contact_point(self.data, channel.id, self.today) for channel in self.data.channels]
        graph = {"@context": "https://schema.org", "@graph": [point for point in points if point]}
        return Markup('<script type="application/ld+json">{}</script>').format(script_json(graph))

    def feed(self, host: str) -> bytes:
        """The days off as an .ics file."""
        if not (self.first_live and self.data.calendar):
            return b""
        stamp = datetime.fromtimestamp(self.moment, UTC)
        calendar = self.data.calendar
        title = "판매자 고객센터 쉬는 날"
        return days_off_feed(self.data, self.first_live.id, calendar.first, calendar.last, stamp, title, host).encode()

    def place(self, options: Mapping[str, Any], root: str) -> Markup:
        """The HTML of a `/// contact` block."""
        view, names = options["view"], options["channels"]
        if view == "week":
            return self.week(*names[:1])
        if view == "days":
            return self.days_off(root, *names[:1])
        if view == "list" or len(names) != 1:
            return self.channels(root, names)
        return self.card(root, names[0])


def ruler(channel: Channel | None, width: int) -> Ruler | None:
    """Returns the drawing of a channel's usual day: Monday's, or of its first day with hours."""
    days = channel.week.days if channel else ()
    usual = next(filter(None, days), ())
    if not (channel and usual):
        return None
    spans, _ = without_lunch(usual, channel.lunch)
    return Ruler(usual[0][0], usual[-1][1], width, spans)


def lunch_words(channel: Channel | None) -> str:
    """Says when a channel pauses, or else what it is for."""
    if channel and channel.lunch:
        return f"점심 {span_words(channel.lunch)}에는 쉬어요."
    return f"{channel.purpose} 알맞아요." if channel else ""


def hours_words(channel: Channel | None, with_lunch: bool = True) -> str:
    """Says a channel's usual hours: 평일 9–18시, 점심 12–13시 쉼."""
    if channel is None or channel.week.kind == "unknown":
        return "시간 확인 필요"
    if channel.week.kind == "always":
        return "언제나"
    groups: list[tuple[int, int]] = []
    for number, ranges in enumerate(channel.week.days):
        if ranges and groups and groups[-1][1] == number - 1 and channel.week.days[number - 1] == ranges:
            groups[-1] = (groups[-1][0], number)
        elif ranges:
            groups.append((number, number))
    words = [f"{_days_words(first, last)} {_ranges_words(channel.week.days[first])}" for first, last in groups]
    return ", ".join(words) + (f", 점심 {span_words(channel.lunch)} 쉼" if channel.lunch and with_lunch else "")


def _days_words(first: int, last: int) -> str:
    if (first, last) == (0, 4):
        return "평일"
    return WEEKDAYS[first] if first == last else f"{WEEKDAYS[first]}–{WEEKDAYS[last]}"


def _ranges_words(ranges: tuple[tuple[int, int], ...]) -> str:
    return ", ".join(span_words(span) for span in ranges)


def span_words(span: tuple[int, int]) -> str:
    """Prints 9–18시, or 9시 30분–18시."""
    first, last = clock_words(span[0]), clock_words(span[1])
    return f"{first.removesuffix('시')}–{last}" if first.endswith("시") and last.endswith("시") else f"{first}–{last}"


def _weekday(channel: Channel, number: int) -> dict[str, Any]:
    spans, _ = without_lunch(channel.week.days[number], channel.lunch)
    words = [span_words(span) for span in spans]
    return {"number": number + 1, "name": WEEKDAYS[number] + "요일", "spans": spans, "words": words or ["쉬는 날"]}


def korean_day(moment: int) -> date:
    """Returns the day in Korea at a moment given in epoch seconds."""
    return datetime.fromtimestamp(moment + KOREA, UTC).date()
