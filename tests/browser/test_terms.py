"""Words of the trade in a text: their meaning opens beside them, and they lead to the glossary."""

from __future__ import annotations

PHONE = {"width": 390, "height": 844}
FINGER = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
# A page whose text uses words of the glossary.
PAGE = "settlement/cycle/"


def shown(page) -> bool:
    return page.locator(".sh-term__note").first.is_visible()


def test_a_mouse_shows_the_meaning_and_a_press_leads_to_the_glossary(open_page):
    with open_page(PAGE, viewport={"width": 1280, "height": 800}) as page:
        word = page.locator(".sh-term__word").first
        assert not shown(page)
        word.hover()
        assert shown(page)
        page.keyboard.press("Escape")
        word.click()
        page.wait_for_url("**/glossary/#*")
        name = page.evaluate("decodeURIComponent(location.hash.slice(1))")
        page.locator(f"dt#{name}").wait_for()


def test_under_a_finger_the_first_press_opens_and_the_second_leads_on(open_page):
    with open_page(PAGE, **FINGER) as page:
        word = page.locator(".sh-term__word").first
        word.scroll_into_view_if_needed()
        page.wait_for_function("!!customElements.get('sh-term')")
        word.tap()
        assert shown(page) and "/glossary/" not in page.url
        note = page.locator(".sh-term__note").first.bounding_box()
        assert note["x"] >= 0 and note["x"] + note["width"] <= PHONE["width"]
        word.tap()
        page.wait_for_url("**/glossary/#*")


def test_the_focus_shows_it_and_escape_shuts_it(open_page):
    with open_page(PAGE, viewport=PHONE) as page:
        page.wait_for_function("!!customElements.get('sh-term')")
        page.locator(".sh-term__word").first.focus()
        assert shown(page)
        page.keyboard.press("Escape")
        assert not shown(page)


def test_without_a_script_it_is_a_link_with_its_meaning(open_page):
    with open_page(PAGE, java_script_enabled=False, viewport={"width": 1280, "height": 800}) as page:
        word = page.locator(".sh-term__word").first
        word.hover()
        assert shown(page)
        assert "glossary/#" in word.get_attribute("href")


def test_each_word_is_explained_once_a_page_and_never_in_a_heading_or_a_link(open_page):
    with open_page(PAGE) as page:
        words = page.locator(".sh-term").all_text_contents()
        assert 1 <= len(words) == len(set(words)) <= 6
        assert page.locator(":is(h1, h2, h3, a, code, kbd, th) .sh-term").count() == 0


def test_on_paper_only_the_word_is_left(open_page):
    with open_page(PAGE) as page:
        page.emulate_media(media="print")
        assert page.locator(".sh-term__note").first.evaluate("(one) => getComputedStyle(one).display") == "none"
        assert (
            page.locator(".sh-term__word").first.evaluate("(one) => getComputedStyle(one).textDecorationLine") == "none"
        )
