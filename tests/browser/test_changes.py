"""The page of changes on the built site: its filter without a script, its feed, and where both are found."""

from __future__ import annotations

import pytest
import yaml
from playwright.sync_api import expect

from tests.booklets import ROOT
from tests.browser.conftest import stay
from tests.test_changes_atom import faults

ROWS = "[...document.querySelectorAll('.sh-changes li')].filter((row) => row.checkVisibility()).map((row) => row.className)"
MONTHS = "[...document.querySelectorAll('.sh-changes section')].filter((one) => one.checkVisibility()).length"


@pytest.mark.parametrize("scripted", [True, False])
def test_a_chip_shows_the_changes_of_one_manual_and_another_all_again(open_page, scripted):
    with open_page("changes/", java_script_enabled=scripted, viewport={"width": 390, "height": 800}) as page:
        chips = page.locator(".sh-changes .sh-chips a")
        everything = page.locator(".sh-changes li:visible").count()
        chip = chips.filter(has_text="정책")
        shown = int(chip.locator(".sh-no").inner_text())
        assert 0 < shown < everything
        chip.click()
        expect(page.locator(".sh-changes li:visible")).to_have_count(shown)
        assert page.locator(".sh-changes li.is-6:visible").count() == shown
        assert page.locator(".sh-changes section:visible:not(:has(li:visible))").count() == 0
        assert int(chips.first.locator(".sh-no").inner_text()) == everything
        chips.first.click()
        expect(page.locator(".sh-changes li:visible")).to_have_count(everything)


def test_the_filter_holds_after_instant_navigation_and_going_back(open_page):
    with open_page("", viewport={"width": 1280, "height": 900}) as page:
        stay(page)
        page.locator(".sh-foot a", has_text="바뀐 기록").click()
        page.wait_for_url("**/changes/")
        page.locator("#only-6").wait_for()
        everything = len(page.evaluate(ROWS))
        page.locator("#only-6").click()
        page.wait_for_function(f"{ROWS}.every((name) => name === 'is-6') && {ROWS}.length < {everything}")
        page.go_back()
        page.wait_for_function(f"{ROWS}.length === {everything}")
        assert page.evaluate("globalThis.sameDocument") is True


def test_the_front_page_tells_the_last_changes_and_leads_to_all(open_page):
    with open_page("") as page:
        latest = page.locator("[aria-labelledby=sh-latest]")
        assert 1 <= latest.locator("li").count() <= 4
        assert latest.get_by_role("link", name="바뀐 기록").get_attribute("href").endswith("changes/")
        assert latest.get_by_role("link", name="공지").get_attribute("href").endswith("notices/")


def test_every_page_names_the_feed_and_the_feed_is_valid(site, site_url):
    body = (site / "changes.xml").read_bytes()
    assert faults(body) == []
    assert f'<link rel="self" type="application/atom+xml" href="{site_url}changes.xml" />'.encode() in body
    for path in [*site.rglob("index.html"), site / "404.html"]:
        assert '<link rel="alternate" type="application/atom+xml"' in path.read_text("utf-8"), path


def test_a_page_says_what_was_changed_last(open_page):
    docs = ROOT / "docs"
    heads = {
        path: yaml.safe_load(path.read_text("utf-8").split("---")[1])
        for path in sorted(docs.glob("*/*.md"))
        if path.read_text("utf-8").startswith("---")
    }
    path, day, text = next(
        (path, head["updated"], one["text"])
        for path, head in heads.items()
        for one in head.get("changes", ())
        if one["date"] == head["updated"]
    )
    address = path.relative_to(docs).as_posix().removesuffix(".md")
    with open_page(f"{address}/", viewport={"width": 390, "height": 800}) as page:
        said = page.locator(".sh-meta").inner_text()
        assert said.startswith(f"{day.year}년 {day.month}월 {day.day}일 고침")
        assert page.locator(".sh-meta__change").inner_text() == f"고친 것: {text}"


def test_the_page_head_keeps_its_height_when_its_button_comes(open_page):
    heights = []
    for scripted in (False, True):
        with open_page(
            "opening/sign-up/", java_script_enabled=scripted, viewport={"width": 390, "height": 800}
        ) as page:
            heights.append(page.locator(".sh-meta").bounding_box()["height"])
    assert heights[1] == heights[0]
