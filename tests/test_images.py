"""Writers' pictures: a lighter copy that looks the same, and tags that use it and wait."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image
from sellerhelp.images.lighter import lighter
from sellerhelp.images.markup import with_lighter

from tests.random_edits import built, difference, make_site


def screen(kind: str = "PNG", size: tuple[int, int] = (300, 200), **options) -> bytes:
    """A picture as a screen is: flat areas, and writing in between."""
    dice = random.Random(1)
    picture = Image.new(options.pop("mode", "RGB"), size, "white")
    for _ in range(300):
        x, y = dice.randrange(size[0]), dice.randrange(size[1])
        picture.paste(dice.choice(["black", "navy", "tomato"]), (x, y, x + dice.randrange(1, 9), y + 2))
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "1"])
def test_a_screen_loses_bytes_and_no_point(tmp_path, mode):
    data = screen(mode="RGB") if mode == "RGB" else _as(mode)
    copy = lighter(data, tmp_path)
    assert copy and len(copy) <= 0.9 * len(data)
    first, second = (Image.open(io.BytesIO(one)).convert("RGBA") for one in (data, copy))
    assert Image.open(io.BytesIO(copy)).format == "WEBP"
    assert first.tobytes() == second.tobytes()


def _as(mode: str) -> bytes:
    out = io.BytesIO()
    Image.open(io.BytesIO(screen())).convert(mode).save(out, "PNG")
    return out.getvalue()


def test_a_photograph_stays_the_way_up_that_it_is(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    data = screen("JPEG", quality=97, exif=exif.tobytes())
    assert Image.open(io.BytesIO(lighter(data, tmp_path))).size == (200, 300)


def test_what_gains_nothing_or_is_no_picture_has_no_copy(tmp_path):
    out = io.BytesIO()
    Image.frombytes("RGB", (64, 64), random.Random(2).randbytes(64 * 64 * 3)).save(out, "JPEG", quality=20)
    moving = io.BytesIO()
    Image.new("RGB", (9, 9)).save(moving, "PNG", save_all=True, append_images=[Image.new("RGB", (9, 9), "red")])
    for data in (out.getvalue(), moving.getvalue(), b"", b"no picture", screen()[:200]):
        assert lighter(data, tmp_path) is None
        assert lighter(data, tmp_path) is None


def test_a_damaged_copy_is_made_anew(tmp_path):
    copy = lighter(screen(), tmp_path)
    (path,) = tmp_path.iterdir()
    for spoilt in (b"", path.read_bytes()[:-1], path.read_bytes()[:30] + b"\0" + path.read_bytes()[31:]):
        path.write_bytes(spoilt)
        assert lighter(screen(), tmp_path) == copy


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<img src="a.png">', '<picture><source srcset="a.png.webp" type="image/webp"><img loading="lazy" decoding="async" src="a.png"></picture>'),
        ("<IMG SRC=a.png />", '<picture><source srcset="a.png.webp" type="image/webp"><img loading="lazy" decoding="async" SRC=a.png /></picture>'),
        ('<img alt="a > b" src="b.gif">', '<img loading="lazy" decoding="async" alt="a > b" src="b.gif">'),
        ('<img loading="eager" src="b.gif">', '<img decoding="async" loading="eager" src="b.gif">'),
        ('<picture><source srcset="x"><img src="a.png"></picture>', '<picture><source srcset="x"><img src="a.png"></picture>'),
        ("<p>그림이 없어요.</p>", "<p>그림이 없어요.</p>"),
        ('<img src="&quot;&lt;b&gt;, c.png">', '<picture><source srcset="&#34;&lt;b&gt;%2C%20c.png.webp" type="image/webp"><img loading="lazy" decoding="async" src="&quot;&lt;b&gt;, c.png"></picture>'),
    ],
)  # fmt: skip
def test_a_tag_waits_and_has_its_lighter_file_beside_it(html, shown):
    assert with_lighter(html, lambda source: f"{source}.webp" if source.endswith(".png") else None) == shown


def test_a_site_shows_a_screen_in_both_forms(tmp_path):
    site = make_site(tmp_path / "tree", 1)
    page = site.root / "docs" / "orders" / "invoice.md"
    (page.parent / "screen.png").write_bytes(screen())
    text = "\n\n![송장수정 단추가 있는 화면](screen.png){ width=300 height=200 }\n"
    page.write_text(page.read_text("utf-8") + text, "utf-8")
    quick = built(site, tmp_path / "quick", True)
    assert difference(quick, built(site, tmp_path / "plain", False)) == "" and not quick["stopped"], quick["said"]
    html = (tmp_path / "quick" / "orders" / "invoice" / "index.html").read_text("utf-8")
    tag = html[html.index("<picture>") : html.index("</picture>")]
    assert 'srcset="../screen.png.webp"' in tag and 'src="../screen.png"' in tag and 'loading="lazy"' in tag
    copy = (tmp_path / "quick" / "orders" / "screen.png.webp").read_bytes()
    assert len(copy) < len((tmp_path / "quick" / "orders" / "screen.png").read_bytes())
