"""How far the calendar reaches, and the problem word for word."""

from __future__ import annotations

from datetime import date

import pytest
from sellerhelp.contact.data import Calendar
from sellerhelp.contact.horizon import horizon_problem, months_left
from sellerhelp.problem import errors
from sellerhelp.yamltext import Place

CALENDAR = Calendar(
    date(2026, 11, 22), "test", date(2025, 1, 1), date(2027, 12, 31), (), Place("docs/contact/holidays.yml", 6, 8)
)
MEND = "\n    ‘make holidays’로 달력을 새로 만드세요."
PLACE = "docs/contact/holidays.yml:6:8"


@pytest.mark.parametrize(
    ("today", "months"),
    [
        ("2026-11-22", 13),
        ("2027-08-31", 4),
        ("2027-09-01", 4),
        ("2027-09-02", 3),
        ("2027-12-01", 1),
        ("2027-12-02", 0),
        ("2027-12-31", 0),
        ("2028-01-01", 0),
        ("2031-06-01", 0),
    ],
)
def test_months_that_are_left_are_whole_ones(today, months):
    assert months_left(CALENDAR, date.fromisoformat(today)) == months


@pytest.mark.parametrize("today", ["2026-11-22", "2027-09-01"])
def test_four_months_are_enough(today):
    assert horizon_problem(CALENDAR, date.fromisoformat(today), "error") is None


def test_three_months_are_an_error_for_the_gate():
    problem = horizon_problem(CALENDAR, date(2027, 9, 2), "error")
    assert str(problem) == (
        f"{PLACE}: 오류: 쉬는 날 달력이 2027-12-31에 끝나요. 남은 기간은 3개월이고 4개월이 필요해요.{MEND}"
    )
    assert errors([problem]) == [problem]


def test_three_months_are_a_warning_for_the_build():
    problem = horizon_problem(CALENDAR, date(2027, 9, 2), "warning")
    assert str(problem) == (
        f"{PLACE}: 알림: 쉬는 날 달력이 2027-12-31에 끝나요. 남은 기간은 3개월이고 4개월이 필요해요.{MEND}"
    )
    assert errors([problem]) == []


def test_the_last_days_are_less_than_a_month():
    problem = horizon_problem(CALENDAR, date(2027, 12, 31), "error")
    assert str(problem) == (
        f"{PLACE}: 오류: 쉬는 날 달력이 2027-12-31에 끝나요. 남은 기간은 한 달 미만이고 4개월이 필요해요.{MEND}"
    )


def test_an_ended_calendar_says_what_the_card_shows():
    problem = horizon_problem(CALENDAR, date(2028, 1, 1), "error")
    assert str(problem) == (
        f"{PLACE}: 오류: 쉬는 날 달력이 2027-12-31에 끝났어요. 상담 상태가 ‘운영 확인 필요’로만 나와요.{MEND}"
    )


def test_a_calendar_that_could_not_be_read_has_no_horizon():
    assert horizon_problem(None, date(2026, 11, 22), "error") is None
