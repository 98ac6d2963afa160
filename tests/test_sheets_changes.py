"""What an import would do, and why a row cannot be taken."""

from __future__ import annotations

import pytest
from sellerhelp.faq.entry import read_entries
from sellerhelp.sheets.cells import Cell, Sheet
from sellerhelp.sheets.changes import plan
from sellerhelp.sheets.table import read_rows

FAQ = """- id: orders-one
  question: 첫 질문인가요?
  answer: 네.
  tags: [가]
  updated: 2026-11-22
- id: orders-two
  question: 둘째 질문이 이렇게나 길면 어떻게 되나요?
  answer: 네.
  tags: [가]
  updated: 2026-11-22
"""
ENTRIES = read_entries(FAQ, "orders/faq.yml", "docs/orders/faq.yml")[0]
HEAD = ("id", "질문", "답", "태그", "고친 날", "옛 id")
ONE = ("orders-one", "첫 질문인가요?", "네.", "가", "2026-11-22", "")
TWO = ("orders-two", "둘째 질문이 이렇게나 길면 어떻게 되나요?", "네.", "가", "2026-11-22", "")


def planned(*rows, gone: str = "refuse", published=()):
    cells = {
        (number, at): Cell("text", value)
        for number, row in enumerate((HEAD, *rows), 1)
        for at, value in enumerate(row, 1)
        if value
    }
    read, problems = read_rows([Sheet("주문", cells)], {"orders": "주문"})
    assert problems == []
    return plan(ENTRIES, read, published, "2026-12-01", gone)


def test_the_same_rows_change_nothing_in_any_order():
    assert planned(ONE, TWO).is_empty and not planned(ONE, TWO).is_reordered
    assert planned(TWO, ONE).is_empty and planned(TWO, ONE).is_reordered


def test_what_changed_is_named_by_its_key():
    found = planned(("orders-one", "다른가요?", "네.", "가\n나", "2026-11-22", ""), TWO)
    assert [(one.id, dict(one.values)) for one in found.changes] == [
        ("orders-one", {"question": "다른가요?", "tags": ("가", "나")})
    ]


def test_a_new_question_without_a_date_is_of_today():
    found = planned(ONE, TWO, ("orders-new", "새로운가요?", "네.", "가", "", ""))
    assert [(one.after, one.values["updated"], one.has_proposed_id) for one in found.additions] == [
        ("orders-two", "2026-12-01", False)
    ]


def test_an_id_that_was_published_is_never_proposed_again():
    found = planned(ONE, TWO, ("", "새로운가요?", "네.", "가", "", ""), published=["orders-saeroungayo"])
    assert found.additions[0].values["id"] == "orders-saeroungayo-2"


def test_a_question_whose_row_is_gone_stays_when_asked_to():
    found = planned(ONE, gone="keep")
    assert (found.is_empty, [entry.id for entry in found.kept], found.problems) == (True, ["orders-two"], [])


def test_a_question_that_was_never_published_may_go():
    found = planned(ONE, gone="remove")
    assert ([entry.id for entry in found.removals], found.problems) == (["orders-two"], [])


REFUSED = [
    (planned(("orders-one", "", "네.", "가", "2026-11-22", ""), TWO), "sheets-blank",
     "주문!B2: 오류: ‘질문’이 비어 있어요. 원래 값은 ‘첫 질문인가요?’예요.\n"
     "    값을 다시 적으세요. 질문을 지우려면 행을 통째로 지우세요."),
    (planned(ONE, TWO, ("orders-new", "새로운가요?", "네.", "", "", "")), "sheets-blank",
     "주문!D4: 오류: 새 질문에 ‘태그’가 없어요.\n    태그 칸을 적으세요."),
    (planned(ONE), "sheets-removed",
     "주문: 오류: 질문 ‘orders-two’가 시트에서 사라졌어요. 질문은 ‘둘째 질문이 이렇게나 길면 어떻게 되…’예요.\n"
     "    행을 되살리세요. 지우려면 명령 뒤에 REMOVE=1을, 시트에 없는 질문을 그대로 두려면 KEEP=1을 붙이세요."),
    (planned(ONE, gone="remove", published=["orders-two"]), "sheets-orphaned",
     "주문: 오류: 공개했던 질문 ‘orders-two’를 지우면 그 주소로 오는 독자가 길을 잃어요.\n"
     "    그 답을 이어받은 질문의 ‘옛 id’ 칸에 ‘orders-two’를 적으세요."),
]  # fmt: skip


@pytest.mark.parametrize(("found", "rule", "words"), REFUSED)
def test_a_row_that_cannot_be_taken_says_why(found, rule, words):
    assert [(problem.rule, str(problem)) for problem in found.problems] == [(rule, words)]
