"""What is seen: golden pictures of the sample's pages on phones and desks, light and dark, and on paper."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops

from tests.browser.conftest import ROOT, opened
from tests.browser.golden import FOLDER, IS_RENEWED, MOMENT, RENEW, search, settled

PICTURES = FOLDER / "pictures"
VERSION = PICTURES / "chromium.txt"
PHONE, DESK = {"width": 390, "height": 1500}, {"width": 1280, "height": 1100}
NEAR = 56  # of 255: letters' edges lie a little otherwise on another machine
SHARE = 0.002  # of all points that may differ more

PAGES = {
    "front": ("", None),
    "manual": ("orders/send/", None),
    "questions": ("orders/faq/", None),
    "contact": ("contact/", None),
    "calculator": ("settlement/days/", None),
    "missing": ("404.html", None),
    "search": ("orders/send/", search),
}
DARK = ("front", "manual", "contact")
STATES = [(name, size, "light") for name in PAGES for size in ("390", "1280")]
STATES += [(name, size, "dark") for name in DARK for size in ("390", "1280")] + [("manual", "794", "print")]


def shot(browser, address: str, name: str, size: str, scheme: str) -> Image.Image:
    path, act = PAGES[name]
    window = {"390": PHONE, "1280": DESK, "794": {"width": 794, "height": 1900}}[size]
    options = {"viewport": window, "moment": MOMENT, "reduced_motion": "reduce"}
    colours = scheme if scheme != "print" else "light"
    with opened(browser, address + path, color_scheme=colours, needs_font=True, **options) as page:
        settled(page)
        if scheme == "print":
            page.emulate_media(media="print")
        if act:
            act(page)
        page.evaluate("document.fonts.ready")
        return Image.open(io.BytesIO(page.screenshot(caret="hide", animations="disabled"))).convert("RGB")


def differing(one: Image.Image, other: Image.Image) -> tuple[float, Image.Image]:
    """The share of points that differ by more than NEAR in some colour, and where, in red on what is there now."""
    bands = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    mask = most.point(lambda value: 255 if value > NEAR else 0)
    shown = Image.composite(
        Image.new("RGB", one.size, "#e0002a"), Image.blend(other, Image.new("RGB", one.size, "white"), 0.6), mask
    )
    return mask.histogram()[255] / (one.width * one.height), shown


def version_note(browser) -> str:
    """What to know when the pictures were made by another Chromium."""
    kept, here = VERSION.read_text().strip(), browser.version.split(".")[0]
    return "" if kept == here else f" 그림은 크로미엄 {kept}에서 만들었고 여기는 {here}이라 다를 수 있어요."


@pytest.mark.parametrize(("name", "size", "scheme"), STATES)
def test_pages_look_as_before(browser, sample_url, name, size, scheme):
    seen = shot(browser, sample_url, name, size, scheme)
    golden = PICTURES / f"{name}-{size}-{scheme}.webp"
    if IS_RENEWED:
        golden.parent.mkdir(exist_ok=True)
        seen.quantize(256, dither=Image.Dither.NONE).convert("RGB").save(golden, lossless=True, method=6)
        VERSION.write_text(browser.version.split(".")[0] + "\n")
    kept = Image.open(golden).convert("RGB")
    assert kept.size == seen.size
    share, picture = differing(kept, seen)
    if share > SHARE:
        where = ROOT / ".cache" / "pictures" / f"{golden.stem}.png"
        where.parent.mkdir(parents=True, exist_ok=True)
        picture.save(where)
        pytest.fail(
            f"{golden.stem}: 점 {share:.2%}가 달라요. .cache/pictures/{where.name}를 보세요. {RENEW}{version_note(browser)}",
            pytrace=False,
        )


def test_canary_a_moved_line_and_another_colour_are_seen():
    page = Image.new("RGB", (390, 800), "white")
    page.paste("#13202a", (20, 100, 370, 102))
    moved, faded, close = (Image.new("RGB", page.size, "white") for _ in range(3))
    moved.paste("#13202a", (20, 104, 370, 106))
    faded.paste("#748794", (20, 100, 370, 102))
    close.paste("#1a2832", (20, 100, 370, 102))
    assert differing(page, page)[0] == 0 == differing(page, close)[0]
    assert differing(page, moved)[0] > SHARE
    assert differing(page, faded)[0] > SHARE


def test_all_golden_pictures_together_stay_small_and_none_is_left_over():
    files = sorted(PICTURES.glob("*.webp"))
    assert [file.stem for file in files] == sorted("-".join(state) for state in STATES)
    assert sum(file.stat().st_size for file in files) <= 1_500_000
