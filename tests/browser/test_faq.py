"""Questions in the browser: links open them, addresses are copied, printing shows them all."""

from urllib.parse import quote

import pytest

from tests.browser.conftest import opened

ENTRY = "orders-invoice-typo"
PAGE = f"orders/faq/#{ENTRY}"


def entry(page):
    return page.locator(f"details.sh-q:has(#{ENTRY})")


def test_a_link_to_a_question_opens_it_and_shows_it(open_page):
    with open_page(PAGE) as page:
        assert entry(page).get_attribute("open") is not None
        assert entry(page).locator("summary").is_visible()
        box = entry(page).locator("summary").bounding_box()
        header = page.locator(".md-header").bounding_box()
        assert header["y"] + header["height"] <= box["y"] + 1 < 700, "the question hides behind the header"


def test_a_link_to_a_question_opens_it_without_javascript(open_page):
    with open_page(PAGE, java_script_enabled=False) as page:
        assert entry(page).get_attribute("open") is not None


def test_a_question_opens_when_its_address_is_entered_on_its_page(open_page):
    with open_page("orders/faq/") as page:
        assert entry(page).get_attribute("open") is None
        page.evaluate(f"location.hash = '#{ENTRY}'")
        page.wait_for_selector(f"details[open] #{ENTRY}", state="attached")


def test_a_question_of_the_front_page_leads_to_its_open_answer(open_page):
    with open_page("", viewport={"width": 390, "height": 800}) as page:
        page.locator(".sh-popular a").first.click()
        page.wait_for_url(f"**/{PAGE}")
        page.wait_for_selector(f"details[open] #{ENTRY}", state="attached")


def test_finding_text_inside_a_closed_answer_opens_its_question(browser, site_url, open_page):
    with open_page("orders/faq/") as page:
        words = page.evaluate(
            f"document.getElementById('{ENTRY}').closest('details').querySelector('.sh-q__answer p').textContent"
        )
    # A text fragment runs the browser's own search in the page.
    phrase = quote(words.split(".")[0][:12])
    with opened(browser, f"{site_url}orders/faq/#:~:text={phrase}") as page:
        page.wait_for_selector("details.sh-q[open]")
        assert page.locator("details.sh-q[open]").count() == 1


def test_the_address_of_a_question_is_copied(browser, site_url, open_page):
    with open_page(PAGE, permissions=["clipboard-read", "clipboard-write"]) as page:
        link = entry(page).locator("a[data-sh-copy]")
        link.click()
        page.wait_for_function("document.querySelector('a.is-copied')")
        assert page.evaluate("navigator.clipboard.readText()") == site_url + PAGE
        assert link.inner_text() == "주소를 복사했어요"


def test_without_a_clipboard_the_address_bar_shows_the_address(open_page):
    with open_page("orders/faq/", scripts="Object.defineProperty(navigator, 'clipboard', {value: undefined});") as page:
        entry(page).locator("summary").click()
        entry(page).locator("a[data-sh-copy]").click()
        page.wait_for_url(f"**/{PAGE}")


def test_printing_opens_all_questions_and_closes_them_again(open_page):
    with open_page("orders/faq/") as page:
        total = page.locator("details.sh-q").count()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("details.sh-q[open]").count() == total > 10
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("details.sh-q[open]").count() == 0


def test_print_shows_closed_answers_without_javascript(open_page):
    with open_page("orders/faq/", java_script_enabled=False) as page:
        page.emulate_media(media="print")
        answer = page.locator(".sh-q__answer").first
        assert answer.bounding_box()["height"] > 20


def test_questions_and_answers_are_there_without_javascript(open_page):
    with open_page("orders/faq/", java_script_enabled=False) as page:
        page.locator("details.sh-q summary").first.click()
        assert page.locator("details.sh-q[open] .sh-q__answer").first.inner_text().strip()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_question_in_the_list_of_all_leads_to_its_answer_opened(open_page, scripts):
    with open_page("faq/", java_script_enabled=scripts) as page:
        asked = page.locator(".sh-asked a").nth(200)
        question = asked.inner_text()
        asked.click()
        page.wait_for_url("**/faq/#*")
        answer = page.locator("details.sh-q[open] .sh-q__answer")
        answer.wait_for()
        assert answer.locator("xpath=preceding-sibling::summary").inner_text().strip() == question
        assert 0 < answer.bounding_box()["y"] < page.viewport_size["height"]
