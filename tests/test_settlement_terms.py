"""The numbers of the rule come from values.yml, and a missing one is told where it is needed."""

from __future__ import annotations

from datetime import date

import pytest
from sellerhelp.settlement.terms import NAMES, read_terms
from sellerhelp.values.reader import read_values
from sellerhelp.yamltext import Place

from tests.conftest import ROOT
from tests.test_settlement_rule import TERMS

DAY, ASKED = date(2026, 11, 1), Place("docs/a.md", 9, 1)
SOURCE = "".join(
    f"- name: {name}\n  title: 값\n  source: 공지\n  as_of: 오늘\n  versions:\n    - value: '{getattr(TERMS, term)}'\n"
    for term, name in NAMES.items()
)


def read(source: str):
    return read_terms(read_values(source, "docs/values.yml")[0], DAY, ASKED)


def test_every_number_is_read():
    assert read(SOURCE) == (TERMS, [])


def test_the_committed_values_have_them_all():
    terms, problems = read((ROOT / "docs/values.yml").read_text("utf-8"))
    assert (terms, problems) == (TERMS, [])


@pytest.mark.parametrize(
    ("old", "new", "rule", "said"),
    [
        ("name: 발송기한", "name: 발송 기한", "settlement-value-missing", "docs/a.md:9:1: 오류: 정산일 계산기가 쓰는 값 ‘발송기한’이 없어요.\n    docs/values.yml에 적으세요. 예: name: 발송기한"),
        ("    - value: '45'", "    - {until: 2020-01-01, value: '45'}", "settlement-value-missing", "docs/values.yml:25:9: 오류: 정산일 계산기가 쓰는 값 ‘해외·예약 구매확정’은 오늘 정해진 것이 없어요.\n    이 값의 ‘from’과 ‘until’을 살펴보세요."),
        ("'28'", "약 28", "settlement-number", "docs/values.yml:24:7: 오류: 계산기는 ‘추적 불가 구매확정’의 값을 1부터 99까지의 수로 받아요. 지금은 ‘약 28’이에요.\n    예: value: '8'"),
        ("'28'", "'0'", "settlement-number", "docs/values.yml:24:7: 오류: 계산기는 ‘추적 불가 구매확정’의 값을 1부터 99까지의 수로 받아요. 지금은 ‘0’이에요.\n    예: value: '8'"),
    ],
)  # fmt: skip
def test_a_planted_mistake_is_told_and_nothing_is_counted(old, new, rule, said):
    assert SOURCE.count(old) == 1
    terms, problems = read(SOURCE.replace(old, new))
    assert terms is None
    assert [(problem.rule, str(problem)) for problem in problems] == [(rule, said)]
