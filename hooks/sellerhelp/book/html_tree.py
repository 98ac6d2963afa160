"""Finished HTML as a tree of elements; what only a screen can show is left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
# The end tags that HTML lets an author leave out, and what closes them (HTML, 13.1.2.4).
_ENDS = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "tr": {"tr", "td", "th"},
    "td": {"td", "th"}, "th": {"td", "th"}, "option": {"option"},
}  # fmt: skip
_SCREEN_TAGS = frozenset(
    ["script", "style", "template", "noscript", "button", "select", "textarea", "nav", "dialog", "datalist"]
)
# Marks without a glyph that steer shaping and breaking on screens (Default_Ignorable_Code_Point): on paper they
# would be holes, and in copied text poison.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x34F, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070),
     *range(0xFE00, 0xFE10), *range(0xE0000, 0xE1000)]
)  # fmt: skip
# Controls have no place in HTML; the file that carries the text to the press could not hold them.
_INVISIBLE |= dict.fromkeys([*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)])
# Browsers nest 512 deep; what lies deeper than this stands beside its parent, and the reader of blocks refuses it.
_DEEPEST = 80
SCREEN, BOOK = "data-sh-screen", "data-sh-book"


@dataclass
class Element:
    """tag: lower case. attributes: as written; one without a value is "". children: elements and texts in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        return self.get("class").split()

    def has(self, name: str) -> bool:
        """Says whether the element has a class."""
        return name in self.classes

    def elements(self) -> Iterator[Element]:
        """Yields the children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def all(self, test: Callable[[Element], bool]) -> Iterator[Element]:
        """Yields the descendants that pass a test, in document order."""
        for child in self.elements():
            if test(child):
                yield child
            yield from child.all(test)

    def first(self, tag: str) -> Element | None:
        return next(self.all(lambda element: element.tag == tag), None)

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class _TreeBuilder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        while self.open[-1].tag in _ENDS.get(tag, ()):
            self.open.pop()
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID and len(self.open) < _DEEPEST:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # In SVG and in XHTML habits a slash closes; HTML itself would leave <span/> open.
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for position in range(len(self.open) - 1, 0, -1):
            if self.open[position].tag == tag:
                del self.open[position:]
                return

    def handle_data(self, data: str) -> None:
        # Decomposed syllables would neither shape nor copy out as the words they are.
        self.open[-1].children.append(unicodedata.normalize("NFC", data).translate(_INVISIBLE))


def parse(html: str) -> Element:
    """Returns the tree of a piece of HTML below an element named "root"; forgives what browsers forgive."""
    builder = _TreeBuilder()
    builder.feed(html)
    builder.close()
    return builder.root


def is_screen_only(element: Element) -> bool:
    """Says whether an element has no place in print, with all that it holds.

    `data-sh-book` prints what is hidden on screen; `data-sh-screen` does the contrary.
    """
    attributes = element.attributes
    if BOOK in attributes:
        return False
    if SCREEN in attributes or "hidden" in attributes or element.tag in _SCREEN_TAGS:
        return True
    if attributes.get("aria-hidden") == "true":
        return True
    return element.has("vh") or element.has("headerlink") or element.has("footnote-backref")
