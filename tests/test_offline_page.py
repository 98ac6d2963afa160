"""Pages for file://: each folder becomes its file, and what needs a server is gone."""

from __future__ import annotations

import pytest
from sellerhelp.offline.page import offline_page, to_file

ADDRESSES = [
    ("../faq/", "../faq/index.html"),
    ("../faq/#a", "../faq/index.html#a"),
    ("faq/?q=a#b", "faq/index.html?q=a#b"),
    (".", "./index.html"),
    ("..", "../index.html"),
    ("../..", "../../index.html"),
    ("./", "./index.html"),
    ("../#top", "../index.html#top"),
    ("#here", "#here"),
    ("?q=a", "?q=a"),
    ("", ""),
    ("a/b.css", "a/b.css"),
    ("a/b.js?x=/", "a/b.js?x=/"),
    ("https://a.example/", "https://a.example/"),
    ("tel:1588", "tel:1588"),
    ("//a.example/", "//a.example/"),
    ("mailto:a@b.example", "mailto:a@b.example"),
]


@pytest.mark.parametrize(("address", "file"), ADDRESSES)
def test_a_folder_becomes_its_file_and_nothing_else_changes(address, file):
    assert to_file(address) == file


CONFIG = '<script id="__config" type="application/json">{"base": "..", "features": ["navigation.instant", "navigation.instant.prefetch", "search.highlight"], "t": "\\u003cb"}</script>'
MAIN = '<script src="../assets/sellerhelp/js-abc/main.js" type="module"></script>'


def page(head: str = "", body: str = "") -> str:
    return offline_page(f"<html><head>{head}</head><body>{body}{CONFIG}{MAIN}</body></html>")


def test_modules_become_one_script_that_first_gives_the_theme_its_worker():
    made = page()
    way = "../assets/sellerhelp/js-abc/offline.js"
    assert f'<script src="{way}" data-entry="search/offline.js"></script>\n</head>' in made
    assert f'<script src="{way}" data-entry="main.js" defer></script></body>' in made
    assert 'type="module"' not in made


def test_instant_navigation_is_off_and_texts_in_the_configuration_stay_no_markup():
    made = page()
    assert '"features": ["search.highlight"]' in made and '"t": "\\u003cb"' in made


LEFT_OUT = [
    '<link rel="canonical" href="https://a.example/">',
    '<link rel="preload" href="a.woff2" as="font" type="font/woff2" crossorigin>',
    '<link rel="manifest" href="a.json">',
    '<link href="feed.atom" rel="alternate" type="application/atom+xml">',
    '<meta property="og:url" content="https://a.example/">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">',
]


@pytest.mark.parametrize("tag", LEFT_OUT)
def test_what_only_a_published_page_needs_is_left_out(tag):
    assert page(tag) == page()


def test_what_a_disk_cannot_check_is_not_asked_for():
    made = page('<link rel="stylesheet" href="a.css" integrity="sha256-x" crossorigin="anonymous">')
    assert '<link rel="stylesheet" href="a.css">' in made


def test_text_that_looks_like_a_link_stays_as_it_is():
    text = 'writes href="faq/" or &lt;a href="faq/"&gt;'
    assert f"<p>{text}</p>" in page(body=f"<p>{text}</p>")


@pytest.mark.parametrize("html", ["<html></html>", MAIN, CONFIG])
def test_a_page_that_is_not_built_as_expected_is_an_error(html):
    with pytest.raises(ValueError, match="no configuration of the theme, or none of our modules"):
        offline_page(html)
