"""Cells of a workbook come as what they are; what nobody saw is said."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from openpyxl.styles import Font
from sellerhelp.sheets.cells import Cell
from sellerhelp.sheets.xlsx import read_xlsx

from tests.sheet_files import ROW, SHEET, book, sheet_data, with_parts


def cell(value, format_: str = "") -> Cell | None:
    def change(workbook):
        target = workbook.active["B2"]
        target.value = value
        target.number_format = format_ or target.number_format

    return read_xlsx(book(("orders-one",), change=change), "a.xlsx").sheets[0].cells.get((2, 2))


CELLS = [
    ("글", "", Cell("text", "글")),
    ("=1+1", "", Cell("formula", "=1+1")),
    (15883819, "", Cell("number", "15883819")),
    (1.5, "", Cell("number", "1.5")),
    (1e21, "", Cell("number", "1e+21")),
    (True, "", Cell("other", "TRUE")),
    (date(2026, 11, 22), "", Cell("day", "2026-11-22")),
    (datetime(2026, 11, 22, 9, 30), "", Cell("day", "2026-11-22")),
    (time(9, 30), "", Cell("other", "09:30:00")),
    (99_999_999, "yyyy-mm-dd", Cell("error", "#VALUE!")),
    ("#N/A", "", Cell("error", "#N/A")),
    ("가_x000D_\n나", "", Cell("text", "가\n나")),
    (None, "", None),
]


@pytest.mark.parametrize(("value", "format_", "expected"), CELLS, ids=str)
def test_a_cell_is_read_as_what_it_is(value, format_, expected):
    assert cell(value, format_) == expected


def test_a_text_that_looks_like_a_formula_is_a_text():
    def change(workbook):
        workbook.active["B2"].value, workbook.active["B2"].data_type = "=1+1", "s"

    data = book(("orders-one",), change=change)
    assert read_xlsx(data, "a.xlsx").sheets[0].cells[2, 2] == Cell("text", "=1+1")


def test_letters_of_many_fonts_are_one_text():
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    rich = CellRichText("앞 ", TextBlock(InlineFont(b=True), "굵게"), " 뒤")
    assert cell(rich) == Cell("text", "앞 굵게 뒤") and Font


def said(change) -> list[str]:
    return [str(problem) for problem in read_xlsx(book(ROW, ROW, ROW, change=change), "질문.xlsx").problems]


def hide_rows(workbook):
    for number in (2, 3, 9):
        workbook.active.row_dimensions[number].hidden = True


def hide_column(workbook):
    workbook.active.column_dimensions["C"].hidden = True


def hide_sheet(workbook):
    workbook.create_sheet("빈 시트")
    workbook["주문·배송"].sheet_state = "hidden"


def merge(workbook):
    workbook.active.merge_cells("B2:B3")


MEND = "\n    빼려면 숨기지 말고 지우세요."
SAID = [
    (hide_rows, ["주문·배송: 알림: 숨긴 행 2–3도 읽었어요." + MEND]),
    (hide_column, ["주문·배송: 알림: 숨긴 열 C도 읽었어요." + MEND]),
    (hide_sheet, ["주문·배송: 알림: 숨긴 시트 ‘주문·배송’도 읽었어요." + MEND]),
    (merge, ["주문·배송!B2: 오류: B2부터 B3까지 합친 셀이에요. 어느 질문의 것인지 알 수 없어요.\n    ‘셀 병합 해제’를 누르고 칸마다 적으세요."]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), SAID)
def test_what_cannot_be_seen_or_told_apart_is_said(change, expected):
    assert said(change) == expected
    found = read_xlsx(book(ROW, change=change), "질문.xlsx").problems
    assert {problem.rule for problem in found} == {"sheets-merged" if change is merge else "sheets-hidden"}


def test_our_own_help_and_list_sheets_are_not_questions():
    data = book(ROW, change=lambda workbook: [workbook.create_sheet("쓰는 법")["A1"], workbook.create_sheet("목록")])
    assert [sheet.title for sheet in read_xlsx(data, "a.xlsx").sheets] == ["주문·배송"]


def test_what_the_library_stumbles_over_is_a_broken_file_and_no_traceback():
    data = with_parts(book(ROW), {SHEET: sheet_data('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>')})
    assert [problem.rule for problem in read_xlsx(data, "a.xlsx").problems] == ["sheets-broken"]
