"""The ZIP file around a workbook: refused when it could do harm, and written with the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from sellerhelp.problem import Problem

MOST_BYTES = 20_000_000
MOST_UNPACKED = 60_000_000
MOST_PARTS = 400
MOST_RATIO = 200  # text of questions packs 3 to 12 times; rows of formatted blanks about 60
MOST_ROWS = 20_000
MOST_CELLS = 400_000
MOST_COLUMNS = 100
_SMALL = 1_000_000  # a small part may pack as well as it likes
_SAVE_AS = "엑셀에서 ‘다른 이름으로 저장 > Excel 통합 문서(*.xlsx)’로 저장하세요."

# The first that fits is said. Each is the mark of a kind of file, with what it is in Korean.
_KINDS = (
    (re.compile(r"xl/vbaProject\.bin"), "sheets-macro", "매크로가 든 파일이에요."),
    (re.compile(r"xl/workbook\.bin"), "sheets-kind", "이진 통합 문서(xlsb)예요."),
    (re.compile(r"content\.xml"), "sheets-kind", "오픈도큐먼트 파일(ods)이에요."),
    (re.compile(r"Index/.*\.iwa|Index\.zip"), "sheets-kind", "넘버스 파일이에요."),
    (re.compile(r"word/document\.xml"), "sheets-kind", "워드 문서예요."),
    (re.compile(r"ppt/presentation\.xml"), "sheets-kind", "파워포인트 문서예요."),
)
_REFUSED = (
    (re.compile(r"xl/externalLinks/"), "sheets-link", "다른 파일을 가리키는 연결이 있어요.", "엑셀의 ‘데이터 > 연결 편집’에서 연결을 끊고 저장하세요."),
    (re.compile(r"xl/(connections|queryTables/.*)\.xml"), "sheets-link", "바깥 자료를 불러오는 연결이 있어요.", "엑셀의 ‘데이터 > 쿼리 및 연결’에서 지우고 저장하세요."),
    (re.compile(r"xl/(embeddings|activeX)/"), "sheets-object", "끼워 넣은 개체가 있어요.", "개체를 지우고 저장하세요."),
)  # fmt: skip


def archive_problem(data: bytes, name: str) -> Problem | None:
    """Says why a file is not read as a workbook, before any parser of workbooks sees it.

    data: the whole file. name: as the writer gave it.
    """
    if len(data) > MOST_BYTES:
        return _problem(name, "sheets-size", "파일이 너무 커요.", "20MB보다 작게 나누세요.")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _old_container(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _kind(archive, name) or _bomb(archive, len(data), name) or _parts(archive, name)
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        KeyError,
        zipfile.zlib.error,
    ):
        return broken(name)


def broken(name: str) -> Problem:
    """Says that a file is no workbook that anybody could open."""
    return _problem(
        name, "sheets-broken", "엑셀 파일이 깨져서 읽을 수 없어요.", f"엑셀에서 열리는지 확인하고, {_SAVE_AS}"
    )


def _problem(name: str, rule: str, text: str, mend: str) -> Problem:
    return Problem(name, 0, 0, text, mend, rule=rule)


def _old_container(data: bytes, name: str) -> Problem:
    """Says whether an OLE file is an encrypted workbook or one of Excel 97."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _problem(name, "sheets-encrypted", "암호가 걸린 파일이에요.", "엑셀의 ‘파일 > 정보 > 통합 문서 보호’에서 암호를 풀고 저장하세요.")  # fmt: skip
    return _problem(name, "sheets-kind", "옛 엑셀 파일(xls)이에요.", _SAVE_AS)


def _kind(archive: zipfile.ZipFile, name: str) -> Problem | None:
    names = archive.namelist()
    for mark, rule, text in _KINDS:
        if any(mark.fullmatch(part) for part in names):
            return _problem(name, rule, text, _SAVE_AS)
    if "xl/workbook.xml" not in names:
        return _problem(name, "sheets-kind", "엑셀 파일이 아니에요.", "make faq-export 로 만든 파일을 고쳐서 쓰세요.")
    for mark, rule, text, mend in _REFUSED:
        if any(mark.match(part) for part in names):
            return _problem(name, rule, text, mend)
    return None


def _bomb(archive: zipfile.ZipFile, size: int, name: str) -> Problem | None:
    """Judges by the sizes that the archive states; the reader of ZIP files holds each part to its own."""
    parts = archive.infolist()
    is_bomb = (
        len(parts) > MOST_PARTS
        or len({part.filename for part in parts}) < len(parts)
        or sum(part.file_size for part in parts) > MOST_UNPACKED
        or sum(part.compress_size for part in parts) > size
        or any(part.file_size > max(_SMALL, part.compress_size * MOST_RATIO) for part in parts)
    )
    text, mend = "압축을 풀면 너무 커지는 파일이에요.", "새 파일에 질문만 복사해 넣고 저장하세요."
    return _problem(name, "sheets-bomb", text, mend) if is_bomb else None


def _parts(archive: zipfile.ZipFile, name: str) -> Problem | None:
    """Looks into every part: entities are refused, sheets are counted as they stream by."""
    cells = 0
    for part in archive.namelist():
        if not part.endswith((".xml", ".rels")):
            continue
        try:
            with archive.open(part) as stream:
                rows, columns, more = _counted(stream)
        except DefusedXmlException:
            return _problem(
                name, "sheets-entity", "파일 안에 위험한 XML이 있어요.", "새 파일에 질문만 복사해 넣고 저장하세요."
            )
        except (ParseError, LookupError, ValueError):
            return broken(name)
        cells += more
        if rows > MOST_ROWS or columns > MOST_COLUMNS or cells > MOST_CELLS:
            text = f"시트가 너무 커요. 한 시트에 {MOST_ROWS:,}행, {MOST_COLUMNS}열까지 읽어요."
            return _problem(
                name, "sheets-rows", text, "질문 아래의 빈 행과 오른쪽의 빈 열을 모두 골라 지우고 저장하세요."
            )
    return None


def _counted(stream: io.BufferedIOBase) -> tuple[int, int, int]:
    """Returns the last row and column that have a cell, and the number of cells; stops once that is too much."""
    last_row = last_column = cells = 0
    for _, element in iterparse(stream, events=("end",), forbid_dtd=True):
        tag = element.tag.rpartition("}")[2]
        if tag == "c":
            cells += 1
            column, row = _coordinate(element.get("r", ""))
            last_row, last_column = max(last_row, row, cells // MOST_COLUMNS), max(last_column, column)
            if last_row > MOST_ROWS or last_column > MOST_COLUMNS or cells > MOST_CELLS:
                break
        if tag in ("row", "si", "sheetData"):
            element.clear()
    return last_row, last_column, cells


def _coordinate(reference: str) -> tuple[int, int]:
    found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", reference)
    if not found:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return column, int(found[2])


def repacked(data: bytes, moment: int) -> bytes:
    """Returns an archive with the same parts in the same order, all dated at a moment (epoch seconds, UTC)."""
    day = datetime.fromtimestamp(max(moment, 315_532_800), UTC).timetuple()[:6]  # ZIP begins in 1980
    stamp = f"{datetime.fromtimestamp(moment, UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, day)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3  # whatever the machine
            part = old.read(name)
            if name == "docProps/core.xml":  # openpyxl writes the time of saving
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, part)
            new.writestr(info, part, compresslevel=9)
    return out.getvalue()
