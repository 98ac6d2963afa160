"""By keyboard alone: what there is to press is reached, seen and shown, the text is near, and no focus is lost."""

from __future__ import annotations

import pytest

PHONE = {"viewport": {"width": 390, "height": 800}}
DESK = {"viewport": {"width": 1280, "height": 800}}
KINDS = ["", "orders/invoice/", "orders/faq/", "contact/", "settlement/fees/", "404.html"]
FOCUS = "document.activeElement"
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"

# How the focused element looks: covered or off the screen, without a visible sign, or "" when all is well.
FAULT = """
() => {
  const node = document.activeElement;
  const name = `${node.tagName.toLowerCase()}.${node.className} ${(node.innerText ?? '').slice(0, 30)}`;
  const style = getComputedStyle(node);
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return `no sign: ${name}`;
  const [box] = node.getClientRects();
  if (!box || box.width < 8 || box.height < 8) return `no size: ${name}`;
  const x = box.left + box.width / 2, y = box.top + Math.min(box.height, innerHeight) / 2;
  if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) return `off the screen: ${name}`;
  const top = document.elementFromPoint(x, y);
  return node.contains(top) || top?.contains(node) ? '' : `covered by ${top?.className}: ${name}`;
}
"""
# Marks what the focus has been on, and tells what it has not.
MISSED = """
() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter((node) => node.tabIndex >= 0 && !node.disabled && node.checkVisibility({ visibilityProperty: true }))
  .filter((node) => node.tagName === 'SUMMARY' || !node.closest('details:not([open])'))
  .filter((node) => !(node.type === 'radio' && document.querySelector(`[name="${node.name}"][data-seen]`)))
  .filter((node) => !('seen' in node.dataset)).map((node) => node.outerHTML.slice(0, 120))
"""


def walk(page, most: int = 400) -> list[str]:
    """Presses Tab until the page has been gone through; returns what was wrong with the stops."""
    faults = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUS} === document.body || 'seen' in {FOCUS}.dataset"):
            return faults
        page.evaluate(f"{FOCUS}.dataset.seen = ''")
        if page.evaluate(FAULT):
            page.evaluate(FRAMES)  # the theme moves its side columns a frame after the page has scrolled
            faults += filter(None, [page.evaluate(FAULT)])
    return [*faults, "no end"]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", KINDS)
def test_every_control_is_reached_and_its_focus_is_seen(open_page, path, size):
    with open_page(path, **size, reduced_motion="reduce") as page:
        page.wait_for_load_state("networkidle")
        assert walk(page) == []
        assert page.evaluate(MISSED) == []


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("document.querySelector('.sh-brand').tabIndex = -1; document.querySelector('article').insertAdjacentHTML('beforeend', '<a href=x class=late>나중</a>'); "
         "document.querySelector('.late').addEventListener('focus', (event) => event.target.blur())", "late"),
        ("document.styleSheets[0].insertRule('html body .sh-brand.sh-brand:focus-visible { outline: none }')", "no sign"),
        ("document.styleSheets[0].insertRule('html body .sh-brand.sh-brand { position: fixed; left: -200px }')", "off the screen"),
        ("document.body.insertAdjacentHTML('beforeend', '<div class=veil></div>'); "
         "document.styleSheets[0].insertRule('.veil { position: fixed; inset: 0; z-index: 99 }')", "covered by veil"),
    ],
)  # fmt: skip
def test_canary_a_control_that_is_not_reached_or_not_seen_is_named(open_page, script, words):
    with open_page("404.html", **PHONE, bypass_csp=True) as page:
        page.evaluate(script)
        assert words in str([walk(page, 60), page.evaluate(MISSED)])


@pytest.mark.parametrize("path", [*KINDS, "faq/", "guide/", "orders/"])
def test_the_text_is_at_most_ten_stops_away_on_a_phone(open_page, path):
    with open_page(path, **PHONE) as page:
        for _ in range(11):
            page.keyboard.press("Tab")
            if page.evaluate(f"{FOCUS}.closest('article, .sh-front') !== null"):
                break
        assert page.evaluate(f"{FOCUS}.closest('article, .sh-front') !== null")


@pytest.mark.parametrize("path", [*KINDS, "faq/", "guide/"])
def test_the_first_stop_leads_past_everything_to_the_title(open_page, path):
    with open_page(path, **DESK, reduced_motion="reduce") as page:
        page.keyboard.press("Tab")
        assert page.evaluate(f"{FOCUS}.innerText") == "본문으로 이동"
        assert page.evaluate(FAULT) == ""
        page.keyboard.press("Enter")
        page.wait_for_function(f"{FOCUS}.matches('h1')")
        page.keyboard.press("Tab")
        assert page.evaluate(f"{FOCUS}.closest('article, .sh-front') !== null")


def test_the_drawer_takes_the_focus_and_gives_it_back(open_page):
    with open_page("orders/invoice/", **PHONE, reduced_motion="reduce") as page:
        page.locator(".sh-tool--menu").focus()
        page.keyboard.press("Enter")
        page.wait_for_function(f"{FOCUS}.matches('#sh-drawer [aria-current=page]')")
        assert page.evaluate(FAULT) == ""
        page.keyboard.press("Escape")
        page.wait_for_function(f"{FOCUS}.matches('.sh-tool--menu[aria-expanded=false]')")
        page.keyboard.press("Enter")
        page.locator("#sh-drawer a").last.focus()
        page.keyboard.press("Tab")
        assert not page.evaluate("document.getElementById('__drawer').checked"), (
            "left by keyboard, it would cover the page"
        )
        assert page.evaluate(FAULT) == ""


def test_a_page_that_was_followed_begins_at_its_title(open_page, site_url):
    with open_page("orders/", **DESK) as page:
        page.wait_for_load_state("networkidle")
        page.evaluate("globalThis.sameDocument = true")
        page.locator(".sh-tabs a", has_text="정산").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/settlement/")
        page.wait_for_function(f"{FOCUS}.matches('h1') && {FOCUS}.innerText.includes('정산')")
        assert page.evaluate("sameDocument") is True


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_colours_go_round_by_key_and_the_focus_stays(open_page, key):
    with open_page("orders/", **PHONE, color_scheme="light") as page:
        page.wait_for_load_state("networkidle")
        page.locator("[data-sh-palette]:visible").focus()
        seen = []
        for _ in range(3):
            seen.append(page.evaluate(f"[{FOCUS}.getAttribute('aria-label'), document.body.dataset.mdColorScheme]"))
            page.keyboard.press(key)
        assert seen == [
            ["밝은 화면으로 바꾸기", "default"],
            ["어두운 화면으로 바꾸기", "default"],
            ["기기 설정에 맞추기", "slate"],
        ]
        assert page.evaluate(f"{FOCUS}.getAttribute('aria-label')") == "밝은 화면으로 바꾸기"
