"""What is spoken: the accessibility tree of each kind of page, compared with a golden file as text."""

from __future__ import annotations

import difflib
import re

import pytest

from tests.browser.conftest import opened
from tests.browser.golden import FOLDER, IS_RENEWED, MOMENT, RENEW, drawer, search, settled

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 800}
# Golden file -> path, window, what is done there.
STATES = {
    "front": ("", DESK, None),
    "manual": ("orders/send/", DESK, None),
    "questions": ("orders/faq/", DESK, None),
    "contact": ("contact/", DESK, None),
    "calculator": ("settlement/days/", DESK, None),
    "missing": ("404.html", DESK, None),
    "drawer": ("orders/send/", PHONE, drawer),
    "search": ("contact/", PHONE, search),
}


def spoken(page) -> str:
    """The tree as text; of an open dialog only itself, as for who hears it."""
    part = page.get_by_role("dialog") if page.get_by_role("dialog").count() else page.locator("body")
    return part.aria_snapshot() + "\n"


@pytest.mark.parametrize("name", STATES)
def test_pages_are_spoken_as_before(browser, sample_url, name):
    path, size, act = STATES[name]
    with opened(browser, sample_url + path, viewport=size, moment=MOMENT, reduced_motion="reduce") as page:
        settled(page)
        if act:
            act(page)
        # How heavy a book is, is no matter of how a page is spoken.
        said = re.sub(r"\d+쪽 · \d+ KB", "00쪽 · 000 KB", spoken(page).replace(sample_url, "/"))
    golden = FOLDER / "spoken" / f"{name}.txt"
    if IS_RENEWED:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(said, "utf-8")
    kept = golden.read_text("utf-8").splitlines()
    changes = list(difflib.unified_diff(kept, said.splitlines(), "전", "지금", lineterm="", n=0))
    assert changes == [], "\n".join([*changes, f"{name}: 들리는 내용이 달라졌어요. {RENEW}"])


def test_canary_a_lost_name_changes_what_is_spoken(browser, sample_url):
    with opened(browser, sample_url + "orders/send/", viewport=PHONE, moment=MOMENT) as page:
        settled(page)
        before = spoken(page)
        page.evaluate("document.querySelector('.sh-tool--menu').removeAttribute('aria-label')")
        assert spoken(page) != before
