"""A page that gets another name takes its links, its readers and its number along."""

from __future__ import annotations

import pytest
from sellerhelp.pages import rename
from sellerhelp.pages.rename import path_below_docs, refusal, renamed

HEAD = "---\ntitle: {}\nnumber: {}\ndescription: 설명이에요.\nupdated: 2026-11-22\nrelated:\n  - page: invoice.md\n    why: 송장\n---\n"
CANCEL = (
    HEAD.format("취소", "3-1")
    + "\n[언제](#when) [나](cancel.md#when) [송장](invoice.md) [벌](../policy/penalty.md) ![그림](a.png)\n"
)
DOCS = {
    "index.md": "[취소](orders/cancel.md)\r\n",
    "orders/index.md": HEAD.format("주문", 3) + "[취소](cancel.md)",
    "orders/cancel.md": CANCEL,
    "orders/invoice.md": HEAD.format("송장", "3-2"),
    "orders/faq.yml": "- id: a-b\n  related: [cancel.md#when]\n",
    "policy/index.md": HEAD.format("정책", 6),
    "policy/penalty.md": HEAD.format("벌", "6-4") + "[취소](../orders/cancel.md#when)",
}


@pytest.fixture(params=[True, False], ids=["with redirects", "without"])
def redirects(request, monkeypatch) -> bool:
    monkeypatch.setattr(rename, "known_keys", lambda: ("title", "was") if request.param else ("title",))
    return request.param


def test_in_its_manual_only_links_to_it_change(redirects):
    changed = renamed(DOCS, "orders/cancel.md", "orders/cancel-order.md")
    own = CANCEL.replace("(cancel.md#when)", "(cancel-order.md#when)")
    assert changed == {
        "index.md": "[취소](orders/cancel-order.md)\r\n",
        "orders/index.md": HEAD.format("주문", 3) + "[취소](cancel-order.md)",
        "orders/faq.yml": "- id: a-b\n  related: [cancel-order.md#when]\n",
        "policy/penalty.md": HEAD.format("벌", "6-4") + "[취소](../orders/cancel-order.md#when)",
        "orders/cancel.md": None,
        "orders/cancel-order.md": own.replace("---\n\n", "was: [cancel.md]\n---\n\n") if redirects else own,
    }


def test_in_another_manual_its_own_links_and_its_number_follow(redirects):
    page = renamed(DOCS, "orders/cancel.md", "policy/cancel.md")["policy/cancel.md"]
    assert "\nnumber: 6-5\n" in page and "  - page: ../orders/invoice.md\n" in page
    assert (
        "[언제](#when) [나](cancel.md#when) [송장](../orders/invoice.md) [벌](penalty.md) ![그림](../orders/a.png)"
        in page
    )
    assert ("\nwas: [../orders/cancel.md]\n---\n" in page) == redirects


def test_a_second_new_name_keeps_the_first_redirect(monkeypatch):
    monkeypatch.setattr(rename, "known_keys", lambda: ("was",))
    docs = {**DOCS, "orders/cancel.md": CANCEL.replace("---\n\n", "was: [cancels.md]\n---\n\n")}
    page = renamed(docs, "orders/cancel.md", "orders/cancel-order.md")["orders/cancel-order.md"]
    assert "\nwas: [cancels.md, cancel.md]\n---\n" in page
    page = renamed(docs, "orders/cancel.md", "policy/cancel.md")["policy/cancel.md"]
    assert "\nwas: [../orders/cancels.md, ../orders/cancel.md]\n---\n" in page


def test_a_list_of_old_names_one_a_line_is_kept(monkeypatch):
    monkeypatch.setattr(rename, "known_keys", lambda: ("was",))
    docs = {**DOCS, "orders/cancel.md": CANCEL.replace("---\n\n", "was:\n  - cancels.md\n---\n\n")}
    page = renamed(docs, "orders/cancel.md", "orders/cancel-order.md")["orders/cancel-order.md"]
    assert "\nwas:\n  - cancels.md\n  - cancel.md\n---\n" in page


REFUSED = [
    ("", "", "옛 이름과 새 이름을 알려 주세요. 예: make rename FROM=orders/cancel.md TO=orders/cancel-order.md"),
    ("orders/cancle.md", "orders/a.md", "‘docs/orders/cancle.md’가 없어요. ‘orders/cancel.md’를 옮기려고 했나요?"),
    ("nothing/like-it.md", "orders/a.md", "‘docs/nothing/like-it.md’가 없어요. docs/ 아래의 경로를 적으세요."),
    ("orders/index.md", "orders/a.md", "‘orders/index.md’는 매뉴얼의 첫 쪽이나 사이트의 쪽이라 이름을 바꿀 수 없어요."),
    ("index.md", "orders/a.md", "‘index.md’는 매뉴얼의 첫 쪽이나 사이트의 쪽이라 이름을 바꿀 수 없어요."),
    ("orders/cancel.md", "orders/취소.md", "이름 ‘orders/취소.md’를 쓸 수 없어요. 소문자 로마자와 숫자를 ‘-’로 이어 적으세요. 예: TO=orders/cancel-order.md"),
    ("orders/cancel.md", "../outside.md", "이름 ‘../outside.md’를 쓸 수 없어요. 소문자 로마자와 숫자를 ‘-’로 이어 적으세요. 예: TO=orders/cancel-order.md"),
    ("orders/cancel.md", "orders/invoice.md", "‘docs/orders/invoice.md’가 이미 있어요. 다른 이름을 고르세요."),
    ("orders/cancel.md", "order/cancel.md", "‘docs/order’ 폴더가 없어요. 있는 매뉴얼의 폴더를 적으세요."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "words"), REFUSED)
def test_a_name_that_cannot_be_is_refused(old, new, words):
    assert refusal(DOCS, old, new) == words


def test_a_page_may_be_named_as_people_type_it():
    typed = ["docs/orders/a.md", "./orders/a.md", "orders/a", " orders\\a.md ", "docs/./orders/a.md"]
    assert {path_below_docs(name) for name in typed} == {"orders/a.md"} and path_below_docs("") == ""
