"""The rates come from values.yml, exactly, and a missing one is told where it is needed."""

from __future__ import annotations

from datetime import date

import pytest
from sellerhelp.fees.rates import NAMES, Rate, read_rates, thousandths
from sellerhelp.values.reader import read_values
from sellerhelp.yamltext import Place

from tests.conftest import ROOT

DAY, ASKED = date(2026, 11, 25), Place("docs/a.md", 9, 1)
SOURCE = "".join(
    f"- name: {name}\n  title: 값\n  unit: '%'\n  source: 공지\n  as_of: 오늘\n  versions:\n    - value: '{at}.5'\n"
    for at, name in enumerate(NAMES.values(), 1)
)


def read(source: str, day: date = DAY):
    return read_rates(read_values(source, "docs/values.yml")[0], day, ASKED)


@pytest.mark.parametrize(
    ("written", "number"),
    [("2.73", 2730), ("1.980", 1980), ("3", 3000), ("0", 0), ("99.999", 99999), ("100", None), ("2.7310", None),
     ("1.98–3.63", None), ("약 3", None), ("-1", None), (".5", None), ("", None)],
)  # fmt: skip
def test_a_rate_is_whole_thousandths(written, number):
    assert thousandths(written) == number


def test_a_rate_changes_on_its_day_and_the_first_holds_before_it():
    rate = Rate((("2025-06-02", 2730), ("2027-01-01", 3000)))
    assert [rate.at(day) for day in ("2020-01-01", "2025-06-02", "2026-12-31", "2027-01-01")] == [
        2730,
        2730,
        2730,
        3000,
    ]


def test_every_rate_is_read_from_the_day_on():
    rates, problems = read(SOURCE)
    assert problems == [] and {key: rate.versions for key, rate in rates.items()} == {
        key: (("", at * 1000 + 500),) for at, key in enumerate(NAMES, 1)
    }


def test_the_committed_values_have_them_all_and_leave_history_behind():
    rates, problems = read((ROOT / "docs/values.yml").read_text("utf-8"))
    assert problems == []
    assert rates["smart-normal"].versions == (("2025-06-02", 2730),)
    assert rates["영세"].versions == (("2022-01-31", 1980),)


@pytest.mark.parametrize(
    ("old", "new", "rule", "said"),
    [
        ("name: 판매수수료\n", "name: 다른 이름\n", "fees-value-missing", "docs/a.md:9:1: 오류: 수수료 계산기가 쓰는 값 ‘판매수수료’가 없어요.\n    docs/values.yml에 적으세요. 예: name: 판매수수료"),
        ("    - value: '6.5'", "    - {from: 2027-01-01, value: '6.5'}", "fees-value-missing", "docs/values.yml:36:9: 오류: 수수료 계산기가 쓰는 값 ‘판매수수료’는 오늘 정해진 것이 없어요.\n    이 값의 ‘from’과 ‘until’을 살펴보세요."),
        ("'1.5'", "약 2", "fees-rate", "docs/values.yml:7:7: 오류: ‘주문관리 수수료 영세’의 값 ‘약 2%’는 요율이 아니에요.\n    100보다 작은 수를 소수점 아래 셋째 자리까지 적고, 단위는 ‘%’로 적으세요."),
    ],
)  # fmt: skip
def test_a_planted_mistake_is_told_and_nothing_is_counted(old, new, rule, said):
    assert SOURCE.count(old) == 1
    rates, problems = read(SOURCE.replace(old, new))
    assert rates == {} and [(problem.rule, str(problem)) for problem in problems] == [(rule, said)]
