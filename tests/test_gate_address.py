"""Where links lead, and how a writer names a page."""

from __future__ import annotations

import random
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from sellerhelp.gate.address import as_page, beside, file_link, keys, split

ADDRESSES = {"index.md": "", "orders/index.md": "orders/", "orders/invoice.md": "orders/invoice/", "faq.md": "faq/"}


@pytest.mark.parametrize(
    ("link", "here", "leads"),
    [
        ("../invoice/#a", "orders/late/", ("orders/invoice/", "a")),
        ("#a", "orders/late/", ("orders/late/", "a")),
        ("", "orders/late/", ("orders/late/", "")),
        ("../../", "orders/late/", ("", "")),
        ("/faq/", "orders/late/", ("faq/", "")),
        ("%EC%86%A1/#%EC%9E%A5", "", ("송/", "장")),
        ("../../../../faq/", "orders/", ("faq/", "")),
    ],
)
def test_a_link_leads_to_an_address_and_an_anchor(link, here, leads):
    assert split(link, here) == leads


@pytest.mark.parametrize(
    ("address", "anchor", "source", "name"),
    [
        ("orders/invoice/", "a", "orders/index.md", "invoice.md#a"),
        ("orders/invoice/", "", "faq.md", "orders/invoice.md"),
        ("faq/", "", "orders/faq.yml", "../faq.md"),
        ("", "", "orders/invoice.md", "../index.md"),
        ("orders/invoice/", "a", "orders/invoice.md", "#a"),
        ("gone/", "", "faq.md", ""),
    ],
)
def test_a_writer_names_a_page_by_its_file(address, anchor, source, name):
    assert file_link(address, anchor, source, ADDRESSES) == name


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("orders/invoice.html", "orders/invoice/"),
        ("orders/invoice/index.html", "orders/invoice/"),
        ("orders/invoice", "orders/invoice/"),
        ("index.html", ""),
        ("orders/gone.html", None),
        ("assets/a.png", None),
    ],
)
def test_a_misspelt_address_means_a_page(address, page):
    assert as_page(address, ADDRESSES) == page


def test_a_written_link_is_known_as_it_is_and_resolved():
    assert keys("invoice.md#a", "orders/index.md", ADDRESSES) == {"invoice.md#a", "/orders/invoice/#a"}
    assert keys("gone.md", "orders/index.md", ADDRESSES) == {"gone.md", "/orders/gone.md"}
    assert keys("https://a.b/", "faq.md", ADDRESSES) == {"https://a.b/"}
    assert beside("../a.png", "orders/index.md") == "a.png"


_PARTS = [
    "../",
    "./",
    "a",
    "b-c",
    "가나",
    ".",
    "..",
    "...",
    "/",
    "//",
    "#",
    "#x",
    "#가-1",
    "%20",
    "?q=1",
    "x.html",
    ".x",
    ";p",
    "&",
    ":",
    "a:b",
    " ",
    "_",
]


@pytest.mark.parametrize("here", ["", "a/", "a/b/c/", "a/b.html", "가/나/", "a%20b/c/"])
def test_a_simple_link_leads_where_the_library_says(here):
    dice = random.Random(here)
    for _ in range(5000):
        link = "".join(dice.choice(_PARTS) for _ in range(dice.randint(0, 5)))
        target = urlsplit(urljoin("http://site.invalid/" + here, link))
        assert split(link, here) == (unquote(target.path[1:]), unquote(target.fragment)), link
