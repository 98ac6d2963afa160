"""The whole site under its own headers, with every widget in use: the content policy refuses nothing that we do."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path

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


def test_no_page_of_the_site_breaks_the_policy(browser, site: Path, site_url):
    faults = {}
    with watched(browser) as (page, wrong):
        for path in sorted(site.rglob("*.html")):
            name = path.relative_to(site).as_posix()
            page.goto(site_url + name.removesuffix("index.html"))
            page.wait_for_function(ALIVE)
            if wrong:
                faults[name] = wrong.copy()
                wrong.clear()
    assert faults == {}


