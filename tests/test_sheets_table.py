"""What is wrong in a sheet is named by its cell, word for word."""

from __future__ import annotations

import unicodedata

import pytest
from sellerhelp.sheets.cells import Cell, Sheet
from sellerhelp.sheets.table import read_rows

MANUALS = {"orders": "주문·배송", "policy": "정책"}
HEAD = ("id", "질문", "답", "태그", "고친 날", "첫 화면 순서", "함께 볼 쪽")
ROW = ("orders-one", "첫 질문인가요?", "네.", "가", "2026-11-22", "1", "invoice.md")


def sheet(*rows, head=HEAD, title: str = "주문·배송") -> Sheet:
    """A sheet of rows; a cell is a text, or a Cell."""
    cells = {}
    for number, row in enumerate((head, *rows), 1):
        for at, value in enumerate(row, 1):
            if value not in ("", None):
                cells[number, at] = value if isinstance(value, Cell) else Cell("text", value)
    return Sheet(title, cells)


def row(**cells) -> tuple:
    keys = ("id", "question", "answer", "tags", "updated", "featured", "related")
    return tuple(cells.get(key, value) for key, value in zip(keys, ROW, strict=True))


def said(*sheets: Sheet) -> list[str]:
    return [str(problem) for problem in read_rows(sheets, MANUALS)[1]]


def test_a_sound_row_is_read():
    rows, problems = read_rows([sheet(ROW)], MANUALS)
    assert problems == []
    assert (rows[0].manual, rows[0].place("answer"), dict(rows[0].values)) == (
        "orders",
        "주문·배송!C2",
        {"id": "orders-one", "question": "첫 질문인가요?", "answer": "네.", "tags": ("가",), "updated": "2026-11-22",
         "featured": "1", "related": ("invoice.md",)},
    )  # fmt: skip


SAME = {
    "a date of Excel": row(updated=Cell("day", "2026-11-22")),
    "a serial number": row(updated=Cell("number", "46348")),
    "a Korean date": row(updated="2026. 11. 22."),
    "a Korean date in words": row(updated="2026년 11월 22일(일)"),
    "a date with slashes": row(updated="2026/11/22"),
    "a number for a rank": row(featured=Cell("number", "1")),
    "a number with a point": row(featured=Cell("number", "1.0")),
    "letters taken apart by macOS": row(question=unicodedata.normalize("NFD", "첫 질문인가요?")),
    "spaces and line ends around": row(question="  첫 질문인가요? ", answer="\r\n네.\r\n\r\n", tags="\n 가 \n\n"),
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_other_spellings_are_the_same_row(other):
    assert [one.values for one in read_rows([sheet(other)], MANUALS)[0]] == [
        read_rows([sheet(ROW)], MANUALS)[0][0].values
    ]


FORMULA = "\n    값만 적으세요. ‘=’로 시작하는 글이면 맨 앞에 작은따옴표(')를 적으세요."
TEXT_FORMAT = "\n    셀 서식을 ‘텍스트’로 바꾸고 다시 적으세요."
WRONG = {
    "a formula": (sheet(row(answer=Cell("formula", "=A1"))), ["주문·배송!C2: 오류: 수식이 있어요." + FORMULA]),
    "an error": (sheet(row(answer=Cell("error", "#REF!"))), ["주문·배송!C2: 오류: 엑셀 오류 값 ‘#REF!’가 있어요.\n    지우고 다시 적으세요."]),
    "a number for a text": (sheet(row(tags=Cell("number", "1012345678"))),
        ["주문·배송!D2: 오류: 엑셀이 글을 수로 바꿨어요(1012345678)." + TEXT_FORMAT]),
    "a date for a text": (sheet(row(question=Cell("day", "2026-03-02"))),
        ["주문·배송!B2: 오류: 엑셀이 글을 날짜로 바꿨어요(2026-03-02)." + TEXT_FORMAT]),
    "TRUE for a text": (sheet(row(tags=Cell("other", "TRUE"))), ["주문·배송!D2: 오류: 엑셀이 글을 다른 값으로 바꿨어요(TRUE)." + TEXT_FORMAT]),
    "a wrong date": (sheet(row(updated="2026-02-30")), ["주문·배송!E2: 오류: ‘고친 날’의 날짜 ‘2026-02-30’을 읽을 수 없어요.\n    예: 2026-11-22"]),
    "a date in words": (sheet(row(updated="어제")), ["주문·배송!E2: 오류: ‘고친 날’의 날짜 ‘어제’를 읽을 수 없어요.\n    예: 2026-11-22"]),
    "a rank that is none": (sheet(row(featured="예")), ["주문·배송!F2: 오류: ‘첫 화면 순서’에는 1부터 세는 수가 와야 해요.\n    예: 1"]),
    "a wrong id": (sheet(row(id="주문-하나")),
        ["주문·배송!A2: 오류: ‘id’의 값 ‘주문-하나’를 쓸 수 없어요. 소문자 로마자와 숫자를 ‘-’로 이어 적어요.\n    예: orders-invoice-typo"]),
    "a control character": (sheet(row(answer="가\x07나")), ["주문·배송!C2: 오류: 보이지 않는 특수문자(U+0007)가 있어요.\n    그 자리를 지우고 다시 적으세요."]),
    "a cell that Excel has cut": (sheet(row(answer="가" * 32_767)),
        ["주문·배송!C2: 오류: 글이 너무 길어요. 한 칸에는 32,767자까지 들어가요.\n    나눠 적거나 줄이세요. 엑셀은 그 뒤의 글을 잘라 버려요."]),
    "an unknown heading": (sheet(ROW, head=(*HEAD[:4], "고친날", *HEAD[5:])), ["주문·배송!E1: 오류: 모르는 칸 ‘고친날’이 있어요.\n    ‘고친 날’을 쓰려고 했나요?"]),
    "a heading twice": (sheet(ROW, head=(*HEAD[:6], "질문")), ["주문·배송!G1: 오류: 칸 ‘질문’이 두 번 있어요.\n    하나만 남기세요."]),
    "no heading for the answer": (sheet(ROW[:2], head=HEAD[:2]),
        ["주문·배송!A1: 오류: ‘답’이라는 칸이 없어요.\n    첫 행에 칸 이름을 적으세요. 예: id, 질문, 답, 태그"]),
    "a column without a heading": (sheet((*ROW, "메모")), ["주문·배송!H2: 오류: 칸 이름이 없는 열에 글이 있어요.\n    글을 지우거나 첫 행에 칸 이름을 적으세요."]),
    "a row without a question": (sheet(ROW, ("", "", "", "가")), ["주문·배송!B3: 오류: 질문이 없는 행에 글이 있어요.\n    질문과 답을 적거나 행을 지우세요."]),
    "an id twice": (sheet(ROW, ROW), ["주문·배송!A3: 오류: id ‘orders-one’가 두 번 있어요. 첫 번째는 주문·배송!A2예요.\n    새 질문이면 id 칸을 비우세요."]),
    "an unknown manual": (sheet(ROW, title="주문배송"), ["주문배송: 오류: ‘주문배송’은 어느 매뉴얼의 질문인지 알 수 없어요.\n    ‘주문·배송’을 쓰려고 했나요?"]),
    "an unknown manual far from all": (sheet(ROW, title="Sheet1"), ["Sheet1: 오류: ‘Sheet1’은 어느 매뉴얼의 질문인지 알 수 없어요.\n    ‘매뉴얼’ 칸을 더하거나 시트를 매뉴얼 이름으로 부르세요. 매뉴얼 이름: 주문·배송, 정책"]),
    "an unknown manual in a cell": (sheet((*ROW, "광고"), head=(*HEAD, "매뉴얼"), title="질문"),
        ["질문!H2: 오류: 어느 매뉴얼의 질문인지 알 수 없어요.\n    매뉴얼 이름: 주문·배송, 정책"]),
    "no questions": (sheet(), [": 오류: 파일에 질문이 하나도 없어요.\n    make faq-export 로 만든 파일을 고쳐서 쓰세요."]),
}  # fmt: skip
RULES = {
    "sheets-formula": ["a formula", "an error"],
    "sheets-number": ["a number for a text", "a date for a text", "TRUE for a text"],
    "data-date": ["a wrong date", "a date in words"],
    "data-number": ["a rank that is none"],
    "data-pattern": ["a wrong id"],
    "sheets-control": ["a control character"],
    "sheets-length": ["a cell that Excel has cut"],
    "sheets-column": ["an unknown heading", "a heading twice", "no heading for the answer", "a column without a heading"],
    "sheets-row": ["a row without a question"],
    "sheets-double": ["an id twice"],
    "sheets-manual": ["an unknown manual", "an unknown manual far from all", "an unknown manual in a cell"],
    "sheets-empty": ["no questions"],
}  # fmt: skip


@pytest.mark.parametrize(("wrong", "expected"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_named_by_its_cell(wrong, expected):
    assert said(wrong) == expected
    name = next(name for name, case in WRONG.items() if case[0] is wrong)
    assert {problem.rule for problem in read_rows([wrong], MANUALS)[1]} == {
        rule for rule in RULES if name in RULES[rule]
    }


def test_blank_rows_between_and_after_are_nothing():
    rows, problems = read_rows([sheet(ROW, (), ("", "  "), row(id="orders-two"), (), ())], MANUALS)
    assert ([one.id for one in rows], problems) == (["orders-one", "orders-two"], [])


def test_a_column_that_is_not_there_is_not_a_blank_cell():
    rows, _ = read_rows([sheet(ROW[:3], head=HEAD[:3])], MANUALS)
    assert dict(rows[0].values) == {"id": "orders-one", "question": "첫 질문인가요?", "answer": "네."}
    blank, _ = read_rows([sheet(row(related=""))], MANUALS)
    assert blank[0].values["related"] == ()


def test_sheets_may_be_named_by_the_folder_and_headings_by_their_key():
    rows, problems = read_rows([sheet(ROW[:3], head=("id", "question", "answer"), title="orders")], MANUALS)
    assert (problems, rows[0].manual) == ([], "orders")
