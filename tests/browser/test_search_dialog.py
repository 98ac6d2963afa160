"""The search dialog's half in the page. A stand-in answers for the worker, so that only the dialog is under test."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.browser.conftest import stay

# Speaks the theme's protocol: two results for queries with 송장, four for 반품, none for anything else; silent when told so.
STAND_IN = """
globalThis.asked = [];
globalThis.Worker = class extends EventTarget {
  postMessage({ type, data }) {
    if (type === 2) globalThis.asked.push(data);
    if (type === 2 && globalThis.isMute) return;
    const count = type !== 2 ? 0 : data.includes("송장") ? 2 : data.includes("반품") ? 4 : 0;
    const items = ["orders/", "faq/", "contact/", "ads/"].slice(0, count).map((page, at) => [
      { location: page, title: `${at} <mark>결과</mark>`, text: "글", score: 9 - at, terms: {} },
      { location: `${page}#a`, title: "절", text: "글", score: 1, terms: {} },
    ]);
    const answer = type === 0 ? { type: 1 } : { type: 3, data: { items } };
    setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data: answer })), 5);
  }
  terminate() {}
};
"""
FIELD = "[data-md-component=search-query]"
DIALOG = "[data-sh-dialog]"
FOCUS = "document.activeElement"
PHONE = {"viewport": {"width": 390, "height": 800}}
DESK = {"viewport": {"width": 1280, "height": 800}}
FIRST = re.compile(r"/orders/\?h=$")  # the theme adds what is to be marked there
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def open_dialog(open_page):
    """Opens a page with the stand-in; with open_dialog("orders/") as page. scripts run after it."""

    def opened(path="orders/", scripts="", **options):
        return open_page(path, scripts=STAND_IN + scripts, **{**DESK, **options})

    return opened


def press_find(page):
    page.locator("[data-sh-toggle=search]:visible").first.click()
    page.wait_for_selector("[data-sh-dialog=ready]")
    page.wait_for_function(f"{FOCUS}.matches('{FIELD}')")


def arrive(page, address):
    """Waits for an instant navigation; 125 ms after it the theme closes a dialog that was opened meanwhile."""
    page.wait_for_url(address)
    page.wait_for_timeout(300)


def panel(page, name):
    page.wait_for_selector(f"[data-sh-panel={name}]" if name != "result" else "[data-md-component=search-result]")


def stored(page):
    return json.loads(page.evaluate("localStorage.getItem('sh-recent') ?? '[]'"))


def test_the_dialog_has_a_name_is_modal_and_takes_the_focus(open_dialog):
    with open_dialog() as page:
        assert page.locator(DIALOG).is_hidden()
        press_find(page)
        dialog = page.get_by_role("dialog", name="도움말 검색")
        assert dialog.get_attribute("aria-modal") == "true"
        assert page.get_by_role("textbox", name="찾을 말").is_visible()
        panel(page, "start")


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_buttons_are_large_enough_for_fingers_and_nothing_is_a_pseudo_link(open_dialog, size):
    with open_dialog(**size) as page:
        press_find(page)
        page.locator(FIELD).fill("없는 말")
        panel(page, "none")
        boxes = [node.bounding_box() for node in page.locator(f"{DIALOG} button:visible").all()]
        assert len(boxes) == 4
        assert all(min(box["width"], box["height"]) >= 44 for box in boxes), boxes
        assert page.locator(f"{DIALOG} [href^='javascript']").count() == 0
        assert page.locator(f"{DIALOG} [style]").count() == 0


def test_tab_goes_round_inside_the_dialog(open_dialog):
    with open_dialog() as page:
        press_find(page)
        seen = []
        for _ in range(40):
            page.keyboard.press("Tab")
            assert page.evaluate(f"{FOCUS}.closest('{DIALOG}') !== null")
            seen.append(page.evaluate(f"{FOCUS}.matches('{FIELD}')"))
            if seen[-1]:
                break
        assert seen[-1] and len(seen) > 8, "the way round leads through buttons and links back to the field"
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(f"{FOCUS}.matches('[data-sh-slash]')")
        page.keyboard.press("Tab")
        assert page.evaluate(f"{FOCUS}.matches('{FIELD}')")


def test_results_are_reached_with_tab_and_with_arrows(open_dialog):
    with open_dialog() as page:
        press_find(page)
        page.keyboard.type("송장")
        panel(page, "result")
        for _ in range(3):
            page.keyboard.press("Tab")
        assert page.evaluate(f"{FOCUS}.matches('.md-search-result__link')")
        page.locator(FIELD).focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert page.evaluate(f"{FOCUS}.matches('summary')")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        assert page.evaluate(f"{FOCUS}.matches('{FIELD}')")
        page.keyboard.press("ArrowUp")
        assert page.evaluate(f"{FOCUS}.matches('summary')")


@pytest.mark.parametrize("way", ["Escape", "button", "veil"])
def test_closing_gives_the_focus_back_to_the_button_that_opened_it(open_dialog, way):
    with open_dialog() as page:
        press_find(page)
        if way == "Escape":
            page.keyboard.press("Escape")
        elif way == "button":
            page.locator("[data-sh-close]").focus()
            page.keyboard.press("Space")
        else:
            page.mouse.click(20, 700)
        page.wait_for_function(f"{FOCUS}.matches('.sh-find')")
        assert page.locator(DIALOG).is_hidden()


def test_nothing_found_says_what_was_asked_as_text_and_offers_ways_on(open_dialog):
    with open_dialog(moment="2026-11-23T10:40:00+09:00") as page:
        press_find(page)
        assert page.locator(f"{DIALOG} sh-contact").count() == 0, "no clock ticks in a closed panel"
        page.locator(FIELD).fill(f"해외카드 {HOSTILE}")
        panel(page, "none")
        assert page.locator(".sh-none h2:visible").inner_text() == f"‘해외카드 {HOSTILE}’에 맞는 쪽을 찾지 못했어요"
        assert page.locator(f"{DIALOG} img").count() == 0
        card = page.locator(f"{DIALOG} sh-contact.sh-card.is-open")
        card.wait_for()
        assert card.locator("[data-word]").inner_text() == "상담 중"
        assert [link.inner_text() for link in page.locator(".sh-none .sh-start__lists a").all()] == [
            "증상에서 찾기",
            "질문 전체 목록",
            "가나다 색인",
        ]
        page.locator(".sh-none [data-sh-ask]", has_text="해외카드").click()
        page.wait_for_function("asked.at(-1) === '해외카드'")
        page.wait_for_function("document.querySelector('[data-sh-asked]').textContent === '해외카드'")
        assert page.locator("[data-sh-shorter]").is_hidden(), "one word cannot be shortened"
        assert page.locator(f"{DIALOG} sh-contact").count() == 1


def test_a_hostile_query_is_never_markup_not_even_when_it_is_remembered(open_dialog):
    script = f"localStorage.setItem('sh-recent', JSON.stringify([{HOSTILE!r}]));"
    with open_dialog(scripts=script) as page:
        press_find(page)
        assert page.locator(f"{DIALOG} img").count() == 0
        assert page.locator(".sh-recent [data-sh-ask]").get_attribute("data-sh-ask") == HOSTILE


def test_a_query_of_ten_thousand_letters_is_shown_short(open_dialog):
    with open_dialog() as page:
        press_find(page)
        page.evaluate("document.querySelector('[data-md-component=search-query]').value = '가나 '.repeat(3334)")
        page.locator(FIELD).dispatch_event("input")
        panel(page, "none")
        assert len(page.locator("[data-sh-asked]").inner_text()) <= 61


def test_old_results_stay_while_typing_finds_nothing_and_go_when_it_pauses(open_dialog):
    with open_dialog() as page:
        press_find(page)
        page.keyboard.type("송장")
        panel(page, "result")
        page.evaluate("""() => {
          globalThis.blank = 0;
          const looked = () => [...document.querySelectorAll('.md-search-result__item')].some((row) => row.checkVisibility());
          new MutationObserver(() => (globalThis.blank += !looked() && document.querySelector('[data-sh-panel=none]').hidden))
            .observe(document.querySelector('[data-sh-dialog]'), { subtree: true, childList: true, attributes: true });
        }""")
        page.locator(FIELD).fill("ㅅ")
        page.wait_for_function("asked.at(-1) === 'ㅅ'")
        page.wait_for_timeout(150)
        assert page.locator("[data-sh-held] li").first.is_visible()
        page.locator(FIELD).fill("송장번호")
        page.wait_for_function("document.querySelector('[data-sh-held]').hidden")
        assert page.locator("[data-md-component=search-result] li").first.is_visible()
        page.locator(FIELD).fill("없는 말")
        panel(page, "none")
        assert page.evaluate("blank") == 0
        page.locator(FIELD).fill("")
        panel(page, "start")


def test_the_reset_button_empties_the_field_and_brings_the_start_back(open_dialog):
    with open_dialog() as page:
        press_find(page)
        reset = page.get_by_role("button", name="검색어 지우기")
        assert reset.count() == 0, "nothing to empty yet"
        page.keyboard.type("송장")
        panel(page, "result")
        reset.click()
        panel(page, "start")
        assert page.locator(FIELD).input_value() == ""
        assert page.evaluate(f"{FOCUS}.matches('{FIELD}')")


def test_text_that_comes_without_keys_searches_too(open_dialog):
    with open_dialog() as page:
        press_find(page)
        page.keyboard.insert_text("송장번호입력")  # as pasting, dictation and suggestions do
        panel(page, "result")
        assert page.evaluate("asked.at(-1)") == "송장번호입력"


def test_an_address_with_a_query_opens_the_dialog_with_it(open_dialog):
    with open_dialog("orders/?q=%EC%86%A1%EC%9E%A5") as page:
        panel(page, "result")
        assert page.locator(FIELD).input_value() == "송장"
        assert page.locator(DIALOG).is_visible()
        page.keyboard.press("Escape")
        page.wait_for_function(f"{FOCUS}.matches('[data-sh-toggle=search]')")
        assert "q=" not in page.url


def test_the_number_of_results_is_spoken_once_typing_pauses(open_dialog):
    with open_dialog() as page:
        press_find(page)
        region = page.get_by_role("status")
        page.evaluate("""() => {
          globalThis.spoken = [];
          const region = document.querySelector('[data-sh-say]');
          new MutationObserver(() => spoken.push(region.textContent)).observe(region, { childList: true });
        }""")
        page.keyboard.type("송장 번호", delay=40)
        page.wait_for_function("document.querySelector('[data-sh-say]').textContent")
        assert region.inner_text() == "‘송장 번호’ 2쪽에서 찾았어요"
        assert page.locator("[data-sh-count]").inner_text() == "2쪽에서 찾았어요"
        page.locator(FIELD).fill("없는 말")
        page.wait_for_function("document.querySelector('[data-sh-say]').textContent.startsWith('‘없는 말’')")
        assert page.evaluate("spoken.filter(Boolean)") == [
            "‘송장 번호’ 2쪽에서 찾았어요",
            "‘없는 말’ 맞는 안내를 찾지 못했어요",
        ]


def test_followed_queries_are_kept_newest_first_five_at_most_and_can_be_removed(open_dialog):
    kept = json.dumps(["하나", "둘", "셋", "넷", "송장"])
    script = f"if (!localStorage.getItem('sh-recent')) localStorage.setItem('sh-recent', {kept!r});"
    with open_dialog("orders/invoice/", scripts=script) as page:
        press_find(page)
        page.keyboard.type(" 반품  비용 ")
        panel(page, "result")
        page.keyboard.press("Enter")
        arrive(page, FIRST)
        assert stored(page) == ["반품 비용", "하나", "둘", "셋", "넷"]
        page.wait_for_timeout(600)  # the theme closes the dialog once more when the new page is in place
        press_find(page)
        page.locator(FIELD).fill("")
        panel(page, "start")
        assert page.locator(".sh-recent__ask").all_inner_texts() == ["반품 비용", "하나", "둘", "셋", "넷"]
        page.get_by_role("button", name="‘하나’ 지우기").click()
        assert stored(page) == ["반품 비용", "둘", "셋", "넷"]
        assert page.evaluate(f"{FOCUS}.matches('[data-sh-forget]')")
        page.locator(".sh-recent__ask", has_text="반품").click()
        panel(page, "result")
        assert page.locator(FIELD).input_value() == "반품 비용"


# Denied to us alone: the theme reads it for the palette and fails by itself.
SICK = {
    "denied": "for (const name of ['getItem', 'setItem']) { const real = Storage.prototype[name]; Storage.prototype[name] = function (key, ...rest) { if (String(key).startsWith('sh-')) throw new DOMException('denied', 'SecurityError'); return real.call(this, key, ...rest); }; }",
    "not JSON": "localStorage.setItem('sh-recent', '{');",
    "not a list": "localStorage.setItem('sh-recent', '{\"length\": 3}');",
    "not texts": "localStorage.setItem('sh-recent', '[1, null, {}, \"\"]');",
}


@pytest.mark.parametrize("sickness", SICK)
def test_without_usable_storage_there_is_no_list_and_no_error(open_dialog, sickness):
    with open_dialog("orders/invoice/", scripts=SICK[sickness]) as page:
        press_find(page)
        assert page.locator("[data-sh-recent]").is_hidden()
        page.keyboard.type("송장")
        panel(page, "result")
        page.keyboard.press("Enter")
        page.wait_for_url(FIRST)


@pytest.mark.parametrize("key", list("fs/pn,."))
def test_single_keys_do_nothing(open_dialog, key):
    with open_dialog("orders/invoice/") as page:
        page.evaluate("globalThis.sameDocument = true; addEventListener('keydown', () => (globalThis.heard = true))")
        page.keyboard.press(key)
        page.wait_for_timeout(50)
        assert page.locator(DIALOG).is_hidden()
        assert page.url.endswith("orders/invoice/")
        assert page.evaluate("globalThis.heard") is None


def test_the_slash_opens_the_search_for_readers_who_want_it(open_dialog):
    with open_dialog() as page:
        press_find(page)
        page.locator("[data-sh-slash]").check()
        page.keyboard.press("Escape")
        page.reload()
        page.keyboard.press("/")
        page.wait_for_function(f"{FOCUS}.matches('{FIELD}')")
        assert page.locator(FIELD).input_value() == ""
        assert page.locator("[data-sh-slash]").is_checked()


def test_a_search_that_never_answers_says_so_and_shows_other_ways(open_dialog):
    with open_dialog(scripts="globalThis.isMute = true;", has_clock=True) as page:
        press_find(page)
        page.clock.pause_at(datetime.now(UTC) + timedelta(seconds=5))  # from here time is the test's alone
        page.keyboard.type("송장")
        page.clock.run_for(9000)
        panel(page, "start")
        page.clock.run_for(2000)
        panel(page, "none")
        assert page.locator(".sh-none h2:visible").inner_text() == "검색을 불러오지 못했어요"
        assert page.locator(".sh-none a", has_text="가나다 색인").is_visible()


def test_the_dialog_works_on_after_instant_navigation_and_its_links_still_lead_home(open_dialog, site_url):
    with open_dialog("orders/invoice/") as page:
        stay(page)
        page.locator(".sh-brand").click()
        arrive(page, site_url)
        page.locator(".sh-bigfind").click()
        page.keyboard.type("없는 말")
        panel(page, "none")
        assert page.evaluate("sameDocument") is True
        hrefs = page.evaluate(f"[...document.querySelectorAll('{DIALOG} a[href]')].map((link) => link.href)")
        inside = {re.sub(r"[#?].*", "", href) for href in hrefs if not href.startswith("tel:")}
        assert {site_url + "faq/", site_url + "index-all/", site_url + "contact/"} <= inside
        assert all(page.request.get(address).ok for address in inside)
        page.locator(".sh-none a", has_text="가나다 색인").click()
        page.wait_for_url("**/index-all/")
        page.locator(DIALOG).wait_for(state="hidden")


def test_the_real_search_answers_in_the_dialog(open_page):
    with open_page("orders/", **DESK) as page:
        press_find(page)
        page.keyboard.insert_text("송장")
        page.locator(".md-search-result__item").first.wait_for()
        assert re.fullmatch(r"\d쪽에서 찾았어요|가장 가까운 10쪽이에요", page.locator("[data-sh-count]").inner_text())


@pytest.mark.parametrize("size", [PHONE, DESK])
@pytest.mark.parametrize(("path", "way"), [("orders/", "../index-all/"), ("", "index-all/")])
def test_without_javascript_the_index_stands_where_the_field_would(open_page, size, path, way):
    with open_page(path, java_script_enabled=False, **size) as page:
        links = page.get_by_role("link", name="가나다 색인에서 찾기")
        shown = [link for link in links.all() if link.is_visible()]
        assert shown and all(link.get_attribute("href") == way for link in shown)
        assert page.locator("[data-sh-toggle=search]:visible").count() == 0
        shown[0].click()
        assert page.locator("h1").inner_text() == "가나다 색인"
        page.locator("a", has_text="ㅂ").first.click()
        assert page.url.endswith("/index-all/#letter-6")


def test_the_missing_page_leads_to_the_index_from_any_depth(browser, site, site_url):
    tab = browser.new_context(java_script_enabled=False)
    page = tab.new_page()
    page.set_content("")
    page.route("**/no/such/page/", lambda route: route.fulfill(path=site / "404.html", content_type="text/html"))
    page.goto(site_url + "no/such/page/")
    hrefs = page.evaluate("[...document.querySelectorAll('a[href]')].map((link) => link.href)")
    tab.close()
    assert site_url + "index-all/" in hrefs
    assert [href for href in hrefs if not href.startswith((site_url, "tel:"))] == []
