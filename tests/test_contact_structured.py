"""A channel as schema.org data."""

from __future__ import annotations

import json
from datetime import date

from sellerhelp.contact.data import Calendar, Channel, ContactData, SpecialDay, Week
from sellerhelp.contact.structured import contact_point
from sellerhelp.yamltext import Place

WORKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
WEEK = Week("hours", tuple(((540, 1080),) if number < 5 else () for number in range(7)))
DAYS = (
    (date(2026, 10, 9), "한글날"),
    (date(2026, 12, 25), "성탄절"),
    (date(2026, 12, 26), "이튿날"),
    (date(2027, 11, 21), "마지막 날"),
    (date(2027, 11, 22), "다음 해"),
)
CALENDAR = Calendar(date(2026, 11, 22), "test", date(2026, 1, 1), date(2027, 12, 31), DAYS, Place("h.yml", 4, 8))
TODAY = date(2026, 11, 22)


def point(*special_days: SpecialDay, calendar: Calendar | None = CALENDAR, today: date = TODAY, **more) -> dict:
    week = more.pop("week", WEEK)
    channel = Channel("phone", "전화", "급할 때", week, **more)
    return contact_point(ContactData("", "", (channel,), special_days, calendar), "phone", today)


def hours(days: list[str], opens: str, closes: str) -> dict:
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens, "closes": closes}


def special(day: str, name: str, opens: str, closes: str) -> dict:
    valid = {"validFrom": day, "validThrough": day}
    return {"@type": "OpeningHoursSpecification", "name": name, **valid, "opens": opens, "closes": closes}


def test_a_channel_with_hours_is_a_contact_point_split_by_its_lunch():
    assert point(phone="1588-3819", lunch=(720, 780)) == {
        "@type": "ContactPoint",
        "contactType": "customer support",
        "name": "전화",
        "telephone": "1588-3819",
        "description": "급할 때",
        "areaServed": "KR",
        "availableLanguage": "ko",
        "hoursAvailable": [hours(WORKDAYS, "09:00", "12:00"), hours(WORKDAYS, "13:00", "18:00")],
        "specialOpeningHoursSpecification": [
            special("2026-12-25", "성탄절", "00:00", "00:00"),
        ],
    }


def test_special_days_reach_from_today_a_year_ahead():
    every_day = Week("hours", (((540, 1080),),) * 7)
    names = [spec["name"] for spec in point(week=every_day)["specialOpeningHoursSpecification"]]
    assert names == ["성탄절", "이튿날", "마지막 날"]


def test_special_days_end_with_the_calendar():
    every_day = Week("hours", (((540, 1080),),) * 7)
    names = [
        spec["name"] for spec in point(week=every_day, today=date(2027, 11, 22))["specialOpeningHoursSpecification"]
    ]
    assert names == ["다음 해"]


def test_an_opened_day_has_its_own_hours_without_the_lunch():
    opened = SpecialDay(date(2026, 12, 25), True, "연말 지원", ("phone",), ((600, 900),))
    assert point(opened, lunch=(720, 780))["specialOpeningHoursSpecification"] == [
        special("2026-12-25", "연말 지원", "10:00", "12:00"),
        special("2026-12-25", "연말 지원", "13:00", "15:00"),
    ]


def test_a_clerks_day_off_is_a_special_day():
    closed = SpecialDay(date(2026, 12, 24), False, "점검", ("phone",))
    assert point(closed)["specialOpeningHoursSpecification"][0] == special("2026-12-24", "점검", "00:00", "00:00")


def test_days_with_other_hours_are_specified_apart():
    week = Week("hours", (((540, 1080),), ((540, 1080),), (), ((540, 720),), (), (), ()))
    assert point(week=week)["hoursAvailable"] == [
        hours(["Thursday"], "09:00", "12:00"),
        hours(["Monday", "Tuesday"], "09:00", "18:00"),
    ]


def test_the_end_of_the_day_is_a_minute_before_midnight():
    week = Week("hours", (((0, 1440),), (), (), (), (), (), ()))
    assert point(week=week)["hoursAvailable"] == [hours(["Monday"], "00:00", "23:59")]


def test_a_channel_that_is_always_there_is_open_all_day():
    assert point(week=Week("always"))["hoursAvailable"] == [hours([*WORKDAYS, "Saturday", "Sunday"], "00:00", "23:59")]


def test_hours_nobody_knows_are_left_out():
    for unknown in (point(week=Week("unknown")), point(calendar=None)):
        assert "hoursAvailable" not in unknown
        assert "specialOpeningHoursSpecification" not in unknown


def test_a_channel_that_is_not_there_has_no_data():
    assert contact_point(ContactData(), "phone", TODAY) is None


def test_the_data_are_plain():
    data = point(phone="1588-3819", lunch=(720, 780))
    assert json.loads(json.dumps(data)) == data
