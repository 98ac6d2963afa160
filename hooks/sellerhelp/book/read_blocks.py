"""Elements of a page as blocks: what a browser would show below one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from sellerhelp.book.document import (
    Anchor,
    Block,
    Callout,
    Figure,
    Heading,
    Hours,
    Inline,
    Listing,
    Panel,
    Paragraph,
    Picture,
    Preformatted,
    Question,
    Quote,
    Rule,
    Styled,
    Terms,
    Text,
    Track,
    plain,
)
from sellerhelp.book.html_tree import Element, is_screen_only, parse
from sellerhelp.book.read_dated import read_dated
from sellerhelp.book.read_inline import InlineReader, trimmed
from sellerhelp.book.read_table import read_table
from sellerhelp.book.trouble import Trouble

# How much of the press's own depth a level takes: lists may go nine deep, boxes twelve, tables three.
_WEIGHTS, _DEEPEST = {"table": 12, "ol": 4}, 36
_BLOCKS = frozenset(
    [
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "div",
        "section",
        "article",
        "aside",
        "header",
        "footer",
        "main",
        "table",
        "figure",
        "figcaption",
        "pre",
        "blockquote",
        "hr",
        "details",
        "summary",
        "form",
        "fieldset",
        "legend",
        "address",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "center",
    ]
)
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
_CALLOUTS = {"warning": "warning", "danger": "danger"}
_SMALL = frozenset(["sh-card__base", "sh-fine"])
_WHEN = "sh-channels__when"


@lru_cache(maxsize=400)  # a page is read for its books and for its Markdown copy; more than so many would fill memory
def read_page(html: str) -> tuple[tuple[Block, ...], tuple[Trouble, ...], frozenset[str]]:
    """Turns the HTML of a page into blocks; also names what has no printed form, and the glossary's words in it."""
    reader = BlockReader()
    blocks = reader.read(parse(html).children)
    return blocks, tuple(reader.inline.troubles), frozenset(reader.inline.explained)


class BlockReader:
    def __init__(self) -> None:
        self.inline = InlineReader()
        self._depth = 0

    def read(self, children: Iterable[Element | str]) -> tuple[Block, ...]:
        """Returns the blocks of some children; text between blocks becomes paragraphs."""
        blocks: list[Block] = []
        run: list[Element | str] = []
        for child in children:
            if isinstance(child, Element) and (_is_ruler(child) or _holds_blocks(child)):
                blocks += self._paragraph(run)
                run.clear()
                if _is_ruler(child) or not is_screen_only(child):
                    blocks += self._nested(child)
            else:
                run.append(child)
        return tuple(blocks + self._paragraph(run))

    def _nested(self, element: Element) -> Iterable[Block]:
        weight = _WEIGHTS.get(element.tag, 3)
        self._depth += weight
        try:
            if self._depth > _DEEPEST:
                self._too_deep(element)
                return self._paragraph([element.text()])
            return self._anchored(element.get("id"), list(self._block(element)))
        finally:
            self._depth -= weight

    def _anchored(self, name: str, blocks: list[Block]) -> list[Block]:
        if not name:
            return blocks
        if blocks and isinstance(blocks[0], Heading):
            # Before a heading the place could stay behind on the page that ends there.
            return [replace(blocks[0], children=(Anchor(name), *blocks[0].children)), *blocks[1:]]
        return [Paragraph((Anchor(name),)), *blocks]

    def _block(self, element: Element) -> Iterable[Block]:
        tag = element.tag
        if _is_ruler(element):
            return [_ruler(element)]
        if tag == "h1":
            # The chapter's title stands in its opening; a second one would be a second chapter.
            return [Heading(2, self._line(element))]
        if tag in _HEADINGS:
            return [Heading(int(tag[1]), self._line(element))]
        if tag == "details":
            return self._details(element)
        if tag == "table":
            return read_table(element, self.read)
        if tag in ("ul", "ol"):
            return self._list(element)
        if tag == "hr":
            return [Rule()]
        simple = {"p": self._p, "dl": self._terms, "figure": self._figure, "pre": self._pre, "blockquote": self._quote}
        if tag in simple:
            return simple[tag](element)
        if element.has("admonition"):
            return self._callout(element)
        if element.has("sh-dated"):
            return read_dated(element, self._line)
        if element.has("tabbed-set"):
            return self._tabs(element)
        return self.read(element.children)

    def _line(self, element: Element) -> tuple[Inline, ...]:
        return trimmed(self.inline.read(element.children))

    def _paragraph(self, run: list[Element | str]) -> list[Block]:
        inlines = trimmed(self.inline.read(run))
        return [Paragraph(inlines)] if inlines else []

    def _p(self, element: Element) -> list[Block]:
        if any(_holds_blocks(child) for child in element.elements()):
            return list(self.read(element.children))
        inlines = self._line(element)
        pictures = [inline for inline in inlines if isinstance(inline, Picture)]
        if len(pictures) == 1 and not plain(inlines):
            return [Figure(pictures[0], ())]
        kind = "sign" if element.has("sh-sign") else "note" if _SMALL & set(element.classes) else ""
        return [Paragraph(inlines, kind)] if inlines else []

    def _quote(self, element: Element) -> list[Block]:
        return [Quote(self.read(element.children))]

    def _pre(self, element: Element) -> list[Block]:
        return [Preformatted(element.text().strip("\n").expandtabs(4))]

    def _figure(self, element: Element) -> list[Block]:
        caption = element.first("figcaption")
        rest = [child for child in element.children if child is not caption]
        words = self._line(caption) if caption else ()
        blocks = self._p(Element("p", {}, rest)) if not _any_blocks(rest) else list(self.read(rest))
        if len(blocks) == 1 and isinstance(blocks[0], Figure):
            return [replace(blocks[0], caption=words)]
        return blocks + ([Paragraph(words, "caption")] if words else [])

    def _callout(self, element: Element) -> list[Block]:
        title = next((child for child in element.elements() if child.has("admonition-title")), None)
        rest = [child for child in element.children if child is not title]
        kind = next((_CALLOUTS[name] for name in element.classes if name in _CALLOUTS), "note")
        return [Callout(kind, self._line(title) if title else (), self.read(rest))]

    def _details(self, element: Element) -> list[Block]:
        summary = next((child for child in element.elements() if child.tag == "summary"), None)
        rest = [child for child in element.children if child is not summary]
        label = self._line(summary) if summary else ()
        if not element.has("sh-q"):
            return [Panel(label, self.read(rest))]
        more = next(element.all(lambda inner: inner.has("sh-q__more")), None)
        links = [self._line(Element("p", {}, [link])) for link in more.elements()] if more else []
        pages = tuple(filter(None, links))
        body = [child for inner in _bodies(rest) for child in inner if child is not more]
        return [Question(label, self.read(body), pages)]

    def _tabs(self, element: Element) -> list[Block]:
        """All labels stand before all panels (pymdownx.tabbed): they are paired here."""
        labels = next((child for child in element.elements() if child.has("tabbed-labels")), None)
        content = next((child for child in element.elements() if child.has("tabbed-content")), None)
        panels = list(content.elements()) if content else []
        names = list(labels.elements()) if labels else []
        return [Panel(self._line(name), self.read(panel.children)) for name, panel in zip(names, panels, strict=False)]

    def _list(self, element: Element) -> Iterable[Block]:
        items = [child for child in element.elements() if child.tag == "li" and not is_screen_only(child)]
        if element.has("sh-track") and items:
            return [Track(tuple((plain(self.inline.read(item.children)), item.has("is-here")) for item in items))]
        if any(child.tag in _HEADINGS for item in items for child in item.all(lambda inner: inner.tag in _HEADINGS)):
            return self._titled(items)
        bullets = "notes" if _SMALL & set(element.classes) else "bullets"
        kind = bullets if element.tag == "ul" else "steps" if element.has("sh-steps") else "numbers"
        if element.has("sh-check") or any(map(_has_box, items)):
            kind = "checks"
        start = element.get("start")
        blocks = tuple(self._item(item) for item in items)
        return [Listing(kind, blocks, int(start) if start.isdigit() else 1)] if blocks else []

    def _item(self, item: Element) -> tuple[Block, ...]:
        blocks = self.read(item.children)
        if not item.get("id"):
            return blocks
        return (Paragraph((Anchor(item.get("id")),)), *blocks)

    def _titled(self, items: list[Element]) -> list[Block]:
        """A list whose entries have headings of their own prints as terms with what they mean."""
        rows = []
        for item in items:
            blocks = self._item(item)
            title = next((block for block in blocks if isinstance(block, Heading)), None)
            rest = tuple(block for block in blocks if block is not title)
            words = title.children if title else ()
            when = next(item.all(lambda inner: inner.has(_WHEN)), None)
            if when and words and Paragraph(hours := self._line(when)) in rest:
                # In bold at the end of its card it would look like the head of the next one.
                rest = tuple(block for block in rest if block != Paragraph(hours))
                words = (*words, Text(" "), Styled("small", (Text(plain(hours)),)))
            rows.append((words, rest))
        return [Terms(tuple(rows))]

    def _terms(self, element: Element) -> list[Block]:
        rows: list[tuple[tuple[Inline, ...], tuple[Block, ...]]] = []
        for part in element.all(lambda inner: inner.tag in ("dt", "dd")):
            if part.tag == "dt":
                place = (Anchor(part.get("id")),) if part.get("id") else ()
                rows.append(((*place, *self._line(part)), ()))
            elif rows:
                rows[-1] = (rows[-1][0], (*rows[-1][1], *self.read(part.children)))
        return [Terms(tuple(rows))] if rows else []

    def _too_deep(self, element: Element) -> None:
        clue = " ".join(element.text().split())[:20]
        text = "너무 깊이 들여 쓴 내용이라 책에 찍을 수 없어요."
        mend = "목록은 아홉 겹, 상자는 열두 겹, 표는 세 겹까지 찍을 수 있어요. 나누어 적으세요."
        self.inline.troubles.append(Trouble((clue,), text, mend, "book-too-deep"))


def _bodies(children: list[Element | str]) -> Iterable[list[Element | str]]:
    """Opens the answer's own box."""
    for child in children:
        is_box = isinstance(child, Element) and child.has("sh-q__answer")
        yield child.children if is_box else [child]


def _holds_blocks(element: Element) -> bool:
    return element.tag in _BLOCKS or any(
        True for _ in element.all(lambda inner: inner.tag in _BLOCKS or _is_ruler(inner))
    )


def _any_blocks(children: list[Element | str]) -> bool:
    return any(isinstance(child, Element) and _holds_blocks(child) for child in children)


def _has_box(item: Element) -> bool:
    return any(True for _ in item.all(lambda inner: inner.tag == "input" and inner.get("type") == "checkbox"))


def _is_ruler(element: Element) -> bool:
    return element.tag == "svg" and "data-ruler" in element.attributes


def _ruler(element: Element) -> Hours:
    """Reads the drawing of a channel's day back into minutes."""
    start, end, width = (int(element.get(f"data-{name}")) for name in ("from", "to", "width"))
    spans = []
    for part in element.all(lambda inner: inner.get("data-part") == "left"):
        first, wide = float(part.get("x")), float(part.get("width"))
        minutes = [round(start + place * (end - start) / width) for place in (first, first + wide)]
        spans.append((minutes[0], minutes[1]))
    return Hours(start, end, tuple(spans))
