"""WCAG 2.2 AA and KWCAG 2.2 where axe-core cannot tell: tables, help in one place, targets, link texts, titles, headings."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest

KINDS = ["", "orders/", "orders/invoice/", "orders/faq/", "contact/", "settlement/fees/", "guide/", "404.html"]
# Another font's letters have other widths.
FONT_CAME = "document.fonts.size > 0 && [...document.fonts].every((face) => face.status === 'loaded')"
SIZES = [{"width": 390, "height": 800}, {"width": 1280, "height": 800}]
# What says nothing about where it leads when it is read in a list of links.
EMPTY = {"여기", "이곳", "바로 가기", "바로가기", "더 보기", "더보기", "자세히", "자세히 보기", "클릭", "링크", ""}


def finished(site) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}


def bad_tables(html: str) -> list[str]:
    """Tables without a caption, and heads of rows or columns that do not say whose they are."""
    tables = re.findall(r"<table\b.*?</table>", html, re.S)
    uncaptioned = [table[:80] for table in tables if not re.search(r"<caption[^>]*>\s*\S", table)]
    heads = [head for table in tables for head in re.findall(r"<th\b[^>]*>", table)]
    return uncaptioned + [head for head in heads if "scope=" not in head]


def test_every_table_has_a_caption_and_every_head_its_scope(site):
    pages = finished(site)
    assert sum(html.count("<table") for html in pages.values()) > 100
    assert {name: bad for name, html in pages.items() if (bad := bad_tables(html))} == {}


@pytest.mark.parametrize(
    "html", ["<table><tr><th scope=row>가</table>", "<table><caption>나</caption><tr><th>가</table>"]
)
def test_canary_a_table_without_words_is_found(html):
    assert len(bad_tables(html)) == 1


def test_titles_tell_pages_apart(site):
    titles = [
        re.search(r"<title>(.*?)</title>", html)[1]
        for name, html in finished(site).items()
        if "http-equiv" not in html[:600]
    ]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_help_stands_in_the_same_place_on_every_page(open_page):
    for size in SIZES:
        places = set()
        for path in KINDS:
            with open_page(path, viewport=size, moment="2026-12-23T10:40:00+09:00", needs_font=True) as page:
                page.locator(".sh-strip.is-open").wait_for()
                page.wait_for_function(FONT_CAME)
                places.add(str(page.locator(".sh-strip [data-action=phone]").bounding_box()))
        assert len(places) == 1, size


LINKS = """
[...document.querySelectorAll('a[href]')].filter((link) => !link.ariaHidden)
  .map((link) => [(link.ariaLabel ?? link.textContent ?? '').trim().replace(/\\s+/g, ' ') || link.querySelector('img')?.alt || '', link.href])
"""


@pytest.mark.parametrize("path", KINDS)
def test_links_say_where_they_lead(open_page, path):
    with open_page(path) as page:
        assert [link for link in page.evaluate(LINKS) if link[0] in EMPTY] == []
        page.evaluate("document.querySelector('footer a').textContent = '더 보기'")
        assert [text for text, _ in page.evaluate(LINKS) if text in EMPTY] == ["더 보기"], "canary"


SMALL = """
[...document.querySelectorAll('button, summary, select, .sh-btn, nav a, .sh-strip a, .sh-foot li a, [class^=sh-] > li > a')]
  .filter((node) => node.tabIndex >= 0 && node.checkVisibility({ visibilityProperty: true }))
  .map((node) => [node.getBoundingClientRect(), node]).filter(([box]) => box.width < 24 || box.height < 24)
  .map(([box, node]) => `${node.className} ${node.textContent.trim().slice(0, 20)} ${box.width}x${box.height}`)
"""


@pytest.mark.parametrize("path", KINDS)
def test_what_stands_alone_is_at_least_24_px_wide_and_high(open_page, path):
    with open_page(path, viewport=SIZES[0], bypass_csp=True, needs_font=True) as page:
        page.wait_for_load_state("networkidle")
        page.wait_for_function(FONT_CAME)
        for size in SIZES:
            page.set_viewport_size(size)
            with suppress(AssertionError):  # the font may be there before the letters are drawn in it
                page.wait_for_function(f"{SMALL.strip()}.length === 0", timeout=5_000)
            assert page.evaluate(SMALL) == []
        page.add_style_tag(content="html .sh-tools .md-header__button.md-icon { width: 20px }")
        assert len(page.evaluate(SMALL)) == 1, "canary"


def test_headings_are_spoken_without_the_mark_of_their_address(open_page):
    with open_page("orders/invoice/") as page:
        assert page.locator("article .headerlink").count() > 3
        assert "¶" not in page.locator("article").aria_snapshot()
        page.evaluate("document.querySelector('article .headerlink').removeAttribute('aria-hidden')")
        assert "¶" in page.locator("article").aria_snapshot(), "canary"
