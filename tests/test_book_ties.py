"""Spaces at which no line ends: between a number and what bounds it, a verb and its bound noun, a sign and what it follows."""

from __future__ import annotations

import re

import pytest
from sellerhelp.book.document import Reference, Styled, Text
from sellerhelp.book.emit_inline import InlineEmitter
from sellerhelp.book.face import read_face
from sellerhelp.book.keep_all import TIE, is_held, release
from sellerhelp.book.markup import tied, whole_words

from tests.booklets import booklet, pages_of

FACE = read_face()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("쓸 수 있어요", "쓸_수_있어요"),
        ("볼 수는 없어요", "볼_수는 없어요"),
        ("관심고객 수 늘리기", "관심고객 수 늘리기"),
        ("2026년 11월 27일부터", "2026년_11월_27일부터"),
        ("3 영업일 안에 보내요", "3_영업일_안에 보내요"),
        ("10% 미만이면 돼요", "10%_미만이면 돼요"),
        ("1일 전화 상담", "1일 전화 상담"),
        ("72시간 동안 나와요", "72시간_동안 나와요"),
        ("신고하기 전에 보세요", "신고하기_전에 보세요"),
        ("(수집 자료 기준)", "(수집_자료 기준)"),
        ("꼭 적어야 해요. 수집 자료 기준이에요.", "꼭 적어야_해요. 수집_자료 기준이에요."),
        ("부가세가 들어 있어요", "부가세가 들어_있어요"),
        ("판매가 있어요", "판매가 있어요"),
        ("판매자 ID로는 안 보일 뿐이에요", "판매자 ID로는 안_보일_뿐이에요"),
        ("다시 못 써요", "다시 못_써요"),
        ("몇 개까지, 몇백 원이라도", "몇_개까지, 몇백_원이라도"),
        ("1억 400만원 미만", "1억_400만원_미만"),
        ("12월 26–27일 주말", "12월_26–27일 주말"),
        ("12월 2일 목요일에", "12월_2일_목요일에"),
        ("매일 오전 6시에", "매일 오전_6시에"),
        ("국번 없이 126에", "국번_없이_126에"),
        ("요청할 때는 올릴 때의 볼 것을", "요청할_때는 올릴_때의 볼_것을"),
        ("문을 연 지 3개월", "문을 연_지 3개월"),
        ("빠지는 날은 쓸 만큼만", "빠지는_날은 쓸_만큼만"),
        ("정해 둔 값을 남겨 두세요", "정해_둔 값을 남겨_두세요"),
        ("다음 날부터 둘 다 보세요", "다음_날부터 둘_다 보세요"),
        (
            "‘나의 정산상태’와 ‘아주 길어서 하나로 볼 수 없는 이름’",
            "‘나의_정산상태’와 ‘아주 길어서 하나로 볼_수_없는 이름’",
        ),
        ("1:1 문의로", "1:1_문의로"),
        ("4-1 정산 주기", "4-1_정산 주기"),
        ("한 달 뒤 그 상품을", "한_달_뒤 그_상품을"),
        ("주문한 상품", "주문한 상품"),
        ("판매가 × 3% = 30원", "판매가_× 3%_= 30원"),
        ('글에는 \\ * ? " < > 기호', '글에는 \\_*_?_"_<_>_기호'),
        ("화면 맨 아래에 있어요", "화면 맨_아래에 있어요"),
        ("어느 쪽에도", "어느_쪽에도"),
        ("상품을 올려요", "상품을 올려요"),
    ],
)
def test_what_reads_as_one_is_held_together(text, expected):
    assert tied(text, FACE, 60).replace(TIE, "_") == expected
    assert tied(tied(text, FACE, 60), FACE, 60) == tied(text, FACE, 60)


def test_what_is_tied_grows_no_longer_than_a_third_of_a_line():
    text = "하지 않는 것 안 보일 수 있는 때까지 안 줘도 돼요"
    parts = tied(text, FACE, 35).split(" ")
    assert max(map(FACE.width, parts)) <= 10.5 and any(part.count(TIE) > 1 for part in parts)
    assert max(map(FACE.width, tied(text, FACE, 8).split(" "))) <= 6.8


def test_a_last_part_of_several_words_that_is_long_enough_is_no_runt():
    emit = InlineEmitter(FACE).emit
    assert emit((Text("정산 내역의 ‘나의 정산상태’"),), 12) == f"정산 내역의 #may-end;‘나의{TIE}정산상태’"
    assert "may-end" not in emit((Text("이렇게 하면 안 돼요."),), 12) + emit((Text("‘나의 정산상태’"),), 12)


def test_no_paragraph_ends_in_a_line_of_one_word_whatever_stands_before_it():
    befores = [
        "판매관리의 <kbd>발송처리</kbd>를",
        "<strong>재배송송장 수정</strong>에서",
        "다른 쪽(스물 셋)에서",
        "안내에서",
    ]
    html = "".join(
        f"<p>{'가나다 ' * 7}{'라' * more} {before} {word}</p>"
        for before in befores for word in ("보세요.", "누르세요.") for more in range(1, 16)
    )  # fmt: skip
    data, problems = booklet(html).printed()
    lines = [line.strip() for page in pages_of(data) for line in page.splitlines()]
    assert problems == [] and sum(line.endswith(("보세요.", "누르세요.")) for line in lines) == 120
    assert [line for line in lines if line in ("보세요.", "누르세요.")] == []


def test_a_name_of_two_words_that_leads_somewhere_is_one():
    emit = InlineEmitter(FACE).emit
    assert f"받을{TIE}사람" in emit((Reference((Text("받을 사람"),), "there", "5-2"),), 35)
    assert "받을 사람 정하기" in emit((Reference((Text("받을 사람 정하기"),), "there", "5-2"),), 35)
    assert f"심사내역{TIE}조회" in emit((Styled("strong", (Text("심사내역 조회"),)),), 35)


def test_in_a_line_too_narrow_only_a_number_keeps_its_unit():
    assert tied("(수집 자료 기준)", FACE, 4) == "(수집 자료 기준)"
    assert tied("2026년 11월 27일", FACE, 7) == f"2026년 11월{TIE}27일"
    assert whole_words("3 영업일 안에 2026년 11월 27일") == ["3 영업일", "안에", "2026년", "11월 27일"]


def test_a_tie_holds_across_bold_and_is_a_space_again_for_the_reader():
    emit = InlineEmitter(FACE).emit
    bold = Styled("strong", (Text("72시간"),))
    assert TIE + "동안" in emit((Text("모두 "), bold, Text(" 동안 나와요")), 60)
    assert "쓸" + TIE in emit((Text("언제나 쓸 "), Styled("strong", (Text("수 있어요"),))), 60)
    # The site holds what touches a closing mark.
    whole = Styled("whole", (Text("정산상태’를"),))
    assert f"‘나의{TIE}#box[정산상태’를]" in emit((Text("정산중지인지 ‘나의 "), whole, Text(" 보세요.")), 33)
    assert "나의 #box" in emit((Text("‘정산중지’인지 나의 "), whole, Text(" 보세요.")), 33)
    assert is_held(TIE) and release(f"쓸{TIE}수") == "쓸 수"


def test_a_tie_is_drawn_and_copied_as_a_space():
    html = "".join(f"<p>{'글 ' * more}지금 쓸 수 있어요. 모두 72시간 동안 나와요.</p>" for more in range(30))
    data, problems = booklet(html).printed()
    assert problems == []
    text = "\n".join(pages_of(data))
    lines = [line.strip() for line in text.splitlines()]
    assert TIE not in text and "\u00a0" not in text
    assert len(re.findall(r"쓸 수\s+있어요", text)) == len(re.findall(r"72시간 동안\s+나와요", text)) == 30
    assert not [line for line in lines if re.match("수 |있어요|동안", line)]
    assert [line for line in lines if re.match("쓸 수|모두|72시간", line)]  # the canary: lines do end around there
