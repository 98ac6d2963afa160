"""The words of a plan, with the table that the browser runs too."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from sellerhelp.settlement.calendar import Counted
from sellerhelp.settlement.rule import Step
from sellerhelp.settlement.words import count_words, date_words, skip_words, step_words, way_words

WORDS = json.loads((Path(__file__).parent / "cases/settlement_words.json").read_text("utf-8"))
DAY = date(2026, 11, 1)


@pytest.mark.parametrize(("day", "year", "said"), WORDS["dates"])
def test_a_date_carries_its_year_only_where_that_changes(day, year, said):
    assert date_words(date.fromisoformat(day), year) == said


@pytest.mark.parametrize("case", WORDS["ways"], ids=lambda case: case["skipped"] or "nothing")
def test_skipped_and_counted_days_are_named(case):
    way = [Counted(date.fromisoformat(day), number, name) for day, number, name in case["way"]]
    assert (skip_words(way), count_words(way)) == (case["skipped"], case["counted"])


@pytest.mark.parametrize("case", WORDS["steps"], ids=lambda case: f"{case['what']}-{case['number']}")
def test_a_step_says_what_it_is_and_how_it_was_counted(case):
    assert list(step_words(Step(case["what"], DAY, DAY, case["number"]), case["extended"])) == case["said"]


def test_the_way_is_a_list_of_days_and_names():
    steps = [Step("arrived", DAY, date(2026, 11, 3), 2), Step("confirmed", DAY, date(2027, 1, 2), 8)]
    assert way_words(steps, 2026) == "11월 3일(화) 배송완료, 2027년 1월 2일(토) 구매확정"
