"""The whole site under its own headers, with every widget in use: the policy refuses nothing, and no request leaves it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import serve

PHONE = {"width": 390, "height": 800}
# Kept in the page: an instant navigation does not leave it.
LISTEN = """addEventListener("securitypolicyviolation", (event) => console.error(
    `refused: ${event.effectiveDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}`));"""
ALIVE = """document.readyState === "complete" && [...new Set([...document.querySelectorAll("*")].map((node) => node.localName))]
    .filter((name) => name.startsWith("sh-") && !customElements.get(name)).length === 0"""


@contextmanager
def watched(browser, address: str = "about:blank", **options):
    """Opens a page; yields it with the list of what goes wrong in it."""
    tab = browser.new_context(locale="ko-KR", timezone_id="Asia/Seoul", **options)
    page = tab.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.add_init_script(LISTEN)
    page.goto(address)
    try:
        yield page, wrong
    finally:
        tab.close()


@pytest.fixture(scope="module")
def visited(browser, site: Path, site_url):
    """Opens every page of the site, and searches on the last one: what went wrong by page, and all addresses asked for."""
    faults, asked = {}, []
    with watched(browser, viewport={"width": 1280, "height": 900}) as (page, wrong):
        page.on("request", lambda request: asked.append(request.url))
        for path in sorted(site.rglob("*.html")):
            name = path.relative_to(site).as_posix()
            page.goto(site_url + name.removesuffix("index.html"))
            page.wait_for_function(ALIVE)
            if wrong:
                faults[name] = wrong.copy()
                wrong.clear()
        page.locator("[data-sh-toggle=search]:visible").first.click()
        page.keyboard.type("반품", delay=30)
        page.wait_for_timeout(1500)
    return faults, asked


def test_no_page_of_the_site_breaks_the_policy(visited):
    assert visited[0] == {}


def test_no_request_leaves_the_sites_own_origin(visited, site_url):
    asked = [url for url in visited[1] if not url.startswith("data:")]
    assert {f"{urlsplit(url).scheme}://{urlsplit(url).netloc}/" for url in asked} == {site_url}
    assert any("/search/" in url for url in asked) and len(asked) > 100


def go(page, address: str) -> None:
    """Follows a link to a page without loading it anew; a link of the test's own, for what no page links to."""
    page.evaluate(
        "(address) => { const link = document.createElement('a'); link.href = address; link.textContent = address;"
        " document.querySelector('article').prepend(link); link.click(); }",
        address,
    )
    page.wait_for_function("(address) => location.href.split('#')[0] === address.split('#')[0]", arg=address)
    page.wait_for_function(ALIVE)


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desk"])
def test_every_widget_does_its_work_under_the_policy(browser, site_url, size):
    with watched(browser, site_url, viewport=size, permissions=["clipboard-write"]) as (page, wrong):
        page.evaluate("globalThis.sameDocument = true")
        page.wait_for_function(ALIVE)
        while page.locator("sh-notice [data-close]:visible").count():
            page.locator("sh-notice [data-close]:visible").first.click()
        if size == PHONE:
            page.locator("[data-sh-toggle=drawer]:visible").click()
            page.wait_for_function("document.getElementById('__drawer').checked")
            page.locator(".md-overlay").click(position={"x": 380, "y": 400})
        for _ in range(3):
            page.locator("[data-sh-palette]:visible").click()
        go(page, site_url + "settlement/cycle/")
        page.locator("sh-settlement [name=day]").fill("2026-12-24")
        page.locator("sh-settlement output").wait_for()
        go(page, site_url + "settlement/fees/")
        page.locator("sh-fees input:visible").first.fill("10000")
        go(page, site_url + "start/")
        page.locator("sh-checklist input").first.check()
        go(page, site_url + "orders/faq/")
        page.locator("details.sh-q summary").first.click()
        page.locator("a[data-sh-copy]:visible").first.click()
        go(page, site_url + "changes/")
        page.locator("#only-4").click()
        go(page, site_url + "orders/invoice/")
        page.locator("sh-term, sh-value").first.hover()
        page.locator("[data-sh-toggle=search]:visible").first.click()
        page.keyboard.insert_text("송장번호 잘못")
        page.locator(".md-search-result__item mark").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**?h=*")
        page.locator("article mark:visible").first.wait_for()
        assert page.evaluate("globalThis.sameDocument") is True
        assert wrong == []


PLANTED = {
    "an inline script": "<script>globalThis.planted = 1</script>",
    "a handler": "<img src='missing.png' onerror='globalThis.planted = 1'>",
    "a style": "<p style='color: red'>글</p>",
    "a script from elsewhere": "<script src='https://elsewhere.example/a.js'></script>",
    "a frame": "<iframe src='/'></iframe>",
    "a base": "<base href='https://elsewhere.example/'>",
}


@pytest.mark.parametrize("what", PLANTED)
def test_canary_what_was_planted_is_refused_and_heard(browser, site, site_url, tmp_path, what):
    html = (site / "contact" / "index.html").read_text("utf-8").replace("</article>", f"{PLANTED[what]}</article>", 1)
    with watched(browser) as (page, wrong):
        page.route(f"{site_url}contact/", lambda route: route.fulfill(body=html, content_type="text/html"))
        page.goto(f"{site_url}contact/")  # only the element speaks here: a filled answer has no header
        page.wait_for_function(ALIVE)
        assert any(line.startswith("refused: ") for line in wrong), wrong
        assert page.evaluate("globalThis.planted") is None


@pytest.mark.parametrize(
    ("attack", "is_refused"),
    [
        ("document.querySelector('h1').innerHTML = '<img src=x>'", True),
        ("document.querySelector('h1').innerHTML = 'a<b onclick=1>'", True),
        ("document.querySelector('h1').insertAdjacentHTML('beforeend', '<mark onclick=1>a</mark>')", True),
        ("new Worker('https://elsewhere.example/a.js')", True),
        ("trustedTypes.createPolicy('own', {createHTML: (text) => text})", True),
        ("document.querySelector('h1').innerHTML = '5 &lt; 6 <mark>여기</mark>'", False),
        ("document.querySelector('h1').innerHTML = '5 &lt; 6 <mark data-md-highlight>여기</mark>'", False),
    ],
)
def test_a_string_becomes_nothing_but_marked_text(browser, site_url, attack, is_refused):
    with watched(browser, f"{site_url}contact/") as (page, _):
        done = page.evaluate(f"() => {{ try {{ {attack}; return 'done' }} catch (error) {{ return error.name }} }}")
        assert done == ("TypeError" if is_refused else "done")


def test_the_site_is_served_with_what_it_asks_for(browser, site, site_url):
    """The element of a page cannot say who may frame it."""
    from urllib.request import urlopen

    said = urlopen(site_url).headers["Content-Security-Policy"]
    in_page = (site / "index.html").read_text("utf-8").split('Content-Security-Policy" content="')[1].split('"')[0]
    hashed = re.compile(r" 'sha256-[^']+'")
    assert hashed.sub("", said) == hashed.sub("", in_page) + "; frame-ancestors 'none'"
    assert set(hashed.findall(in_page)) < set(hashed.findall(said)), "the header is for the pages of any depth"
    assert "unsafe" not in said and "frame-ancestors" not in in_page


def test_below_a_path_the_policy_holds_too(browser, site, tmp_path):
    (tmp_path / "help").symlink_to(site)
    server = serve(tmp_path)
    try:
        with watched(browser, f"http://127.0.0.1:{server.server_port}/help/orders/invoice/") as (page, wrong):
            page.wait_for_function(ALIVE)
            page.locator("[data-sh-toggle=search]:visible").first.click()
            page.keyboard.insert_text("송장")
            page.locator(".md-search-result__item mark").first.wait_for()
            assert wrong == []
    finally:
        server.shutdown()
