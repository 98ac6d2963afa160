"""What a drawing may be made of: shapes and words with presentation attributes, in the look's colours.

A strict policy refuses styles, dark screens need known colours, and presses know no fonts but the book's.
"""

from __future__ import annotations

from collections.abc import Mapping

WORDS = frozenset({"text", "tspan"})
# The drawing's own names give way to the text alternative that stands in the page.
NAMES = frozenset({"title", "desc"})
SHAPES = frozenset({"g", "rect", "circle", "ellipse", "line", "path", "polyline", "polygon"})
ELEMENTS = frozenset({"svg"}) | WORDS | NAMES | SHAPES
PAINT = ("fill", "stroke")
ATTRIBUTES = frozenset(
    [
        "x",
        "y",
        "width",
        "height",
        "rx",
        "ry",
        "cx",
        "cy",
        "r",
        "x1",
        "y1",
        "x2",
        "y2",
        "d",
        "points",
        "transform",
        "dx",
        "dy",
        "viewBox",
        "font-size",
        "font-weight",
        "font-family",
        "text-anchor",
        "letter-spacing",
        "dominant-baseline",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-dasharray",
        "opacity",
        "fill-opacity",
        "stroke-opacity",
        "fill-rule",
    ]
)
# The look's colours on white paper; css/drawing.css gives each its dark one.
COLOURS: Mapping[str, str] = {
    "#13202a": "글과 선",
    "#0d4768": "남색",
    "#d4521c": "감색",
    "#55666f": "흐린 글",
    "#a9b7bf": "옅은 선",
    "#e6eef3": "옅은 바탕",
    "#fbeadf": "옅은 감색 바탕",
    "#ffffff": "흰색",
}
NO_COLOUR = "none"
PHONE = 358  # CSS px: what a phone of 390 px leaves for a drawing
SMALLEST = 11.0  # CSS px: the smallest letters that a phone may show
WIDEST = 640
DEFAULT_SIZE = 16.0
