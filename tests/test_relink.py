"""Links follow a page that moves, and nothing else is touched."""

from __future__ import annotations

import pytest
from sellerhelp.relink import link_to, moved_pages, moved_text, renamed_page

OLD, NEW = "orders/cancel.md", "orders/cancel-order.md"
RENAMED = [
    ("orders/index.md", "[취소](cancel.md)와 [언제](cancel.md#when)", "[취소](cancel-order.md)와 [언제](cancel-order.md#when)"),
    ("policy/penalty.md", "[취소](../orders/cancel.md#when \"제목\")", "[취소](../orders/cancel-order.md#when \"제목\")"),
    ("index.md", "[취소](orders/cancel.md)", "[취소](orders/cancel-order.md)"),
    ("orders/index.md", "[취소]: ./cancel.md\n", "[취소]: cancel-order.md\n"),
    ("orders/faq.yml", "  related: [cancel.md#when, invoice.md]\n", "  related: [cancel-order.md#when, invoice.md]\n"),
    ("orders/faq.yml", "    - cancel.md\n", "    - cancel-order.md\n"),
    ("orders/returns.md", "related:\n  - page: cancel.md\n    why: 취소.md\n", "related:\n  - page: cancel-order.md\n    why: 취소.md\n"),
    ("orders/index.md", '<a href="cancel.md">취소</a>', '<a href="cancel-order.md">취소</a>'),
    ("policy/index.md", "[다른](cancel.md)", "[다른](cancel.md)"),
    ("orders/index.md", "[밖](https://example.com/cancel.md)", "[밖](https://example.com/cancel.md)"),
    ("orders/index.md", "not-cancel.md cancel.mdx cancel.md/x my/cancel.md", "not-cancel.md cancel.mdx cancel.md/x my/cancel.md"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "text", "expected"), RENAMED)
def test_a_link_to_the_page_follows_it(base, text, expected):
    assert renamed_page(text, base, OLD, NEW) == expected


MOVED = [
    ("[가](invoice.md#edit)", "[가](../orders/invoice.md#edit)"),
    ("![그림](../assets/a.png)", "![그림](../assets/a.png)"),
    ("![그림](a.png)", "![그림](../orders/a.png)"),
    ("[위](#when)", "[위](#when)"),
    ("[밖](https://a.kr/b.md)", "[밖](https://a.kr/b.md)"),
    ("[전화](tel:1588-3819)", "[전화](tel:1588-3819)"),
    ("[정책](../policy/penalty.md)", "[정책](penalty.md)"),
]


@pytest.mark.parametrize(("text", "expected"), MOVED)
def test_the_links_of_a_text_that_moves_lead_to_the_same_places(text, expected):
    assert moved_text(text, "orders/cancel.md", "policy/cancel.md") == expected
    assert moved_text(text, "orders/cancel.md", "orders/other.md") == text


def test_bare_names_of_pages_move_too():
    text = "related:\n  - page: invoice.md\n  - page: ../policy/penalty.md\n"
    assert (
        moved_pages(text, "orders/a.md", "policy/a.md")
        == "related:\n  - page: ../orders/invoice.md\n  - page: penalty.md\n"
    )


def test_a_link_is_relative_to_the_folder_of_its_file():
    assert [link_to("orders/a.md", base) for base in ("index.md", "orders/b.md", "policy/b.md")] == [
        "orders/a.md", "a.md", "../orders/a.md",
    ]  # fmt: skip
