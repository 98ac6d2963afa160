"""The rule of settlement, with the table that the browser runs too, and what must hold for any day."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.contact.almanac import read_calendar
from sellerhelp.settlement.calendar import BusinessDays, business_days, count
from sellerhelp.settlement.rule import EVENTS, KINDS, METHODS, Plan, Question, plan
from sellerhelp.settlement.terms import Terms

ROOT = Path(__file__).parents[1]
TABLE = json.loads((ROOT / "tests/cases/settlement.json").read_text("utf-8"))
TERMS = Terms(**TABLE["terms"])


def named(days: dict[str, str]) -> dict[date, str]:
    return {date.fromisoformat(day): name for day, name in days.items()}


DATA = TABLE["days"]
DAYS = BusinessDays(
    date.fromisoformat(DATA["from"]), date.fromisoformat(DATA["until"]), named(DATA["off"]), named(DATA["unsure"])
)


def asked(fields: dict) -> Question:
    dates = {name: date.fromisoformat(fields[name]) for name in ("day", "wish") if name in fields}
    return Question(**{**fields, **dates})


def printed(made: Plan) -> tuple[list[str], list[str], str]:
    skipped = [f"{day.day} {day.name}" for step in made.steps for day in step.way if not day.number]
    return [f"{step.what} {step.end}" for step in made.steps], skipped, made.stop


def test_the_table_is_as_large_as_promised_and_names_each_case_once():
    names = [case["name"] for case in TABLE["cases"]]
    assert len(names) >= 80 and len(set(names)) == len(names)


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_case_of_the_table(case):
    made = plan(asked(case["question"]), DAYS, TERMS)
    assert printed(made) == (case["path"], case["skipped"], case["stop"])
    assert "notes" not in case or sorted(made.notes) == case["notes"]


def test_every_kind_method_event_stop_and_note_is_in_the_table():
    questions = [case["question"] for case in TABLE["cases"]]
    assert {one["kind"] for one in questions} == set(KINDS)
    assert {one["method"] for one in questions} == set(METHODS)
    assert {one["event"] for one in questions} == set(EVENTS)
    assert {case["stop"] for case in TABLE["cases"]} == {"", "early", "beyond", "lag", "sent", "picked", "wish"}
    assert {note for case in TABLE["cases"] for note in case.get("notes", ())} == {
        "automatic", "cutoff", "day-off", "dispatch-holiday", "extended", "holiday", "lag", "latest", "mayday",
        "not-quick", "quick", "requested", "special", "wish",
    }  # fmt: skip


def test_the_committed_calendar_says_what_the_table_says():
    source = (ROOT / "docs/contact/holidays.yml").read_text("utf-8")
    calendar = read_calendar(source, "holidays.yml", [])
    assert calendar is not None
    made = business_days(calendar).as_data()
    if made["from"] == DATA["from"] and made["until"] == DATA["until"]:
        assert made == DATA
    # A renewed snapshot moves its ends; the days both know must agree.
    common = [day for day in DATA["off"] if str(made["from"]) <= day <= str(made["until"])]
    assert common and {day: made["off"][day] for day in common} == {day: DATA["off"][day] for day in common}  # type: ignore[index]


def test_a_day_on_which_only_banks_rest_is_counted_and_named_as_unsure():
    may_day = date(2025, 5, 1)
    assert DAYS.why_off(may_day) == "" and DAYS.unsure[may_day] == "근로자의 날"


def test_the_data_for_the_browser_can_begin_later():
    made = DAYS.as_data(date(2027, 12, 1))
    assert made == {
        "from": "2027-12-01", "until": "2027-12-31",
        "off": {"2027-12-25": "성탄절", "2027-12-27": "성탄절 대체공휴일"}, "unsure": {},
    }  # fmt: skip


ANY_DAY = st.dates(DAYS.first, DAYS.last - timedelta(days=40))
FREE = st.dictionaries(st.dates(DAYS.first, DAYS.last), st.just("쉬는 날"), max_size=80)


@given(ANY_DAY, st.integers(1, 9), FREE)
def test_a_count_ends_on_a_business_day_and_leaves_no_day_out(start, number, off):
    days = BusinessDays(DAYS.first, DAYS.last, off)
    way = count(days, start, number)
    if way is None:
        return
    assert not days.why_off(way[-1].day)
    assert [day.day for day in way] == [start + timedelta(days=ahead) for ahead in range(1, len(way) + 1)]
    counted = [day.number for day in way if day.number]
    assert counted == list(range(1, number + 1))
    assert len(counted) + sum(not day.number for day in way) == (way[-1].day - start).days
    assert all(days.why_off(day.day) == day.name for day in way)


QUESTIONS = st.builds(
    Question,
    kind=st.sampled_from(KINDS),
    method=st.sampled_from(METHODS),
    event=st.sampled_from(EVENTS),
    day=st.dates(date(2024, 11, 1), date(2028, 2, 1)),
    lag=st.none() | st.integers(0, 60),
    extensions=st.integers(0, 3),
    wish=st.none() | st.dates(date(2025, 1, 1), date(2027, 12, 31)),
)


@settings(max_examples=300)
@given(QUESTIONS)
def test_a_plan_settles_on_a_business_day_or_says_why_not(question):
    made = plan(question, DAYS, TERMS)
    assert bool(made.settles) != bool(made.stop)
    if made.settles:
        assert not DAYS.why_off(made.settles) and made.settles > question.day
    for step in made.steps:
        assert step.start <= step.end and (not step.way or step.way[-1].day == step.end)


@settings(max_examples=300)
@given(QUESTIONS, st.integers(1, 30))
def test_what_happens_later_never_settles_earlier(question, more):
    later = Question(**{**vars(question), "day": question.day + timedelta(days=more)})
    one, other = plan(question, DAYS, TERMS).settles, plan(later, DAYS, TERMS).settles
    assert not (one and other) or one <= other
