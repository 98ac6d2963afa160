"""The calendar of days off: how it is written, and what the committed one says."""

from __future__ import annotations

import builtins
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest
from sellerhelp.contact.almanac import read_calendar
from sellerhelp.contact.data import Calendar
from sellerhelp.contact.snapshot import everyday_name, last_full_year, main, snapshot_text

FILE = Path(__file__).parents[1] / "docs/contact/holidays.yml"


@pytest.mark.parametrize(
    ("legal", "name"),
    [
        ("신정연휴", "신정"),
        ("설날 전날", "설 연휴"),
        ("설날", "설날"),
        ("설날 다음날", "설 연휴"),
        ("설날 대체 휴일", "설날 대체공휴일"),
        ("추석 다음날", "추석 연휴"),
        ("추석 대체 휴일", "추석 대체공휴일"),
        ("기독탄신일", "성탄절"),
        ("기독탄신일 대체 휴일", "성탄절 대체공휴일"),
        ("근로자의날", "근로자의 날"),
        ("노동절 대체 휴일", "노동절 대체공휴일"),
        ("지방선거일", "지방선거일"),
        ("임시공휴일", "임시공휴일"),
        ("부처님오신날; 어린이날", "부처님오신날·어린이날"),
        ("부처님오신날 대체 휴일; 어린이날 대체 휴일", "부처님오신날·어린이날 대체공휴일"),
        ("개천절; 추석 전날", "개천절·추석 연휴"),
        ("추석 전날; 추석 다음날", "추석 연휴"),
        ("새 기념일", "새 기념일"),
    ],
)
def test_legal_names_become_everyday_ones(legal, name):
    assert everyday_name(legal) == name


def test_the_file_is_compared_letter_by_letter():
    days = [(date(2027, 1, 1), "신정연휴"), (date(2026, 12, 25), "기독탄신일"), (date(2028, 1, 1), "신정연휴")]
    text = snapshot_text(days, date(2026, 1, 1), date(2027, 12, 31), date(2026, 11, 22), "holidays 0.109 (PyPI), KR")
    assert text == (
        "# 쉬는 날 달력이에요. ‘make holidays’가 패키지 holidays에서 만들어요.\n"
        "# 다시 만들면 지워지니 손으로 고치지 마세요. 임시휴무와 정상운영은 hours.yml의 exceptions에 적으세요.\n"
        "generated: 2026-11-22\n"
        "source: holidays 0.109 (PyPI), KR\n"
        "from: 2026-01-01\n"
        "until: 2027-12-31\n"
        "days:\n"
        "  - {date: 2026-12-25, name: 성탄절}  # 금\n"
        "  - {date: 2027-01-01, name: 신정}  # 금\n"
    )


def test_a_name_that_yaml_would_misread_is_quoted():
    text = snapshot_text(
        [(date(2026, 12, 25), "'쉼': a, {b}")], date(2026, 1, 1), date(2026, 12, 31), date(2026, 11, 22), "test"
    )
    assert "name: '''쉼'': a, {b}'}" in text
    calendar = read_calendar(text, "holidays.yml", problems := [])
    assert (problems, calendar.days) == ([], ((date(2026, 12, 25), "'쉼': a, {b}"),))


@pytest.mark.parametrize(
    ("days", "year"),
    [
        ([], 2028),
        ([(date(2028, 1, 27), "설날")], 2028),
        ([(date(2028, 1, 27), "설날 (추정)")], 2027),
        ([(date(2027, 2, 7), "설날 (estimated)"), (date(2028, 1, 27), "설날")], 2026),
        ([(date(2025, 1, 29), "설날 (추정)")], None),
    ],
)
def test_the_calendar_ends_before_the_first_estimated_year(days, year):
    assert last_full_year(days, range(2025, 2029)) == year


def calendar_of(path: Path) -> Calendar:
    calendar = read_calendar(path.read_text(encoding="utf-8"), "holidays.yml", problems := [])
    assert problems == []
    return calendar


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file as the command wrote it in November 2026."""
    out = tmp_path_factory.mktemp("snapshot") / "holidays.yml"
    assert main(["--today", "2026-11-22", "--out", str(out)]) == 0
    return out


KNOWN = {
    "2025-01-27": "임시공휴일",
    "2025-01-28": "설 연휴",
    "2025-03-03": "삼일절 대체공휴일",
    "2025-05-01": "근로자의 날",
    "2025-05-05": "부처님오신날·어린이날",
    "2025-05-06": "부처님오신날·어린이날 대체공휴일",
    "2025-06-03": "대통령 선거일",
    "2025-10-03": "개천절",
    "2025-10-05": "추석 연휴",
    "2025-10-06": "추석",
    "2025-10-07": "추석 연휴",
    "2025-10-08": "추석 대체공휴일",
    "2025-10-09": "한글날",
    "2026-02-16": "설 연휴",
    "2026-02-17": "설날",
    "2026-02-18": "설 연휴",
    "2026-03-02": "삼일절 대체공휴일",
    "2026-05-01": "노동절",
    "2026-05-25": "부처님오신날 대체공휴일",
    "2026-06-03": "지방선거일",
    "2026-07-17": "제헌절",
    "2026-08-17": "광복절 대체공휴일",
    "2026-09-24": "추석 연휴",
    "2026-09-26": "추석 연휴",
    "2026-10-05": "개천절 대체공휴일",
    "2026-12-25": "성탄절",
    "2027-01-01": "신정",
    "2027-02-07": "설날",
    "2027-02-08": "설 연휴",
    "2027-02-09": "설날 대체공휴일",
    "2027-05-03": "노동절 대체공휴일",
    "2027-12-27": "성탄절 대체공휴일",
}


def test_the_package_has_the_days_known_from_elsewhere(written):
    days = dict(calendar_of(written).days)
    assert {day: days.get(date.fromisoformat(day)) for day in KNOWN} == KNOWN


@pytest.mark.parametrize("day", ["2025-07-17", "2025-10-10", "2026-02-19", "2026-06-08", "2026-09-28", "2027-01-04"])
def test_the_package_has_no_days_that_were_worked(written, day):
    assert date.fromisoformat(day) not in dict(calendar_of(written).days)


def test_the_command_covers_last_year_to_next_year(written):
    calendar = calendar_of(written)
    assert (calendar.first, calendar.last) == (date(2025, 1, 1), date(2027, 12, 31))
    assert calendar.source == f"holidays {version('holidays')} (PyPI), KR"


def test_the_committed_calendar_agrees_with_what_is_known():
    calendar = calendar_of(FILE)
    known = {date.fromisoformat(day): name for day, name in KNOWN.items()}
    expected = {day: name for day, name in known.items() if calendar.first <= day <= calendar.last}
    assert expected.items() <= dict(calendar.days).items()


def test_the_first_of_may_is_a_day_off_in_every_year_of_the_committed_calendar():
    calendar = calendar_of(FILE)
    years = range(calendar.first.year, calendar.last.year + 1)
    assert {date(year, 5, 1) for year in years} <= dict(calendar.days).keys()


def test_the_committed_calendar_is_what_the_command_writes(tmp_path, capsys):
    """Nobody edited it by hand, and a newer package was followed by a newer calendar."""
    out, calendar = tmp_path / "holidays.yml", calendar_of(FILE)
    ahead = calendar.last.year - calendar.generated.year
    assert main(["--today", f"{calendar.generated}", "--years-ahead", f"{ahead}", "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == FILE.read_text(encoding="utf-8")
    assert capsys.readouterr().out == (
        f"holidays.yml: {calendar.first}부터 {calendar.last}까지, 쉬는 날 {len(calendar.days)}일\n"
    )


def test_the_command_can_look_two_years_ahead(tmp_path):
    out = tmp_path / "holidays.yml"
    assert main(["--today", "2026-11-22", "--years-ahead", "2", "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert "until: 2028-12-31" in text
    assert "{date: 2028-04-12, name: 국회의원 선거일}" in text
    assert "{date: 2028-10-03, name: 개천절·추석}" in text


def test_without_the_package_the_command_says_what_to_do(tmp_path, capsys, monkeypatch):
    real = builtins.__import__

    def refuse(name, *arguments, **more):
        if name == "holidays":
            raise ImportError(name)
        return real(name, *arguments, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    assert main(["--today", "2026-11-22", "--out", str(tmp_path / "holidays.yml")]) == 1
    assert capsys.readouterr().err == "패키지 holidays가 없어요. ‘make holidays’로 실행하세요.\n"
    assert list(tmp_path.iterdir()) == []
