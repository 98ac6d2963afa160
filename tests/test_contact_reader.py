"""Every mistake a clerk can make in hours.yml and holidays.yml, word for word."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from sellerhelp.contact.data import SpecialDay, Week
from sellerhelp.contact.reader import read_contact
from sellerhelp.problem import errors

DOCS = Path(__file__).parents[1] / "docs/contact"

HEAD = """\
timezone: Asia/Seoul
as_of: 2026-11-22
basis: 바뀔 수 있어요.
holidays: holidays.yml
"""
PHONE = """\
channels:
  - id: phone
    name: 전화
    for: 급할 때
"""
TWO = """\
channels:
  - {id: phone, name: 전화, for: 급할 때, week: {평일: "09:00-18:00"}}
  - {id: talk, name: 톡톡상담, for: 짧을 때, week: {평일: "09:00-18:00"}}
  - {id: help, name: 도움말, for: 찾을 때, week: 언제나}
"""
CALENDAR = """\
generated: 2026-11-22
source: holidays 0.109
from: 2026-01-01
until: 2027-12-31
days:
  - {date: 2026-12-25, name: 성탄절}
"""


def shown(hours: str, holidays: str | None = CALENDAR) -> str:
    reading = read_contact(hours, holidays, "hours.yml", "holidays.yml")
    return "\n".join(map(str, reading.problems))


def phone(lines: str) -> str:
    """A file with one channel whose further lines start on line 9."""
    return HEAD + PHONE + "".join(f"    {line}\n" for line in lines.splitlines())


def exceptions(*items: str) -> str:
    """A file with three channels whose exceptions start on line 10."""
    return HEAD + TWO + "exceptions:\n" + "".join(f"  - {item}\n" for item in items)


# --- what is right ------------------------------------------------------------------------------


def test_the_files_of_the_site_have_no_error_and_six_channels():
    hours, holidays = ((DOCS / name).read_text(encoding="utf-8") for name in ("hours.yml", "holidays.yml"))
    reading = read_contact(hours, holidays)
    assert errors(reading.problems) == []
    kinds = {channel.id: channel.week.kind for channel in reading.data.channels}
    assert kinds == {
        "phone": "hours",
        "talk": "hours",
        "inquiry": "always",
        "remote": "unknown",
        "help": "always",
        "manual": "always",
    }
    assert reading.data.channel("phone").phone == "1588-3819"
    assert reading.data.as_of == "수집 자료 (수집일 미표기)"


def test_a_channel_is_read_with_all_its_lines():
    text = 'phone: 1588-3819\nwhere: [센터, 공지사항]\nreply: 바로\nnote: 알림\nweek: {평일: "9:00-18:00"}\n'
    reading = read_contact(phone(text + 'lunch: "12:00-13:00"\nholidays: 운영'), CALENDAR)
    assert reading.problems == ()
    channel = reading.data.channel("phone")
    assert (channel.name, channel.purpose, channel.where) == ("전화", "급할 때", ("센터", "공지사항"))
    assert (channel.phone, channel.reply, channel.note) == ("1588-3819", "바로", "알림")
    assert (channel.lunch, channel.works_on_holidays) == ((720, 780), True)
    assert channel.week == Week("hours", (((540, 1080),),) * 5 + ((), ()))


@pytest.mark.parametrize(
    ("week", "days"),
    [
        ("{월: 09:00-18:00}", {0: ((540, 1080),)}),
        ("{월-수: 09:00-18:00, 토: 00:00-24:00}", dict.fromkeys(range(3), ((540, 1080),)) | {5: ((0, 1440),)}),
        ("{평일: 09:00~18:00}", dict.fromkeys(range(5), ((540, 1080),))),
        ("{월–화: 09:00 – 18:00}", dict.fromkeys(range(2), ((540, 1080),))),
        ("{월: '14:00-18:00, 09:00-12:00'}", {0: ((540, 720), (840, 1080))}),
    ],
)
def test_hours_may_be_written_in_several_ways(week, days):
    reading = read_contact(phone(f"week: {week}"), CALENDAR)
    assert reading.problems == ()
    assert {number: spans for number, spans in enumerate(reading.data.channel("phone").week.days) if spans} == days


@pytest.mark.parametrize(("word", "kind"), [("언제나", "always"), ("확인필요", "unknown"), ("확인 필요", "unknown")])
def test_a_week_may_be_a_word(word, kind):
    reading = read_contact(phone(f"week: {word}"), CALENDAR)
    assert (reading.problems, reading.data.channel("phone").week) == ((), Week(kind))


def test_exceptions_without_channels_are_for_all_that_have_hours():
    reading = read_contact(exceptions("{date: 2026-12-24, kind: 임시휴무, reason: 점검}"), CALENDAR)
    assert reading.problems == ()
    assert reading.data.special_days == (SpecialDay(date(2026, 12, 24), False, "점검", ("phone", "talk")),)


def test_an_exception_may_have_channels_and_hours():
    text = "{date: 2026-12-25, kind: 정상운영, reason: 지원, channels: [phone], hours: '10:00-15:00'}"
    reading = read_contact(exceptions(text), CALENDAR)
    assert reading.problems == ()
    assert reading.data.special_days == (SpecialDay(date(2026, 12, 25), True, "지원", ("phone",), ((600, 900),)),)


def test_two_channels_may_have_exceptions_on_one_date():
    one = "{date: 2026-12-24, kind: 임시휴무, reason: 점검, channels: [phone]}"
    other = "{date: 2026-12-24, kind: 정상운영, reason: 지원, channels: talk}"
    assert shown(exceptions(one, other)) == ""


@pytest.mark.parametrize("empty", ["exceptions: []\n", "exceptions:\n", ""])
def test_there_may_be_no_exceptions(empty):
    assert shown(HEAD + empty + TWO) == ""


def test_the_calendar_is_read_with_the_place_of_its_end():
    calendar = read_contact(HEAD + TWO, CALENDAR, "hours.yml", "holidays.yml").data.calendar
    assert (calendar.first, calendar.last) == (date(2026, 1, 1), date(2027, 12, 31))
    assert calendar.days == ((date(2026, 12, 25), "성탄절"),)
    assert (calendar.place.path, calendar.place.line, calendar.place.column) == ("holidays.yml", 4, 8)


def test_the_examples_in_the_files_own_comments_can_be_copied():
    """The head of hours.yml shows two exceptions and some hours; what it says after two spaces is explanation."""
    head = (DOCS / "hours.yml").read_text(encoding="utf-8").split("timezone:")[0]
    lines = [re.split(r"(?<=\S)  +", line.removeprefix("#   "))[0] for line in head.splitlines()]
    start = lines.index("- date: 2026-12-24")
    sample = lines[start : lines.index('  hours: "10:00-15:00"') + 1]
    assert shown(HEAD + TWO + "exceptions:\n" + "".join(f"  {line}\n" for line in sample)) == ""
    weeks = [line for line in lines if re.match('(평일|월-목|토): "', line)]
    assert len(weeks) == 3
    for week in weeks:
        assert shown(phone(f"week: {{{week}}}")) == ""


# --- hours.yml: the file ------------------------------------------------------------------------


def test_an_empty_file_is_reported():
    assert shown("") == "hours.yml:1:1: 오류: 파일이 비어 있어요.\n    예: timezone: Asia/Seoul"


def test_broken_yaml_is_reported_once():
    assert shown("timezone: [\n") == (
        "hours.yml:2:1: 오류: YAML을 읽을 수 없어요.\n    들여쓰기와 줄 맨 앞의 ‘- ’를 위아래 줄과 맞추세요."
    )


def test_a_list_is_no_file():
    assert shown("- a") == (
        "hours.yml:1:1: 오류: 운영 시간 파일에는 ‘이름: 값’ 줄이 와야 해요.\n    예: timezone: Asia/Seoul"
    )


def test_missing_lines_are_reported_with_an_example():
    assert shown("as_of: 2026-11-22\n") == "\n".join(
        [
            "hours.yml:1:1: 오류: 운영 시간 파일에 ‘basis’ 줄이 없어요.",
            "    예: basis: 수집 자료 기준이라 바뀔 수 있어요.",
            "hours.yml:1:1: 오류: 운영 시간 파일에 ‘channels’ 줄이 없어요.",
            "    예: channels: [{id: phone, name: 전화, for: 급할 때, week: 언제나}]",
            "hours.yml:1:1: 오류: 운영 시간 파일에 ‘holidays’ 줄이 없어요.",
            "    예: holidays: holidays.yml",
            "hours.yml:1:1: 오류: 운영 시간 파일에 ‘timezone’ 줄이 없어요.",
            "    예: timezone: Asia/Seoul",
        ]
    )


def test_another_time_zone_is_refused():
    assert shown((HEAD + TWO).replace("Asia/Seoul", "Europe/Paris")) == (
        "hours.yml:1:11: 오류: ‘timezone’의 값 ‘Europe/Paris’를 몰라요.\n    쓸 수 있는 값: Asia/Seoul"
    )


def test_an_unknown_line_is_refused_with_the_nearest_name():
    assert shown(HEAD + "exeptions: []\n" + TWO) == (
        "hours.yml:5:1: 오류: 운영 시간 파일에 모르는 이름 ‘exeptions’가 있어요.\n    ‘exceptions’를 쓰려고 했나요?"
    )


def test_a_date_of_the_facts_that_is_no_date_is_refused():
    assert shown((HEAD + TWO).replace("2026-11-22", "2026-13-22")) == (
        "hours.yml:2:8: 오류: ‘as_of’의 날짜 ‘2026-13-22’를 읽을 수 없어요.\n    예: as_of: 2026-11-22"
    )


def test_the_date_of_the_facts_may_be_words():
    assert read_contact((HEAD + TWO).replace("2026-11-22", "수집일 미표기"), CALENDAR).data.as_of == "수집일 미표기"


def test_channels_are_a_list():
    assert shown(HEAD + "channels: phone\n") == (
        "hours.yml:5:11: 오류: ‘channels’에는 ‘- ’로 시작하는 목록이 와야 해요.\n"
        "    예: channels: [{id: phone, name: 전화, for: 급할 때, week: 언제나}]"
    )


def test_there_is_a_channel_at_least():
    assert shown(HEAD + "channels: []\n") == (
        "hours.yml:5:11: 오류: ‘channels’에는 ‘- ’로 시작하는 목록이 와야 해요.\n"
        "    예: channels: [{id: phone, name: 전화, for: 급할 때, week: 언제나}]"
    )


# --- hours.yml: a channel -----------------------------------------------------------------------

CHANNEL_MISTAKES = {
    "an unknown line": (
        'week: 언제나\nweekend: "09:00-18:00"',
        "hours.yml:10:5: 오류: 창구에 모르는 이름 ‘weekend’가 있어요.\n    ‘week’를 쓰려고 했나요?",
    ),
    "an unknown line like no other": (
        "week: 언제나\n팩스: 없음",
        "hours.yml:10:5: 오류: 창구에 모르는 이름 ‘팩스’가 있어요.\n"
        "    쓸 수 있는 이름: id, name, for, where, phone, reply, note, week, lunch, holidays",
    ),
    "no week": (
        "note: 알림",
        'hours.yml:6:5: 오류: 창구에 ‘week’ 줄이 없어요.\n    예: week: {평일: "09:00-18:00"}',
    ),
    "a week that is a word nobody knows": (
        "week: 매일",
        "hours.yml:9:11: 오류: ‘week’의 값 ‘매일’을 읽을 수 없어요.\n"
        '    예: week: {평일: "09:00-18:00"}, week: 언제나, week: 확인필요',
    ),
    "an empty week": (
        "week:",
        "hours.yml:9:10: 오류: ‘week’의 값을 읽을 수 없어요.\n"
        '    예: week: {평일: "09:00-18:00"}, week: 언제나, week: 확인필요',
    ),
    "a week as a list": (
        "week: [월, 화]",
        "hours.yml:9:11: 오류: ‘week’의 값을 읽을 수 없어요.\n"
        '    예: week: {평일: "09:00-18:00"}, week: 언제나, week: 확인필요',
    ),
    "a week without days": (
        "week: {}",
        "hours.yml:9:11: 오류: 상담하는 요일이 하나도 없어요.\n"
        '    예: week: {평일: "09:00-18:00"}, week: 언제나, week: 확인필요',
    ),
    "a day nobody knows": (
        'week: {월욜: "09:00-18:00"}',
        "hours.yml:9:12: 오류: 요일 ‘월욜’을 알 수 없어요.\n"
        "    쓸 수 있는 이름: 월, 화, 수, 목, 금, 토, 일, 평일, 월-금처럼 이은 요일",
    ),
    "days that run backwards": (
        'week: {금-월: "09:00-18:00"}',
        "hours.yml:9:12: 오류: 요일 ‘금-월’을 알 수 없어요.\n"
        "    쓸 수 있는 이름: 월, 화, 수, 목, 금, 토, 일, 평일, 월-금처럼 이은 요일",
    ),
    "a day twice": (
        'week:\n  평일: "09:00-18:00"\n  금: "09:00-17:00"',
        "hours.yml:11:7: 오류: 금요일 시간이 두 번 있어요. 첫 번째는 10번째 줄이에요.\n"
        "    요일마다 한 번만 적으세요. 예: 월-목, 금",
    ),
    "hours in words": (
        "week: {월: 9시부터 18시}",
        'hours.yml:9:15: 오류: ‘월’의 시간 ‘9시부터 18시’를 읽을 수 없어요.\n    예: 월: "09:00-18:00"',
    ),
    "no hours at all": (
        "week: {월: }",
        'hours.yml:9:15: 오류: ‘월’이 비어 있어요.\n    예: 월: "09:00-18:00"',
    ),
    "a comma too many": (
        'week: {월: "09:00-12:00,"}',
        'hours.yml:9:15: 오류: ‘월’에 남는 쉼표가 있어요.\n    예: "09:00-12:00, 13:00-18:00"',
    ),
    "a minute that is none": (
        'week: {월: "09:60-18:00"}',
        'hours.yml:9:15: 오류: ‘월’의 시간 ‘09:60-18:00’을 읽을 수 없어요.\n    예: 월: "09:00-18:00"',
    ),
    "a reversed range": (
        'week: {월: "18:00-09:00"}',
        "hours.yml:9:15: 오류: 시간 ‘18:00-09:00’은 끝이 시작보다 빨라요.\n"
        '    예: "09:00-18:00"\n'
        '    자정을 넘기면 두 요일로 나누세요. 예: 월: "18:00-24:00", 화: "00:00-09:00"',
    ),
    "an end at zero": (
        'week: {월: "18:00-00:00"}',
        'hours.yml:9:15: 오류: 시간 ‘18:00-00:00’은 끝이 시작보다 빨라요.\n    자정은 24:00으로 적으세요. 예: "18:00-24:00"',
    ),
    "a range past midnight": (
        'week: {월: "22:00-26:00"}',
        "hours.yml:9:15: 오류: 시간 ‘22:00-26:00’은 24:00을 넘어요.\n"
        '    자정을 넘기면 두 요일로 나누세요. 예: 월: "22:00-24:00", 화: "00:00-02:00"',
    ),
    "a range far from any day": (
        'week: {월: "50:00-99:00"}',
        "hours.yml:9:15: 오류: 시간 ‘50:00-99:00’은 하루 안에 있지 않아요.\n"
        '    00:00부터 24:00까지 적으세요. 예: "09:00-18:00"',
    ),
    "an empty range": (
        'week: {월: "09:00-09:00"}',
        'hours.yml:9:15: 오류: 시간 ‘09:00-09:00’은 시작과 끝이 같아요.\n    예: "09:00-18:00"',
    ),
    "overlapping ranges": (
        'week: {월: "09:00-13:00, 12:00-18:00"}',
        'hours.yml:9:15: 오류: ‘09:00-13:00’과 ‘12:00-18:00’이 겹쳐요.\n    하나로 적으세요. 예: "09:00-18:00"',
    ),
    "ranges that touch": (
        'week: {월: "09:00-12:00, 12:00-18:00"}',
        'hours.yml:9:15: 오류: ‘09:00-12:00’과 ‘12:00-18:00’이 이어져 있어요.\n    하나로 적으세요. 예: "09:00-18:00"',
    ),
    "a lunch after the hours": (
        'week: {평일: "09:00-12:00"}\nlunch: "12:00-13:00"',
        "hours.yml:10:12: 오류: 점심시간 ‘12:00-13:00’이 상담 시간 안에 있지 않아요.\n"
        '    예: week: {평일: "09:00-18:00"}, lunch: "12:00-13:00"',
    ),
    "a lunch over the edge of one day": (
        'week: {월: "09:00-18:00", 화: "09:00-12:30"}\nlunch: "12:00-13:00"',
        "hours.yml:10:12: 오류: 점심시간 ‘12:00-13:00’이 상담 시간 안에 있지 않아요.\n"
        '    예: week: {평일: "09:00-18:00"}, lunch: "12:00-13:00"',
    ),
    "a lunch at the end": (
        'week: {평일: "09:00-18:00"}\nlunch: "17:00-18:00"',
        "hours.yml:10:12: 오류: 점심시간 ‘17:00-18:00’이 상담 시간 안에 있지 않아요.\n"
        '    예: week: {평일: "09:00-18:00"}, lunch: "12:00-13:00"',
    ),
    "two lunches": (
        'week: {평일: "09:00-18:00"}\nlunch: "12:00-13:00, 15:00-15:30"',
        'hours.yml:10:12: 오류: ‘lunch’에는 시간 하나만 와야 해요.\n    예: lunch: "12:00-13:00"',
    ),
    "a lunch in words": (
        'week: {평일: "09:00-18:00"}\nlunch: 정오',
        'hours.yml:10:12: 오류: ‘lunch’의 시간 ‘정오’를 읽을 수 없어요.\n    예: lunch: "12:00-13:00"',
    ),
    "a lunch without hours": (
        'week: 언제나\nlunch: "12:00-13:00"',
        "hours.yml:10:12: 오류: ‘lunch’ 줄은 상담 시간이 있는 창구에만 쓸 수 있어요.\n    ‘lunch’ 줄을 지우세요.",
    ),
    "holidays without hours": (
        "week: 확인필요\nholidays: 휴무",
        "hours.yml:10:15: 오류: ‘holidays’ 줄은 상담 시간이 있는 창구에만 쓸 수 있어요.\n    ‘holidays’ 줄을 지우세요.",
    ),
    "holidays in another word": (
        'week: {평일: "09:00-18:00"}\nholidays: 쉼',
        "hours.yml:10:15: 오류: ‘holidays’의 값 ‘쉼’을 몰라요.\n    쓸 수 있는 값: 휴무, 운영",
    ),
    "a phone number with letters": (
        "week: 언제나\nphone: 1588-삼팔일구",
        "hours.yml:10:12: 오류: ‘phone’의 값 ‘1588-삼팔일구’를 쓸 수 없어요. 숫자와 붙임표(-)로 적으세요.\n"
        "    예: phone: 1588-3819",
    ),
    "a menu path with an empty step": (
        "week: 언제나\nwhere: [센터, '']",
        "hours.yml:10:17: 오류: ‘where’ 목록에 빈 항목이 있어요.\n    예: where: [스마트스토어센터, 공지사항]",
    ),
}


@pytest.mark.parametrize("name", CHANNEL_MISTAKES)
def test_a_mistake_in_a_channel_is_reported_word_for_word(name):
    lines, report = CHANNEL_MISTAKES[name]
    assert shown(phone(lines)) == report


def test_an_id_in_korean_is_refused():
    assert shown((HEAD + TWO).replace("id: phone", "id: 전화")) == (
        "hours.yml:6:10: 오류: ‘id’의 값 ‘전화’를 쓸 수 없어요. 영어 소문자, 숫자, 붙임표(-)로 적으세요.\n    예: id: phone"
    )


def test_a_second_channel_with_the_same_id_is_refused():
    assert shown((HEAD + TWO).replace("id: talk", "id: phone")) == (
        "hours.yml:7:10: 오류: 창구 ‘phone’가 두 번 있어요. 첫 번째는 6번째 줄이에요.\n"
        "    id를 바꾸거나 하나만 남기세요."
    )


def test_a_channel_that_is_no_mapping_is_refused():
    assert shown(HEAD + "channels:\n  - phone\n") == (
        "hours.yml:6:5: 오류: 창구에는 ‘이름: 값’ 줄이 와야 해요.\n    예: id: phone"
    )


def test_a_channel_needs_an_id_a_name_and_a_use():
    report = shown(HEAD + "channels:\n  - week: 언제나\n")
    assert report == "\n".join(
        [
            "hours.yml:6:5: 오류: 창구에 ‘for’ 줄이 없어요.",
            "    예: for: 급하거나 복잡한 일이 있을 때",
            "hours.yml:6:5: 오류: 창구에 ‘id’ 줄이 없어요.",
            "    예: id: phone",
            "hours.yml:6:5: 오류: 창구에 ‘name’ 줄이 없어요.",
            "    예: name: 전화",
        ]
    )


def test_a_channel_with_broken_hours_is_unknown_and_not_open():
    reading = read_contact(phone('week: {월: "18:00-09:00", 화: "09:00-18:00"}\nlunch: "12:00-13:00"'), CALENDAR)
    assert len(reading.problems) == 1
    assert reading.data.channel("phone").week == Week("unknown")


# --- hours.yml: exceptions ----------------------------------------------------------------------

EXCEPTION_MISTAKES = {
    "a date that is none": (
        ["{date: 2026-02-30, kind: 임시휴무, reason: 점검}"],
        "hours.yml:10:12: 오류: ‘date’의 날짜 ‘2026-02-30’을 읽을 수 없어요.\n    예: date: 2026-12-24",
    ),
    "a kind nobody knows": (
        ["{date: 2026-12-24, kind: 임시휴일, reason: 점검}"],
        "hours.yml:10:30: 오류: ‘kind’의 값 ‘임시휴일’을 몰라요.\n    ‘임시휴무’를 쓰려고 했나요?",
    ),
    "no reason": (
        ["{date: 2026-12-24, kind: 임시휴무}"],
        "hours.yml:10:5: 오류: 예외에 ‘reason’ 줄이 없어요.\n    예: reason: 시스템 점검",
    ),
    "an unknown line": (
        ["{date: 2026-12-24, kind: 임시휴무, reason: 점검, channel: phone}"],
        "hours.yml:10:48: 오류: 예외에 모르는 이름 ‘channel’이 있어요.\n    ‘channels’를 쓰려고 했나요?",
    ),
    "a channel that is not there": (
        ["{date: 2026-12-24, kind: 임시휴무, reason: 점검, channels: [phon]}"],
        "hours.yml:10:58: 오류: 창구 ‘phon’이 없어요.\n    ‘phone’를 쓰려고 했나요?",
    ),
    "a channel like no other": (
        ["{date: 2026-12-24, kind: 임시휴무, reason: 점검, channels: [팩스]}"],
        "hours.yml:10:58: 오류: 창구 ‘팩스’가 없어요.\n    쓸 수 있는 창구: phone, talk, help",
    ),
    "a channel without hours": (
        ["{date: 2026-12-24, kind: 임시휴무, reason: 점검, channels: [help]}"],
        "hours.yml:10:58: 오류: 창구 ‘help’는 상담 시간이 없어서 예외를 쓸 수 없어요.\n    쓸 수 있는 창구: phone, talk",
    ),
    "hours of a closed day": (
        ["{date: 2026-12-24, kind: 임시휴무, reason: 점검, hours: '10:00-15:00'}"],
        "hours.yml:10:55: 오류: ‘임시휴무’에는 ‘hours’ 줄을 쓸 수 없어요.\n"
        "    ‘hours’ 줄을 지우거나 kind: 정상운영으로 바꾸세요.",
    ),
    "reversed hours": (
        ["{date: 2026-12-25, kind: 정상운영, reason: 지원, hours: '15:00-10:00'}"],
        "hours.yml:10:55: 오류: 시간 ‘15:00-10:00’은 끝이 시작보다 빨라요.\n"
        '    예: "10:00-15:00"\n'
        '    자정을 넘기면 두 요일로 나누세요. 예: 월: "15:00-24:00", 화: "00:00-10:00"',
    ),
    "the same date twice": (
        ["{date: 2026-12-24, kind: 임시휴무, reason: 점검}", "{date: 2026-12-24, kind: 임시휴무, reason: 이사}"],
        "hours.yml:11:12: 오류: 2026-12-24에 창구 ‘phone’의 예외가 두 번 있어요. 첫 번째는 10번째 줄이에요.\n"
        "    한 날짜에는 창구마다 예외 하나만 남기세요.",
    ),
    "a clash for one channel": (
        [
            "{date: 2026-12-24, kind: 임시휴무, reason: 점검, channels: [talk]}",
            "{date: 2026-12-24, kind: 정상운영, reason: 지원}",
        ],
        "hours.yml:11:12: 오류: 2026-12-24에 창구 ‘talk’의 예외가 두 번 있어요. 첫 번째는 10번째 줄이에요.\n"
        "    한 날짜에는 창구마다 예외 하나만 남기세요.",
    ),
    "a day past the calendar": (
        ["{date: 2028-01-03, kind: 임시휴무, reason: 점검}"],
        "hours.yml:10:12: 알림: 예외 날짜 ‘2028-01-03’은 쉬는 날 달력 밖이라 쓰이지 않아요. "
        "달력은 2026-01-01부터 2027-12-31까지예요.\n"
        "    지난 예외는 지우고, 앞날의 예외는 ‘make holidays’로 달력을 늘리세요.",
    ),
    "a text for a mapping": (
        ["2026-12-24"],
        "hours.yml:10:5: 오류: 예외에는 ‘이름: 값’ 줄이 와야 해요.\n    예: date: 2026-12-24",
    ),
}


@pytest.mark.parametrize("name", EXCEPTION_MISTAKES)
def test_a_mistake_in_an_exception_is_reported_word_for_word(name):
    items, report = EXCEPTION_MISTAKES[name]
    assert shown(exceptions(*items)) == report


def test_exceptions_are_a_list():
    assert shown(HEAD + "exceptions: 없음\n" + TWO) == (
        "hours.yml:5:13: 오류: ‘exceptions’에는 ‘- ’로 시작하는 목록이 와야 해요.\n    예: exceptions: []"
    )


def test_of_two_exceptions_on_one_date_the_first_holds():
    one = "{date: 2026-12-24, kind: 임시휴무, reason: 점검}"
    other = "{date: 2026-12-24, kind: 정상운영, reason: 지원}"
    reading = read_contact(exceptions(one, other), CALENDAR)
    assert [special.reason for special in reading.data.special_days] == ["점검"]


# --- holidays.yml -------------------------------------------------------------------------------

AGAIN = "    ‘make holidays’로 달력을 새로 만드세요."
CALENDAR_MISTAKES = {
    "no file": (None, f"holidays.yml: 오류: 쉬는 날 달력이 없어요.\n{AGAIN}"),
    "an empty file": (" \n", f"holidays.yml: 오류: 쉬는 날 달력이 없어요.\n{AGAIN}"),
    "only comments": ("# 달력\n", f"holidays.yml: 오류: 쉬는 날 달력이 없어요.\n{AGAIN}"),
    "a list": (
        "- 2026-12-25\n",
        "holidays.yml:1:1: 오류: 쉬는 날 달력에는 ‘이름: 값’ 줄이 와야 해요.\n    예: generated: 2026-11-22",
    ),
    "no end": (
        CALENDAR.replace("until: 2027-12-31\n", ""),
        "holidays.yml:1:1: 오류: 쉬는 날 달력에 ‘until’ 줄이 없어요.\n    예: until: 2027-12-31",
    ),
    "an end before the beginning": (
        CALENDAR.replace("2027-12-31", "2025-12-31").replace("2026-12-25", "2026-01-01").split("days:")[0]
        + "days: [{date: 2026-12-25, name: 성탄절}]\n",
        "holidays.yml:4:8: 오류: ‘until’이 ‘from’보다 앞서요.\n" + AGAIN,
    ),
    "no days": (
        CALENDAR.split("days:")[0] + "days: []\n",
        "holidays.yml:5:7: 오류: ‘days’에는 ‘- ’로 시작하는 목록이 와야 해요.\n    예: days: [{date: 2026-12-25, name: 성탄절}]",
    ),
    "a day twice": (
        CALENDAR + "  - {date: 2026-12-25, name: 크리스마스}\n",
        "holidays.yml:7:12: 오류: 쉬는 날 ‘2026-12-25’가 두 번 있어요. 첫 번째는 6번째 줄이에요.\n    하나만 남기세요.",
    ),
    "a day past the end": (
        CALENDAR + "  - {date: 2028-01-01, name: 신정}\n",
        "holidays.yml:7:12: 오류: 쉬는 날 ‘2028-01-01’이 ‘from’과 ‘until’ 사이에 없어요.\n" + AGAIN,
    ),
    "a day without a name": (
        CALENDAR + "  - {date: 2027-01-01}\n",
        "holidays.yml:7:5: 오류: 쉬는 날에 ‘name’ 줄이 없어요.\n    예: name: 성탄절",
    ),
    "a date that is none": (
        CALENDAR + "  - {date: 2027-1-1, name: 신정}\n",
        "holidays.yml:7:12: 오류: ‘date’의 날짜 ‘2027-1-1’을 읽을 수 없어요.\n    예: date: 2026-12-25",
    ),
}


@pytest.mark.parametrize("name", CALENDAR_MISTAKES)
def test_a_mistake_in_the_calendar_is_reported_word_for_word(name):
    holidays, report = CALENDAR_MISTAKES[name]
    assert shown(HEAD + TWO, holidays) == report


@pytest.mark.parametrize("name", CALENDAR_MISTAKES)
def test_a_calendar_with_a_mistake_is_none_at_all(name):
    assert read_contact(HEAD + TWO, CALENDAR_MISTAKES[name][0]).data.calendar is None
