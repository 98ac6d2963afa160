"""CSV as Korean spreadsheets write and read it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from sellerhelp.problem import Problem
from sellerhelp.sheets.archive import MOST_BYTES, MOST_COLUMNS, MOST_ROWS
from sellerhelp.sheets.cells import Book, Cell, Sheet
from sellerhelp.sheets.clean import guarded, is_formula, unguarded

BOM = b"\xef\xbb\xbf"
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Returns rows as CSV that Excel opens by a double click: UTF-8 with its mark, CRLF, no formulas."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([guarded(text) for text in row] for row in rows)
    return BOM + out.getvalue().encode()


def read_csv(data: bytes, name: str, title: str) -> Book:
    """Reads CSV of whatever encoding and delimiter Excel chose. title: what its only sheet is called."""
    if len(data) > MOST_BYTES:
        return _refused(name, "sheets-size", "파일이 너무 커요.", "20MB보다 작게 나누세요.")
    text = decoded(data)
    if text is None or "\0" in text:
        mend = "엑셀에서 ‘다른 이름으로 저장 > CSV UTF-8(쉼표로 분리)’로 저장하세요."
        return _refused(name, "sheets-encoding", "글자를 읽을 수 없는 파일이에요.", mend)
    if text.lstrip()[:1] == "<":
        mend = "엑셀에서 ‘다른 이름으로 저장 > Excel 통합 문서(*.xlsx)’로 저장하세요."
        return _refused(name, "sheets-kind", "엑셀 파일이 아니라 웹 문서예요.", mend)
    return _table(text, name, title)


def decoded(data: bytes) -> str | None:
    """Returns the text of a file in UTF-8, UTF-16 with its mark (Excel's "Unicode text") or CP949; else None."""
    encodings = [_UTF16[data[:2]]] if data[:2] in _UTF16 else ["utf-8-sig", "cp949"]
    for encoding in encodings:
        try:
            return data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
    return None


def delimiter(text: str) -> str:
    """Returns what separates the cells of the first row: a comma, a semicolon or a tab."""
    head = text.lstrip("\r\n").split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _table(text: str, name: str, title: str) -> Book:
    if text[:4].lower() == "sep=":  # Excel's own hint for itself
        text = text.split("\n", 1)[-1]
    cells: dict[tuple[int, int], Cell] = {}
    number = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    try:
        for number, row in enumerate(reader, 1):
            if number > MOST_ROWS or len(row) > MOST_COLUMNS:
                mend = f"{MOST_ROWS:,}행, {MOST_COLUMNS}열 안으로 줄이세요."
                return _refused(name, "sheets-rows", "표가 너무 커요.", mend)
            cells.update({(number, at): _cell(value) for at, value in enumerate(row, 1) if value.strip()})
    except csv.Error:
        text = f"{number + 1}번째 행부터 따옴표가 맞지 않아요."
        return _refused(name, "sheets-quotes", text, "엑셀에서 열어 ‘CSV UTF-8(쉼표로 분리)’로 다시 저장하세요.")
    return Book([Sheet(title, cells)])


def _cell(value: str) -> Cell:
    return Cell("formula", value) if is_formula(value) else Cell("text", unguarded(value))


def _refused(name: str, rule: str, text: str, mend: str) -> Book:
    return Book([], [Problem(name, 0, 0, text, mend, rule=rule)])
