"""Which paths are ways to the screens of a section, for the column of notes."""

from __future__ import annotations

import pytest
from sellerhelp.book.document import Heading, MenuPath, plain, walk
from sellerhelp.book.paper import B5
from sellerhelp.book.read_blocks import read_page
from sellerhelp.book.side_paths import menu_paths, menus, ways_in

from tests.booklets import booklet, pages_of

KNOWN = frozenset(["판매관리", "정산관리"])


def path(*labels: str) -> str:
    return (
        '<strong class="sh-path">'
        + " ".join(f'<span class="sh-path__step">{one}</span>' for one in labels)
        + "</strong>"
    )


ORDERS, STATUS, FEES = path("판매관리", "발송관리"), path("판매관리", "배송현황"), path("정산관리", "빠른정산")
CATEGORY, ANSWER = path("식품", "건강식품"), path("로그인", "인증", "번호가 바뀌었어요")
STEPS = '<ol class="sh-steps">{}</ol>'


def noted(html: str) -> list[str]:
    blocks = read_page('<h2 id="a">구역</h2>' + html)[0]
    (found,) = menu_paths(blocks, KNOWN).values()
    return [" > ".join(one.labels) for one in found]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<p>{ORDERS}에서 고르세요.</p>", ["판매관리 > 발송관리"]),
        (f"<p>{ORDERS}과 {STATUS}, {FEES}</p>", ["판매관리 > 발송관리", "판매관리 > 배송현황"]),
        (f"<p>{ORDERS}</p><ul><li>{ORDERS}</li></ul>", ["판매관리 > 발송관리"]),
        # categories, answers and choices
        (f"<p>{CATEGORY}에서 고르세요.</p>", []),
        (STEPS.format(f"<li><p>열어요.</p><p>다시 낼 때는 {ANSWER}이에요.</p></li>"), []),
        # the title of a step names the screen, whatever it is called
        (STEPS.format(f"<li><p>{path('톡톡상담관리', '챗봇')}을 열어요.</p></li>"), ["톡톡상담관리 > 챗봇"]),
        # rows, boxes and questions
        (f"<table><tbody><tr><td>가</td><td>{ORDERS}</td></tr></tbody></table>", []),
        (f"<dl><dt>가</dt><dd>{ORDERS}</dd></dl>", []),
        (f'<div class="admonition note"><p class="admonition-title">알아두기</p><p>{ORDERS}</p></div>', []),
        (f'<details class="sh-q"><summary>왜?</summary><p>{ORDERS}</p></details>', []),
        # side ways, and what only looks like one
        (f"<p>포인트를 주고 싶지 않다면 {FEES}에서 끄세요.</p>", []),
        (f"<p>바꾸려면 이렇게 해요. {FEES}에서 끄세요.</p>", ["정산관리 > 빠른정산"]),
        (f"<p>처음 화면 {FEES}에 있어요.</p>", ["정산관리 > 빠른정산"]),
        (STEPS.format(f"<li><p>열어요.</p><p>PC라면 {FEES}을 여세요.</p></li>"), ["정산관리 > 빠른정산"]),
        (STEPS.format(f"<li><p>열어요.</p></li><li><p>골라요.</p><p>해외라면 {FEES}을 여세요.</p></li>"), []),
    ],
)  # fmt: skip
def test_a_section_notes_the_ways_to_its_own_screens(html, expected):
    assert noted(html) == expected


def test_a_menu_is_what_pages_lead_through_again_and_again_to_several_screens():
    ways = [("판매관리", "가"), ("판매관리", "나"), ("판매관리", "나"), ("인증 없음", "구매대행"), ("인증 없음", "구매대행"),
            ("인증 없음", "구매대행"), ("식품", "건강식품"), ("상품 주요정보", "상품상태"), ("상품 주요정보", "KC인증")]  # fmt: skip
    assert menus(ways_in([MenuPath(one) for one in ways])) == {"판매관리"}


def test_the_pages_of_the_site_have_their_paths_read():
    """The canary: what the cases above are made of is what pages become."""
    blocks = read_page(f'<h2 id="a">구역</h2><p>{ORDERS}</p>')[0]
    assert isinstance(blocks[0], Heading) and plain(blocks[0]) == "구역"
    assert [node.labels for node in walk(blocks) if isinstance(node, MenuPath)] == [("판매관리", "발송관리")]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("판매관리", "발주(주문)확인/발송관리"), ["판매관리 ›", "발주(주문)확인/", "발송관리"]),
        (("정산관리", "정산 내역 (일별/건별)"), ["정산관리 ›", "정산 내역", "(일별/건별)"]),
        (("혜택관리", "포인트 지급내역 조회"), ["혜택관리 ›", "포인트", "지급내역 조회"]),
        (("판매관리", "배송현황"), ["판매관리 › 배송현황"]),
    ],
)
def test_a_name_that_is_longer_than_the_column_begins_a_line_and_ends_one_behind_a_slash(labels, expected):
    step = STEPS.format(f"<li><p>{path(*labels)}을 열어요.</p></li>")
    data, problems = booklet(f'<h2 id="a">구역</h2>{step}', paper=B5).printed()
    assert problems == []
    (page,) = [one for one in pages_of(data) if "화면 위치" in one]
    lines = page.split("화면 위치\n")[1].splitlines()[: len(expected)]
    assert [line.strip() for line in lines] == expected
