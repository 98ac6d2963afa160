"""A drawing alone in its paragraph, ![설명](img/flow.svg), is written into the page itself.

As a part of the page it takes the page's font and colours, light and dark, and costs no request.
"""

from __future__ import annotations

import copy
import xml.etree.ElementTree as etree
from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from sellerhelp.drawings.reader import Drawing


class DrawingExtension(Extension):
    """find: an address as it is written on the page that is parsed -> the drawing, or None."""

    def __init__(self, find: Callable[[str], Drawing | None]):
        super().__init__()
        self.find = find

    def extendMarkdown(self, md: Markdown) -> None:
        # Below our rules of prose (11 and more), a drawing's words are no prose, and below attribute lists (8).
        md.treeprocessors.register(_Place(md, self.find), "drawing", 7)


class _Place(Treeprocessor):
    def __init__(self, md: Markdown, find: Callable[[str], Drawing | None]):
        super().__init__(md)
        self.find = find

    def run(self, root: etree.Element) -> None:
        for paragraph in root.iter("p"):
            image = _lonely_image(paragraph)
            drawing = self.find(image.get("src", "")) if image is not None else None
            # Without words for those who do not see it, it stays an image: the gate asks for them.
            if image is not None and drawing and image.get("alt", "").strip():
                _write(paragraph, drawing, image.get("alt", ""))


def _lonely_image(paragraph: etree.Element) -> etree.Element | None:
    if len(paragraph) != 1 or paragraph[0].tag != "img":
        return None
    around = (paragraph.text or "") + (paragraph[0].tail or "")
    return None if around.strip() else paragraph[0]


def _write(paragraph: etree.Element, drawing: Drawing, words: str) -> None:
    svg = copy.deepcopy(drawing.root)
    svg.set("xmlns", "http://www.w3.org/2000/svg")
    svg.set("role", "img")
    title = etree.Element("title")
    title.text = words
    svg.insert(0, title)
    tail = paragraph.tail
    paragraph.clear()
    paragraph.tag, paragraph.tail = "figure", tail
    paragraph.set("class", "sh-drawing")
    paragraph.append(svg)
