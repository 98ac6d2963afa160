"""The worked examples: the next pauses, counted from the day of the build."""

from __future__ import annotations

from datetime import date

from sellerhelp.settlement.examples import rows

from tests.test_settlement_rule import DAYS, TERMS


def test_the_examples_are_compared_as_they_are_printed():
    assert rows(DAYS, TERMS, date(2026, 12, 24)) == [
        {"day": "12월 24일(목)", "event": "구매확정", "way": "", "settles": "12월 28일(월)", "skipped": "12월 25일 성탄절, 12월 26–27일 주말"},
        {"day": "12월 31일(목)", "event": "구매확정", "way": "", "settles": "2027년 1월 4일(월)", "skipped": "1월 1일 신정, 1월 2–3일 주말"},
        {"day": "2027년 2월 5일(금)", "event": "구매확정", "way": "", "settles": "2027년 2월 10일(수)", "skipped": "2월 6일 설 연휴, 2월 7일 설날, 2월 8일 설 연휴, 2월 9일 설날 대체공휴일"},
        {"day": "12월 24일(목)", "event": "배송완료 (택배)", "way": "2027년 1월 1일(금) 구매확정", "settles": "2027년 1월 4일(월)", "skipped": "1월 2–3일 주말"},
        {"day": "12월 24일(목)", "event": "발송처리 (배송 추적 불가)", "way": "2027년 1월 21일(목) 구매확정", "settles": "2027년 1월 22일(금)", "skipped": ""},
        {"day": "12월 24일(목)", "event": "집화처리 (빠른정산)", "way": "", "settles": "12월 28일(월)", "skipped": "12월 25일 성탄절, 12월 26–27일 주말"},
    ]  # fmt: skip


def test_they_begin_on_a_business_day():
    assert rows(DAYS, TERMS, date(2026, 10, 3))[3]["day"] == "10월 6일(화)"


def test_near_the_end_of_the_calendar_only_what_can_be_counted_is_left():
    assert [row["event"] for row in rows(DAYS, TERMS, date(2027, 12, 30))] == ["집화처리 (빠른정산)"]
    assert rows(DAYS, TERMS, date(2028, 3, 1)) == []
