"""Reads a workbook: values and nothing else; what cannot be taken for text is named by its cell."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.sheets.archive import archive_problem, broken
from sellerhelp.sheets.cells import Book, Cell, Sheet, letters
from sellerhelp.sheets.clean import unescaped
from sellerhelp.sheets.names import OWN_SHEETS


def read_xlsx(data: bytes, name: str) -> Book:
    """Reads every sheet but our own help and list sheets. data: the whole file. name: as the writer gave it."""
    problem = archive_problem(data, name)
    if problem:
        return Book([], [problem])
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library tells in English what it leaves out
            workbook = load_workbook(io.BytesIO(data), keep_links=False)
            return _book(workbook)
    except Exception:  # why: the library raises whatever a strange part happens to break
        return Book([], [broken(name)])


def _book(workbook: Any) -> Book:
    book = Book()
    for sheet in workbook.worksheets:
        if sheet.title in OWN_SHEETS:
            continue
        book.sheets.append(Sheet(sheet.title, dict(_cells(sheet))))
        book.problems += [*_hidden(sheet), *_merged(sheet)]
    return book


def _cells(sheet: Worksheet) -> Iterable[tuple[tuple[int, int], Cell]]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None and cell.value != "":
                yield (cell.row, cell.column), _cell(cell.value, cell.data_type)


def _cell(value: Any, data_type: str) -> Cell:
    if data_type == "f":
        return Cell("formula", str(getattr(value, "text", value)))
    if data_type == "e":
        return Cell("error", str(value))
    if isinstance(value, str):
        return Cell("text", unescaped(value))
    if isinstance(value, bool):
        return Cell("other", str(value).upper())
    if isinstance(value, int | float):
        return Cell("number", f"{value:.15g}" if isinstance(value, float) else str(value))
    if isinstance(value, datetime):
        return Cell("day", value.date().isoformat())
    return Cell("day" if isinstance(value, date) else "other", str(value))


def _hidden(sheet: Worksheet) -> Iterable[Problem]:
    """Says what was read although nobody saw it."""
    if sheet.sheet_state != "visible":
        yield _said(sheet.title, f"숨긴 시트 {attach(sheet.title, '도/도')} 읽었어요.")
    rows = [number for number, row in sheet.row_dimensions.items() if row.hidden and number <= sheet.max_row]
    for words in _spans(rows):
        yield _said(sheet.title, f"숨긴 행 {words}도 읽었어요.")
    columns = [name for name, column in sheet.column_dimensions.items() if column.hidden]
    if columns:
        yield _said(sheet.title, f"숨긴 열 {', '.join(sorted(columns))}도 읽었어요.")


def _said(title: str, text: str) -> Problem:
    return Problem(title, 0, 0, text, "빼려면 숨기지 말고 지우세요.", "warning", rule="sheets-hidden")


def _spans(numbers: Iterable[int]) -> list[str]:
    """Prints 3, 5–7 of 3, 5, 6, 7."""
    groups = groupby(enumerate(sorted(numbers)), lambda pair: pair[1] - pair[0])
    spans = [[number for _, number in group] for _, group in groups]
    return [str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans]


def _merged(sheet: Worksheet) -> Iterable[Problem]:
    for span in sheet.merged_cells.ranges:
        first, last = f"{letters(span.min_col)}{span.min_row}", f"{letters(span.max_col)}{span.max_row}"
        text = f"{first}부터 {last}까지 합친 셀이에요. 어느 질문의 것인지 알 수 없어요."
        mend = "‘셀 병합 해제’를 누르고 칸마다 적으세요."
        yield Problem(f"{sheet.title}!{first}", 0, 0, text, mend, rule="sheets-merged")
