"""Runs the table of cases that hours.js runs too, and checks what is special to Python."""

from __future__ import annotations

import json
import random
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sellerhelp.contact.data import Calendar, Channel, ContactData, SpecialDay, Week
from sellerhelp.contact.hours import State, compile_schedule, is_sound, state_at, without_lunch
from sellerhelp.contact.schedule import missed_days
from sellerhelp.contact.week import range_text
from sellerhelp.yamltext import Place

TABLE = json.loads((Path(__file__).parent / "cases/contact_hours.json").read_text(encoding="utf-8"))
SEOUL = ZoneInfo("Asia/Seoul")  # a judge that does not know our arithmetic


def seconds(at: str) -> float:
    return datetime.fromisoformat(at).timestamp()


def korea(moment: int | None) -> str:
    return "-" if moment is None else f"{datetime.fromtimestamp(moment, UTC).astimezone(SEOUL):%Y-%m-%d %H:%M}"


def printed(state: State) -> str:
    reason = f" ({state.reason})" if state.reason else ""
    head = f"{state.state} {state.date} {state.minute // 60:02}:{state.minute % 60:02}{reason}"
    parts = [head, f"until {korea(state.until)}", f"next {korea(state.next)}"]
    if state.spans:
        parts.append("hours " + " ".join(map(range_text, state.spans)))
    if state.lunch:
        parts.append("lunch " + range_text(state.lunch))
    return ", ".join(parts)


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_every_case_of_the_table_holds(case):
    schedule = TABLE["schedules"][case["schedule"]] if "schedule" in case else case["raw"]
    assert printed(state_at(schedule, seconds(case["at"]))) == case["expect"]


def test_the_table_is_as_large_as_was_asked_and_its_names_differ():
    names = [case["name"] for case in TABLE["cases"]]
    assert len(names) >= 70
    assert len(set(names)) == len(names)


def test_the_date_and_minute_agree_with_the_tz_database_over_years():
    schedule = TABLE["schedules"]["always"]
    for moment in range(
        int(seconds("1990-01-01T00:00:00+09:00")), int(seconds("2040-01-01T00:00:00+09:00")), 7_654_321
    ):
        state = state_at(schedule, moment)
        assert f"{state.date} {state.minute // 60:02}:{state.minute % 60:02}" == korea(moment)


@pytest.mark.parametrize(
    "moment", [None, "1797990000", True, float("nan"), float("inf"), -1, 250_000_000_001, 1e300, [], {}]
)
def test_a_moment_that_is_none_is_unknown(moment):
    assert state_at(TABLE["schedules"]["phone"], moment) == State("unknown")


def test_the_last_moment_still_has_a_date():
    assert state_at(TABLE["schedules"]["always"], 250_000_000_000).date == "9892-03-08"


def test_ten_thousand_days_off_are_no_trouble():
    days = {date.fromordinal(740_000 + at).isoformat(): "휴무" for at in range(10_000)}
    schedule = TABLE["schedules"]["phone"] | {"off": days, "until": "2060-12-31"}
    state = state_at(schedule, seconds("2027-05-03T10:00:00+09:00"))
    assert (state.state, state.next) == ("holiday", None)


def walk(schedule: dict, first: int, hours: int) -> list[tuple[int, State]]:
    return [(moment, state_at(schedule, moment)) for moment in range(first, first + hours * 3600, 600)]


@pytest.mark.parametrize("name", ["phone", "special", "split", "tight", "night", "short"])
def test_until_and_next_are_what_a_walk_through_the_moments_finds(name):
    """Every `until` and `next` points at the first later moment of the walk that has another state."""
    steps = walk(TABLE["schedules"][name], int(seconds("2026-12-17T00:00:00+09:00")), 24 * 18)
    for at, (_, state) in enumerate(steps):
        if state.state == "unknown":
            continue
        answers = state.state in ("open", "closing")
        later = steps[at + 1 :]
        change = next((moment for moment, other in later if other.state != state.state), None)
        turn = next(
            (
                moment
                for moment, other in later
                if (other.state in ("open", "closing")) != answers or other.state == "unknown"
            ),
            None,
        )
        if change is not None:
            assert state.until == change
        if turn is not None and state_at(TABLE["schedules"][name], turn).state != "unknown":
            assert state.next == turn


def garbage(dice: random.Random, depth: int = 0) -> object:
    leaves = [None, True, -1, 540, 720.5, float("nan"), float("inf"), "", "2026-12-23", "hours", "always ", [], {}]
    if depth > 3 or dice.random() < 0.5:
        return dice.choice(leaves)
    if dice.random() < 0.5:
        return [garbage(dice, depth + 1) for _ in range(dice.randrange(4))]
    keys = ["kind", "week", "lunch", "off", "open", "from", "until", "2026-12-23"]
    return {dice.choice(keys): garbage(dice, depth + 1) for _ in range(dice.randrange(4))}


def test_garbage_never_raises_and_is_never_open():
    dice = random.Random(20261223)
    moment = seconds("2026-12-23T10:40:00+09:00")
    for _ in range(2000):
        schedule = TABLE["schedules"]["phone"] | {
            dice.choice(["week", "lunch", "off", "open", "from", "until"]): garbage(dice)
        }
        for broken in (garbage(dice), schedule):
            state = state_at(broken, moment).state
            assert state not in ("open", "closing") or is_sound(broken)


# --- what the files say becomes a schedule ------------------------------------------------------

DAYS = tuple(((540, 1080),) if number < 5 else () for number in range(7))
CALENDAR = Calendar(
    date(2026, 11, 22),
    "test",
    date(2026, 1, 1),
    date(2027, 12, 31),
    ((date(2026, 12, 25), "성탄절"), (date(2026, 12, 26), "이튿날"), (date(2027, 1, 1), "신정")),
    Place("holidays.yml", 4, 8),
)


def channel(name: str = "phone", **more) -> Channel:
    return Channel(name, "전화", "급할 때", more.pop("week", Week("hours", DAYS)), **more)


def data(*special_days: SpecialDay, calendar: Calendar | None = CALENDAR, **more) -> ContactData:
    return ContactData("", "", (channel(**more),), special_days, calendar)


def test_a_schedule_holds_the_week_the_lunch_and_the_days_off():
    assert compile_schedule(data(lunch=(720, 780)), "phone") == {
        "kind": "hours",
        "week": [[[540, 1080]]] * 5 + [[], []],
        "lunch": [720, 780],
        "off": {"2026-12-25": "성탄절", "2026-12-26": "이튿날", "2027-01-01": "신정"},
        "open": {},
        "from": "2026-01-01",
        "until": "2027-12-31",
    }


def test_a_schedule_survives_json():
    schedule = compile_schedule(data(lunch=(720, 780)), "phone")
    assert json.loads(json.dumps(schedule)) == schedule
    assert is_sound(schedule)


def test_only_the_days_asked_for_are_embedded_and_known():
    schedule = compile_schedule(data(), "phone", date(2026, 12, 26), date(2026, 12, 31))
    assert schedule["off"] == {"2026-12-26": "이튿날"}
    assert (schedule["from"], schedule["until"]) == ("2026-12-26", "2026-12-31")
    assert state_at(schedule, seconds("2026-12-25T10:00:00+09:00")).state == "unknown"


def test_days_asked_for_beyond_the_calendar_are_not_known():
    schedule = compile_schedule(data(), "phone", date(2025, 1, 1), date(2030, 1, 1))
    assert (schedule["from"], schedule["until"]) == ("2026-01-01", "2027-12-31")


def test_a_window_outside_the_calendar_knows_nothing():
    schedule = compile_schedule(data(), "phone", date(2028, 1, 1), date(2028, 12, 31))
    assert state_at(schedule, seconds("2028-01-03T10:00:00+09:00")).state == "unknown"


def test_a_clerks_day_off_gives_its_own_reason():
    closed = SpecialDay(date(2026, 12, 25), False, "시스템 점검", ("phone",))
    assert compile_schedule(data(closed), "phone")["off"]["2026-12-25"] == "시스템 점검"


def test_an_opened_day_leaves_the_days_off():
    opened = SpecialDay(date(2026, 12, 25), True, "연말 지원", ("phone",), ((600, 900),))
    schedule = compile_schedule(data(opened), "phone")
    assert "2026-12-25" not in schedule["off"]
    assert schedule["open"] == {"2026-12-25": [[[600, 900]], "연말 지원"]}


def test_an_opened_day_without_own_hours_takes_the_weekdays():
    friday = tuple(((540, 720),) if number == 4 else spans for number, spans in enumerate(DAYS))
    opened = SpecialDay(date(2026, 12, 25), True, "연말 지원", ("phone",))
    schedule = compile_schedule(data(opened, week=Week("hours", friday)), "phone")
    assert schedule["open"]["2026-12-25"][0] == [[540, 720]]


def test_an_opened_saturday_takes_mondays_hours():
    opened = SpecialDay(date(2026, 12, 26), True, "연말 지원", ("phone",))
    assert compile_schedule(data(opened), "phone")["open"]["2026-12-26"][0] == [[540, 1080]]


def test_an_opened_saturday_of_a_channel_without_mondays_takes_the_first_hours_there_are():
    tuesday = Week("hours", ((), ((600, 660),), (), (), (), (), ()))
    opened = SpecialDay(date(2026, 12, 26), True, "연말 지원", ("phone",))
    assert compile_schedule(data(opened, week=tuesday), "phone")["open"]["2026-12-26"][0] == [[600, 660]]


def test_an_exception_of_another_channel_changes_nothing():
    closed = SpecialDay(date(2026, 12, 23), False, "시스템 점검", ("talk",))
    assert compile_schedule(data(closed), "phone") == compile_schedule(data(), "phone")


def test_a_channel_that_works_on_holidays_has_only_the_clerks_days_off():
    closed = SpecialDay(date(2026, 12, 23), False, "시스템 점검", ("phone",))
    assert compile_schedule(data(closed, works_on_holidays=True), "phone")["off"] == {"2026-12-23": "시스템 점검"}


def test_channels_without_hours_have_only_their_kind():
    assert compile_schedule(data(week=Week("always")), "phone") == {"kind": "always"}
    assert compile_schedule(data(week=Week("unknown")), "phone") == {"kind": "unknown"}


def test_without_a_calendar_or_a_channel_a_schedule_is_unknown():
    assert compile_schedule(data(calendar=None), "phone") == {"kind": "unknown"}
    assert compile_schedule(data(), "fax") == {"kind": "unknown"}
    assert compile_schedule(data(calendar=None, week=Week("always")), "phone") == {"kind": "always"}


def test_a_day_off_on_a_weekend_is_missed_by_nobody():
    days = missed_days(data(), "phone", date(2026, 12, 1), date(2027, 1, 31))
    assert days == [(date(2026, 12, 25), "성탄절"), (date(2027, 1, 1), "신정")]
    assert missed_days(data(), "fax", date(2026, 12, 1), date(2027, 1, 31)) == []


@pytest.mark.parametrize(
    ("ranges", "lunch", "spans", "pause"),
    [
        (((540, 1080),), None, ((540, 1080),), None),
        (((540, 1080),), (720, 780), ((540, 720), (780, 1080)), (720, 780)),
        (((540, 720),), (720, 780), ((540, 720),), None),
        (((600, 750),), (720, 780), ((600, 720),), None),
        (((750, 900),), (720, 780), ((780, 900),), None),
        (((725, 775),), (720, 780), (), None),
        (((540, 720), (780, 1080)), (720, 780), ((540, 720), (780, 1080)), (720, 780)),
        ((), (720, 780), (), None),
    ],
)
def test_the_lunch_is_cut_out_as_far_as_it_lies_inside(ranges, lunch, spans, pause):
    assert without_lunch(ranges, lunch) == (spans, pause)
