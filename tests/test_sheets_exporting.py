"""An export proves itself: what would not come back is not written."""

from __future__ import annotations

import pytest
from sellerhelp.sheets.exporting import csv_rows, export
from sellerhelp.sheets.library import make_library

HEAD = "---\ntitle: 주문\nnumber: 3\ndescription: 설명이에요.\nupdated: 2026-11-22\n---\n"
FAQ = (
    "- id: orders-one\n  question: 첫 질문인가요?\n  answer: 네.\n  also: [하나]\n  tags: [가]\n  updated: 2026-11-22\n"
)


def library(faq: str = FAQ):
    return make_library({"orders/index.md": HEAD, "orders/faq.yml": faq})[0]


@pytest.mark.parametrize("kind", [".xlsx", ".csv"])
def test_an_export_is_the_same_bytes_each_time(kind):
    data, problems = export(library(), kind, 1793527200)
    assert problems == [] and data == export(library(), kind, 1793527200)[0]


def test_one_table_holds_all_manuals():
    assert csv_rows(library().sheets())[1][:4] == ["주문", "orders-one", "첫 질문인가요?", "네."]


@pytest.mark.parametrize("kind", [".xlsx", ".csv"])
def test_what_excel_would_cut_is_not_written(kind):
    _, problems = export(library(FAQ.replace("네.", "가" * 32_766)), kind, 0)
    assert [(problem.rule, str(problem)) for problem in problems] == [
        ("sheets-length", "docs/orders/faq.yml:1:3: 오류: ‘답’이 너무 길어 엑셀의 한 칸에 들어가지 않아요.\n"
         "    32,767자보다 짧게 줄이거나 질문을 나누세요.")
    ]  # fmt: skip


def test_what_a_sheet_cannot_hold_is_not_written(monkeypatch):
    monkeypatch.setattr("sellerhelp.sheets.workbook.escaped", str.upper)  # a planted fault of the writer
    _, problems = export(library(FAQ.replace("네.", "Yes.")), ".xlsx", 0)
    assert [(problem.rule, str(problem)) for problem in problems] == [
        ("sheets-unlike", "docs/orders/faq.yml:1:3: 오류: 질문 ‘orders-one’를 스프레드시트에 그대로 담을 수 없어요.\n"
         "    엑셀이 따로 쓰는 글(_x000D_)이나 보이지 않는 글자가 있는지 살펴보세요.")
    ]  # fmt: skip


@pytest.mark.parametrize("kind", [".xlsx", ".csv"])
@pytest.mark.parametrize("text", ["_x000D_", "x005F_", "_x005F_x000D_", "'=1", "가\n\n=1", "‘’", "<b>&amp;", "😀"])
def test_strange_texts_come_back(kind, text):
    faq = FAQ.replace("네.", "|\n    " + text.replace("\n", "\n    "))
    assert export(library(faq), kind, 0)[1] == []
