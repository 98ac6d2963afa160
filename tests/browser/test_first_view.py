"""A first visit: what it weighs, that nothing moves, that coming back is instant, that a page followed works as one loaded."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import brotli
import pytest
from browser import find

from tests.browser.conftest import QUIET

KINDS = ["", "orders/invoice/", "contact/faq/", "contact/"]
MANUALS = ("opening", "products", "orders", "settlement", "ads", "policy")
# Every page with questions, which are the heaviest; what else readers begin with.
WEIGHED = [
    *KINDS,
    "faq/",
    *(f"{manual}/faq/" for manual in MANUALS),
    "settlement/fees/",
    "start/",
    "symptoms/",
    "glossary/",
]
MOST, MOST_WITH_FONT = 75 * 1024, 190 * 1024  # as Brotli sends it
PHONE, DESK = {"viewport": {"width": 390, "height": 800}}, {"viewport": {"width": 1280, "height": 800}}
MOMENT = "2026-12-23T10:40:00+09:00"


def weight(site, path: str) -> int:
    """Bytes of a file of the site as a host sends it; a font is compressed already."""
    file = site / path / "index.html" if path.endswith("/") or not path else site / path
    body = file.read_bytes()
    return len(body) if file.suffix == ".woff2" else len(brotli.compress(body))


@pytest.mark.parametrize("path", WEIGHED)
def test_a_first_page_weighs_at_most_75_kb_and_190_kb_with_its_font(browser, site, site_url, path):
    asked: list[str] = []
    tab = browser.new_context(**PHONE)
    tab.on("request", lambda request: asked.append(urlsplit(request.url).path[1:]))
    tab.new_page().goto(site_url + path, wait_until="networkidle")
    tab.close()
    weights = {path: weight(site, path) for path in {*asked}}
    fonts = sum(size for path, size in weights.items() if path.endswith(".woff2"))
    assert fonts > 50_000, "the font is counted"
    assert sum(weights.values()) - fonts <= MOST, sorted(weights.items(), key=lambda item: -item[1])[:5]
    assert sum(weights.values()) <= MOST_WITH_FONT


BLOCKING = "performance.getEntriesByType('resource').filter((entry) => entry.renderBlockingStatus === 'blocking').map((entry) => entry.name)"


@pytest.mark.parametrize("path", KINDS)
def test_nothing_but_the_style_sheet_holds_the_first_paint(open_page, path):
    with open_page(path) as page:
        assert [re.search(r"/(\w+)\.\w+\.css$", address)[1] for address in page.evaluate(BLOCKING)] == ["look"]
        assert page.locator("script[src]:not([defer], [type=module])").count() == 0


def test_canary_a_script_that_holds_the_first_paint_is_seen(browser, site_url):
    def planted(route):
        page = route.fetch()
        route.fulfill(response=page, body=page.text().replace("<script defer ", "<script "))

    tab = browser.new_context()
    page = tab.new_page()
    page.route("**/contact/", planted)
    page.goto(site_url + "contact/")
    assert page.locator("script[src]:not([defer], [type=module])").count() == 1
    tab.close()


SHIFTS = """
globalThis.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) shifts.push(entry.sources.map(({ node }) => node?.className ?? node?.nodeName));
  }
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", [*KINDS, "settlement/fees/", "settlement/cycle/", "opening/"])
def test_nothing_moves_while_scripts_and_a_late_font_arrive(browser, site_url, path, size):
    tab = browser.new_context(**size, timezone_id="Asia/Seoul")
    page = tab.new_page()
    page.add_init_script(SHIFTS + f"globalThis.__shNow = Date.parse({MOMENT!r});")
    held = []
    page.route("**/*.woff2", lambda route: held.append(route))  # let go once everything else is there
    page.goto(site_url + path, wait_until="domcontentloaded")
    page.wait_for_function("document.querySelector('.sh-strip.is-open')")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    shifts = page.evaluate("shifts")
    tab.close()
    assert shifts == []


def test_canary_a_text_that_comes_late_and_pushes_is_seen(open_page):
    with open_page("orders/", scripts=SHIFTS) as page:
        page.wait_for_load_state("networkidle")
        page.evaluate(
            "document.querySelector('.sh-head').prepend(Object.assign(document.createElement('p'), { innerText: '늦은 글' }))"
        )
        page.wait_for_function("shifts.length > 0")


@pytest.mark.parametrize("path", ["contact/", "settlement/fees/"])
def test_going_back_brings_the_page_as_it_was_left(browser, site_url, path):
    # Playwright switches the back/forward cache off; and it waits for a load that a kept page does not have.
    keeping = browser.browser_type.launch(
        executable_path=find(), args=QUIET, ignore_default_args=["--disable-back-forward-cache"]
    )
    page = keeping.new_page()
    page.goto(site_url + path, wait_until="networkidle")
    page.evaluate("addEventListener('pageshow', ({ persisted }) => (globalThis.isKept = persisted))")
    page.goto(site_url + "changes.xml")
    page.evaluate("setTimeout(() => history.back())")
    page.wait_for_url(site_url + path, wait_until="commit")
    page.wait_for_function("globalThis.isKept === true")
    keeping.close()


# What a page shows where a script has been at work.
WORKED = {
    "contact/": ["sh-contact.sh-card.is-open", ".sh-week [aria-current]"],
    "settlement/cycle/": ["sh-settlement output:not(:empty), sh-settlement .sh-days"],
    "settlement/fees/": ["sh-fees output:not(:empty), sh-fees [data-result]:not([hidden])"],
    "": ["sh-today .sh-days", "sh-contact.sh-card.is-open"],
    "orders/invoice/": ["[data-sh-print]:not([hidden])", ".sh-strip.is-open"],
}


def test_pages_that_are_followed_work_as_pages_that_are_loaded(open_page, site_url):
    with open_page("orders/", moment=MOMENT, **DESK) as page:
        page.wait_for_load_state("networkidle")
        page.evaluate("globalThis.sameDocument = true")
        for path, signs in [*WORKED.items(), *reversed(WORKED.items())]:
            page.evaluate(
                "(href) => { const link = document.createElement('a'); link.href = href; document.querySelector('article').append(link); link.click(); }",
                site_url + path,
            )
            page.wait_for_url(site_url + path)
            for sign in signs:
                page.locator(sign).first.wait_for(state="attached")
        assert page.evaluate("sameDocument") is True


def test_a_place_on_the_same_page_is_reached_without_loading_it_again(open_page, site_url):
    path = "orders/invoice/"
    with open_page(path, **DESK, reduced_motion="reduce") as page:
        page.wait_for_load_state("networkidle")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.evaluate("document.querySelector('article').isKept = true")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(site_url + path + "#*")
        page.wait_for_timeout(500)  # nothing to wait for: the theme put the page in place of itself within 300 ms
        assert page.evaluate("document.activeElement.matches('h1') && document.querySelector('article').isKept")
        page.go_back()
        page.wait_for_url(site_url + path)
        page.wait_for_timeout(500)
        assert page.evaluate("document.querySelector('article').isKept")
        assert [url for url in asked if path in url] == []
        page.evaluate("globalThis.sameDocument = true")
        page.locator(".sh-brand").click()
        page.wait_for_url(site_url)
        page.locator(".sh-bigfind").wait_for()
        page.go_back()
        page.wait_for_function("document.querySelector('h1').textContent.includes('송장')")
        assert page.evaluate("sameDocument") is True


LOOKS = """
() => [...document.querySelectorAll('body, body *')].filter((node) => node.checkVisibility()).map((node) => {
  const { x, y, width, height } = node.getBoundingClientRect(), style = getComputedStyle(node);
  return [node.tagName, node.className.baseVal ?? node.className, x, y, width, height, style.color, style.backgroundColor, style.font, style.textDecoration, style.opacity].join(' ');
})
"""


@pytest.mark.parametrize("path", ["", "orders/invoice/", "contact/", "settlement/fees/", "guide/prose/", "404.html"])
def test_the_cut_theme_looks_as_the_whole_one(open_page, site, site_url, path):
    with open_page(path, moment=MOMENT, reduced_motion="reduce", **DESK) as page:
        page.wait_for_load_state("networkidle")
        for width, scheme in ((1280, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            cut = page.evaluate(LOOKS)
            page.evaluate("""(urls) => Promise.all(urls.map((href) => new Promise((done) => {
              const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, className: 'whole', onload: done });
              document.querySelector('link[rel=stylesheet]').before(link);
            })))""", [site_url + sheet.relative_to(site).as_posix() for sheet in sorted(site.glob("assets/stylesheets/[mp]a*.css"))])  # fmt: skip
            assert page.evaluate(LOOKS) == cut
            page.evaluate("document.querySelectorAll('link.whole').forEach((link) => link.remove())")
