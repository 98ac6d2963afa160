"""Writes the questions as one workbook: a sheet a manual, made for people who edit in Excel."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from sellerhelp.sheets.archive import repacked
from sellerhelp.sheets.cells import letters
from sellerhelp.sheets.clean import escaped, is_risky
from sellerhelp.sheets.columns import COLUMNS, Column, Value, Values, cell_text
from sellerhelp.sheets.helpsheet import help_rows
from sellerhelp.sheets.names import HELP, LISTS, sheet_title

_HEAD = PatternFill("solid", fgColor="E7EEF3")
_BOLD = Font(bold=True)
_TOP = Alignment(wrap_text=True, vertical="top")
_FREE = Protection(locked=False)
# As far down as new rows may reach.
_LAST_ROW = 2000


@dataclass(frozen=True)
class ManualSheet:
    """folder: of the manual below docs/. title: its name. rows: its questions in the order of its faq.yml."""

    folder: str
    title: str
    rows: tuple[Values, ...]


def write_workbook(manuals: Sequence[ManualSheet], moment: int) -> bytes:
    """Returns the bytes of an .xlsx file, the same for the same questions. moment: epoch seconds, its date."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    tags = [_tags(manual) for manual in manuals]
    for number, manual in enumerate(manuals):
        _fill(
            workbook.create_sheet(sheet_title(manual.title, manual.folder)),
            manual,
            _validations(number, len(tags[number])),
        )
    _help(workbook.create_sheet(HELP))
    _lists(workbook.create_sheet(LISTS), tags)
    created = datetime.fromtimestamp(moment, UTC).replace(tzinfo=None)
    workbook.properties.creator, workbook.properties.created = "", created
    out = io.BytesIO()
    workbook.save(out)
    return repacked(out.getvalue(), moment)


def _tags(manual: ManualSheet) -> list[str]:
    return list(dict.fromkeys(tag for row in manual.rows for tag in row["tags"]))


def _fill(sheet: Worksheet, manual: ManualSheet, validations: Iterable[DataValidation]) -> None:
    for at, column in enumerate(COLUMNS, 1):
        head = sheet.cell(1, at, column.title)
        head.font, head.fill, head.alignment = _BOLD, _HEAD, _TOP
        # The style of a column is that of its blank cells: new rows can be typed into.
        size = sheet.column_dimensions[letters(at)]
        size.width, size.protection, size.alignment = column.width, _FREE, _TOP
        size.number_format = "yyyy-mm-dd" if column.kind == "day" else "@" if column.kind != "rank" else "0"
    for number, row in enumerate(manual.rows, 2):
        for at, column in enumerate(COLUMNS, 1):
            _write(sheet.cell(number, at), row.get(column.key, ""), column)
    for validation in validations:
        sheet.add_data_validation(validation)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{letters(len(COLUMNS))}{len(manual.rows) + 1}"
    _protect(sheet)
    _page(sheet)


def _write(cell: Any, value: Value, column: Column) -> None:
    cell.alignment = _TOP
    cell.protection = Protection(locked=column.key == "id")
    text = cell_text(value)
    if not text:
        return
    if column.kind == "day":
        cell.value, cell.number_format = date.fromisoformat(text), "yyyy-mm-dd"
    elif column.kind == "rank":
        cell.value = int(text)
    else:
        cell.value, cell.number_format = escaped(text), "@"
        cell.data_type = "s"  # whatever it begins with, it is text
        cell.quotePrefix = is_risky(text)


def _protect(sheet: Worksheet) -> None:
    """Locks the ids that exist and nothing else; no password, it only guards against slips."""
    sheet.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"):
        setattr(sheet.protection, allowed, False)


def _page(sheet: Worksheet) -> None:
    """Prints on A4 across, as wide as one page, with the headings on each."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _validations(manual: int, tags: int) -> list[DataValidation]:
    """The lists and limits of the cells to fill in. manual: the column of its tags on the sheet of lists."""
    source = f"={LISTS}!${letters(manual + 1)}$1:${letters(manual + 1)}${max(tags, 1)}"
    tag = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=False)
    tag.promptTitle, tag.prompt = "태그", "목록에서 고르세요. 여러 개면 Alt+Enter로 한 줄에 하나씩 적으세요."
    day = DataValidation("date", operator="greaterThan", formula1="36526", allow_blank=True, errorTitle="고친 날")
    day.error = "날짜를 2026-11-22처럼 적으세요."
    rank = DataValidation("whole", operator="between", formula1="1", formula2="99", allow_blank=True)
    rank.errorTitle, rank.error = "첫 화면 순서", "1부터 세는 수를 적거나 비워 두세요."
    # Korean letters are one unit each; Excel itself stops at 32,767.
    question = DataValidation("textLength", operator="lessThan", formula1="200", allow_blank=True)
    question.errorTitle, question.error = "질문", "질문을 200자보다 짧게 적으세요."
    for validation, key in ((tag, "tags"), (day, "updated"), (rank, "featured"), (question, "question")):
        at = letters([column.key for column in COLUMNS].index(key) + 1)
        validation.add(f"{at}2:{at}{_LAST_ROW}")
        validation.showInputMessage = True
        validation.showErrorMessage = validation is not tag
    return [tag, day, rank, question]


def _help(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 100
    for number, (term, text) in enumerate(help_rows(), 1):
        for at, words in enumerate((term, text), 1):
            cell = sheet.cell(number, at, words or None)
            cell.alignment = _TOP
            cell.font = Font(bold=at == 1, size=14 if number == 1 else 11)
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    _page(sheet)


def _lists(sheet: Worksheet, tags: Sequence[Sequence[str]]) -> None:
    """The tags of each manual in a column of their own, for the lists of the cells."""
    for at, names in enumerate(tags, 1):
        for number, name in enumerate(names, 1):
            cell = sheet.cell(number, at, escaped(name))
            cell.data_type = "s"
    sheet.sheet_state = "hidden"
