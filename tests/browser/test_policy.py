"""Our elements under a strict content policy: no inline script, no inline style, no connection but the one that is named."""

from __future__ import annotations

import pytest
from markupsafe import Markup
from sellerhelp.feedback.widgets import FeedbackWidgets
from sellerhelp.notices.widgets import NoticeWidgets

from tests.test_notices_widgets import NOW, notice
from tests.test_prose_checklist import made
from tests.test_widgets import ENV, site

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"


def notices() -> str:
    w = NoticeWidgets(ENV, site(), [notice()])
    w.site.moment = NOW
    return w.bars("orders/invoice.md", "../")


def feedback() -> str:
    return '<meta name="sh-feedback" content="/feedback">' + FeedbackWidgets(ENV, site(), "/feedback").question(
        "orders/invoice.md", Markup("카드")
    )


PARTS = {
    "notices": (notices, "", "[data-close]", "!document.querySelector('sh-notice').checkVisibility()"),
    "checklist": (
        lambda: made("- 가 {#a}"),
        "",
        "input",
        "document.querySelector('[data-progress]').textContent === '1개를 모두 마쳤어요'",
    ),
    "feedback": (
        feedback,
        "connect-src 'self'",
        "[data-answer=no]",
        "document.querySelector('[data-help]').checkVisibility()",
    ),
}


@pytest.mark.parametrize("name", PARTS)
def test_an_element_does_its_work_under_a_strict_policy(browser, assets_url, name):
    make, more, press, done = PARTS[name]
    tab = browser.new_context(locale="ko-KR")
    page = tab.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    script = f'<script type="module" src="/sellerhelp/{name}/element.js"></script>'
    html = f'<!doctype html><html class="js"><meta charset="utf-8"><title>t</title><body><h1>글</h1>{make()}{script}</body></html>'
    headers = {"Content-Security-Policy": f"{POLICY}; {more}"}
    page.route("**/page.html", lambda route: route.fulfill(body=html, content_type="text/html", headers=headers))
    page.route("**/feedback", lambda route: route.fulfill(status=204))
    page.add_init_script(f"globalThis.__shNow = {NOW * 1000};")
    page.goto(f"{assets_url}/page.html")
    page.locator(press).first.click()
    page.wait_for_function(done)
    page.wait_for_timeout(100)
    tab.close()
    assert faults == []
