"""Spaces at which no line ends: between a number and what bounds it, a verb and its bound noun, a sign and what it follows."""

from __future__ import annotations

import re

import pytest
from sellerhelp.book.columns import lay_out
from sellerhelp.book.document import Cell, Paragraph, Styled, Table, Text, plain
from sellerhelp.book.emit_inline import InlineEmitter
from sellerhelp.book.face import read_face
from sellerhelp.book.keep_all import TIE, is_held, release
from sellerhelp.book.markup import tied, whole_words

from tests.booklets import booklet, pages_of

FACE = read_face()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("쓸 수 있어요", "쓸_수 있어요"),
        ("볼 수는 없어요", "볼_수는 없어요"),
        ("관심고객 수 늘리기", "관심고객 수 늘리기"),
        ("2026년 11월 27일부터", "2026년_11월_27일부터"),
        ("3 영업일 안에 보내요", "3_영업일_안에 보내요"),
        ("10% 미만이면 돼요", "10%_미만이면 돼요"),
        ("1일 전화 상담", "1일 전화 상담"),
        ("72시간 동안 나와요", "72시간_동안 나와요"),
        ("신고하기 전에 보세요", "신고하기_전에 보세요"),
        ("(수집 자료 기준)", "(수집_자료_기준)"),
        ("한 달 뒤 그 상품을", "한_달_뒤 그_상품을"),
        ("주문한 상품", "주문한 상품"),
        ("판매가 × 3% = 30원", "판매가_× 3%_= 30원"),
        ('글에는 \\ * ? " < > 기호', '글에는 \\_*_?_"_<_>_기호'),
        ("상품을 올려요", "상품을 올려요"),
    ],
)
def test_what_reads_as_one_is_held_together(text, expected):
    assert tied(text, FACE, 60).replace(TIE, "_") == expected
    assert tied(tied(text, FACE, 60), FACE, 60) == tied(text, FACE, 60)


def test_in_a_line_too_narrow_only_a_number_keeps_its_unit():
    assert tied("(수집 자료 기준)", FACE, 6) == "(수집 자료 기준)"
    assert tied("2026년 11월 27일", FACE, 7) == f"2026년 11월{TIE}27일"
    assert whole_words("3 영업일 안에 2026년 11월 27일") == ["3 영업일", "안에", "2026년", "11월 27일"]


def test_a_tie_holds_across_bold_and_is_a_space_again_for_the_reader():
    emit = InlineEmitter(FACE).emit
    bold = Styled("strong", (Text("72시간"),))
    assert TIE + "동안" in emit((Text("모두 "), bold, Text(" 동안 나와요")), 60)
    assert "쓸" + TIE in emit((Text("언제나 쓸 "), Styled("strong", (Text("수 있어요"),))), 60)
    assert is_held(TIE) and release(f"쓸{TIE}수") == "쓸 수"


def test_a_tie_is_drawn_and_copied_as_a_space():
    html = "".join(f"<p>{'글 ' * more}지금 쓸 수 있어요. 모두 72시간 동안 나와요.</p>" for more in range(30))
    data, problems = booklet(html).printed()
    assert problems == []
    text = "\n".join(pages_of(data))
    lines = [line.strip() for line in text.splitlines()]
    assert TIE not in text and "\u00a0" not in text
    assert len(re.findall(r"쓸 수\s+있어요", text)) == len(re.findall(r"72시간 동안\s+나와요", text)) == 30
    assert not [line for line in lines if re.match("수 |동안", line)]
    assert [line for line in lines if re.match("있어요|나와요", line)]  # the canary: lines do end around there


def test_width_goes_where_it_saves_lines():
    rows = [
        ("12월 24일(목) 구매확정", "12월 28일(월)", "–", "12월 25일 성탄절, 12월 26–27일 주말"),
        (
            "2월 5일(금) 구매확정",
            "2월 10일(수)",
            "–",
            "2월 6일 설 연휴, 2월 7일 설날, 2월 8일 설 연휴, 2월 9일 설날 대체공휴일",
        ),
        ("11월 27일(금) 발송처리", "12월 7일(월)", "12월 5일(토) 구매확정", "주말"),
    ]
    table = Table((), (), tuple(tuple(Cell((Paragraph((Text(word),)),)) for word in row) for row in rows))
    widths = lay_out(table, FACE, 330, 9).widths
    assert sum(widths) == pytest.approx(300)
    naturals = [[FACE.width(plain(cell)) * 9 * 1.06 for cell in row] for row in table.body]

    def lines(shares):
        return sum(max(-(-need // share) for need, share in zip(row, shares, strict=True)) for row in naturals)

    # Shared by what each column could use, as CSS does, it takes eight as well.
    assert lines(widths) == 7 < lines([75] * 4)
