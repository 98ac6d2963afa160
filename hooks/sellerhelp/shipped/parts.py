"""The parts that readers' browsers get, beside our own; kept by hand, held to the tree by tests/test_shipped.py."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Part:
    """licence: its SPDX name, also of the file in texts/. version: "" where the theme's bundle does not tell it.

    url: where it comes from. where: what of the site holds it. package: of the lock, or "".
    """

    name: str
    licence: str
    holders: tuple[str, ...]
    url: str
    where: str
    package: str = ""
    version: str = ""


_BUNDLE = "assets/javascripts/bundle.*.min.js"
PARTS = (
    Part("Material for MkDocs", "MIT", ("2016-2025 Martin Donath",), "https://squidfunk.github.io/mkdocs-material/",
         "assets/javascripts/, assets/stylesheets/, HTML", "mkdocs-material"),
    Part("clipboard.js", "MIT", ("Zeno Rocha",), "https://clipboardjs.com/", _BUNDLE),
    Part("escape-html", "MIT", ("2012-2013 TJ Holowaychuk", "2015 Andreas Lubbe", '2015 Tiancheng "Timothy" Gu'),
         "https://github.com/component/escape-html", _BUNDLE),
    Part("focus-visible", "W3C-20150513", ("WICG",), "https://github.com/WICG/focus-visible", _BUNDLE),
    Part("RxJS", "Apache-2.0", ("2015-2018 Google, Inc., Netflix, Inc., Microsoft Corp. and contributors",),
         "https://rxjs.dev/", _BUNDLE),
    Part("tslib", "0BSD", ("Microsoft Corporation",), "https://github.com/microsoft/tslib", _BUNDLE),
    Part("material-design-color", "MIT", ("Denis Malinochkin",), "https://github.com/mrmlnc/material-color",
         "assets/stylesheets/"),
    Part("Octicons", "MIT", ("GitHub Inc.",), "https://primer.style/octicons", "drawings in HTML and style sheets"),
    Part("Pretendard, cut as SH Sans and SH Book", "OFL-1.1", ("2021, Kil Hyung-jin",),
         "https://github.com/orioncactus/pretendard", "assets/sellerhelp/fonts/, books/, cards/"),
)  # fmt: skip


def licence_text(part: Part, font: str) -> str:
    """Returns the text of a part's licence. font: the text that came with the font."""
    return font if part.licence == "OFL-1.1" else (TEXTS / f"{part.licence}.txt").read_text("utf-8")
