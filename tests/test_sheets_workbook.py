"""The exported workbook, looked at as Excel does."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook
from sellerhelp.faq.entry import KEYS
from sellerhelp.sheets.cells import letters
from sellerhelp.sheets.columns import COLUMNS
from sellerhelp.sheets.workbook import ManualSheet, write_workbook

ROWS = (
    {"id": "orders-one", "question": "=첫 질문?", "answer": "- 하나\n- 둘", "also": ("가", "나"), "tags": ("배송", "발주"),
     "updated": "2026-11-22", "was": (), "featured": "2", "related": ("invoice.md",), "finds": ()},
    {"id": "orders-two", "question": "_x000D_?", "answer": "네.", "also": (), "tags": ("발주",), "updated": "2026-11-21",
     "was": ("orders-old",), "featured": "", "related": (), "finds": ("둘",)},
)  # fmt: skip
MANUALS = [ManualSheet("orders", "주문·배송", ROWS), ManualSheet("policy", "정책: [규정]/신고", ROWS[1:])]
DATA = write_workbook(MANUALS, 1793527200)


@pytest.fixture(scope="module")
def workbook():
    return load_workbook(io.BytesIO(DATA))


def test_the_same_questions_give_the_same_bytes():
    assert write_workbook(MANUALS, 1793527200) == DATA != write_workbook(MANUALS, 1793527202)


def test_each_manual_has_a_sheet_then_comes_the_help(workbook):
    assert workbook.sheetnames == ["주문·배송", "정책   규정  신고", "쓰는 법", "목록"]
    assert [sheet.sheet_state for sheet in workbook] == ["visible"] * 3 + ["hidden"]


def test_the_columns_are_the_keys_of_an_entry():
    assert [column.key for column in COLUMNS] == [key.name for key in KEYS]


def test_cells_hold_what_was_given(workbook):
    sheet = workbook["주문·배송"]
    row = [cell.value for cell in sheet[2]]
    assert row[:10] == [
        "orders-one",
        "=첫 질문?",
        "- 하나\n- 둘",
        "가\n나",
        "배송\n발주",
        sheet["F2"].value,
        None,
        2,
        "invoice.md",
        None,
    ]
    assert sheet["F2"].value.date() == date(2026, 11, 22) and sheet["F2"].number_format == "yyyy-mm-dd"


def test_what_looks_like_a_formula_is_text_with_a_quote(workbook):
    sheet = workbook["주문·배송"]
    assert [(sheet[name].data_type, sheet[name].quotePrefix) for name in ("B2", "C2", "C3")] == [("s", True), ("s", True), ("s", False)]  # fmt: skip


def test_only_ids_that_exist_are_locked_and_rows_can_be_added(workbook):
    sheet = workbook["주문·배송"]
    assert [sheet.cell(2, at).protection.locked for at in range(1, 11)] == [True] + [False] * 9
    assert not any(sheet.column_dimensions[cell.column_letter].protection.locked for cell in sheet[1])
    protection = sheet.protection
    assert protection.sheet and not protection.password
    assert not (protection.insertRows or protection.formatRows or protection.autoFilter or protection.formatCells)


def test_heads_are_frozen_texts_wrapped_and_rows_filtered(workbook):
    sheet = workbook["주문·배송"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == (
        "B2",
        f"A1:{letters(len(COLUMNS))}3",
        "$1:$1",
    )
    assert all(cell.alignment.wrap_text and cell.alignment.vertical == "top" for cell in sheet[2])
    assert sheet.column_dimensions["C"].width == 80


def test_lists_and_limits_help_to_fill_in(workbook):
    rules = {str(rule.sqref): rule for rule in workbook["주문·배송"].data_validations.dataValidation}
    assert {where: rule.type for where, rule in rules.items()} == {
        "E2:E2000": "list", "F2:F2000": "date", "H2:H2000": "whole", "B2:B2000": "textLength",
    }  # fmt: skip
    assert rules["E2:E2000"].formula1 == "=목록!$A$1:$A$2" and not rules["E2:E2000"].showErrorMessage
    assert rules["F2:F2000"].error == "날짜를 2026-11-22처럼 적으세요."
    assert [cell.value for cell in workbook["목록"]["A"]] == ["배송", "발주"]


def test_the_help_explains_every_column(workbook):
    terms = [row[0].value for row in workbook["쓰는 법"]]
    assert [column.title for column in COLUMNS if column.title not in terms] == []
    text = "\n".join(str(row[1].value) for row in workbook["쓰는 법"])
    assert "make faq-import FILE=파일이름.xlsx" in text and "DRY=1" in text
