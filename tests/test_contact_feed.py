"""The days off as an .ics file, compared to the octet."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from sellerhelp.contact.data import Calendar, Channel, ContactData, SpecialDay, Week
from sellerhelp.contact.feed import days_off_feed, escaped
from sellerhelp.yamltext import Place

WEEK = Week("hours", tuple(((540, 1080),) if number < 5 else () for number in range(7)))
CALENDAR = Calendar(
    date(2026, 11, 22),
    "test",
    date(2026, 1, 1),
    date(2027, 12, 31),
    ((date(2026, 12, 25), "성탄절"), (date(2026, 12, 26), "이튿날"), (date(2027, 1, 1), "신정")),
    Place("holidays.yml", 4, 8),
)
STAMP = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=9)))


def feed(*special_days: SpecialDay, title: str = "고객센터 휴무", stamp: datetime = STAMP) -> str:
    data = ContactData("", "", (Channel("phone", "전화", "급할 때", WEEK),), special_days, CALENDAR)
    return days_off_feed(data, "phone", date(2026, 12, 1), date(2027, 1, 31), stamp, title, "help.example")


def unfolded(text: str) -> str:
    return text.replace("\r\n ", "")


def test_the_feed_is_compared_line_by_line():
    assert feed().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//seller-help//contact hours//KO",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:고객센터 휴무",
        "X-WR-TIMEZONE:Asia/Seoul",
        "BEGIN:VEVENT",
        "UID:2026-12-25-phone@help.example",
        "DTSTAMP:20261122T003000Z",
        "DTSTART;VALUE=DATE:20261225",
        "DTEND;VALUE=DATE:20261226",
        "SUMMARY:고객센터 휴무: 성탄절",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:2027-01-01-phone@help.example",
        "DTSTAMP:20261122T003000Z",
        "DTSTART;VALUE=DATE:20270101",
        "DTEND;VALUE=DATE:20270102",
        "SUMMARY:고객센터 휴무: 신정",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_every_line_ends_with_carriage_return_and_line_feed():
    assert re.sub("\r\n", "", feed()).isprintable()


def test_no_row_is_longer_than_75_octets_and_no_letter_is_cut():
    reason = "아주 긴 이유를 적은 임시휴무라서 한 줄에 다 들어가지 않아요. " * 4
    text = feed(SpecialDay(date(2026, 12, 24), False, reason.strip(), ("phone",)))
    rows = text.encode().split(b"\r\n")
    assert max(map(len, rows)) <= 75
    assert all(row.decode() is not None for row in rows)
    assert f"SUMMARY:고객센터 휴무: {reason.strip()}\r\n" in unfolded(text)


def test_a_line_of_75_octets_is_not_folded_and_one_of_76_is():
    for length, count in ((75, 1), (76, 2)):
        title = "가" * 20 + "a" * (length - len("X-WR-CALNAME:") - 60)
        rows = feed(title=title).split("\r\n")
        start = rows.index(next(row for row in rows if row.startswith("X-WR-CALNAME")))
        assert rows[start + count] == "X-WR-TIMEZONE:Asia/Seoul"


def test_text_is_escaped():
    assert escaped("a;b,c\\d\ne\r\nf\rg") == "a\\;b\\,c\\\\d\\ne\\nf\\ng"


def test_control_characters_are_dropped():
    assert escaped("a\x00b\x07c\td\x7f") == "abcd"


def test_a_reason_cannot_begin_a_line_of_its_own():
    text = feed(SpecialDay(date(2026, 12, 24), False, "점검\r\nEND:VCALENDAR", ("phone",)))
    assert text.count("\r\nEND:VCALENDAR") == 1
    assert "점검\\nEND:VCALENDAR" in text


def test_a_days_identity_outlives_a_new_build_and_a_new_reason():
    later = feed(SpecialDay(date(2026, 12, 25), False, "이사", ("phone",)), stamp=datetime(2026, 12, 1, tzinfo=UTC))
    assert re.findall("UID:.*", later) == re.findall("UID:.*", feed())
    assert "DTSTAMP:20261201T000000Z" in later


def test_an_opened_day_is_not_in_the_feed():
    assert "20261225" not in feed(SpecialDay(date(2026, 12, 25), True, "지원", ("phone",)))


def test_without_days_off_the_feed_is_an_empty_calendar():
    data = ContactData("", "", (Channel("help", "도움말", "찾을 때", Week("always")),), (), CALENDAR)
    text = days_off_feed(data, "help", date(2026, 12, 1), date(2027, 1, 31), STAMP, "휴무", "help.example")
    assert "VEVENT" not in text
    assert text.endswith("X-WR-TIMEZONE:Asia/Seoul\r\nEND:VCALENDAR\r\n")
