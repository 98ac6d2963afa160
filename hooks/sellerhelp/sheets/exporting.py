"""The questions as files for spreadsheets, proven by reading them back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.sheets.cells import Book
from sellerhelp.sheets.clean import MOST_UNITS, units
from sellerhelp.sheets.columns import BY_KEY, COLUMNS, MANUAL, cell_text
from sellerhelp.sheets.csvfile import read_csv, write_csv
from sellerhelp.sheets.library import Library
from sellerhelp.sheets.table import is_same, read_rows
from sellerhelp.sheets.workbook import ManualSheet, write_workbook
from sellerhelp.sheets.xlsx import read_xlsx

KINDS = (".xlsx", ".csv")


def export(library: Library, kind: str, moment: int) -> tuple[bytes, list[Problem]]:
    """Returns the bytes of a file. kind: one of KINDS. moment: epoch seconds, the date inside an .xlsx.

    With a problem nothing should be written: a spreadsheet cannot hold some text.
    """
    sheets = library.sheets()
    problems = [problem for sheet in sheets for problem in _too_long(library, sheet)]
    if problems:
        return b"", problems
    data = write_workbook(sheets, moment) if kind == ".xlsx" else write_csv(csv_rows(sheets))
    return data, _unlike(library, read_file(data, f"faq{kind}"))


def csv_rows(sheets: Sequence[ManualSheet]) -> list[list[str]]:
    """Returns all questions as one table, the manual in the first column."""
    rows = [[MANUAL.title, *(column.title for column in COLUMNS)]]
    for sheet in sheets:
        rows += [[sheet.title, *(cell_text(row[column.key]) for column in COLUMNS)] for row in sheet.rows]
    return rows


def read_file(data: bytes, name: str) -> Book:
    """Reads a file by what it holds, whatever its name says."""
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return read_xlsx(data, name)
    return read_csv(data, name, PurePath(name).stem)


def _too_long(library: Library, sheet: ManualSheet) -> list[Problem]:
    by_id = library.collection.by_id()
    return [
        by_id[str(row["id"])].place.problem(
            f"{attach(BY_KEY[key].title, '이/가')} 너무 길어 엑셀의 한 칸에 들어가지 않아요.",
            f"{MOST_UNITS:,}자보다 짧게 줄이거나 질문을 나누세요.",
            rule="sheets-length",
        )
        for row in sheet.rows
        for key, value in row.items()
        if units(cell_text(value)) >= MOST_UNITS - 1  # one for the quote that guards
    ]


def _unlike(library: Library, book: Book) -> list[Problem]:
    """Names the questions that would not come back as they are."""
    rows, _ = read_rows(book.sheets, library.titles)
    came = {row.id: row.values for row in rows}
    by_id = library.collection.by_id()
    problems = []
    for sheet in library.sheets():
        for row in sheet.rows:
            entry = by_id[str(row["id"])]
            if entry.id not in came or not all(is_same(key, came[entry.id][key], now) for key, now in row.items()):
                text = f"질문 {attach(entry.id, '을/를')} 스프레드시트에 그대로 담을 수 없어요."
                mend = "엑셀이 따로 쓰는 글(_x000D_)이나 보이지 않는 글자가 있는지 살펴보세요."
                problems.append(entry.place.problem(text, mend, rule="sheets-unlike"))
    return problems
