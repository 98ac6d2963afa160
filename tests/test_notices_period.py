"""Korean time as clerks write it, and a stretch of it in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sellerhelp.notices.period import period_words, read_moment

KOREA = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("written", "is_end", "moment"),
    [
        ("2026-12-25", False, datetime(2026, 12, 24, 15, tzinfo=UTC)),
        ("2026-12-25", True, datetime(2026, 12, 25, 15, tzinfo=UTC)),
        ("2026-12-25 09:30", False, datetime(2026, 12, 25, 0, 30, tzinfo=UTC)),
        ("2026-12-25 09:30", True, datetime(2026, 12, 25, 0, 30, tzinfo=UTC)),
        ("2028-02-29", False, datetime(2028, 2, 28, 15, tzinfo=UTC)),
    ],
)
def test_a_written_moment_is_korean_time_and_a_bare_end_is_the_end_of_its_day(written, is_end, moment):
    assert read_moment(written, is_end) == moment.timestamp()


UNREAL = [
    "", "2026-2-1", "2026-02-29", "2026-13-01", "2026-12-25T09:00", "2026-12-25 24:00", "2026-12-25 9:00", "26-12-25", "2026-12-25 ",
    "0000-01-01", "0202-12-25", "2200-01-01", "9999-12-31", "２０２６-12-25",
]  # fmt: skip


@pytest.mark.parametrize("written", UNREAL)
def test_what_is_no_moment_is_none(written):
    assert read_moment(written) is None


WORDS = [
    ("2026-12-25", "2026-12-25", "2026년 12월 25일(금)"),
    ("2026-12-18", "2026-12-25", "2026년 12월 18일(금)–25일(금)"),
    ("2026-11-28", "2026-12-04", "2026년 11월 28일(토)–12월 4일(금)"),
    ("2026-12-28", "2027-01-04", "2026년 12월 28일(월)–2027년 1월 4일(월)"),
    ("2026-12-28", "2027-12-28", "2026년 12월 28일(월)–2027년 12월 28일(화)"),
    ("2026-12-25 02:00", "2026-12-25 06:30", "2026년 12월 25일(금) 2시–6시 30분"),
    ("2026-12-25 22:00", "2026-12-26 02:00", "2026년 12월 25일(금) 22시 – 26일(토) 2시"),
    ("2026-12-25 02:00", "2026-12-25", "2026년 12월 25일(금) 2시–24시"),
    ("2026-12-25 02:00", "2026-12-26", "2026년 12월 25일(금) 2시 – 26일(토) 24시"),
    ("2026-12-25", "2026-12-26 10:00", "2026년 12월 25일(금) 0시 – 26일(토) 10시"),
    ("2026-12-31 02:00", "2027-01-01 10:00", "2026년 12월 31일(목) 2시 – 2027년 1월 1일(금) 10시"),
]


@pytest.mark.parametrize(("start", "end", "words"), WORDS)
def test_a_stretch_is_said_with_weekdays_and_only_as_much_as_it_needs(start, end, words):
    assert period_words(read_moment(start), read_moment(end, is_end=True)) == words


@given(st.datetimes(datetime(2000, 1, 1), datetime(2199, 12, 31)), st.booleans())
def test_any_moment_is_read_as_the_same_one_in_korea(moment, is_end):
    written = f"{moment.isoformat(' ', 'minutes')}"
    read = read_moment(written, is_end)
    assert datetime.fromtimestamp(read, KOREA).isoformat(" ", "minutes").removesuffix("+09:00") == written
