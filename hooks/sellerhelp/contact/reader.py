"""Reads hours.yml and holidays.yml into `ContactData` and collects what is wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sellerhelp.contact.almanac import read_calendar
from sellerhelp.contact.data import Calendar, Channel, ContactData, Range, SpecialDay, Week
from sellerhelp.contact.listing import listing, only_once
from sellerhelp.contact.week import one_range, range_text, ranges, week
from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.schema import Key, day, matching, one_of, read_map, text, texts
from sellerhelp.yamltext import Map, Node, Place, read_yaml

HOURS_PATH = "docs/contact/hours.yml"
HOLIDAYS_PATH = "docs/contact/holidays.yml"


@dataclass(frozen=True)
class ContactReading:
    """What could be read, and every mistake in the order of the files' lines.

    A part that could not be read is left out or "unknown", never open.
    """

    data: ContactData
    problems: tuple[Problem, ...]


def read_contact(
    hours: str, holidays: str | None, hours_path: str = HOURS_PATH, holidays_path: str = HOLIDAYS_PATH
) -> ContactReading:
    """Reads the texts of both files; holidays is None when there is no such file.

    The paths only name the files in problems.
    """
    problems: list[Problem] = []
    calendar = read_calendar(holidays, holidays_path, problems)
    reading = read_yaml(hours, hours_path)
    problems += reading.problems
    data = ContactData(calendar=calendar)
    if reading.root is not None:
        data = _contact(reading.root, calendar, problems)
    elif not reading.problems:
        problems.append(
            Problem(hours_path, 1, 1, "파일이 비어 있어요.", "예: timezone: Asia/Seoul", rule="contact-empty")
        )
    return ContactReading(data, tuple(sorted(problems)))


def _date_or_words(node: Node, problems: list[Problem], key: Key) -> str | None:
    """Reads a date or a short text; what looks like a date needs to be one."""
    value = text(node, problems, key)
    if value and re.fullmatch("[0-9]{4}[-./].*", value):
        return value if day(node, problems, key) else None
    return value


_TOP = [
    Key("timezone", one_of("Asia/Seoul"), "timezone: Asia/Seoul", required=True),
    Key("as_of", _date_or_words, "as_of: 2026-11-22", required=True, default=""),
    Key("basis", text, "basis: 수집 자료 기준이라 바뀔 수 있어요.", required=True, default=""),
    Key("holidays", one_of("holidays.yml"), "holidays: holidays.yml", required=True),
    Key("exceptions", listing, "exceptions: []", default=()),
    Key(
        "channels",
        listing,
        "channels: [{id: phone, name: 전화, for: 급할 때, week: 언제나}]",
        required=True,
        default=(),
    ),
]


def _contact(root: Node, calendar: Calendar | None, problems: list[Problem]) -> ContactData:
    top = read_map(root, _TOP, "운영 시간 파일", problems)
    if top is None:
        return ContactData(calendar=calendar)
    channels = _channels(top["channels"], problems)
    special_days = _special_days(top["exceptions"], channels, calendar, problems)
    return ContactData(top["as_of"], top["basis"], channels, special_days, calendar)


# --- channels ---------------------------------------------------------------------------------

_WEEK = Key("week", week, 'week: {평일: "09:00-18:00"}', required=True, default=Week("unknown"))
_LUNCH = Key("lunch", one_range, 'lunch: "12:00-13:00"')
_CHANNEL = [
    Key("id", matching("[a-z][a-z0-9-]*", "영어 소문자, 숫자, 붙임표(-)로 적으세요."), "id: phone", required=True),
    Key("name", text, "name: 전화", required=True),
    Key("for", text, "for: 급하거나 복잡한 일이 있을 때", required=True),
    Key("where", texts, "where: [스마트스토어센터, 공지사항]", default=()),
    Key(
        "phone",
        matching("[0-9]{2,4}-[0-9]{3,4}(-[0-9]{4})?", "숫자와 붙임표(-)로 적으세요."),
        "phone: 1588-3819",
        default="",
    ),
    Key("reply", text, "reply: 간단하면 3–4시간", default=""),
    Key("note", text, "note: 안내 음성에서 판매자 메뉴를 고르세요.", default=""),
    _WEEK,
    _LUNCH,
    Key("holidays", one_of("휴무", "운영"), "holidays: 휴무", default="휴무"),
]


def _channels(nodes: tuple[Node, ...], problems: list[Problem]) -> tuple[Channel, ...]:
    channels = []
    seen: dict[str, Place] = {}
    for node in nodes:
        values = read_map(node, _CHANNEL, "창구", problems)
        if values is None or not isinstance(node, Map) or None in (values["id"], values["name"], values["for"]):
            continue
        place = _place(node, "id")
        if only_once(
            values["id"],
            f"창구 {attach(values['id'], '이/가')}",
            place,
            seen,
            problems,
            "id를 바꾸거나 하나만 남기세요.",
        ):
            channels.append(_channel(node, values, problems))
    return tuple(channels)


def _channel(node: Map, values: dict[str, Any], problems: list[Problem]) -> Channel:
    _report_idle_keys(node, values["week"], problems)
    lunch = values["lunch"]
    if lunch and values["week"].kind == "hours" and not _fits(lunch, values["week"]):
        text_ = f"점심시간 {attach(range_text(lunch), '이/가')} 상담 시간 안에 있지 않아요."
        problems.append(
            _place(node, "lunch").problem(
                text_, '예: week: {평일: "09:00-18:00"}, lunch: "12:00-13:00"', rule="contact-lunch"
            )
        )
        lunch = None
    return Channel(
        values["id"],
        values["name"],
        values["for"],
        values["week"],
        values["where"],
        values["phone"],
        values["reply"],
        values["note"],
        lunch,
        values["holidays"] == "운영",
    )


def _report_idle_keys(node: Map, hours: Week, problems: list[Problem]) -> None:
    """Reports keys that would do nothing because the channel has no hours."""
    if hours.kind == "hours" or hours is _WEEK.default:
        return  # hours that could not be read have a message of their own
    for name in ("lunch", "holidays"):
        if node.get(name):
            text_ = f"‘{name}’ 줄은 상담 시간이 있는 창구에만 쓸 수 있어요."
            problems.append(_place(node, name).problem(text_, f"‘{name}’ 줄을 지우세요.", rule="contact-idle-key"))


def _fits(lunch: Range, hours: Week) -> bool:
    """Says whether the break lies inside the hours of one day at least and cuts through no range's edge."""
    touched = [span for spans in hours.days for span in spans if span[0] < lunch[1] and lunch[0] < span[1]]
    return bool(touched) and all(start < lunch[0] and lunch[1] < end for start, end in touched)


# --- exceptions -------------------------------------------------------------------------------

_EXCEPTION = [
    Key("date", day, "date: 2026-12-24", required=True),
    Key("kind", one_of("임시휴무", "정상운영"), "kind: 임시휴무", required=True),
    Key("reason", text, "reason: 시스템 점검", required=True),
    Key("channels", texts, "channels: [phone, talk]", default=()),
    Key("hours", ranges, 'hours: "10:00-15:00"', default=()),
]


def _special_days(
    nodes: tuple[Node, ...], channels: tuple[Channel, ...], calendar: Calendar | None, problems: list[Problem]
) -> tuple[SpecialDay, ...]:
    special_days = []
    seen: dict[str, Place] = {}
    for node in nodes:
        values = read_map(node, _EXCEPTION, "예외", problems)
        if values is None or not isinstance(node, Map) or None in (values["date"], values["kind"], values["reason"]):
            continue
        special = _special_day(node, values, channels, problems)
        _report_outside(special, _place(node, "date"), calendar, problems)
        if _is_first(special, _place(node, "date"), seen, problems):
            special_days.append(special)
    return tuple(special_days)


def _special_day(
    node: Map, values: dict[str, Any], channels: tuple[Channel, ...], problems: list[Problem]
) -> SpecialDay:
    is_open = values["kind"] == "정상운영"
    if values["hours"] and not is_open:
        mend = "‘hours’ 줄을 지우거나 kind: 정상운영으로 바꾸세요."
        problems.append(
            _place(node, "hours").problem(
                "‘임시휴무’에는 ‘hours’ 줄을 쓸 수 없어요.", mend, rule="contact-closed-hours"
            )
        )
    timed = tuple(channel.id for channel in channels if channel.week.kind == "hours")
    named = tuple(_known(name, node, channels, problems) for name in values["channels"])
    chosen = timed if node.get("channels") is None else tuple(name for name in named if name)
    return SpecialDay(values["date"], is_open, values["reason"], chosen, values["hours"] if is_open else ())


def _known(name: str, node: Map, channels: tuple[Channel, ...], problems: list[Problem]) -> str | None:
    """Returns the id when a channel with hours has it; reports it otherwise."""
    ids = [channel.id for channel in channels]
    place = _place(node, "channels")
    if name not in ids:
        near = nearest(name, ids)
        mend = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else "쓸 수 있는 창구: " + ", ".join(ids)
        problems.append(place.problem(f"창구 {attach(name, '이/가')} 없어요.", mend, rule="contact-channel-unknown"))
        return None
    if next(channel for channel in channels if channel.id == name).week.kind == "hours":
        return name
    timed = ", ".join(channel.id for channel in channels if channel.week.kind == "hours")
    text_ = f"창구 {attach(name, '은/는')} 상담 시간이 없어서 예외를 쓸 수 없어요."
    problems.append(place.problem(text_, f"쓸 수 있는 창구: {timed}", rule="contact-channel-no-hours"))
    return None


def _report_outside(special: SpecialDay, place: Place, calendar: Calendar | None, problems: list[Problem]) -> None:
    if calendar is None or calendar.first <= special.day <= calendar.last:
        return
    known = f"{calendar.first.isoformat()}부터 {calendar.last.isoformat()}까지"
    text_ = (
        f"예외 날짜 {attach(special.day.isoformat(), '은/는')} 쉬는 날 달력 밖이라 쓰이지 않아요. 달력은 {known}예요."
    )
    problems.append(
        place.problem(
            text_,
            "지난 예외는 지우고, 앞날의 예외는 ‘make holidays’로 달력을 늘리세요.",
            "warning",
            rule="contact-outside-calendar",
        )
    )


def _is_first(special: SpecialDay, place: Place, seen: dict[str, Place], problems: list[Problem]) -> bool:
    """Says whether none of the channels has an exception on this date yet; reports the first that has."""
    date_ = special.day.isoformat()
    for name in special.channels:
        what = f"{date_}에 창구 ‘{name}’의 예외가"
        if not only_once(f"{date_} {name}", what, place, seen, problems, "한 날짜에는 창구마다 예외 하나만 남기세요."):
            return False
    return True


def _place(node: Map, key: str) -> Place:
    """Where a key's value stands, or the mapping when it lacks the key."""
    child = node.get(key)
    return child.place if child else node.place
