"""Proofreading says what setting the books says, warm and cold, and again after every change."""

from __future__ import annotations

import re
from datetime import date

import pytest
import yaml
from sellerhelp.book.emit_book import Press
from sellerhelp.book.library import Pages, write_manuscripts
from sellerhelp.book.paper import A4
from sellerhelp.book.proof import promised_books, proofread
from sellerhelp.frontmatter import read_head
from sellerhelp.manuals import arrange
from sellerhelp.memory import Memory

from tests.booklets import HEAD, SITE
from tests.conftest import ROOT

CASES = yaml.safe_load((ROOT / "tests" / "cases" / "book_problems.yml").read_text("utf-8"))
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
FILES = {"orders/here.svg": SVG, "orders/broken.png": b"no"}
PRESS = Press(A4, False, date(2026, 11, 1), SITE, None)
HTML = {"orders/index.md": "<p>안내</p>", "orders/page.md": "<h2 id='a'>제목</h2>", "orders/other.md": "<p>글</p>"}


def told(html, memory=None, files=FILES, markdown="", heads=None):
    """What proofreading says and what setting says of a manual of three pages."""
    numbers = {"orders/index.md": "3", "orders/page.md": "3-1", "orders/other.md": "3-2"} | (heads or {})
    sources = {path: HEAD.format(title=f"주문 {number}", number=number) + markdown for path, number in numbers.items()}
    read = {path: read_head(source, path, f"docs/{path}")[0] for path, source in sources.items()}
    addresses = {path: path.removesuffix(".md").removesuffix("index").rstrip("/") + "/" for path in read}
    pages = Pages(HTML | html, addresses, files, {f"docs/{path}": source for path, source in sources.items()})
    manuals, _ = arrange(read.values())
    found = proofread(manuals, pages, PRESS, memory if memory is not None else Memory(None))
    return sorted(set(found)), sorted(set(write_manuscripts(manuals, pages, PRESS)[2]))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_it_says_what_setting_says(case):
    html = re.sub(r"\{(\d+)\}", lambda count: "a" * int(count[1]), case["html"])
    memory = Memory(None)
    cold, expected = told({"orders/page.md": html}, memory, markdown=case["markdown"] + "\n")
    warm, _ = told({"orders/page.md": html}, memory, markdown=case["markdown"] + "\n")
    assert cold == warm == expected != []


def test_it_sees_that_a_place_on_another_page_is_gone():
    memory = Memory(None)
    link = {"orders/other.md": "<p><a href='../page/#a'>제목</a></p>"}
    assert told(link, memory) == ([], [])
    found, expected = told(link | {"orders/page.md": "<h2 id='b'>제목</h2>"}, memory)
    assert found == expected and [one.rule for one in found] == ["book-anchor"]


def test_it_sees_that_a_picture_is_damaged_or_gone():
    memory = Memory(None)
    page = {"orders/page.md": "<p><img src='../here.svg' alt='그림'></p>"}
    assert told(page, memory) == ([], [])
    for files in ({"orders/here.svg": b"no"}, {}):
        found, expected = told(page, memory, files)
        assert found == expected and [one.rule for one in found] == ["book-picture"]


def test_it_reads_nothing_that_it_has_read(monkeypatch):
    memory, read = Memory(None), []
    told({}, memory)
    monkeypatch.setattr("sellerhelp.book.proof.read_chapter", lambda *given: read.append(given[0].path))
    numbers = {"orders/index.md": "3", "orders/page.md": "3-1", "orders/other.md": "3-2"}
    heads = [
        read_head(HEAD.format(title=f"주문 {number}", number=number), path, path)[0] for path, number in numbers.items()
    ]
    addresses = {path: path.removesuffix(".md").removesuffix("index").rstrip("/") + "/" for path in numbers}
    proofread(arrange(heads)[0], Pages(HTML, addresses, FILES, {}), PRESS, memory)
    assert read == []


def test_the_books_that_a_build_would_print_are_promised():
    heads = [
        read_head(HEAD.format(title=name, number=number), f"{name}/index.md", f"docs/{name}/index.md")[0]
        for number, name in (("2", "products"), ("3", "orders"))
    ]
    addresses = [book.address for book in promised_books(arrange(heads)[0])]
    assert addresses == ["books/products.pdf", "books/orders.pdf", "books/all.pdf"]
    assert [book.address for book in promised_books(arrange(heads[1:])[0])] == ["books/orders.pdf"]
    assert promised_books([]) == []
