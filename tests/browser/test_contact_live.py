"""The contact state on the built site: ten moments, five time zones, one truth."""

import pytest

from tests.browser.conftest import stay

ZONES = ["Asia/Seoul", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/London", "Asia/Kathmandu"]
# moment in Korea, class, word, what the strip says beside it, what the strip offers to press
MOMENTS = [
    ("2026-11-23T08:59:59", "is-closed", "상담 전", "9시부터", "1:1 문의"),
    ("2026-11-23T09:00:00", "is-open", "상담 중", "18시까지", "1588-3819"),
    ("2026-11-23T11:59:59", "is-open", "상담 중", "18시까지", "1588-3819"),
    ("2026-11-23T12:00:00", "is-lunch", "점심시간", "13시에 다시", "1:1 문의"),
    ("2026-11-23T13:00:00", "is-open", "상담 중", "18시까지", "1588-3819"),
    ("2026-11-23T17:30:00", "is-closing", "곧 마감", "18시까지", "1588-3819"),
    ("2026-11-23T18:00:00", "is-closed", "오늘 상담 끝", "내일(화) 9시부터", "1:1 문의"),
    ("2026-11-28T10:00:00", "is-closed", "주말 휴무", "30일(월) 9시부터", "1:1 문의"),
    ("2026-12-25T10:00:00", "is-holiday", "휴무 · 성탄절", "28일(월) 9시부터", "1:1 문의"),
    ("2028-01-03T10:00:00", "is-unknown", "운영 확인 필요", "공지를 확인하세요", "운영 시간표"),
]

# The scripts have come; what they say must hold from then on.
ALIVE = "[...document.querySelectorAll('body > * sh-contact')].every((one) => /is-/.test(one.className))"
# What a phone does that wakes up later.
SET_NOW = "(moment) => { globalThis.__shNow = Date.parse(moment); dispatchEvent(new Event('pageshow')); }"


@pytest.mark.parametrize("zone", ZONES)
def test_strip_and_card_say_what_holds_in_korea(open_page, zone):
    with open_page("", moment="2026-11-23T08:00:00+09:00", timezone_id=zone) as page:
        strip, card = page.locator("sh-contact.sh-strip"), page.locator("sh-contact.sh-card")
        page.wait_for_function(ALIVE)
        for moment, state, word, when, action in MOMENTS:
            page.evaluate(SET_NOW, f"{moment}+09:00")
            assert state in strip.get_attribute("class").split(), moment
            assert state in card.get_attribute("class").split(), moment
            assert strip.locator("[data-word]").inner_text() == word
            assert strip.locator("[data-strip]").inner_text() == when
            assert strip.locator("[data-action]:visible").all_inner_texts() == [action]
            assert card.locator("[data-word]").inner_text() == word


@pytest.mark.parametrize(("moment", "state", "word", "when", "action"), MOMENTS)
def test_a_page_opened_at_that_moment_says_it_at_once(open_page, moment, state, word, when, action):
    with open_page("", moment=f"{moment}+09:00", timezone_id="America/Los_Angeles") as page:
        strip = page.locator("sh-contact.sh-strip")
        page.wait_for_function(ALIVE)
        assert state in strip.get_attribute("class").split()
        assert strip.locator("[data-word]").inner_text() == word


def test_the_state_changes_while_the_page_is_open_and_is_announced_once(open_page):
    with open_page("", moment="2026-11-23T11:59:30+09:00") as page:
        region = page.locator("[data-announce]")
        assert region.inner_text() == ""
        page.evaluate(SET_NOW, "2026-11-23T12:00:10+09:00")
        page.wait_for_function("document.querySelector('sh-contact.sh-card').classList.contains('is-lunch')")
        assert region.inner_text() == "점심시간, 13시에 다시"


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_the_live_state_takes_no_more_room_than_the_words_it_replaces(open_page, width):
    def heights(page):
        boxes = [page.locator(name).bounding_box() for name in ("sh-contact.sh-strip", "sh-contact.sh-card")]
        return [box["height"] for box in boxes]

    viewport = {"width": width, "height": 800}
    with open_page("", viewport=viewport, needs_font=True, java_script_enabled=False) as page:
        still = heights(page)
    with open_page("", viewport=viewport, needs_font=True, moment=f"{MOMENTS[0][0]}+09:00") as page:
        for moment, *_ in MOMENTS:
            page.evaluate(SET_NOW, f"{moment}+09:00")
            assert heights(page) == still, moment


BROKEN = ["", "{", "[]", '{"channels": null}', '{"channels": {"phone": {"kind": "hours", "week": "always"}}}']


@pytest.mark.parametrize("data", BROKEN)
def test_broken_schedules_never_say_open(browser, site, site_url, data):
    html = (site / "index.html").read_text("utf-8")
    start = html.index(">", html.index('id="sh-contact-data"')) + 1
    broken = html[:start] + data + html[html.index("</script>", start) :]
    tab = browser.new_context()
    page = tab.new_page()
    page.route(site_url, lambda route: route.fulfill(body=broken, content_type="text/html"))
    page.add_init_script("globalThis.__shNow = Date.parse('2026-11-23T10:00:00+09:00')")
    page.goto(site_url)
    for form in ("sh-strip", "sh-card"):
        page.wait_for_selector(f"sh-contact.{form}.is-unknown")
        assert page.locator(f"sh-contact.{form} [data-word]").inner_text() == "운영 확인 필요"
    tab.close()


def test_the_state_is_right_after_instant_navigation(open_page):
    with open_page("", moment="2026-11-23T10:00:00+09:00", viewport={"width": 1280, "height": 800}) as page:
        stay(page)
        page.locator(".sh-tabs a", has_text="고객센터").click()
        page.wait_for_url("**/contact/")
        page.wait_for_selector("sh-contact.sh-card.is-open")
        assert page.evaluate("globalThis.sameDocument") is True, "the page was loaded anew: no instant navigation"
        assert page.locator("sh-contact.sh-strip [data-word]").inner_text() == "상담 중"
        assert page.locator('tr[data-weekday="1"]').get_attribute("aria-current") == "date"
        assert page.locator(".sh-tabs a[aria-current]").inner_text() == "고객센터"


def test_past_days_off_are_hidden(open_page):
    with open_page("contact/", moment="2026-12-26T10:00:00+09:00") as page:
        page.wait_for_function(ALIVE)
        shown = page.locator("tr[data-date]:visible")
        assert shown.first.get_attribute("data-date") == "2027-01-01"
        assert page.locator("tr[data-date]:not(:visible)").count() >= 1
