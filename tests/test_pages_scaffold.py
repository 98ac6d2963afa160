"""A new page: its number, its name, and the words for those who ask wrongly."""

from __future__ import annotations

from datetime import date

import pytest
from sellerhelp.faq.collection import Collection
from sellerhelp.frontmatter import read_head
from sellerhelp.pages.scaffold import new_page
from sellerhelp.pages.todo import marks
from sellerhelp.sheets.library import make_library, read_docs

from tests.conftest import ROOT

LIBRARY, _ = make_library(read_docs(ROOT / "docs")[0])
MANUALS = {manual.folder: manual for manual in LIBRARY.manuals}
TODAY = date(2026, 11, 22)


def asked(manual="orders", title="선물 주문 처리", name="", taken=()):
    return new_page(MANUALS, LIBRARY.collection, set(taken), (manual, title, name), TODAY)


def test_a_page_gets_the_next_number_and_a_readable_name():
    page = asked()
    last = max(int(one.number.split("-")[1]) for one in MANUALS["orders"].chapters)
    assert (page.path, page.number) == ("orders/seonmul-jumun-cheori.md", f"3-{last + 1}")
    assert asked(name="gift-order.md").path == asked(name="gift-order").path == "orders/gift-order.md"


def test_its_head_has_no_mistake_and_its_title_is_safe():
    for title in ("선물 주문", "a: b", "'따옴표'", "[목록]", "#우물", "x" * 30):
        head, problems = read_head(asked(title=title, name="a").text, "orders/a.md", "docs/orders/a.md")
        assert (problems, head.title, head.updated) == ([], title, TODAY)


def test_what_is_left_to_fill_in_is_marked_and_found():
    page = asked()
    found = list(marks({"docs/orders/a.md": page.text}))
    assert len(found) == page.text.count("〈채울 곳〉") and len(found) > 8


def test_the_team_the_review_and_the_list_of_redirects_are_there():
    more = "updated: 2026-11-22\nreview: 2027-05-23\nowner: 주문팀\nwas: []\nas_of: 〈채울 곳〉 기준일과 자료\nknow:\n"
    assert more in asked().text


def test_a_manual_without_questions_leaves_the_tag_open():
    page = new_page(MANUALS, Collection(()), set(), ("orders", "제목", ""), TODAY)
    assert "    tags: [〈채울 곳〉]\n" in page.text


KNOWN = "opening(스토어 개설), products(상품), orders(주문·배송), settlement(정산), ads(광고·마케팅), policy(정책·규정), contact(고객센터)"
REFUSED = [
    ({"manual": ""}, f'매뉴얼을 알려 주세요. 예: make page MANUAL=orders TITLE="선물 주문 처리". 쓸 수 있는 이름: {KNOWN}'),
    ({"manual": "order"}, "매뉴얼 ‘order’이 없어요. ‘orders’를 쓰려고 했나요?"),
    ({"manual": "주문"}, f"매뉴얼 ‘주문’이 없어요. 쓸 수 있는 이름: {KNOWN}"),
    ({"title": ""}, '쪽의 제목을 알려 주세요. 예: make page MANUAL=orders TITLE="선물 주문 처리"'),
    ({"name": "선물"}, "파일 이름 ‘선물’을 쓸 수 없어요. 소문자 로마자와 숫자를 ‘-’로 이어 적으세요. 예: NAME=gift-order"),
    ({"name": "../x"}, "파일 이름 ‘../x’를 쓸 수 없어요. 소문자 로마자와 숫자를 ‘-’로 이어 적으세요. 예: NAME=gift-order"),
    ({"name": "cancel", "taken": ["orders/cancel.md"]}, "‘docs/orders/cancel.md’가 이미 있어요. 다른 이름을 붙이세요. 예: NAME=cancel-2"),
    ({"title": "漢字"}, "파일 이름을 정해 주세요. 예: NAME=gift-order"),
]  # fmt: skip


@pytest.mark.parametrize(("order", "words"), REFUSED)
def test_a_wrong_order_is_answered_in_one_line(order, words):
    assert asked(**order) == words
