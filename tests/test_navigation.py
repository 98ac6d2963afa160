"""The navigation follows the numbers, not a list."""

from __future__ import annotations

from sellerhelp.frontmatter import PageHead, read_head
from sellerhelp.manuals import arrange
from sellerhelp.navigation import navigation


def page(path: str, number: str, title: str = "제목") -> PageHead:
    source = f"---\ntitle: '{title}'\nnumber: {number}\ndescription: 설명\nupdated: 2026-11-22\n---\n"
    return read_head(source, path, path)[0]


MANUALS = arrange(
    [
        page("contact/index.md", "7", "고객센터"),
        page("orders/faq.md", "3-Q"),
        page("orders/index.md", "3", "주문·배송"),
        page("orders/b.md", "3-10"),
        page("orders/a.md", "3-2"),
    ]
)[0]
ORDERS = {"주문·배송": ["orders/index.md", "orders/a.md", "orders/b.md", "orders/faq.md"]}


def test_the_front_page_comes_first_and_all_questions_before_the_contact():
    paths = ["zz.md", "faq.md", "index.md", "orders/index.md", "contact/index.md"]
    assert navigation(paths, MANUALS) == ["index.md", ORDERS, "faq.md", "contact/index.md"]


def test_without_a_contact_section_the_pages_outside_of_manuals_come_last():
    assert navigation(["faq.md", "index.md"], MANUALS[:1]) == ["index.md", ORDERS, "faq.md"]


def test_other_pages_outside_of_manuals_are_left_to_links_and_search():
    assert navigation(["index-all.md", "b.md", "faq.md"], []) == ["faq.md"]


def test_manuals_may_come_as_an_iterator():
    assert navigation(iter(["index.md", "faq.md"]), iter(MANUALS)) == ["index.md", ORDERS, "faq.md", "contact/index.md"]


def test_a_title_is_escaped_because_the_theme_prints_it_raw():
    manuals = arrange([page("orders/index.md", "3", "<b>&"), page("orders/a.md", "3-1")])[0]
    assert list(navigation([], manuals)[0]) == ["&lt;b&gt;&amp;"]
