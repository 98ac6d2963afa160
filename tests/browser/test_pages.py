"""Every kind of page at the widths of phones and desks: nothing overflows, type is large enough."""

import pytest

PAGES = [
    "",
    "orders/",
    "orders/invoice/",
    "orders/faq/",
    "faq/",
    "contact/",
    "settlement/fees/",
    "index-all/",
    "404.html",
]
WIDTHS = [320, 390, 768, 1280, 1600]
SIZES = """
(selector) => [...document.querySelectorAll(selector)]
  .filter((node) => node.checkVisibility() && node.innerText.trim())
  .map((node) => parseFloat(getComputedStyle(node).fontSize))
"""


@pytest.mark.parametrize("path", PAGES)
def test_nothing_overflows_sideways(open_page, path):
    with open_page(path) as page:
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("path", PAGES)
def test_type_is_large_enough_on_phones(open_page, path):
    with open_page(path, viewport={"width": 390, "height": 800}) as page:
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        body = page.evaluate(
            SIZES,
            "article > p, article > ul > li, .sh-steps p:not(.sh-sign), .sh-q__answer > p:not(.sh-q__more), summary",
        )
        tables = page.evaluate(SIZES, ".sh-table td, .sh-table tbody th")
        everything = page.evaluate(SIZES, "p, li, td, th, dd, dt, a, button, summary, small, time")
        assert all(size >= 16 for size in body), sorted(set(body))
        assert all(size >= 15 for size in tables), sorted(set(tables))
        assert all(size >= 13 for size in everything), sorted(set(everything))


@pytest.mark.parametrize("path", PAGES)
def test_korean_words_are_kept_whole(open_page, path):
    with open_page(path, viewport={"width": 390, "height": 800}) as page:
        split = page.evaluate("""
          [...document.querySelectorAll('body *')]
            .filter((node) => /[가-힣]/.test(node.textContent) && getComputedStyle(node).wordBreak !== 'keep-all')
            .map((node) => node.outerHTML.slice(0, 80))
        """)
        assert split == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scripted", [True, False])
def test_dark_and_light_follow_the_reader_with_and_without_javascript(open_page, scheme, scripted):
    with open_page("", color_scheme=scheme, java_script_enabled=scripted) as page:
        paper = "rgb(15, 23, 28)" if scheme == "dark" else "rgb(255, 255, 255)"
        background = page.locator(".sh-header").evaluate("(node) => getComputedStyle(node).backgroundColor")
        assert background == paper


def test_our_font_is_used_and_has_every_letter_of_the_page(open_page):
    with open_page("orders/invoice/") as page:
        page.evaluate("document.fonts.ready")
        faces = page.evaluate(
            "[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)"
        )
        assert [name.strip('"') for name in faces] == ["SH Sans"]


def test_the_header_buttons_open_search_and_drawer(open_page):
    with open_page("orders/", viewport={"width": 390, "height": 800}) as page:
        page.locator(".sh-tool--menu").click()
        page.wait_for_function("document.getElementById('__drawer').checked")
        page.locator(".sh-nav__link", has_text="취소 처리").wait_for(state="visible")
        page.locator(".sh-tool--menu[aria-expanded=true]").wait_for()
        page.mouse.click(380, 400)
        page.wait_for_function("!document.getElementById('__drawer').checked")
        page.locator(".sh-tool--find").click()
        page.locator(".md-search__input").wait_for(state="visible")
        assert page.evaluate("document.activeElement.matches('.md-search__input')")
        page.keyboard.type("송장")
        page.locator(".md-search-result__item").first.wait_for()
        page.keyboard.press("Escape")
        page.wait_for_function("document.activeElement.matches('.sh-tool--find')")


def test_pages_read_without_javascript(open_page):
    with open_page("", java_script_enabled=False) as page:
        text = page.locator("body").inner_text()
        for words in ("여섯 권의 매뉴얼", "자주 찾는 질문", "평일 9–18시", "1588-3819", "비공식"):
            assert words in text
        for hidden in ("상담 중", "휴무 ·", "운영 확인 필요"):
            assert hidden not in text, "a live state without a script would be a guess"
