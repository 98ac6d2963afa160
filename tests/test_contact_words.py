"""Runs the table of words that words.js runs too."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from sellerhelp.contact.hours import state_at
from sellerhelp.contact.words import Words, clock_words, day_words, words_for

CASES = Path(__file__).parent / "cases"
TABLE = json.loads((CASES / "contact_words.json").read_text(encoding="utf-8"))
SCHEDULES = json.loads((CASES / "contact_hours.json").read_text(encoding="utf-8"))["schedules"]


def words_at(schedule: dict, at: str) -> Words:
    return words_for(state_at(schedule, datetime.fromisoformat(at).timestamp()))


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_every_state_is_said_as_the_table_has_it(case):
    words = words_at(SCHEDULES[case["schedule"]], case["at"])
    assert words == Words(case["word"], case["strip"], case["sentence"], case["badge"])


@pytest.mark.parametrize("case", TABLE["reasons"], ids=lambda case: case["name"])
def test_every_reason_has_its_particle(case):
    schedule = SCHEDULES["phone"] | {"off": {"2026-12-25": case["reason"]}}
    words = words_at(schedule, "2026-12-25T10:00:00+09:00")
    assert (words.word, words.sentence) == (case["word"], case["sentence"])


@pytest.mark.parametrize(("date", "words"), TABLE["days"])
def test_a_date_is_said_with_its_weekday(date, words):
    assert day_words(date) == words


def test_the_table_is_as_large_as_was_asked():
    assert len(TABLE["cases"]) >= 25


def test_no_words_shout():
    said = json.dumps([TABLE["cases"]], ensure_ascii=False)
    assert "!" not in said and "！" not in said


@pytest.mark.parametrize(
    ("minute", "words"), [(0, "0시"), (545, "9시 5분"), (1080, "18시"), (1110, "18시 30분"), (1440, "24시")]
)
def test_minutes_are_said_only_where_there_are_some(minute, words):
    assert clock_words(minute) == words
