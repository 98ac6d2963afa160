"""Reads holidays.yml, the snapshot of public days off."""

from __future__ import annotations

from datetime import date
from typing import Any

from sellerhelp.contact.data import Calendar
from sellerhelp.contact.listing import listing, only_once
from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.schema import Key, day, one_of, read_map, text
from sellerhelp.yamltext import Map, Node, Place, read_yaml

COMMAND = "make holidays"
# A day on which banks rest and offices work: off for a call centre, a business day by the public calendar.
BANK = "은행"
_AGAIN = f"‘{COMMAND}’로 달력을 새로 만드세요."

_TOP = [
    Key("generated", day, "generated: 2026-11-22", required=True),
    Key("source", text, "source: holidays 0.109 (PyPI), KR", required=True),
    Key("from", day, "from: 2025-01-01", required=True),
    Key("until", day, "until: 2027-12-31", required=True),
    Key("days", listing, "days: [{date: 2026-12-25, name: 성탄절}]", required=True),
]
_DAY = [
    Key("date", day, "date: 2026-12-25", required=True),
    Key("name", text, "name: 성탄절", required=True),
    Key("kind", one_of(BANK), f"kind: {BANK}", default=""),
]


def read_calendar(source: str | None, path: str, problems: list[Problem]) -> Calendar | None:
    """Reads the snapshot; any mistake makes it None, because half a calendar would say "open" on a day off."""
    if source is None or not source.strip():
        problems.append(Problem(path, 0, 0, "쉬는 날 달력이 없어요.", _AGAIN, rule="contact-calendar-missing"))
        return None
    before = len(problems)
    reading = read_yaml(source, path)
    problems += reading.problems
    top = read_map(reading.root, _TOP, "쉬는 날 달력", problems) if reading.root else None
    calendar = _calendar(reading.root, top, problems) if top and len(problems) == before else None
    if reading.root is None and len(problems) == before:
        problems.append(Problem(path, 0, 0, "쉬는 날 달력이 없어요.", _AGAIN, rule="contact-calendar-missing"))
    return calendar if len(problems) == before else None


def _calendar(root: Map, top: dict[str, Any], problems: list[Problem]) -> Calendar:
    place = root.items["until"].place
    if top["until"] < top["from"]:
        problems.append(place.problem("‘until’이 ‘from’보다 앞서요.", _AGAIN, rule="contact-calendar-order"))
        return Calendar(top["generated"], top["source"], top["from"], top["until"], (), place)
    rows = _days(top["days"], top["from"], top["until"], problems)
    days = tuple((day_, name) for day_, name, _ in rows)
    bank = frozenset(day_ for day_, _, kind in rows if kind)
    return Calendar(top["generated"], top["source"], top["from"], top["until"], days, place, bank)


def _days(nodes: tuple[Node, ...], first: date, last: date, problems: list[Problem]) -> list[tuple[date, str, str]]:
    days = []
    seen: dict[str, Place] = {}
    for node in nodes:
        values = read_map(node, _DAY, "쉬는 날", problems)
        if values is None or None in values.values() or not isinstance(node, Map):
            continue
        date_, place = values["date"].isoformat(), node.items["date"].place
        if not first <= values["date"] <= last:
            problems.append(
                place.problem(
                    f"쉬는 날 {attach(date_, '이/가')} ‘from’과 ‘until’ 사이에 없어요.",
                    _AGAIN,
                    rule="contact-calendar-range",
                )
            )
        elif only_once(date_, f"쉬는 날 {attach(date_, '이/가')}", place, seen, problems, "하나만 남기세요."):
            days.append((values["date"], values["name"], values["kind"]))
    return sorted(days)
