"""The typeface of the books: the committed variable font with a second place for each syllable."""

from __future__ import annotations

import hashlib
import os
import struct
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise, repeat
from pathlib import Path
from typing import Any

from sellerhelp.book.keep_all import FIRST, LAST, PLANE, ROOM, ROOMY, ROOMY_LETTERS, TIE
from sellerhelp.type.subset import SOURCE

# The licence reserves the name of the original for unmodified copies.
FAMILY = "SH Book"
# Family names as people see them, and PostScript names, which have no spaces (OpenType, name).
_NAMES = {1: FAMILY, 4: FAMILY, 16: FAMILY, 3: "SHBook", 6: "SHBook", 25: "SHBook"}
# Changes whenever the recipe below does, so that no old file is used again.
_RECIPE = "6"
# Drawn as the space, but a glyph of its own: one glyph says one letter when it is copied. The font has it for this one.
_TIE = 0x2007


@dataclass(frozen=True)
class Face:
    """What the stages before the press must know of the typeface.

    glyphs: the code points that it can show. advances: code point -> width in thousandths of the
    size, at the regular weight.
    """

    glyphs: frozenset[int]
    advances: dict[int, int]

    def width(self, text: str) -> float:
        """Returns the width of a text in ems; letters without a glyph count as one em."""
        return sum(map(self.advances.get, map(ord, text), repeat(1000))) / 1000


@cache
def read_face() -> Face:
    """Reads the committed font's coverage and widths (Pretendard, SIL Open Font License 1.1)."""
    from fontTools.ttLib import TTFont

    font = TTFont(SOURCE, lazy=True)
    unit, metrics, cmap = font["head"].unitsPerEm, font["hmtx"], font.getBestCmap()
    # The same few letters serve all books: a plain dict beats asking the font each time.
    advances = {code: round(metrics[name][0] * 1000 / unit) for code, name in cmap.items()}
    return Face(frozenset(cmap), advances | {ord(TIE): advances[ord(" ")]})


def press_font(folder: Path) -> Path:
    """Returns a folder that holds the font for the press and nothing else; made once, named by what it is made of.

    The weights stay an axis: the press cuts the instances that it needs, with the letters that it needs.
    """
    target = folder / f"face-{face_digest()}"
    path = target / "sh-book.ttf"
    if not path.is_file():
        target.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        _write(part)
        part.replace(path)
    return target


@cache
def face_digest() -> str:
    """Returns what changes with the typeface and with how it is made."""
    return hashlib.sha256(f"{_RECIPE} {ROOM}".encode() + SOURCE.read_bytes()).hexdigest()[:16]


def _write(path: Path) -> None:
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    # Outlines stay as they lie in the file: to take all of them apart and write them again takes eight seconds.
    font = TTFont(SOURCE, lazy=True, recalcTimestamp=False, recalcBBoxes=False)
    # Nor do the glyphs' own names, which would be read and written for some that nobody asks for.
    font.setGlyphOrder([f"glyph{number}" for number in range(font["maxp"].numGlyphs)])
    letters = font.getBestCmap()
    tie, space = font.getGlyphID(letters[_TIE]), font.getGlyphID(letters[ord(" ")])
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = letters | {PLANE + code - FIRST: name for code, name in letters.items() if FIRST <= code <= LAST}
    table.cmap |= {ord(TIE): letters[_TIE]}
    font["hmtx"][letters[_TIE]] = font["hmtx"][letters[ord(" ")]]
    pairs = [(code, letters[code]) for code in ROOMY_LETTERS if code in letters]
    table.cmap |= {ROOMY + code: _roomy(name) for code, name in pairs}
    tables = {
        "gvar": with_like(font.reader["gvar"], tie, space, more=len(pairs)),
        **_with_copies(font, [font.getGlyphID(name) for _, name in pairs]),
    }
    more = ROOM * font["head"].unitsPerEm // 1000
    sizes = {_roomy(name): (font["hmtx"][name][0] + more, font["hmtx"][name][1]) for _, name in pairs}
    font.setGlyphOrder([*font.getGlyphOrder(), *sizes])
    font["hmtx"].metrics |= sizes
    for name, data in tables.items():
        font[name] = DefaultTable(name)
        font[name].data = data
    font["cmap"].tables = [table]
    for record in list(font["name"].names):
        own = _NAMES.get(record.nameID)
        if record.nameID >= 256:  # the names of the weights
            own = str(record).replace("PretendardVariable", "SHBook").replace("Pretendard", "SHBook")
        if own:
            font["name"].setName(own, record.nameID, record.platformID, record.platEncID, record.langID)
    font.save(path, reorderTables=None)


def _roomy(name: str) -> str:
    return f"{name}.roomy"


def _with_copies(font: Any, glyphs: list[int]) -> dict[str, bytes]:
    """Returns the tables of outlines with one more for each glyph, which draws that glyph: 16 bytes, not 300.

    A composite of one part at its place (OpenType, glyf); the part varies, and its copy with it. The names of the glyphs
    go: nothing asks for them in the finished font.
    """
    outlines, places = font.reader["glyf"], font.reader["loca"]
    outlines += bytes(-len(outlines) % 4)
    # ARG_1_AND_2_ARE_XY_VALUES, at 0, 0; its bounds are those of its part.
    start = struct.unpack(f">{len(places) // 4}L", places)
    parts = [struct.pack(">h", -1) + outlines[start[one] + 2 : start[one] + 10].ljust(8, b"\0")
             + struct.pack(">HHbb", 0x0002, one, 0, 0) for one in glyphs]  # fmt: skip
    size = len(outlines)
    more = struct.pack(f">{len(parts)}L", *(size + 16 * number for number in range(1, len(parts) + 1)))
    return {
        "glyf": outlines + b"".join(parts),
        "loca": struct.pack(f">{len(start)}L", *start[:-1], size) + more,
        "post": struct.pack(">L", 0x00030000) + font.reader["post"][4:32],
    }


def with_like(gvar: bytes, glyph: int, model: int, more: int = 0) -> bytes:
    """Returns a table of glyph variations in which one glyph varies as another does (OpenType, gvar).

    more: glyphs at the end that do not vary by themselves.
    """
    count, flags, start = struct.unpack_from(">HHL", gvar, 12)
    is_long = flags & 1
    form, unit = (f">{count + 1}L", 1) if is_long else (f">{count + 1}H", 2)
    at = [offset * unit for offset in struct.unpack_from(form, gvar, 20)]
    blobs = [gvar[start + one : start + end] for one, end in pairwise(at)]
    blobs[glyph] = blobs[model]
    blobs += [b""] * more
    offsets = [0, *accumulate(map(len, blobs))]
    table = struct.pack(f">{len(offsets)}{form[-1]}", *(offset // unit for offset in offsets))
    # What the glyphs share stands between the offsets and what they point at.
    (shared,) = struct.unpack_from(">L", gvar, 8)
    grown = 20 + len(table) - shared
    head = gvar[:8] + struct.pack(">LHHL", shared + grown, len(blobs), flags, start + grown)
    return head + table + gvar[shared:start] + b"".join(blobs)
