"""What no parser of workbooks may ever see, each with the words that its sender reads."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile

import pytest
from sellerhelp.sheets import archive
from sellerhelp.sheets.archive import archive_problem, repacked

from tests.sheet_files import ROW, SHEET, book, sheet_data, with_parts

SOUND = book(ROW)
BILLION = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>"""
SAVE_AS = "엑셀에서 ‘다른 이름으로 저장 > Excel 통합 문서(*.xlsx)’로 저장하세요."
ANEW = "새 파일에 질문만 복사해 넣고 저장하세요."
BLANKS = "질문 아래의 빈 행과 오른쪽의 빈 열을 모두 골라 지우고 저장하세요."
TOO_BIG = "시트가 너무 커요. 한 시트에 20,000행, 100열까지 읽어요."
BROKEN = "엑셀 파일이 깨져서 읽을 수 없어요."


def old_file(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + stream.encode("utf-16-le") + bytes(500)


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return out.getvalue()


REFUSED = {
    "a macro": (with_parts(SOUND, {"xl/vbaProject.bin": b"x"}), "sheets-macro", "매크로가 든 파일이에요.", SAVE_AS),
    "a link to another file": (with_parts(SOUND, {"xl/externalLinks/externalLink1.xml": b"<a/>"}), "sheets-link",
        "다른 파일을 가리키는 연결이 있어요.", "엑셀의 ‘데이터 > 연결 편집’에서 연결을 끊고 저장하세요."),
    "a query": (with_parts(SOUND, {"xl/connections.xml": b"<a/>"}), "sheets-link",
        "바깥 자료를 불러오는 연결이 있어요.", "엑셀의 ‘데이터 > 쿼리 및 연결’에서 지우고 저장하세요."),
    "an object": (with_parts(SOUND, {"xl/embeddings/oleObject1.bin": b"x"}), "sheets-object",
        "끼워 넣은 개체가 있어요.", "개체를 지우고 저장하세요."),
    "an encrypted workbook": (old_file("EncryptedPackage"), "sheets-encrypted", "암호가 걸린 파일이에요.",
        "엑셀의 ‘파일 > 정보 > 통합 문서 보호’에서 암호를 풀고 저장하세요."),
    "a workbook of Excel 97": (old_file("Workbook"), "sheets-kind", "옛 엑셀 파일(xls)이에요.", SAVE_AS),
    "a binary workbook": (zipped("xl/workbook.bin"), "sheets-kind", "이진 통합 문서(xlsb)예요.", SAVE_AS),
    "an OpenDocument sheet": (zipped("content.xml"), "sheets-kind", "오픈도큐먼트 파일(ods)이에요.", SAVE_AS),
    "a Numbers document": (zipped("Index/Document.iwa"), "sheets-kind", "넘버스 파일이에요.", SAVE_AS),
    "a letter": (zipped("word/document.xml"), "sheets-kind", "워드 문서예요.", SAVE_AS),
    "some other archive": (zipped("a.txt"), "sheets-kind", "엑셀 파일이 아니에요.", "make faq-export 로 만든 파일을 고쳐서 쓰세요."),
    "a part that unpacks to 30 MB": (with_parts(SOUND, {"xl/media/a.xml": bytes(30_000_000)}), "sheets-bomb",
        "압축을 풀면 너무 커지는 파일이에요.", ANEW),
    "a thousand parts": (with_parts(SOUND, {f"xl/a{n}.xml": b"<a/>" for n in range(1000)}), "sheets-bomb",
        "압축을 풀면 너무 커지는 파일이에요.", ANEW),
    "entities": (with_parts(SOUND, {"xl/sharedStrings.xml": BILLION}), "sheets-entity", "파일 안에 위험한 XML이 있어요.", ANEW),
    "entities in UTF-16": (with_parts(SOUND, {"xl/styles.xml": BILLION.decode().encode("utf-16")}), "sheets-entity",
        "파일 안에 위험한 XML이 있어요.", ANEW),
    "a cell in the last row that Excel has": (with_parts(SOUND, {SHEET: sheet_data('<row r="1048576"><c r="A1048576"/></row>')}),
        "sheets-rows", TOO_BIG, BLANKS),
    "a cell in the last column": (with_parts(SOUND, {SHEET: sheet_data('<row r="1"><c r="XFD1"><v>1</v></c></row>')}),
        "sheets-rows", TOO_BIG, BLANKS),
    "no cell addresses, many cells": (with_parts(SOUND, {SHEET: sheet_data("<row>" + "<c><v>1</v></c>" * 500_000 + "</row>")}),
        "sheets-bomb", "압축을 풀면 너무 커지는 파일이에요.", ANEW),
    "half a file": (SOUND[: len(SOUND) // 2], "sheets-broken", BROKEN, f"엑셀에서 열리는지 확인하고, {SAVE_AS}"),
    "broken XML": (with_parts(SOUND, {SHEET: b"<worksheet><a>"}), "sheets-broken", BROKEN, f"엑셀에서 열리는지 확인하고, {SAVE_AS}"),
    "too many bytes": (b"PK" + bytes(20_000_000), "sheets-size", "파일이 너무 커요.", "20MB보다 작게 나누세요."),
}  # fmt: skip


@pytest.mark.parametrize(("data", "rule", "text", "mend"), REFUSED.values(), ids=REFUSED)
def test_a_harmful_file_is_refused_in_its_own_words(data, rule, text, mend):
    problem = archive_problem(data, "질문.xlsx")
    assert (problem.path, problem.rule, problem.text, problem.mend) == ("질문.xlsx", rule, text, mend)


def test_a_sound_workbook_passes():
    assert archive_problem(SOUND, "질문.xlsx") is None


def test_a_million_rows_are_refused_in_bounded_time_and_memory():
    rows = "".join(f'<row r="{number}"><c r="A{number}" s="1"/></row>' for number in range(1, 1_000_001))
    data = with_parts(SOUND, {SHEET: sheet_data(rows)})
    del rows
    tracemalloc.start()
    begun = time.process_time()
    problem = archive_problem(data, "질문.xlsx")
    taken, peak = time.process_time() - begun, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert problem.rule in ("sheets-rows", "sheets-bomb")
    assert taken < 10 and peak < 150_000_000


def test_a_part_may_not_hold_more_than_it_states(monkeypatch):
    lied = bytearray(with_parts(SOUND, {"xl/media/a.xml": b"<a>" + b" " * 5_000_000 + b"</a>"}))
    honest = (5_000_007).to_bytes(4, "little")
    assert lied.count(honest) >= 2
    lied = bytes(lied).replace(honest, (9).to_bytes(4, "little"))
    assert archive_problem(lied, "질문.xlsx").rule in ("sheets-broken", "sheets-bomb")


def test_every_part_is_dated_at_the_moment_and_nothing_else_changes():
    again = zipfile.ZipFile(io.BytesIO(repacked(SOUND, 1793527200)))
    before = zipfile.ZipFile(io.BytesIO(SOUND))
    assert again.namelist() == before.namelist()
    assert {(info.date_time, info.create_system) for info in again.infolist()} == {((2026, 11, 1, 10, 0, 0), 3)}
    assert b">2026-11-01T10:00:00Z</dcterms:modified>" in again.read("docProps/core.xml")
    assert [name for name in again.namelist() if again.read(name) != before.read(name)] == ["docProps/core.xml"]


def test_limits_stand_where_the_messages_say():
    assert (archive.MOST_ROWS, archive.MOST_COLUMNS, archive.MOST_BYTES) == (20_000, 100, 20_000_000)
