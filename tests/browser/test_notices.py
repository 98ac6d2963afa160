"""Notices on a built site: their time in five zones, closing by keyboard, nothing that moves, and paper."""

from __future__ import annotations

import pytest

from tests.browser.conftest import opened, stay

ZONES = ["Asia/Seoul", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/London", "Asia/Kathmandu"]
PHONE = {"width": 390, "height": 800}
# The build takes place on 2026-11-01 at 10:00 in Korea.
NOTICES = """
- id: over
  text: 지난 일이에요.
  kind: 안내
  from: 2026-10-01
  until: 2026-10-31
  manuals: all
- id: running
  text: "[송장](orders/invoice.md) 화면이 바뀌었어요."
  kind: 변경
  from: 2026-10-30
  until: 2026-11-30
  manuals: [home, orders]
  link: orders/confirm.md
- id: short
  text: 새벽에 점검해요.
  kind: 점검
  from: 2026-11-10 02:00
  until: 2026-11-10 06:30
  manuals: [orders]
- id: urgent
  text: 급한 일이에요.
  kind: 긴급
  from: 2026-11-10
  until: 2026-11-10
  manuals: [orders, contact]
"""
SHOWN = "[...document.querySelectorAll('.sh-notices sh-notice')].filter((node) => node.checkVisibility()).map((node) => node.dataset.id)"
READY = "customElements.whenDefined('sh-notice').then(() => true)"
SET_NOW = "async (moment) => { await customElements.whenDefined('sh-notice'); globalThis.__shNow = Date.parse(moment); dispatchEvent(new Event('pageshow')); }"
# What a reader of orders/ sees at a moment in Korea.
MOMENTS = [
    ("2026-10-29T23:59:59", []),
    ("2026-10-30T00:00:00", ["running"]),
    ("2026-11-09T23:59:59", ["running"]),
    ("2026-11-10T00:00:00", ["urgent", "running"]),
    ("2026-11-10T01:59:59", ["urgent", "running"]),
    ("2026-11-10T02:00:00", ["urgent", "short", "running"]),
    ("2026-11-10T06:29:59", ["urgent", "short", "running"]),
    ("2026-11-10T06:30:00", ["urgent", "running"]),
    ("2026-11-10T23:59:59", ["urgent", "running"]),
    ("2026-11-11T00:00:00", ["running"]),
    ("2026-11-30T23:59:59", ["running"]),
    ("2026-12-01T00:00:00", []),
]
NOW = "2026-11-10T03:00:00+09:00"
# The theme cannot do without storage; what is ours can.
DENIED = """
for (const name of ['getItem', 'setItem', 'removeItem']) {
  const real = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    if (String(key).startsWith('sh-')) throw new DOMException('denied', 'SecurityError');
    return real.call(this, key, ...rest);
  };
}
"""
# The live words of the strip cost 0.002; a bar that comes or goes after the first paint costs 0.04 and more.
LITTLE = 0.005
SHIFTS = """
globalThis.moved = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.moved += entry.value; })
  .observe({ type: 'layout-shift', buffered: true });
"""


@pytest.fixture(scope="module")
def noticed(build_site):
    return build_site({"docs/notices.yml": NOTICES})


@pytest.mark.parametrize("zone", ZONES)
def test_notices_are_shown_in_their_korean_time_and_go_with_the_page_open(browser, noticed, zone):
    with opened(browser, noticed + "orders/", moment="2026-10-29T12:00:00+09:00", timezone_id=zone) as page:
        for moment, ids in MOMENTS:
            page.evaluate(SET_NOW, f"{moment}+09:00")
            assert page.evaluate(SHOWN) == ids, moment


@pytest.mark.parametrize(("moment", "ids"), MOMENTS)
def test_a_page_opened_at_that_moment_shows_them_at_once(browser, noticed, moment, ids):
    with opened(browser, noticed + "orders/", moment=f"{moment}+09:00", timezone_id="America/Los_Angeles") as page:
        assert page.evaluate(SHOWN) == ids


@pytest.mark.parametrize(
    ("path", "ids"),
    [
        ("", ["running"]),
        ("orders/invoice/", ["urgent", "short", "running"]),
        ("contact/", ["urgent"]),
        ("policy/", []),
        ("notices/", []),
    ],
)
def test_each_page_shows_those_of_its_manual(browser, noticed, path, ids):
    with opened(browser, noticed + path, moment=NOW) as page:
        assert page.evaluate(SHOWN) == ids


def test_without_a_script_those_in_force_at_the_build_stand_there_with_their_dates(browser, noticed):
    with opened(browser, noticed + "orders/", java_script_enabled=False, viewport=PHONE) as page:
        bars = page.locator(".sh-notices sh-notice:visible")
        assert bars.count() == 1
        assert "2026년 10월 30일(금)–11월 30일(월)" in bars.inner_text()
        assert page.locator("sh-notice [data-close]:visible").count() == 0
        assert "지난 일이에요" not in page.locator("body").inner_text()


def press(page, selector: str, key: str, most: int = 60) -> None:
    """Walks with Tab until something is reached, and presses a key there."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            page.keyboard.press(key)
            return
    raise AssertionError(f"{selector} cannot be reached by keyboard")


def test_closing_by_keyboard_goes_on_to_the_next_one_then_to_the_title_and_is_remembered(browser, noticed):
    with opened(browser, noticed + "orders/", moment=NOW, viewport=PHONE) as page:
        page.evaluate(READY)
        press(page, "[data-id=urgent] [data-close]", "Enter")
        assert page.evaluate(SHOWN) == ["short", "running"]
        for name in ("short", "running"):
            assert page.evaluate("document.activeElement.closest('sh-notice').dataset.id") == name
            page.keyboard.press("Space")
        assert page.evaluate(SHOWN) == []
        assert page.evaluate("document.activeElement.tagName") == "H1"
        page.goto(noticed + "orders/invoice/")
        assert page.evaluate(SHOWN) == []
        page.goto(noticed + "notices/")
        assert page.locator(".sh-archive li").count() == 4


def test_a_closed_notice_moves_nothing_when_the_page_is_opened_again(browser, noticed):
    with opened(
        browser, noticed + "orders/", moment="2026-11-05T10:00:00+09:00", viewport=PHONE, scripts=SHIFTS
    ) as page:
        page.evaluate(READY)
        page.locator("[data-id=running] [data-close]").click()
        for path in ("orders/", "orders/invoice/", ""):
            page.goto(noticed + path)
            page.wait_for_timeout(300)
            assert page.evaluate(SHOWN) == []
            assert page.evaluate("globalThis.moved") < LITTLE, path


@pytest.mark.parametrize(("moment", "ids"), MOMENTS)
def test_what_shows_is_decided_before_any_file_of_scripts_comes(browser, noticed, moment, ids):
    with opened(browser, noticed + "orders/", moment=moment + "+09:00", viewport=PHONE) as page:
        if ids:
            page.locator(f"[data-id={ids[0]}] [data-close]").click()
            page.wait_for_function("localStorage.getItem('sh-notices')")
        page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(noticed + "orders/invoice/")
        assert page.evaluate(SHOWN) == ids[1:]


def test_what_is_closed_before_the_scripts_come_stays_closed(browser, noticed):
    held = []
    with opened(browser, noticed + "contact/", moment=NOW, viewport=PHONE) as page:
        page.route("**/notices/element.js", lambda route: held.append(route))
        with page.expect_request("**/notices/element.js"):
            page.goto(noticed + "orders/", wait_until="domcontentloaded")
        page.locator("[data-id=urgent] [data-close]").click()
        page.locator("[data-id=running] [data-close]").click()
        assert page.evaluate(SHOWN) == ["short"]
        assert page.evaluate("localStorage.getItem('sh-notices')") is None, "nothing of ours has run yet"
        (route,) = held
        route.continue_()
        page.wait_for_function("JSON.parse(localStorage.getItem('sh-notices'))?.length === 2")
        assert page.evaluate(SHOWN) == ["short"]
        page.goto(noticed + "orders/invoice/")
        assert page.evaluate(SHOWN) == ["short"]


def test_canary_a_bar_that_goes_after_the_first_paint_is_measured(browser, noticed):
    with opened(
        browser, noticed + "orders/", moment="2026-11-05T10:00:00+09:00", viewport=PHONE, scripts=SHIFTS
    ) as page:
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
        page.evaluate("requestAnimationFrame(() => document.querySelector('[data-id=running]').remove())")
        page.wait_for_function(f"globalThis.moved > {LITTLE}")


def test_a_notice_whose_time_came_after_the_build_moves_nothing_either(browser, noticed):
    with opened(browser, noticed + "contact/", moment=NOW, viewport=PHONE, scripts=SHIFTS) as page:
        page.wait_for_timeout(300)
        assert page.evaluate(SHOWN) == ["urgent"]
        assert page.evaluate("globalThis.moved") < LITTLE


def test_where_storage_is_denied_closing_holds_as_long_as_the_document_does(browser, noticed):
    with opened(
        browser, noticed + "orders/", moment=NOW, viewport={"width": 1280, "height": 800}, scripts=DENIED
    ) as page:
        page.evaluate(READY)
        page.locator("[data-id=urgent] [data-close]").click()
        assert page.evaluate(SHOWN) == ["short", "running"]
        stay(page)
        page.locator(".sh-nav a", has_text="발주확인").first.click()
        page.wait_for_url("**/orders/confirm/")
        page.wait_for_function(f'JSON.stringify({SHOWN}) === \'["short","running"]\'')
        assert page.evaluate("globalThis.sameDocument") is True, "the page was loaded anew: no instant navigation"


@pytest.mark.parametrize("kept", ["{", "7", '{"a": 1}', "[1, null]", ""])
def test_spoilt_memory_hides_nothing(browser, noticed, kept):
    with opened(
        browser, noticed + "orders/", moment=NOW, scripts=f"localStorage.setItem('sh-notices', {kept!r})"
    ) as page:
        assert page.evaluate(SHOWN) == ["urgent", "short", "running"]


def test_instant_navigation_shows_the_next_pages_own(browser, noticed):
    with opened(browser, noticed + "policy/", moment=NOW, viewport={"width": 1280, "height": 800}) as page:
        stay(page)
        page.locator(".sh-tabs a", has_text="고객센터").click()
        page.wait_for_url("**/contact/")
        page.wait_for_function(f"JSON.stringify({SHOWN}) === '[\"urgent\"]'")
        assert page.evaluate("globalThis.sameDocument") is True
        page.locator(".sh-tabs a", has_text="정책").click()
        page.wait_for_url("**/policy/")
        page.wait_for_function(f"{SHOWN}.length === 0")


def test_on_paper_a_notice_stands_with_its_dates_and_without_its_button_until_its_end(browser, noticed):
    with opened(browser, noticed + "orders/", moment="2026-11-30T23:59:00+09:00") as page:
        page.emulate_media(media="print")
        bar = page.locator("[data-id=running]")
        assert "2026년 10월 30일(금)–11월 30일(월)" in bar.inner_text()
        assert not page.locator("[data-id=running] [data-close]").is_visible()
        page.evaluate(SET_NOW, "2026-12-01T00:00:00+09:00")
        assert not bar.is_visible()


def test_the_archive_says_of_each_notice_whether_it_is_over(browser, noticed):
    with opened(browser, noticed + "notices/", moment=NOW, timezone_id="Pacific/Kiritimati") as page:
        page.wait_for_function("document.querySelector('[data-state]').textContent")
        rows = page.locator(".sh-archive li").evaluate_all(
            "(rows) => rows.map((row) => [row.id, row.querySelector('[data-state]').textContent])"
        )
        assert dict(rows) == {
            "notice-urgent": "알리는 중", "notice-short": "알리는 중", "notice-running": "알리는 중", "notice-over": "끝났어요",
        }  # fmt: skip
        page.evaluate(SET_NOW, "2026-11-10T00:00:00+09:00")
        assert page.locator("#notice-short [data-state]").inner_text() == "예정"


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_bars_fit_and_their_buttons_are_large_enough(browser, noticed, width):
    with opened(browser, noticed + "orders/", moment=NOW, viewport={"width": width, "height": 800}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for box in page.locator("sh-notice [data-close]:visible").evaluate_all(
            "(all) => all.map((one) => one.getBoundingClientRect().toJSON())"
        ):
            assert min(box["width"], box["height"]) >= 44


def test_screen_readers_hear_what_a_bar_is(browser, noticed):
    with opened(browser, noticed + "orders/", moment=NOW) as page:
        assert (
            page.get_by_role("region", name="긴급 공지").get_by_role("button", name="공지 닫기: 급한 일이에요.").count()
            == 1
        )
