"""The files that give the site its look: one style sheet, one font, scripts that may be cached for ever.

Names carry a hash of the content, so that a browser never mixes two releases.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sellerhelp.script import bare
from sellerhelp.type.subset import face_css

FOLDER = "assets/sellerhelp"
# tokens first, print last: later rules win where both are of one weight.
SHEETS = (
    "css/tokens.css",
    "css/base.css",
    "css/layout.css",
    "css/parts.css",
    "css/search.css",
    "css/tools.css",
    "css/drawing.css",
    "css/books.css",
    "css/notices.css",
    "css/checklist.css",
    "css/changes.css",
    "css/feedback.css",
    "css/writers.css",
    "css/print.css",
)


@dataclass(frozen=True)
class Look:
    """files: address below the site's root -> content. style, script, notices, worker, font: addresses ("" without a font)."""

    files: dict[str, bytes]
    style: str
    script: str
    worker: str
    font: str


def make_look(
    sources: Mapping[str, bytes], font: bytes | None, licence: bytes, theme: Callable[[str], str] = lambda own: ""
) -> Look:
    """Builds the look.

    sources: the style sheets and scripts by their path below assets/sellerhelp/.
    font: a WOFF2 file, or None for the reader's own fonts.
    theme: gives what goes before our style sheet, which it is told.
    """
    files: dict[str, bytes] = {}
    face = ""
    font_address = ""
    if font:
        font_address = f"{FOLDER}/fonts/sh-sans.{short_hash(font)}.woff2"
        files[font_address] = font
        files[f"{FOLDER}/fonts/LICENSE.txt"] = licence
        face = face_css(font_address.removeprefix(FOLDER + "/"))
    own = face + "\n".join(compact(sources[name].decode()) for name in SHEETS)
    style = (theme(own) + own).encode()
    style_address = f"{FOLDER}/look.{short_hash(style)}.css"
    files[style_address] = style
    scripts = {name: bare(body.decode()).encode() for name, body in sources.items() if name.endswith(".js")}
    # All modules move together: one changed module renames the folder, and imports stay relative.
    named = [part for name in sorted(scripts) for part in (name.encode(), scripts[name])]
    folder = f"{FOLDER}/js-{short_hash(*named)}"
    files.update({f"{folder}/{name}": body for name, body in scripts.items()})
    return Look(
        files,
        style_address,
        f"{folder}/main.js",
        f"{folder}/search/worker.js",
        font_address,
    )


def short_hash(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:10]


def compact(css: str) -> str:
    """Drops comments and the white space of line ends; strings in our sheets hold neither."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return "\n".join(line.strip() for line in css.splitlines() if line.strip())
