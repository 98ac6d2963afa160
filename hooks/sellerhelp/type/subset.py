"""Cuts a variable font down to a set of letters, as WOFF2 (https://www.w3.org/TR/WOFF2/)."""

from __future__ import annotations

import hashlib
import io
import logging
import os
from pathlib import Path

SOURCE = Path(__file__).parent / "pretendard" / "PretendardVariable.ttf"
LICENSE = Path(__file__).parent / "pretendard" / "LICENSE.txt"
# The licence reserves the name Pretendard for unmodified copies.
FAMILY = "SH Sans"
WEIGHTS = (400, 700)
# Changes whenever the recipe below does, so that no old cut is reused.
RECIPE = "4"


def cached_subset(letters: str, folder: Path) -> bytes:
    """Returns the WOFF2 file for a set of letters, from the folder if it was made before.

    The file's name says what it was made of; a damaged file is made again.
    """
    path = folder / f"{_key(letters)}.woff2"
    if path.is_file():
        stored = path.read_bytes()
        if stored[:32] == hashlib.sha256(stored[32:]).digest():
            return stored[32:]
    font = make_subset(letters)
    folder.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(hashlib.sha256(font).digest() + font)
    part.replace(path)
    return font


def _key(letters: str) -> str:
    digest = hashlib.sha256(f"{RECIPE}\n{letters}\n".encode())
    digest.update(hashlib.sha256(SOURCE.read_bytes()).digest())
    return digest.hexdigest()[:32]


def make_subset(letters: str) -> bytes:
    """Cuts the font: letters first, then the weight axis; equal input gives equal bytes."""
    # Imported here: a preview with a warm cache never needs them.
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    font = TTFont(SOURCE, recalcTimestamp=False, lazy=True)
    options = subset.Options(layout_features=["kern", "tnum"], name_IDs=["*"], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS})
    _lighten(font)
    _rename(font)
    font.flavor = "woff2"
    file = io.BytesIO()
    font.save(file, reorderTables=None)
    return file.getvalue()


# Of the em's 2,048 units: a hundredth of a pixel in text of 16 px. The regular weight moves by nothing.
TOLERANCE = 2


def _lighten(font) -> None:  # type: ignore[no-untyped-def]
    """Leaves out the points of the bold that a reader's machine can infer from their neighbours nearly as they are."""
    from fontTools.varLib.iup import iup_delta_optimize

    glyphs, metrics = font["glyf"], font["hmtx"].metrics
    for name, variations in font["gvar"].variations.items():
        points, control = glyphs._getCoordinatesAndControls(name, metrics)
        for variation in variations:
            variation.calcInferredDeltas(points, control.endPts)
            deltas = [(round(x), round(y)) for x, y in variation.coordinates]
            variation.coordinates = iup_delta_optimize(deltas, points, control.endPts, tolerance=TOLERANCE)


def _rename(font) -> None:  # type: ignore[no-untyped-def]
    postscript = FAMILY.replace(" ", "")
    names = {1: FAMILY, 3: f"{postscript}-subset", 4: FAMILY, 6: postscript, 16: FAMILY, 25: postscript}
    table = font["name"]
    for record in list(table.names):
        if record.nameID in names:
            table.setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID not in (0, 2, 5, 7, 8, 9, 10, 11, 13, 14, 17) and record.nameID < 256:
            table.removeNames(nameID=record.nameID)
        elif record.nameID >= 256:  # the PostScript names of the named weights
            text = str(record).replace("PretendardVariable", postscript).replace("Pretendard", postscript)
            table.setName(text, record.nameID, record.platformID, record.platEncID, record.langID)


def face_css(address: str) -> str:
    """Returns the @font-face rule. address: of the WOFF2 file, relative to the style sheet.

    Optional: a font that comes late would move the page under the reader's eyes; it is there on the next page.
    """
    return (
        f'@font-face{{font-family:"{FAMILY}";src:url("{address}") format("woff2");'
        f"font-weight:{WEIGHTS[0]} {WEIGHTS[1]};font-style:normal;font-display:optional}}\n"
    )
