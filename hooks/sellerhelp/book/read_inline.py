"""Elements inside a line of text, as inlines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from markupsafe import escape

from sellerhelp.book.document import (
    Anchor,
    Break,
    Code,
    Inline,
    Key,
    Link,
    MenuPath,
    Picture,
    Styled,
    Text,
)
from sellerhelp.book.html_tree import Element, is_screen_only
from sellerhelp.book.trouble import Trouble
from sellerhelp.particle import attach

_STYLES = {
    "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "cite": "emphasis", "dfn": "emphasis",
    "del": "struck", "s": "struck", "ins": "inserted", "u": "inserted", "mark": "mark", "small": "small",
    "sub": "sub", "sup": "sup",
}  # fmt: skip
_NO_PRINT = frozenset(
    ["iframe", "video", "audio", "canvas", "object", "embed", "math", "map", "applet", "frame", "frameset"]
)
# On links whose row tells their page in a column of its own.
QUIET = "data-sh-unpaged"
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")


class InlineReader:
    """Collects while it reads what is wrong, and explained: the ids of the glossary's words that the text explains."""

    def __init__(self) -> None:
        self.troubles: list[Trouble] = []
        self.explained: set[str] = set()

    def read(self, children: Iterable[Element | str]) -> tuple[Inline, ...]:
        """Returns the inlines of some children; white space is collapsed as a browser does."""
        found: list[Inline] = []
        for child in children:
            if isinstance(child, str):
                found.append(Text(_SPACE.sub(" ", child)))
            elif not is_screen_only(child):
                if child.get("id"):
                    found.append(Anchor(child.get("id")))
                found += self._element(child)
        return _joined(found)

    def _element(self, element: Element) -> list[Inline]:
        tag = element.tag
        if tag in _NO_PRINT:
            self.no_print(element)
            return []
        if tag == "br":
            return [Break()]
        if tag in ("img", "svg"):
            return self.picture(element)
        if element.has("sh-path"):
            return [MenuPath(_labels(element))]
        if tag == "kbd":
            return [Key(_words(element))]
        if tag in ("code", "samp", "var", "tt"):
            return [Code(_words(element))]
        if tag == "a":
            return self._link(element)
        children = self.read(element.children)
        if tag == "q":
            return [Text("“"), *children, Text("”")]
        style = _STYLES.get(tag) or ("whole" if element.has("nb") else "struck" if element.has("is-past") else "")
        return [Styled(style, children)] if style and children else list(children)

    def _link(self, element: Element) -> list[Inline]:
        # The address of a question is for copying; on paper its page number is the address.
        if "data-sh-copy" in element.attributes:
            return []
        children = self.read(element.children)
        if element.has("sh-term__word"):
            # The glossary at the end explains it: a page number behind each word of the trade would be noise.
            self.explained.add(urlsplit(element.get("href")).fragment)
            return list(children)
        is_quiet = QUIET in element.attributes
        return [Link(children, element.get("href"), is_quiet)] if element.get("href") and children else list(children)

    def picture(self, element: Element) -> list[Inline]:
        if element.tag == "svg":
            title = element.first("title")
            alt = (title.text() if title else element.get("aria-label")).strip()
            source = "data:image/svg+xml," + _xml(element)
        else:
            alt, source = element.get("alt").strip(), element.get("src")
        is_decoration = element.get("role") in ("presentation", "none") and not alt
        if not alt and not is_decoration:
            self._no_words(element)
        width = element.get("width").removesuffix("px")
        return [Picture(source, alt, int(width) if width.isdigit() else 0, is_decoration)]

    def _no_words(self, element: Element) -> None:
        name = element.get("src").rsplit("/", 1)[-1]
        clues = (f"]({element.get('src')}", f"]({name}", name) if name else ("<svg",)
        text = f"그림 {attach(name, '을/를')} 말로 옮긴 글이 없어요." if name else "그림을 말로 옮긴 글이 없어요."
        mend = "그림이 무엇을 보여 주는지 적으세요. 예: ![발송처리 단추가 있는 화면](send.png)"
        self.troubles.append(Trouble(clues, text, mend, "book-alt-text"))

    def no_print(self, element: Element) -> None:
        source = element.get("src") or element.get("data")
        self.troubles.append(
            Trouble((source, f"<{element.tag}"), f"‘<{element.tag}>’로 넣은 내용은 책에 찍을 수 없어요.",
                    "화면에서만 보일 것은 <div data-sh-screen>으로 감싸고, 책에 실을 글이나 그림을 곁에 적으세요.",
                    "book-no-print-form")
        )  # fmt: skip


def _labels(element: Element) -> tuple[str, ...]:
    labels = []
    for step in element.all(lambda inner: inner.has("sh-path__step")):
        words = "".join(
            child if isinstance(child, str) else child.text()
            for child in step.children
            if isinstance(child, str) or not is_screen_only(child)
        )
        labels.append(" ".join(words.split()))
    return tuple(filter(None, labels)) or (_words(element),)


def _words(element: Element) -> str:
    return " ".join(element.text().split())


def _joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Joins texts that stand side by side and drops empty ones."""
    joined: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(_SPACE.sub(" ", joined[-1].text + inline.text))
        elif not isinstance(inline, Text) or inline.text:
            joined.append(inline)
    return tuple(joined)


def trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Takes the white space from both ends."""
    kept = list(inlines)
    while kept and (kept[0] == Text(" ") or isinstance(kept[0], Break)):
        kept.pop(0)
    while kept and (kept[-1] == Text(" ") or isinstance(kept[-1], Break)):
        kept.pop()
    if kept and isinstance(kept[0], Text):
        kept[0] = Text(kept[0].text.lstrip(" "))
    if kept and isinstance(kept[-1], Text):
        kept[-1] = Text(kept[-1].text.rstrip(" "))
    return tuple(kept)


def _xml(element: Element) -> str:
    """Writes an inline drawing as a file of its own; names of SVG are case-sensitive, HTML's are not."""
    names = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
    attributes = {names.get(name, name): value for name, value in element.attributes.items() if name != "class"}
    if element.tag == "svg":
        attributes.setdefault("xmlns", "http://www.w3.org/2000/svg")
    head = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    inner = "".join(str(escape(child)) if isinstance(child, str) else _xml(child) for child in element.children)
    return f"<{element.tag}{head}>{inner}</{element.tag}>"
