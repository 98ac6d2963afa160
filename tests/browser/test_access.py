"""What every seller can use: axe-core with its best practices, 400 % zoom, forced colours, no motion; each with a planted defect."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT

PHONE, DESK, ZOOMED = 390, 1280, 320  # 320 px is a 1280 px window at 400 %
PAGES = [
    "",
    "orders/",
    "orders/invoice/",
    "orders/faq/",
    "faq/",
    "contact/",
    "settlement/cycle/",
    "settlement/fees/",
    "start/",
    "symptoms/",
    "glossary/",
    "changes/",
    "guide/",
    "404.html",
]
OPEN_ALL = "for (const details of document.querySelectorAll('details')) details.open = true"
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}  # all that a colour scheme can break


def violations(page, options: dict | None = None) -> list[str]:
    """What axe-core finds on the page as it stands: rule, place, HTML."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE_SCRIPT)
    options = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}, **(options or {})}
    found = page.evaluate("(options) => axe.run(options).then(({ violations }) => violations)", options)
    return [f"{rule['id']}: {node['target']} {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def widths_and_schemes(page) -> list[str]:
    """What axe finds at both widths in both schemes; dark differs in its colours alone."""
    found = []
    for width in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, options in (("light", None), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.wait_for_function(
                "(name) => document.body.dataset.mdColorScheme === name",
                arg="slate" if scheme == "dark" else "default",
            )
            found += [f"{width} {scheme} {line}" for line in violations(page, options)]
    return found


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_any_kind_of_page(open_page, path):
    with open_page(path, bypass_csp=True) as page:
        page.wait_for_load_state("networkidle")
        page.evaluate(OPEN_ALL)
        assert widths_and_schemes(page) == []


@pytest.mark.parametrize("query", ["반품 배송비", "웨뷁쀍"])
def test_axe_finds_nothing_in_the_search_with_and_without_results(open_page, query):
    with open_page("orders/", bypass_csp=True, viewport={"width": PHONE, "height": 900}) as page:
        page.locator("[data-sh-toggle=search]:visible").first.click()
        page.locator("[data-sh-dialog=ready]").wait_for()
        assert violations(page) == []
        page.locator(".md-search__input").fill(query)
        page.locator(".md-search-result__item:visible, .sh-none:visible").first.wait_for()
        assert widths_and_schemes(page) == []


def test_axe_finds_nothing_in_the_open_drawer(open_page):
    with open_page("orders/invoice/", bypass_csp=True, viewport={"width": PHONE, "height": 900}) as page:
        page.emulate_media(reduced_motion="reduce")
        page.locator(".sh-tool--menu").click()
        page.locator(".sh-nav__link:visible").first.wait_for()
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, COLOURS) == []


@pytest.mark.parametrize(
    ("rule", "script"),
    [
        ("heading-order", "document.querySelector('article h2').outerHTML = '<h5>나</h5>'"),
        ("region", "document.body.append(Object.assign(document.createElement('p'), { innerText: '밖에 선 글' }))"),
        ("button-name", "document.querySelector('.sh-tool--menu').removeAttribute('aria-label')"),
        ("color-contrast", "document.querySelector('.sh-lead').append(Object.assign(document.createElement('b'), "
         "{ className: 'planted', innerText: '옅은 글' })); "
         "document.styleSheets[0].insertRule('body .planted.planted { color: #888888 }')"),
        ("target-size", "document.querySelector('.sh-lead').innerHTML = '<button>.</button><button>.</button>'; "
         "for (const planted of document.querySelectorAll('.sh-lead button')) planted.className = 'planted'; "
         "document.styleSheets[0].insertRule('body .planted.planted { all: unset; display: inline-block; width: 9px; height: 9px }')"),
    ],
)  # fmt: skip
def test_canary_planted_defects_are_found(open_page, rule, script):
    with open_page("orders/invoice/", bypass_csp=True, viewport={"width": PHONE, "height": 900}) as page:
        page.evaluate(script)
        assert rule in {line.split(":")[0] for line in violations(page)}


# Text that a box around it cuts off; what is for ears alone is cut on purpose.
CLIPPED = """
() => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode, range = document.createRange();
    const boxes = [];
    for (let node = text.parentElement; node; node = node.parentElement) boxes.push([node, getComputedStyle(node)]);
    if (!text.data.trim() || !text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    if (boxes.some(([node, style]) => style.clipPath !== 'none' || node.matches('.md-search, .md-skip'))) continue;
    range.selectNodeContents(text);
    const { left, right } = range.getBoundingClientRect();
    const [box, style] = boxes.find(([, { overflowX }]) => overflowX !== 'visible') ?? [];
    const edge = !box || box.matches('html, body') ? { left: 0, right: innerWidth } : box.getBoundingClientRect();
    const canScroll = box && ['auto', 'scroll'].includes(style.overflowX);
    if (!canScroll && (left < edge.left - 1 || right > edge.right + 1)) found.push(text.data.trim().slice(0, 60));
  }
  return found;
}
"""


def scrolls(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize("path", PAGES)
def test_at_400_percent_nothing_scrolls_sideways_and_no_text_is_cut(open_page, path):
    with open_page(path, viewport={"width": ZOOMED, "height": 256}, moment="2026-12-23T12:30:00+09:00") as page:
        page.wait_for_load_state("networkidle")
        page.evaluate(OPEN_ALL)
        assert not scrolls(page)
        assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("path", ["", "orders/invoice/", "contact/", "settlement/fees/"])
def test_letters_of_twice_the_size_fit(open_page, path):
    with open_page(path, viewport={"width": PHONE, "height": 900}) as page:
        sizes = {"standard": 32, "fixed": 26}  # what a reader sets in the browser; Chromium's own are 16 and 13
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
        page.wait_for_function("getComputedStyle(document.documentElement).fontSize === '40px'")
        assert not scrolls(page)
        assert page.evaluate(CLIPPED) == []


def test_canary_a_wide_word_and_a_cut_text_are_found(open_page):
    with open_page("orders/", viewport={"width": ZOOMED, "height": 256}, bypass_csp=True) as page:
        page.evaluate(
            "document.querySelector('.sh-lead').innerHTML = '<span class=nb>' + '가나 '.repeat(40) + '</span>'"
        )
        assert scrolls(page)
        page.add_style_tag(content=".sh-lead { overflow: hidden }")
        assert not scrolls(page)
        assert any("가나 가나" in line for line in page.evaluate(CLIPPED))


# Shapes that are nothing but a background vanish in forced colours; a border, an own colour or letters stay.
SHAPES = """
(isForced) => {
  const clear = (colour) => /^rgba\\(.*, 0\\)$|^transparent$/.test(colour);
  const canvas = getComputedStyle(document.documentElement.appendChild(Object.assign(document.createElement('i'), { hidden: true }))).backgroundColor;
  const paper = isForced ? 'rgb(255, 255, 255)' : '';
  const found = [];
  for (const node of document.querySelectorAll('body *')) {
    if (!node.checkVisibility({ visibilityProperty: true }) || node.closest('.vh, svg, .md-search')) continue;
    for (const pseudo of ['', '::before', '::after']) {
      const style = getComputedStyle(node, pseudo || undefined);
      if (pseudo ? style.content === 'none' || !/^""$/.test(style.content) : node.childNodes.length || !node.clientWidth) continue;
      if (pseudo && (style.display === 'none' || parseFloat(style.width) < 1)) continue;
      const bordered = ['Top', 'Right', 'Bottom', 'Left'].some((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none');
      const filled = !clear(style.backgroundColor) && style.backgroundColor !== paper;
      const masked = style.maskImage !== 'none';
      if (isForced ? !bordered && !filled : filled && !bordered) found.push(`${node.tagName.toLowerCase()}.${node.className}${pseudo}${masked ? ' (icon)' : ''}`);
    }
  }
  return [...new Set(found)];
}
"""


def lost_in_forced_colours(page) -> list[str]:
    """Shapes that stand there in ordinary colours and are gone in forced ones."""
    there = set(page.evaluate(SHAPES, False))
    page.emulate_media(forced_colors="active")
    gone = set(page.evaluate(SHAPES, True))
    return sorted(there & gone)


@pytest.mark.parametrize("path", ["", "orders/invoice/", "contact/", "settlement/cycle/", "settlement/fees/"])
def test_in_forced_colours_nothing_vanishes(open_page, path):
    with open_page(path, viewport={"width": DESK, "height": 900}, moment="2026-12-23T10:40:00+09:00") as page:
        page.wait_for_load_state("networkidle")
        assert lost_in_forced_colours(page) == []
        borders = page.evaluate("""[...document.querySelectorAll('button, input, select, .sh-btn')]
          .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.innerText?.trim())
          .filter((node) => getComputedStyle(node).borderTopStyle === 'none').map((node) => node.outerHTML.slice(0, 120))""")
        assert borders == []


def test_canary_a_shape_made_of_background_alone_is_found(open_page):
    with open_page("orders/", bypass_csp=True) as page:
        page.add_style_tag(
            content=".sh-lead::before { content: ''; display: block; width: 9px; height: 9px; background: #0d4768 }"
        )
        assert lost_in_forced_colours(page) == ["p.sh-lead::before"]


MOVING = """
[...document.querySelectorAll('body, body *')].flatMap((node) => ['', '::before', '::after'].map((pseudo) => [node, getComputedStyle(node, pseudo || undefined)]))
  .filter(([, style]) => [style.transitionDuration, style.animationName === 'none' ? '0s' : style.animationDuration].some((times) => times.split(', ').some((time) => parseFloat(time) > 0)))
  .map(([node]) => node.className || node.tagName)
"""


@pytest.mark.parametrize("path", ["", "orders/invoice/", "contact/", "settlement/fees/"])
def test_nothing_moves_for_who_wants_no_motion(open_page, path):
    with open_page(path, reduced_motion="reduce", bypass_csp=True) as page:
        page.wait_for_load_state("networkidle")
        assert page.evaluate(MOVING) == []
        page.add_style_tag(content=".sh-brand { transition: color 1s !important }")
        assert page.evaluate(MOVING) == ["md-header__button md-logo sh-brand"] or "sh-brand" in page.evaluate(MOVING), (
            "canary"
        )
