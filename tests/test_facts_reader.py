"""The fact base is read line by line, and every line that cannot be a fact is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sellerhelp.facts.reader import next_id, read_facts

SHOWN = "docs/_facts/orders.md"
SOUND = """# 주문 사실표

기준일: 2024-06 · 모은 자료
용어: ‘센터’는 판매자 화면.

## 발송
- orders-001 발송기한 = 3영업일 [faq:12,13]
- orders-004 송장 = 하나 [web:example.com, 2025-11] (확인필요)

## 취소
- orders-003 취소 = 요청 [유추]
"""


def said(source: str) -> list[str]:
    return [str(problem) for problem in read_facts(source, "orders", SHOWN)[1]]


def test_a_fact_knows_its_section_its_date_and_its_place():
    facts, problems = read_facts(SOUND, "orders", SHOWN)
    assert problems == []
    assert [(fact.id, fact.section, fact.date, fact.is_doubtful) for fact in facts] == [
        ("orders-001", "발송", "2024-06", False),
        ("orders-004", "발송", "2025-11", True),
        ("orders-003", "취소", "2024-06", False),
    ]
    assert facts[0].sources == ("faq:12,13",)
    assert (facts[2].place.line, facts[2].place.column) == (11, 3)


PROBLEMS = [
    (
        "- 발송기한 = 3영업일 [faq:1]\n",
        "docs/_facts/orders.md:1:3: 오류: 사실의 번호가 없거나 ‘orders-’로 시작하지 않아요.\n"
        "    ‘- ’ 다음에 비어 있는 번호를 적으세요. 예: - orders-001 …",
    ),
    (
        "- orders-007 가 [faq:1]\n- policy-001 나 [faq:1]\n",
        "docs/_facts/orders.md:2:3: 오류: 사실의 번호가 없거나 ‘orders-’로 시작하지 않아요.\n"
        "    ‘- ’ 다음에 비어 있는 번호를 적으세요. 예: - orders-008 …",
    ),
    (
        "- orders-001\n",
        "docs/_facts/orders.md:1:3: 오류: 사실 ‘orders-001’이 비어 있어요.\n    번호 다음에 사실을 적으세요.",
    ),
    (
        "- orders-001 발송기한 = 3영업일 [menu]\n",
        "docs/_facts/orders.md:1:3: 오류: 사실 ‘orders-001’에는 출처가 없어요.\n"
        "    줄 끝에 출처를 적으세요. 예: [faq:981] 또는 [web:example.com, 2026-01]",
    ),
    (
        "- orders-001 가 [faq:1]\n\n- orders-001 나 [faq:2]\n",
        "docs/_facts/orders.md:3:3: 오류: 사실 번호 ‘orders-001’이 1번째 줄에도 있어요.\n"
        "    번호는 하나만 가리켜야 해요. 둘 중 하나에 새 번호를 주세요.",
    ),
]


@pytest.mark.parametrize(("source", "text"), PROBLEMS, ids=["no id", "foreign", "empty", "no source", "double"])
def test_a_broken_line_is_told_with_place_and_mend(source, text):
    assert said(source) == [text]


def test_numbers_are_counted_up_from_the_highest_and_gaps_stay():
    facts, _ = read_facts(SOUND, "orders", SHOWN)
    assert next_id("orders", facts) == "orders-005"
    assert next_id("orders", []) == "orders-001"


@given(st.text(alphabet=st.characters(codec="utf-8")) | st.text(alphabet="- #orders01[]:faq\n확인"))
def test_any_text_is_read_without_an_exception(source):
    facts, problems = read_facts(source, "orders", SHOWN)
    assert all(fact.sources or any(p.line == fact.place.line for p in problems) for fact in facts)
