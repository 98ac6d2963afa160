"""Which version of a value holds on a day, and what it prints."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from sellerhelp.values.data import Value, Values, Version
from sellerhelp.yamltext import Place

PLACE = Place("docs/values.yml", 1, 1)
CASES = json.loads((Path(__file__).parent / "cases/values_force.json").read_text("utf-8"))["cases"]


def day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def value(*versions: tuple[str, str, str], unit: str = "%", name: str = "판매수수료") -> Value:
    """versions: from, until, value; "" for a day that is not written."""
    made = tuple(Version(day(start), day(end), number, "", "", PLACE) for start, end, number in versions)
    return Value(name, "제목", unit, "공지", "2025년", False, made, PLACE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_case_of_the_table(case):
    one = value(*((row["from"], row.get("until", ""), str(at)) for at, row in enumerate(case["versions"])))
    found = one.at(date.fromisoformat(case["day"]))
    assert (one.versions.index(found) if found else -1) == case["holds"]


def test_a_version_ends_as_written_or_the_day_before_the_next():
    one = value(("", "2024-12-31", "1"), ("2025-03-01", "", "2"), ("2025-06-02", "", "3"))
    assert [one.last_day(version) for version in one.versions] == [date(2024, 12, 31), date(2025, 6, 1), None]


def test_later_versions_are_those_that_have_not_begun():
    one = value(("", "", "1"), ("2027-01-01", "", "2"), ("2028-01-01", "", "3"))
    assert [version.value for version in one.later(date(2026, 12, 31))] == ["2", "3"]
    assert [version.value for version in one.later(date(2027, 1, 1))] == ["3"]


VALUES = Values({"판매수수료": value(("2025-06-02", "", "2.73")), "발송 기한": value(("", "", "3"), unit="영업일")})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ 판매수수료 }}", "2.73%"),
        ("{{판매수수료}}예요", "2.73%예요"),
        ("{{\t발송 기한 }} 안에, {{ 판매수수료 }}", "3영업일 안에, 2.73%"),
        ("{{ 모르는 것 }}", "{{ 모르는 것 }}"),
        ("{{ }} { 판매수수료 } {{", "{{ }} { 판매수수료 } {{"),
        ("{{ 판매수수료\n}}", "{{ 판매수수료\n}}"),
        ("", ""),
    ],
)
def test_a_text_is_filled_with_the_values_in_force(text, shown):
    assert VALUES.plain(text, date(2026, 11, 1)) == shown


def test_a_value_that_does_not_hold_leaves_a_dash():
    assert VALUES.plain("{{ 판매수수료 }}", date(2020, 1, 1)) == "–"
