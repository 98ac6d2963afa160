"""When the search loads what, and what happens when something does not come. The real worker and the real index answer.

Fixtures: open_page (a page that must stay without errors), browser, site_url.
"""

from __future__ import annotations

import gzip
import re
from contextlib import contextmanager

import pytest

from tests.browser.conftest import stay
from tests.conftest import ROOT

FIELD = "[data-md-component=search-query]"
ROWS = ".md-search-result__item"
BUTTON = "[data-sh-toggle=search]:visible"
PHONE = {"viewport": {"width": 390, "height": 800}}
FOCUS = "document.activeElement"
MOST_BEFORE = 1024  # bytes, compressed


@contextmanager
def watched(browser, address: str, rules: dict | None = None, **context):
    """A page, and the answers that it got: path -> compressed bytes. rules: part of an address -> how to answer."""
    tab = browser.new_context(**{"locale": "ko-KR", "timezone_id": "Asia/Seoul", **PHONE, **context})
    page = tab.new_page()
    came: dict[str, int] = {}
    tab.on("response", lambda answer: came.setdefault(re.sub(r"^https?://[^/]+/|\?.*", "", answer.url), 0))
    for part, rule in (rules or {}).items():
        tab.route(re.compile(part), rule)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    try:
        yield page, came
    finally:
        tab.close()


def search(page, query: str) -> None:
    page.locator(BUTTON).first.click()
    page.keyboard.insert_text(query)


def first_row(page):
    page.locator(ROWS).first.wait_for()
    return page.locator(ROWS).first


def test_before_the_box_is_opened_there_is_no_search_data_and_hardly_any_code(browser, site, site_url):
    with watched(browser, site_url + "orders/") as (_, came):
        searching = [path for path in came if "search" in path]
        assert sorted(re.sub(r"js-\w+", "js", path) for path in searching) == [
            "assets/sellerhelp/js/search/worker.js",
            "search/search_index.json",
        ]
        assert sum(len(gzip.compress((site / path).read_bytes())) for path in searching) <= MOST_BEFORE
        late = ("dialog.js", "panels.js", "hits.js", "none.js", "asks.js")
        assert [path for path in came if path.endswith(late)] == []


def test_opening_the_box_brings_the_engine_and_what_every_query_needs(browser, site_url):
    with watched(browser, site_url + "orders/") as (page, came):
        page.locator(BUTTON).first.click()
        page.wait_for_selector("[data-sh-dialog=ready]")
        page.wait_for_timeout(1000)
        assert {path.rsplit("/", 1)[-1] for path in came} >= {"dialog.js", "engine.js", "core.json"}
        assert [path for path in came if re.search(r"/[tld]\d+\.json", path)] == [], "nothing was asked yet"


def test_the_worker_names_all_modules_of_the_engine():
    folder = ROOT / "overrides" / "assets" / "sellerhelp" / "search"
    named = re.search(r'MODULES = "(.*?)"', (folder / "worker.js").read_text("utf-8"))[1].split()
    there = {path.stem for path in folder.glob("*.js")} - {"worker", "offline"}
    assert sorted(named) == sorted(there)


def test_opening_names_all_modules_of_the_dialog():
    folder = ROOT / "overrides" / "assets" / "sellerhelp"
    read = lambda name: (folder / f"{name}.js").read_text("utf-8")  # noqa: E731
    named = re.findall(r'"(\w+)"', re.search(r"PARTS = \[(.*?)\]", read("open"))[1])
    wanted, eager = (
        {"dialog"},
        set(re.findall(r'^import .*"\./(\w+)\.js"', read("main") + read("open"), re.M)) | {"open"},
    )
    while (
        more := {name for one in wanted for name in re.findall(r'^import .*"\./(\w+)\.js"', read(one), re.M)}
        - wanted
        - eager
    ):
        wanted |= more
    assert sorted(named) == sorted(wanted - {"dialog"})


def test_text_that_comes_before_the_dialogs_script_is_searched_too(browser, site_url):
    held = []
    with watched(browser, site_url + "orders/", {r"/dialog\.js": lambda route: held.append(route)}) as (page, _):
        search(page, "송장번호 잘못")
        page.wait_for_timeout(300)
        held[0].continue_()
        assert "바로 답" in first_row(page).inner_text()
        assert page.locator(FIELD).input_value() == "송장번호 잘못"


def test_without_the_dialogs_script_the_themes_own_search_still_answers(browser, site_url):
    gone = {r"/dialog\.js": lambda route: route.fulfill(status=404)}
    with watched(browser, site_url + "orders/", gone) as (page, _):
        page.locator(BUTTON).first.click()
        page.keyboard.type("송장")
        page.keyboard.press("End")  # the theme heeds keys alone
        assert "송장" in first_row(page).inner_text()


@pytest.mark.parametrize(
    ("part", "rule"),
    [
        (r"/search/engine\.js", lambda route: route.fulfill(status=404)),
        (r"/core\.json", lambda route: route.fulfill(status=404)),
        (r"/core\.json", lambda route: route.abort()),
        (r"/[tl]\d+\.json", lambda route: route.fulfill(status=404)),
        (r"/[tl]\d+\.json", lambda route: route.fulfill(body='{"w송', content_type="application/json")),
        (r"/d\d+\.json", lambda route: route.fulfill(body='[["orders/', content_type="application/json")),
    ],
    ids=["engine 404", "core 404", "core refused", "shards 404", "shards cut in half", "texts cut in half"],
)
def test_what_does_not_come_is_said_plainly_and_asked_again(browser, site_url, part, rule):
    with watched(browser, site_url + "orders/", {part: rule}) as (page, _):
        search(page, "송장번호")
        page.locator(".sh-none h2", has_text="검색을 불러오지 못했어요").wait_for()
        assert page.locator(".sh-none a", has_text="질문 전체 목록").is_visible()
        assert page.locator(".sh-none sh-contact").is_visible()
        page.context.unroute(re.compile(part))
        page.locator(FIELD).fill("송장번호 입력")
        assert "송장" in first_row(page).inner_text()


def test_once_loaded_it_answers_without_the_network(browser, site_url):
    with watched(browser, site_url + "orders/") as (page, _):
        search(page, "송장번호 잘못")
        before = first_row(page).inner_text()
        page.context.set_offline(True)
        page.locator(FIELD).fill("")
        page.locator("[data-sh-panel=start]").wait_for()
        page.locator(FIELD).fill("송장번호 잘못")
        assert first_row(page).inner_text() == before
        page.locator(FIELD).fill("부가세 신고 간이과세")
        page.locator(".sh-none h2", has_text="검색을 불러오지 못했어요").wait_for()


def test_an_address_with_a_query_is_answered_and_dressed_at_once(open_page):
    with open_page("ads/?q=%EC%86%A1%EC%9E%A5%EB%B2%88%ED%98%B8%20%EC%9E%98%EB%AA%BB", **PHONE) as page:
        assert first_row(page).locator(".sh-hit__where").inner_text().startswith("바로 답")
        assert page.locator(FIELD).input_value() == "송장번호 잘못"


def test_after_instant_navigation_the_same_search_goes_on(open_page, site_url):
    with open_page("orders/", **PHONE) as page:
        stay(page)
        search(page, "정산 언제")
        first_row(page).locator("a").first.click()
        page.wait_for_url("**/settlement/**")
        page.wait_for_function("!document.getElementById('__search').checked")
        page.wait_for_timeout(600)  # the theme closes the dialog once more when the new page is in place
        assert page.evaluate("sameDocument") is True
        page.locator(BUTTON).first.click()
        page.locator(FIELD).fill("송장번호 잘못")
        page.locator(ROWS, has_text="송장번호를 잘못").first.wait_for()
        href = page.locator(f"{ROWS} a").first.get_attribute("href")
        assert href.startswith(site_url + "orders/")


def visible_marks(page) -> set[str]:
    page.locator(".md-content mark:visible").first.wait_for()
    return {text.strip() for text in page.locator(".md-content mark:visible").all_inner_texts()}


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("반품하려면", "반품"),
        ("송장번호입력", "송장"),
        ("qothdql", "배송비"),
        ("ㅂㅅㅂ", "배송비"),
        ("송쟝번호 잘못", "송장"),
        ("후기 신고", "리뷰"),
    ],
    ids=["inflected", "no spaces", "English keys", "initials", "one wrong jamo", "synonym"],
)
@pytest.mark.parametrize("size", [PHONE, {"viewport": {"width": 1280, "height": 800}}], ids=["390", "1280"])
def test_what_was_found_is_marked_in_the_row_and_on_the_page(open_page, query, marked, size):
    with open_page("contact/", **size) as page:
        search(page, query)
        row = first_row(page)
        row.locator(".sh-hit__where").first.wait_for()  # dressed: its links are the ones that stay
        assert marked in row.locator("mark").all_inner_texts()
        row.locator("a").first.click()
        page.locator("h1", has_text="고객센터").wait_for(state="detached")  # the address comes before the page
        assert marked in " ".join(visible_marks(page))


@pytest.mark.parametrize(
    ("query", "button", "leads"),
    [("송장번호  잘못", "left", True), ("송장번호  잘못", "right", False), ("정산 언제", "left", False)],
    ids=["same", "same, for its menu", "another"],
)
def test_a_press_on_a_row_that_is_drawn_again_meanwhile_counts_if_the_row_is_still_there(
    open_page, query, button, leads
):
    with open_page("contact/", viewport={"width": 1280, "height": 800}) as page:
        search(page, "송장번호 잘못")
        link = first_row(page).locator("a").first
        page.locator(f"{ROWS} .sh-hit__where").first.wait_for()
        page.wait_for_timeout(500)  # the theme adds the last rows
        pressed, box = link.element_handle(), link.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down(button=button)
        page.evaluate(
            """([selector, query]) => {
              const field = document.querySelector(selector);
              field.value = query;
              field.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            [FIELD, query],
        )
        page.wait_for_function("(row) => !row.isConnected", arg=pressed)
        first = page.locator(ROWS).first
        first.filter(has_text="정산" if "정산" in query else "송장").locator(".sh-hit__where").first.wait_for()
        page.mouse.up(button=button)
        if leads:
            page.wait_for_url("**/orders/faq/?h=*")
        else:
            page.wait_for_timeout(500)
            assert "/contact/" in page.url


def test_the_keyboard_alone_finds_and_opens_an_answer_on_a_phone(open_page):
    with open_page("", **PHONE) as page:
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate(f"{FOCUS}.matches('[data-sh-toggle=search]')"):
                break
        page.keyboard.press("Enter")
        page.wait_for_function(f"{FOCUS}.matches('{FIELD}')")
        page.keyboard.type("송장번호 잘못", delay=20)
        page.locator(ROWS, has_text="송장번호를 잘못").first.wait_for()
        page.keyboard.press("ArrowDown")
        assert page.evaluate(f"{FOCUS}.closest('{ROWS}') !== null")
        box = page.evaluate(
            f"(() => {{ const {{top, bottom}} = {FOCUS}.getBoundingClientRect(); return [top, bottom]; }})()"
        )
        assert 0 <= box[0] < box[1] <= 800, "the focused row can be seen"
        page.keyboard.press("Enter")
        page.wait_for_url("**/orders/faq/?h=*")
        assert "송장" in " ".join(visible_marks(page))


def test_a_syllable_that_is_being_put_together_searches_and_never_blanks_the_results(open_page):
    with open_page("orders/", **PHONE) as page:
        search(page, "송장")
        first_row(page)
        page.evaluate("""() => {
          globalThis.blank = 0;
          const looked = () => [...document.querySelectorAll('.md-search-result__item')].some((row) => row.checkVisibility());
          new MutationObserver(() => (globalThis.blank += !looked()))
            .observe(document.querySelector('[data-sh-dialog]'), { subtree: true, childList: true, attributes: true });
        }""")
        keys = page.context.new_cdp_session(page)
        for composed in ["ㅂ", "버", "번", "번ㅎ", "번호"]:
            keys.send("Input.imeSetComposition", {"text": composed, "selectionStart": 1, "selectionEnd": 1})
            page.wait_for_timeout(60)
        page.keyboard.press("ArrowDown")
        assert page.evaluate(f"{FOCUS}.matches('{FIELD}')") or page.locator(FIELD).input_value() == "송장번호"
        keys.send("Input.insertText", {"text": "번호"})
        page.locator(ROWS, has_text="송장번호를 잘못").first.wait_for()
        assert page.locator(FIELD).input_value() == "송장번호"
        assert page.evaluate("blank") == 0
