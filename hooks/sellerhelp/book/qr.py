"""QR codes to the live pages, as drawings (ISO/IEC 18004, error correction level M)."""

from __future__ import annotations

from functools import cache

import segno


@cache  # a chapter's code stands in two books
def qr_svg(address: str, ink: str = "#13202a") -> str:
    """Returns an SVG without a quiet zone: the page leaves four modules of white around it.

    Neighbouring modules are one rectangle: printers show seams between single squares.
    """
    # One mask for all codes: to try all eight (ISO/IEC 18004, 7.8.3) took a tenth of the time of a book, and the
    # winner's points of style change nothing for a reader of clean print.
    rows = [bytes(row) for row in segno.make(address, error="m", micro=False, mask=2).matrix]
    path = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                path.append(f"M{x} {y}h{end - x}v1h{x - end}z")
            x = end + 1
    size = len(rows)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path fill="{ink}" d="{"".join(path)}"/></svg>'
