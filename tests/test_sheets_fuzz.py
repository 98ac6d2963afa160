"""Whatever somebody sends as a spreadsheet: an answer in Korean, never an exception, in bounded time."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, seed, settings
from hypothesis import strategies as st
from sellerhelp.problem import errors
from sellerhelp.sheets.csvfile import write_csv
from sellerhelp.sheets.exporting import csv_rows, export, read_file
from sellerhelp.sheets.importing import begin_import

from tests.test_sheets_importing import DOCS, library_of

LIBRARY = library_of(DOCS)
XLSX, _ = export(LIBRARY, ".xlsx", 0)
CSV = write_csv(csv_rows(LIBRARY.sheets()))
PARTS = {name: zipfile.ZipFile(io.BytesIO(XLSX)).read(name) for name in zipfile.ZipFile(io.BytesIO(XLSX)).namelist()}
QUIET = settings(max_examples=120, deadline=None, database=None)


def imported(data: bytes) -> None:
    """An import of any bytes either says what is wrong or changes nothing but what can be read again."""
    done = begin_import(LIBRARY, read_file(data, "질문.xlsx"), "2026-11-22", "refuse", lambda texts: [])
    assert all(str(problem) for problem in done.problems)
    assert not (errors(done.problems) and done.sources and not done.plan.rows)


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


@seed(1)
@QUIET
@given(st.one_of(st.binary(max_size=300), st.binary(max_size=60).map(lambda rest: b"PK\x03\x04" + rest)))
def test_any_bytes(data):
    imported(data)


@seed(2)
@QUIET
@given(st.lists(st.tuples(st.integers(0, len(XLSX) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_workbook_with_some_bytes_changed(changes):
    data = bytearray(XLSX)
    for at, byte in changes:
        data[at] = byte
    imported(bytes(data))


@seed(3)
@QUIET
@given(st.sampled_from(sorted(PARTS)), st.data())
def test_a_workbook_with_one_part_damaged(name, data):
    part = bytearray(PARTS[name])
    start = data.draw(st.integers(0, len(part) - 1))
    end = data.draw(st.integers(start, min(len(part), start + 60)))
    part[start:end] = data.draw(st.one_of(st.binary(max_size=20), st.sampled_from([b"<f>1</f>", b"999999999", b"&#0;", b"</row>", b'r="A1"', b't="d"'])))  # fmt: skip
    imported(zipped({**PARTS, name: bytes(part)}))


@seed(4)
@QUIET
@given(st.integers(0, len(CSV) - 1), st.integers(0, 80), st.binary(max_size=20))
def test_a_csv_with_a_piece_damaged(start, length, piece):
    imported(CSV[:start] + piece + CSV[start + length :])


@seed(5)
@QUIET
@given(st.lists(st.lists(st.text(max_size=12), max_size=14), max_size=8))
def test_any_table(rows):
    imported(write_csv(rows))
