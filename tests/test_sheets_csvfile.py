"""CSV in the shapes that Korean spreadsheets save."""

from __future__ import annotations

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from sellerhelp.sheets.cells import Cell
from sellerhelp.sheets.csvfile import read_csv, write_csv

TABLE = [["id", "질문", "답"], ["orders-one", "첫 질문, 맞나요?", "네.\n“그래요.” 뷁"]]


def told(data: bytes) -> dict:
    book = read_csv(data, "질문.csv", "질문")
    assert book.problems == []
    return {place: cell.value for place, cell in book.sheets[0].cells.items()}


def text(delimiter: str = ",", end: str = "\r\n") -> str:
    rows = [[f'"{cell}"' for cell in row] for row in TABLE]
    return end.join(delimiter.join(row) for row in rows) + end


SHAPES = {
    "UTF-8": text().encode(),
    "UTF-8 with its mark": text().encode("utf-8-sig"),
    "CP949 (ANSI of Korean Windows)": text().encode("cp949"),
    "Unicode text of Excel": text("\t").encode("utf-16"),
    "Unicode text of a Macintosh": b"\xfe\xff" + text("\t").encode("utf-16-be"),
    "semicolons": text(";").encode(),
    "tabs": text("\t").encode(),
    "LF": text(end="\n").encode(),
    "Excel's hint": ("sep=;\r\n" + text(";")).encode(),
    "no last line end": text().rstrip().encode(),
}


@pytest.mark.parametrize("data", SHAPES.values(), ids=SHAPES)
def test_every_shape_is_the_same_table(data):
    cells = told(data)
    assert [[cells[row, column].replace("\r\n", "\n") for column in (1, 2, 3)] for row in (1, 2)] == TABLE


def test_euc_kr_is_read_too():
    assert told("id,질문,답\r\n".encode("euc-kr"))[1, 2] == "질문"


REFUSED = [
    (b"\xff\x00\x80id", "sheets-encoding", "글자를 읽을 수 없는 파일이에요."),
    (b"id\0,a", "sheets-encoding", "글자를 읽을 수 없는 파일이에요."),
    (b"\x89PNG\r\n\x1a\n\xff\xff", "sheets-encoding", "글자를 읽을 수 없는 파일이에요."),
    (b"<html><table>", "sheets-kind", "엑셀 파일이 아니라 웹 문서예요."),
    ('id,질문\r\na,"열린 따옴표\r\n'.encode(), "sheets-quotes", "2번째 행부터 따옴표가 맞지 않아요."),
    (b"a\r\n" * 20_001, "sheets-rows", "표가 너무 커요."),
    (b"a," * 101, "sheets-rows", "표가 너무 커요."),
    (b"a" * 20_000_001, "sheets-size", "파일이 너무 커요."),
    (b'"' + b"a" * 200_000 + b'"', "sheets-quotes", "1번째 행부터 따옴표가 맞지 않아요."),
]  # fmt: skip


@pytest.mark.parametrize(("data", "rule", "words"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_table_is_refused(data, rule, words):
    problem = read_csv(data, "질문.csv", "질문").problems[0]
    assert (problem.path, problem.rule, problem.text) == ("질문.csv", rule, words)


@pytest.mark.parametrize(
    "value", ["=1+1", '=HYPERLINK("https://a")', "＝1", "+SUM(A1)", "-2+3+cmd|' /C calc'!A0", "@SUM(1)"]
)
def test_a_formula_is_known_as_one(value):
    cells = read_csv(write_csv([["id"]])[:-2] + b"\r\n" + f'"{value.replace(chr(34), chr(34) * 2)}"'.encode(), "a", "a")
    assert cells.sheets[0].cells[2, 1] == Cell("formula", value)


@pytest.mark.parametrize("value", ["- 하나\n- 둘", "+82-2-1588-3819", "-", "@네이버", "'따옴표'", "3 = 3"])
def test_a_text_that_only_begins_like_one_is_a_text(value):
    data = b"id\r\n" + f'"{value}"'.encode()
    assert read_csv(data, "a", "a").sheets[0].cells[2, 1] == Cell("text", value)


@seed(20261122)
@settings(max_examples=200, deadline=None, database=None)
@given(st.lists(st.lists(st.text(st.sampled_from("=+-@\t\r\n＝＋－＠'\"가a,; "), min_size=1, max_size=6), min_size=1, max_size=3), min_size=1, max_size=4))  # fmt: skip
def test_whatever_is_written_is_never_a_formula_and_reads_back_identically(rows):
    data = write_csv([["id", "b", "c"], *rows])
    cells = read_csv(data, "a", "a").sheets[0].cells
    for number, row in enumerate(rows, 2):
        for at, value in enumerate(row, 1):
            if value.strip():
                assert cells[number, at] == Cell("text", value)


def test_what_is_written_begins_with_the_mark_that_excel_needs():
    assert write_csv([["=a", "'b", "c"]]) == b"\xef\xbb\xbf'=a,''b,c\r\n"
