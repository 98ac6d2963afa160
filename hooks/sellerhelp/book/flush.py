"""Drawings that begin where their lines begin: on paper they stand at the edge of the text.

On the site a drawing keeps its room at both sides; below a paragraph of a book it would stand in from the edge.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

from sellerhelp.book.face import Face

_INHERITED = ("text-anchor", "font-size", "fill", "stroke", "stroke-width")
_PAPER = ("#fff", "#ffffff", "white", "none")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
# Paths in absolute coordinates whose numbers come in pairs, or in one for H and V.
_STEPS = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_PAIRS, _SHIFT = frozenset("MLCSQT"), {"middle": 0.5, "end": 1.0}


def flush_left(drawing: bytes, face: Face) -> tuple[bytes, float]:
    """Returns a drawing without the empty strip at its left, and which part of its width is left.

    One that is turned, moved or drawn in steps from place to place stays as it is: 1.0.
    """
    try:
        root = ET.fromstring(drawing)
        left, top, width, height = map(float, root.get("viewBox", "").split())
        edge = min(_edges(root, {}, face), default=left)
    except (ET.ParseError, ValueError):
        return drawing, 1.0
    empty = edge - left
    if not 1 <= empty < width / 2:
        return drawing, 1.0
    box = " ".join(f"{one:g}" for one in (left + empty, top, width - empty, height)).encode()
    part = (width - empty) / width
    drawing = re.sub(rb'viewBox="[^"]*"', b'viewBox="' + box + b'"', drawing, count=1)
    head, close, rest = drawing.partition(b">")
    while b"<svg" not in head:
        more, close, rest = rest.partition(b">")
        head += b">" + more
    shown = rb'(\swidth=")([\d.]+)((?:px)?")'
    head = re.sub(shown, lambda found: found[1] + f"{float(found[2]) * part:g}".encode() + found[3], head, count=1)
    return head + close + rest, part


def _edges(node: ET.Element, above: Mapping[str, str], face: Face) -> Iterator[float]:
    """Yields the left edges of what is drawn. Raises ValueError where they cannot be told."""
    if "transform" in node.attrib or "style" in node.attrib:
        raise ValueError
    now = {**above, **{name: node.attrib[name] for name in _INHERITED if name in node.attrib}}
    has_line = now.get("stroke", "none") != "none"
    half = float(now.get("stroke-width", 1)) / 2 if has_line else 0.0
    if has_line or now.get("fill", "").lower() not in _PAPER:  # a white ground is the paper's
        yield from (edge - half for edge in _own_edges(node, now, face))
    if node.tag.rpartition("}")[2] not in ("text", "defs", "marker"):
        for child in node:
            yield from _edges(child, now, face)


def _own_edges(node: ET.Element, now: Mapping[str, str], face: Face) -> list[float]:
    number = lambda name: float(node.get(name, "0"))  # noqa: E731
    kind = node.tag.rpartition("}")[2]
    if kind == "rect" or kind == "image":
        return [number("x")]
    if kind == "circle" or kind == "ellipse":
        return [number("cx") - number("r" if kind == "circle" else "rx")]
    if kind == "line":
        return [number("x1"), number("x2")]
    if kind in ("polygon", "polyline"):
        return [float(one) for one in _NUMBER.findall(node.get("points", ""))[::2]]
    if kind == "path":
        return _path_edges(node.get("d", ""))
    if kind == "text":
        width = face.width("".join(node.itertext())) * float(now.get("font-size", 16))
        return [number("x") - width * _SHIFT.get(now.get("text-anchor", ""), 0.0)]
    return []


def _path_edges(steps: str) -> list[float]:
    found = []
    for letter, numbers in _STEPS.findall(steps):
        values = [float(one) for one in _NUMBER.findall(numbers)]
        if letter in _PAIRS:
            found += values[::2]
        elif letter == "H":
            found += values
        elif letter not in "VZz":
            raise ValueError
    return found
