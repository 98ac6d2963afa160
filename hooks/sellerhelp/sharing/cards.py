"""Pictures for links to the site (Open Graph), one a manual, and the site's sign in the sizes that phones ask for.

Drawn by Typst, which sets the books; the same words give the same bytes.
"""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sellerhelp.look import FOLDER, short_hash
from sellerhelp.memory import key_of

WIDTH, HEIGHT = 1200, 630
_CARD = Path(__file__).parent / "card.typ"
_ICON = """#set page(width: 512pt, height: 512pt, margin: 0pt, fill: {fill})
#align(center + horizon, image(bytes(sys.inputs.sign), width: {width}pt))"""
# Few flat colours and the shades between them: a palette of these is a third of the bytes, and nobody sees it.
_COLOURS = 64
_RECIPE = "1"


@dataclass(frozen=True)
class Card:
    """What a picture says. sign: an SVG. number: of the manual, or ""."""

    site: str
    number: str
    title: str
    lead: str
    sign: str


class Studio:
    """Draws pictures, or takes them from where they were kept. cache: a folder; the books' font lies in fonts."""

    def __init__(self, cache: Path, fonts: Path):
        self.cache, self.fonts = cache, fonts

    def card(self, name: str, card: Card) -> tuple[str, bytes]:
        """Returns the address below the site's root, which carries the picture's hash, and the PNG."""
        from sellerhelp.book.keep_all import hold  # why: pages that are built alone only name the pictures

        said = {"site": card.site, "number": card.number, "title": card.title, "lead": card.lead}
        data = self._drawn(
            _CARD.read_text("utf-8"), {**{key: hold(text) for key, text in said.items()}, "sign": card.sign}
        )
        return f"{FOLDER}/cards/{name}.{short_hash(data)}.png", data

    def icon(self, svg: str, size: int, fill: str = "none") -> bytes:
        """Returns a square PNG of the sign; with a fill it stands in the middle of it, as masks of phones need."""
        return self._drawn(_ICON.format(fill=fill, width=512 if fill == "none" else 352), {"sign": svg}, size)

    def _drawn(self, source: str, inputs: Mapping[str, str], size: int = 0) -> bytes:
        key = key_of(_RECIPE, _version(), source, *inputs.values(), str(size))
        path = self.cache / f"{key}.png"
        kept = path.read_bytes() if path.is_file() else b""
        if kept.endswith(b"IEND\xaeB`\x82"):
            return kept
        data = _small(self._typeset(source, inputs), size)
        self.cache.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(data)
        part.replace(path)
        return data

    def _typeset(self, source: str, inputs: Mapping[str, str]) -> bytes:
        import typst

        from sellerhelp.book.keep_all import hold

        return typst.compile(
            hold(source).encode(), font_paths=self._faces, sys_inputs=dict(inputs), format="png", ppi=72
        )

    @cached_property
    def _faces(self) -> Any:
        """The typesetter's fonts, read once for all pictures."""
        import typst  # why: a build with everything kept never needs it

        from sellerhelp.book.face import press_font

        folder = str(press_font(self.fonts))
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def drawn_large(icon: str) -> str:
    """Returns one of the site's own icons with the colours and lines that its style sheet gives it elsewhere."""
    lines = '<svg fill="none" stroke="#2f6d92" stroke-width="1" stroke-linecap="round" stroke-linejoin="round" '
    return icon.replace("<svg ", lines, 1).replace('class="sh-pic__dot"', 'fill="#f0874f" stroke="none"')


def _version() -> str:
    from importlib.metadata import version

    return f"{version('typst')} {version('Pillow')}"


def _small(png: bytes, size: int) -> bytes:
    from PIL import Image

    image = Image.open(io.BytesIO(png)).convert("RGBA")
    if size:
        image = image.resize((size, size), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()
