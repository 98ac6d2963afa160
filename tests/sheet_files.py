"""Workbooks with something wrong in them, made as their makers would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from openpyxl import Workbook

HEAD = ("id", "질문", "답", "태그", "고친 날")
ROW = ("orders-one", "첫 질문인가요?", "네.", "가", "2026-11-22")


def book(*rows, change: Callable = lambda workbook: None, title: str = "주문·배송") -> bytes:
    """Returns a workbook with one sheet. rows: below the headings. change: what else is done to it."""
    workbook = Workbook()
    workbook.active.title = title
    for row in (HEAD, *rows):
        workbook.active.append(row)
    change(workbook)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def with_parts(data: bytes, parts: dict[str, bytes | Callable[[bytes], bytes]], store: bool = False) -> bytes:
    """Returns an archive with parts added, or changed by a function."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            change = parts.get(name)
            new.writestr(
                name, old.read(name) if change is None else change(old.read(name)) if callable(change) else change
            )
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def sheet_data(xml: str) -> Callable[[bytes], bytes]:
    """Replaces the rows of a sheet by others."""

    def change(part: bytes) -> bytes:
        head, rest = part.split(b"<sheetData>")
        return head + b"<sheetData>" + xml.encode() + b"</sheetData>" + rest.split(b"</sheetData>")[1]

    return change
