"""Rows for the templates: addresses that last, each page named once."""

from __future__ import annotations

from sellerhelp.faq.answers import render_all
from sellerhelp.faq.collection import collect
from sellerhelp.faq.rows import address, rows
from sellerhelp.frontmatter import read_head
from sellerhelp.manuals import arrange
from sellerhelp.site import Site

PAGES = {
    "index.md": "", "faq.md": "", "orders/index.md": "3", "orders/invoice.md": "3-1", "orders/faq.md": "3-Q",
    "policy/index.md": "6", "policy/penalty.md": "6-1",
}  # fmt: skip
ENTRY = """- id: {folder}-one
  question: 질문?
  answer: 첫 문장이에요. [송장](../orders/invoice.md#a)도 보세요.
  tags: [가]
  updated: 2026-11-22
  related: [{related}]
"""


def site(related: str = "", folders: tuple[str, ...] = ("orders",)) -> Site:
    made = Site(moment=0)
    for path, number in PAGES.items():
        line = f"number: {number}\n" if number else ""
        source = f"---\ntitle: 제목 {path}\n{line}description: 설명\nupdated: 2026-11-22\n---\n"
        made.heads[path] = read_head(source, path, path)[0]
        made.addresses[path] = path.removesuffix("index.md").replace(".md", "/")
    made.manuals = arrange(made.heads.values())[0]
    sources = {f"{folder}/faq.yml": ENTRY.format(folder=folder, related=related) for folder in folders}
    made.collection, _ = collect(sources, ["orders", "policy"], PAGES, {})
    made.answers, _ = render_all(made.collection, [], {}, made.addresses)
    return made


def pages(related: str, root: str = "../") -> list[str]:
    made = site(related)
    return [
        f"{page['number'] or page['title']} {page['url']}"
        for page in rows(made, made.collection.entries, root)[0]["pages"]
    ]


def test_a_row_holds_the_answer_as_this_page_needs_it():
    made = site()
    for root in ("", "../", "../../"):
        row = rows(made, made.collection.entries, root)[0]
        assert f'<a href="{root}orders/invoice/#a">송장</a>' in row["answer"]
        assert (row["first"], row["entry"].id) == ("첫 문장이에요.", "orders-one")
        assert row["address"] == f"{root}orders/faq/#orders-one"


def test_related_pages_keep_their_order_and_a_page_named_twice_stands_once_with_its_first_section():
    assert pages("invoice.md#b, ../policy/penalty.md, invoice.md#c, ../faq.md, ../faq.md#x") == [
        "3-1 ../orders/invoice/#b", "6-1 ../policy/penalty/", "제목 faq.md ../faq/",
    ]  # fmt: skip


def test_a_related_page_that_does_not_exist_is_left_out():
    assert pages("gone.md, invoice.md") == ["3-1 ../orders/invoice/"]


def test_the_front_page_can_be_related():
    assert pages("../index.md", "../../") == ["제목 index.md ../../"]


def test_an_entry_lives_on_its_manuals_questions_else_its_overview_else_the_page_of_all():
    made = site(folders=("orders", "policy", "ads"))
    assert [address(made, entry, "../") for entry in made.collection.entries] == [
        "../orders/faq/#orders-one", "../policy/#policy-one", "../faq/#ads-one",
    ]  # fmt: skip


def test_an_entry_whose_answer_was_not_rendered_has_no_row():
    made = site()
    made.answers.clear()
    assert rows(made, made.collection.entries, "") == []
