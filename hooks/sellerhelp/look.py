"""The files that give the site its look: one style sheet, one font, scripts that may be cached for ever.

Names carry a hash of the content, so that a browser never mixes two releases.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sellerhelp.bundle import bundled
from sellerhelp.script import bare
from sellerhelp.type.subset import face_css

FOLDER = "assets/sellerhelp"
# With each comes what it imports at once, in one file; the rest when a page needs it.
ENTRIES = ("main.js", "values/value.js")
# tokens first, print last: later rules win where both are of one weight.
SHEETS = (
    "css/tokens.css",
    "css/base.css",
    "css/layout.css",
    "css/parts.css",
    "css/search.css",
    "css/tools.css",
    "css/books.css",
    "css/notices.css",
    "css/changes.css",
    "css/print.css",
)
# What few pages need comes with those alone. Each sheet's part of "more" is for one kind of block, with the class below.
APART = {
    "more": (
        "css/dated.css",
        "css/calc.css",
        "css/glossary.css",
        "css/checklist.css",
        "css/drawing.css",
        "css/lists.css",
    ),
    "feedback": ("css/feedback.css",),
    "writers": ("css/writers.css",),
}
_MORE = re.compile("sh-(?:dated|calc|glossary|checklist|drawing|catalogue|archive|changes)")


@dataclass(frozen=True)
class Look:
    """files: address below the site's root -> content. style, script, worker, font: addresses ("" without a font).

    apart: the address of each sheet that only some pages link, by its name.
    """

    files: dict[str, bytes]
    style: str
    apart: dict[str, str]
    script: str
    worker: str
    font: str

    def has_more(self, content: str) -> bool:
        """Says whether a page's content has a block that the sheet "more" is for."""
        return bool(_MORE.search(content))


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
    apart = {name: "".join(compact(sources[part].decode()) for part in parts) for name, parts in APART.items()}
    style = (theme("".join((own, *apart.values()))) + own).encode()
    style_address = f"{FOLDER}/look.{short_hash(style)}.css"
    files[style_address] = style
    addresses = {name: f"{FOLDER}/{name}.{short_hash(sheet.encode())}.css" for name, sheet in apart.items()}
    files.update({addresses[name]: sheet.encode() for name, sheet in apart.items()})
    scripts = {name: body.encode() for name, body in _joined(sources).items()}
    # All modules move together: one changed module renames the folder, and imports stay relative.
    named = [part for name in sorted(scripts) for part in (name.encode(), scripts[name])]
    folder = f"{FOLDER}/js-{short_hash(*named)}"
    files.update({f"{folder}/{name}": body for name, body in scripts.items()})
    return Look(
        files,
        style_address,
        addresses,
        f"{folder}/{ENTRIES[0]}",
        f"{folder}/search/worker.js",
        font_address,
    )


def _joined(sources: Mapping[str, bytes]) -> dict[str, str]:
    """The modules as the browser gets them; the lines of a joined one are no longer those of a source."""
    modules = {name: body.decode() for name, body in sources.items() if name.endswith(".js")}
    for at, entry in enumerate(ENTRIES):
        modules = bundled(modules, entry, ENTRIES[:at]) if entry in modules else modules
    modules = {name: bare(module) for name, module in modules.items()}
    return modules | {name: re.sub(r"\n+", "\n", modules[name]) for name in ENTRIES if name in modules}


def short_hash(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:10]


# What may lose the white space around it; a string is matched first, and stays. "+", "-" and "(" need theirs in calc().
_TIGHT = re.compile(r"""("[^"]*"|'[^']*')|;?\s*(})\s*|\s*([{;,>])\s*|(:)\s+|\s+""")


def compact(css: str) -> str:
    """Drops comments, white space that says nothing, the last semicolon of a rule."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return _TIGHT.sub(lambda found: next((one for one in found.groups() if one), " "), css.strip())
