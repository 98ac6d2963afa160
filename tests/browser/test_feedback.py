"""The question at the end of a page with the real receiver on another origin: by keyboard, offline, bounded, nameless."""

from __future__ import annotations

import csv
import json
import sys
import threading
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, opened, stay
from tests.browser.test_notices import DENIED, PHONE, press
from tests.conftest import free_port

sys.path.insert(0, str(ROOT / "tools"))

from feedback_receiver import serve

MOMENT = "2026-11-25T00:30:00+09:00"  # still the 24th in most of the world
PAGE = "orders/invoice/"
WAITING = "JSON.parse(localStorage.getItem('sh-feedback') ?? '{\"rows\": []}').rows.map((row) => row.said)"
SAY = "async (count) => { for (let at = 0; at < count; at++) (await queue()).say('helpful', `p${at}/`, { answer: 'yes' }); }"
# The module that the page itself uses.
QUEUE = """
globalThis.queue = () => import(document.querySelector('script[src*="/main.js"]').src.replace('main.js', 'feedback/queue.js'));
"""
SET_NOW = "(moment) => { globalThis.__shNow = Date.parse(moment); }"


@pytest.fixture(scope="module")
def port():
    return free_port()


@pytest.fixture(scope="module")
def asking(build_site, port):
    return build_site({}, FEEDBACK_ENDPOINT=f"http://127.0.0.1:{port}/feedback")


@pytest.fixture
def receiver(asking, port, tmp_path):
    server = serve(asking.rstrip("/"), port, tmp_path / "feedback.csv")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.file
    server.shutdown()
    server.server_close()


def rows(file: Path, most: int) -> list[dict[str, str]]:
    """What has been received, once there are as many rows as awaited."""
    for _ in range(100):
        if file.exists():
            with file.open(encoding="utf-8-sig", newline="") as table:
                found = [{name: text for name, text in row.items() if text} for row in csv.DictReader(table)]
            if len(found) >= most:
                return found
        time.sleep(0.05)
    raise AssertionError(f"{most} rows did not come")


def test_a_seller_answers_by_keyboard_alone_and_is_shown_whom_to_ask(browser, asking, receiver):
    with opened(browser, asking + PAGE, moment=MOMENT, viewport=PHONE, timezone_id="America/Los_Angeles") as page:
        page.locator("sh-feedback").scroll_into_view_if_needed()
        page.locator("sh-feedback [data-answer=yes]").focus()
        press(page, "[data-answer=no]", "Enter")
        assert page.evaluate("document.activeElement.tagName") == "LEGEND"
        expect(page.locator("sh-feedback sh-contact [data-word]"), "the card is live").to_have_text("상담 전")
        press(page, "sh-feedback input[type=radio]", "ArrowDown")
        assert page.evaluate("document.activeElement.value") == "screen"
        press(page, "sh-feedback textarea", "Enter")
        page.keyboard.type("=화면이 달라요. 010-1234-5678 a@b.example 010 1234 5678 2026112512345678 3영업일")
        press(page, "sh-feedback [type=submit]", "Enter")
        assert page.evaluate("document.activeElement.textContent") == "알려 주셔서 고마워요. 글을 고칠 때 볼게요."
        assert page.locator("sh-feedback sh-contact a:visible").first.is_visible()
        assert rows(receiver, 2) == [
            {"day": "2026-11-25", "kind": "helpful", "page": PAGE, "answer": "no"},
            {"day": "2026-11-25", "kind": "why", "page": PAGE, "answer": "no", "reason": "screen",
             "text": "'=화면이 달라요. (번호) (메일) (번호) (번호) 3영업일"},
        ]  # fmt: skip
        assert page.evaluate(WAITING) == []


def test_a_plain_yes_asks_nothing_more(browser, asking, receiver):
    with opened(browser, asking + PAGE, moment=MOMENT) as page:
        page.locator("[data-answer=yes]").click()
        assert page.get_by_role("status").get_by_text("다행이에요").is_visible()
        assert (
            not page.locator("sh-feedback [data-why]").is_visible()
            and not page.locator("sh-feedback sh-contact").count()
        )
        assert rows(receiver, 1) == [{"day": "2026-11-25", "kind": "helpful", "page": PAGE, "answer": "yes"}]


def test_a_reason_is_needed_and_words_are_not(browser, asking, receiver):
    with opened(browser, asking + PAGE, moment=MOMENT) as page:
        page.locator("[data-answer=partly]").click()
        page.locator("sh-feedback [type=submit]").click()
        assert page.locator("sh-feedback [data-why]").is_visible(), "the browser itself asks for a reason"
        page.locator("sh-feedback input[value=hard]").check()
        page.locator("sh-feedback [type=submit]").click()
        assert rows(receiver, 2)[1] == {
            "day": "2026-11-25",
            "kind": "why",
            "page": PAGE,
            "answer": "partly",
            "reason": "hard",
        }


def test_what_is_sent_names_nobody(browser, asking, receiver):
    with opened(browser, asking + PAGE + "?utm=secret", moment=MOMENT) as page:
        page.context.add_cookies([{"name": "who", "value": "me", "url": asking}])
        with page.expect_request("**/feedback") as asked:
            page.locator("[data-answer=yes]").click()
        headers = asked.value.all_headers()
        assert not {"cookie", "referer", "authorization"} & set(headers)
        assert json.loads(asked.value.post_data) == {
            "v": 1, "said": [{"kind": "helpful", "page": PAGE, "answer": "yes", "day": "2026-11-25"}],
        }  # fmt: skip
        assert [request for request in [asked.value.redirected_from] if request] == []


def test_without_a_line_answers_wait_and_go_when_it_is_back(browser, asking, receiver):
    with opened(browser, asking + PAGE, moment=MOMENT) as page:
        page.locator("[data-answer=yes]").wait_for(state="visible")
        page.context.set_offline(True)
        page.locator("[data-answer=yes]").click()
        page.wait_for_function(f"{WAITING}.length === 1")
        assert not receiver.exists()
        page.context.set_offline(False)
        assert rows(receiver, 1)[0]["answer"] == "yes"
        page.wait_for_function(f"{WAITING}.length === 0")


def test_answers_that_waited_go_with_the_next_visit(browser, asking, receiver):
    with opened(browser, asking + PAGE, moment=MOMENT) as page:
        page.locator("[data-answer=yes]").wait_for(state="visible")
        page.context.set_offline(True)
        page.locator("[data-answer=yes]").click()
        page.wait_for_function(f"{WAITING}.length === 1")
        page.goto("about:blank")
        page.context.set_offline(False)
        page.goto(asking + "orders/confirm/")
        assert rows(receiver, 1) == [{"day": "2026-11-25", "kind": "helpful", "page": PAGE, "answer": "yes"}]


def test_no_more_than_twenty_wait_and_the_oldest_go(browser, asking):
    with opened(browser, asking + PAGE, moment=MOMENT, scripts=QUEUE) as page:
        page.locator("[data-answer=yes]").wait_for(state="visible")
        page.context.set_offline(True)
        page.evaluate(SAY, 25)
        assert [said["page"] for said in page.evaluate(WAITING)] == [f"p{at}/" for at in range(5, 25)]
        assert page.evaluate("localStorage.getItem('sh-feedback').length") < 4000


def test_a_receiver_that_fails_is_tried_a_few_times_and_ever_more_rarely(browser, asking):
    tab = browser.new_context()
    page = tab.new_page()
    page.add_init_script(f"globalThis.__shNow = Date.parse({MOMENT!r});" + QUEUE)
    tried = []
    page.route("**/feedback", lambda route: (tried.append(1), route.abort("connectionrefused")))
    page.goto(asking + PAGE)
    page.locator("[data-answer=yes]").click()
    page.wait_for_function(f"{WAITING}.length === 1")
    page.evaluate("async () => (await queue()).flush()")
    assert len(tried) == 1, "not again at once"
    for minutes in (3, 10, 20, 40, 80, 160):
        page.evaluate(SET_NOW, f"2026-11-25T{minutes // 60 + 1:02}:{minutes % 60:02}:00+09:00")
        page.evaluate("async () => (await queue()).flush()")
    assert (len(tried), page.evaluate(WAITING)) == (5, [])
    tab.close()


@pytest.mark.parametrize(("status", "left"), [(400, 0), (403, 0), (413, 0), (408, 1), (429, 1), (500, 1), (503, 1)])
def test_what_is_refused_for_good_is_not_sent_again(browser, asking, status, left):
    tab = browser.new_context()
    page = tab.new_page()
    page.add_init_script(QUEUE)
    headers = {"Access-Control-Allow-Origin": "*"}
    page.route("**/feedback", lambda route: route.fulfill(status=status, headers=headers))
    page.goto(asking + PAGE)
    with page.expect_response("**/feedback"):
        page.locator("[data-answer=yes]").click()
    page.wait_for_timeout(200)
    assert len(page.evaluate(WAITING)) == left
    tab.close()


def test_where_storage_is_denied_answers_are_still_sent(browser, asking, receiver):
    with opened(browser, asking + PAGE, moment=MOMENT, scripts=DENIED) as page:
        page.locator("[data-answer=yes]").click()
        assert rows(receiver, 1)[0]["answer"] == "yes"


@pytest.mark.parametrize(
    "kept", ["{", "7", "[]", '{"rows": 3}', '{"rows": [1, null, {"tries": "x"}, {"tries": 0}], "after": "later"}']
)
def test_spoilt_memory_stops_nothing(browser, asking, receiver, kept):
    with opened(
        browser, asking + PAGE, moment=MOMENT, scripts=f"localStorage.setItem('sh-feedback', {kept!r})"
    ) as page:
        page.locator("[data-answer=yes]").click()
        assert rows(receiver, 1)[-1]["answer"] == "yes"


def test_searches_that_found_nothing_go_the_same_way_once_each_and_masked(browser, asking, receiver):
    with opened(browser, asking + PAGE, moment=MOMENT, scripts=QUEUE) as page:
        said = ["  송장   번호 ", "송장 번호", "주문 2026112512345678", "a@b.example", "가" * 99, "   "]
        page.evaluate("async (said) => { for (const one of said) (await queue()).noteNothingFound(one); }", said)
        page.wait_for_function(f"{WAITING}.length === 0")
        assert sorted(row["query"] for row in rows(receiver, 4)) == ["(메일)", "가" * 60, "송장 번호", "주문 (번호)"]
        page.evaluate(
            "async () => { for (let at = 0; at < 30; at++) (await queue()).noteNothingFound(`없는 말 ${at}`); }"
        )
        assert len(rows(receiver, 10)) == 10


def test_the_question_is_asked_again_after_instant_navigation(browser, asking, receiver):
    with opened(browser, asking + PAGE, moment=MOMENT, viewport={"width": 1280, "height": 800}) as page:
        stay(page)
        page.locator("[data-answer=yes]").click()
        page.locator(".sh-turn [rel=next]").click()
        page.wait_for_function("document.querySelector('sh-feedback [data-answer=yes]')?.checkVisibility()")
        assert page.evaluate("globalThis.sameDocument") is True
        page.locator("[data-answer=no]").click()
        assert [row["answer"] for row in rows(receiver, 2)] == ["yes", "no"]


def test_without_an_address_nothing_of_it_is_there(site):
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert "sh-feedback" not in html, path


def test_without_a_script_the_question_stays_away(browser, asking):
    with opened(browser, asking + PAGE, java_script_enabled=False) as page:
        assert not page.locator("sh-feedback").is_visible()


def test_the_page_fits_a_phone_when_everything_is_open(browser, asking, receiver):
    with opened(browser, asking + PAGE, moment=MOMENT, viewport={"width": 320, "height": 700}) as page:
        page.locator("[data-answer=no]").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
