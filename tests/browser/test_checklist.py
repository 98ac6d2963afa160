"""Checklists on a built page: ticked by keyboard, kept, told aloud, undone, and printed as boxes."""

from __future__ import annotations

import pytest

from tests.browser.conftest import opened, stay
from tests.browser.test_notices import DENIED, PHONE, press

PAGE = """---
title: 챙길 것
number: 3-98
description: 점검표를 시험하는 쪽이에요.
updated: 2026-11-22
review: 2027-05-22
owner: 주문팀
as_of: 수집 자료 기준
---

## 서류 {#papers}

/// checklist | 서류
    id: papers

- 사업자등록증 {#registration}
- [인감증명서](invoice.md)를 떼요
    - 3개월 안에 뗀 것
- 통장 사본
///

/// checklist | 순서
    id: order

1. 먼저 하기

    어떻게 하는지

2. 나중 하기
///
"""
# The same list after an edit. A page of its own: the address is in the name of what is kept, and the test changes that.
EDITED = (
    PAGE.replace("- 사업자등록증 {#registration}", "- 새 서류\n- 사업자등록증(1년 안) {#registration}")
    .replace("- 통장 사본\n", "")
    .replace("챙길 것\nnumber: 3-98\ndescription: 점검표를", "고친 것\nnumber: 3-99\ndescription: 고친 점검표를")
)
KEPT = "sh-check:/orders/{}/#papers"
TICKED = (
    "[...document.querySelectorAll('sh-checklist input:checked')].map((box) => box.parentElement.textContent.trim())"
)
PROGRESS = "[...document.querySelectorAll('[data-progress]')].map((node) => node.textContent)"


@pytest.fixture(scope="module")
def listed(build_site):
    return build_site({"docs/orders/ticks.md": PAGE, "docs/orders/edited.md": EDITED})


def test_a_list_is_ticked_by_keyboard_alone_and_kept(browser, listed):
    with opened(browser, listed + "orders/ticks/", viewport=PHONE) as page:
        page.wait_for_function(f"{PROGRESS}.join() === '3개 중 0개,2개 중 0개'")
        press(page, "[data-item=registration] input", "Space")
        press(page, "[data-list=order] [data-item] input", "Space")
        assert page.evaluate(PROGRESS) == ["3개 중 1개", "2개 중 1개"]
        page.reload()
        page.wait_for_function(f"{TICKED}.length === 2")
        assert page.evaluate(TICKED) == ["사업자등록증", "먼저 하기"]
        press(page, "[data-item=registration] input", "Space")
        assert page.evaluate(PROGRESS) == ["3개 중 0개", "2개 중 1개"]


def test_a_press_on_the_words_ticks_and_on_a_link_in_them_follows_it(browser, listed):
    with opened(browser, listed + "orders/ticks/") as page:
        page.get_by_text("통장 사본").click()
        assert page.evaluate(TICKED) == ["통장 사본"]
        page.get_by_text("3개월 안에 뗀 것").click()
        assert page.evaluate(PROGRESS)[0] == "3개 중 1개", "what stands below an item ticks nothing"
        page.get_by_role("link", name="인감증명서").click()
        page.wait_for_url("**/orders/invoice/")


def test_screen_readers_hear_a_named_group_of_named_boxes_and_the_progress(browser, listed):
    with opened(browser, listed + "orders/ticks/") as page:
        group = page.get_by_role("group", name="서류")
        group.get_by_role("checkbox").first.wait_for()
        assert [
            group.get_by_role("checkbox", name=name).count()
            for name in ("사업자등록증", "인감증명서를 떼요", "통장 사본")
        ] == [1, 1, 1]
        for box in group.get_by_role("checkbox").all():
            box.check()
        assert group.get_by_role("status").inner_text() == "3개를 모두 마쳤어요"


def test_clearing_can_be_taken_back_until_something_else_is_ticked(browser, listed):
    with opened(browser, listed + "orders/ticks/", viewport=PHONE) as page:
        button = page.locator("[data-list=papers] [data-clear]")
        assert not button.is_visible()
        boxes = page.locator("[data-list=papers] input")
        boxes.nth(0).check()
        boxes.nth(2).check()
        press(page, "[data-list=papers] [data-clear]", "Enter")
        assert page.evaluate(PROGRESS)[0] == "3개 중 0개" and button.inner_text() == "되돌리기"
        assert page.evaluate("document.activeElement.matches('[data-clear]')"), "the focus stays"
        page.keyboard.press("Enter")
        assert page.evaluate(PROGRESS)[0] == "3개 중 2개" and button.inner_text() == "모두 지우기"
        page.keyboard.press("Enter")
        boxes.nth(1).check()
        assert button.inner_text() == "모두 지우기"
        page.keyboard.press("Tab")
        assert page.evaluate("JSON.parse(localStorage.getItem('sh-check:/orders/ticks/#papers')).length") == 1


def test_ticks_outlive_an_edit_of_the_list(browser, listed):
    with opened(browser, listed + "orders/ticks/") as page:
        for box in page.locator("[data-list=papers] input").all():
            box.check()
        kept = page.evaluate("(name) => localStorage.getItem(name)", KEPT.format("ticks"))
    script = f"localStorage.setItem({KEPT.format('edited')!r}, {kept!r})"
    with opened(browser, listed + "orders/edited/", scripts=script) as page:
        page.wait_for_function(f"{TICKED}.length")
        assert page.evaluate(TICKED) == ["사업자등록증(1년 안)", "인감증명서를 떼요"]
        assert page.evaluate(PROGRESS)[0] == "3개 중 2개"


def test_another_window_shows_the_same(browser, listed):
    with opened(browser, listed + "orders/ticks/") as page:
        other = page.context.new_page()
        other.goto(listed + "orders/ticks/")
        other.locator("[data-item=registration] input").check()
        page.wait_for_function(f"{PROGRESS}[0] === '3개 중 1개'")


def test_where_storage_is_denied_ticks_hold_as_long_as_the_page(browser, listed):
    with opened(browser, listed + "orders/ticks/", scripts=DENIED) as page:
        page.locator("[data-item=registration] input").check()
        assert page.evaluate(PROGRESS)[0] == "3개 중 1개"


@pytest.mark.parametrize("kept", ["{", "7", '{"length": 2}', "[1, null, {}]"])
def test_spoilt_memory_ticks_nothing(browser, listed, kept):
    script = f"localStorage.setItem('sh-check:/orders/ticks/#papers', {kept!r})"
    with opened(browser, listed + "orders/ticks/", scripts=script) as page:
        page.wait_for_function(f"{PROGRESS}[0] === '3개 중 0개'")


def test_without_a_script_it_is_a_list_with_drawn_boxes(browser, listed):
    with opened(browser, listed + "orders/ticks/", java_script_enabled=False) as page:
        assert page.locator("sh-checklist input:visible").count() == 0
        assert not page.locator(".sh-checklist__foot").first.is_visible()
        width, display = box_of(page)
        assert float(width.removesuffix("px")) >= 1 and display == "block"


def box_of(page) -> list[str]:
    return page.evaluate(
        """() => { const box = getComputedStyle(document.querySelector('.sh-check label'), '::before');
        return [box.borderTopWidth, box.display]; }"""
    )


def test_on_paper_there_are_boxes_ticked_or_not_and_no_buttons(browser, listed):
    with opened(browser, listed + "orders/ticks/") as page:
        page.locator("[data-item=registration] input").check()
        assert box_of(page)[1] == "none", "on the screen the browser's own box stands there"
        page.emulate_media(media="print")
        assert box_of(page)[1] == "block"
        assert page.locator("sh-checklist input:visible, sh-checklist button:visible").count() == 0
        marks = page.evaluate(
            "[...document.querySelectorAll('.sh-check label')].map((label) => getComputedStyle(label, '::before').content)"
        )
        assert marks == ['"✓"', '""', '""', '""', '""']


def test_a_list_works_after_instant_navigation(browser, listed):
    with opened(browser, listed + "orders/", viewport={"width": 1280, "height": 800}) as page:
        stay(page)
        page.locator(".sh-nav a", has_text="챙길 것").first.click()
        page.wait_for_function(f"{PROGRESS}[0] === '3개 중 0개'")
        page.locator("[data-item=registration] input").check()
        assert page.evaluate("localStorage.getItem('sh-check:/orders/ticks/#papers')") == '["registration"]'
        assert page.evaluate("globalThis.sameDocument") is True


@pytest.mark.parametrize("width", [320, 390, 768])
def test_rows_are_large_enough_to_press(browser, listed, width):
    with opened(browser, listed + "orders/ticks/", viewport={"width": width, "height": 800}) as page:
        heights = page.locator(".sh-check label").evaluate_all(
            "(all) => all.map((one) => one.getBoundingClientRect().height)"
        )
        assert min(heights) >= 44
        assert page.evaluate("document.documentElement.scrollWidth") <= width
