"""A page's text as Markdown (CommonMark with tables), from the same blocks that the printed books are made of.

Goal: what a reader of the page finds, for programs that read text. Not a goal: the sources again; values are filled in,
answers stand in their places, and what only a screen can do is left out, as on paper.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from sellerhelp.book.document import (
    Anchor,
    Block,
    Break,
    Callout,
    Code,
    Figure,
    Heading,
    Hours,
    Inline,
    Key,
    Link,
    Listing,
    MenuPath,
    Panel,
    Paragraph,
    Picture,
    Preformatted,
    Question,
    Quote,
    Rule,
    Styled,
    Table,
    Terms,
    Text,
    Track,
)

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_AT_START = re.compile(r"(?m)^(?:[#+=-]|\d+(?=[.)]))")
_MARKS = {"strong": "**", "emphasis": "*", "struck": "~~"}
_BULLETS = {"checks": "- [ ] ", "bullets": "- ", "notes": "- "}


def markdown(blocks: Iterable[Block]) -> str:
    """Returns the blocks one below the other, with a blank line between them and a line's end after the last."""
    return "\n\n".join(_blocks(blocks)) + "\n"


def to_copy(address: str) -> str:
    """Names the copy of the page that an address leads to: ../faq/#a becomes ../faq/index.md#a; others stay."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.I):
        return address
    path, tail = re.fullmatch(r"([^?#]*)(.*)", address, re.S).groups()  # type: ignore[union-attr]
    if path.endswith("/") or re.search(r"(^|/)\.\.?$", path):
        path = path.rstrip("/") + "/index.md"
    return path + tail


def escaped(text: str) -> str:
    """Returns a text in which no letter means anything to Markdown."""
    return _AT_START.sub(lambda found: f"{found[0]}\\" if found[0][0].isdigit() else f"\\{found[0]}",
                         _SPECIAL.sub(r"\\\g<0>", text))  # fmt: skip


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    name = ""
    for block in blocks:
        if places := _places(block):
            name = places[0]
            continue
        text = _WRITERS[type(block)](block, name)
        name = ""
        if text.strip():
            yield text


def _places(block: Block) -> list[str]:
    """Returns the names of a paragraph that is nothing but places for links: they are those of the next block."""
    names = [one.name if isinstance(one, Anchor) else "" for one in getattr(block, "children", ())]
    return names if isinstance(block, Paragraph) and all(names) else []


def _heading(block: Heading, name: str) -> str:
    return _titled(block.level, block.children, name)


def _titled(level: int, title: tuple[Inline, ...], name: str) -> str:
    """A place is written as our sources do. name: of the place before the title, or ""."""
    found = name or next((one.name for one in title if isinstance(one, Anchor)), "")
    return f"{'#' * level} {_line(title)}" + (f" {{#{found}}}" if found else "")


def _paragraph(block: Paragraph, _: str) -> str:
    return ("확인: " if block.kind == "sign" else "") + _inlines(block.children)


def _listing(block: Listing, _: str) -> str:
    items = [markdown(item).strip() for item in block.items]
    bullet = _BULLETS.get(block.kind)
    heads = [bullet or f"{number}. " for number in range(block.start, block.start + len(items))]
    return "\n".join(_hung(head, item) for head, item in zip(heads, items, strict=True))


def _hung(head: str, text: str) -> str:
    """Puts a mark before the first line and sets the others in by its width; a box to tick is part of the text."""
    return head + text.replace("\n", "\n" + " " * len(head.removesuffix("[ ] "))).replace(
        "\n" + " " * len(head) + "\n", "\n\n"
    )


def _track(block: Track, _: str) -> str:
    return " → ".join(f"**{escaped(step)}**" if is_here else escaped(step) for step, is_here in block.steps)


def _table(block: Table, _: str) -> str:
    rows = [[text for cell in row for text in (_cell(cell.blocks), *[""] * (cell.columns - 1))]
            for row in (*block.head, *block.body)]  # fmt: skip
    width = max(map(len, rows), default=0)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    if not block.head:
        lines.insert(0, "|" + "  |" * width)
    lines.insert(1, "|" + " --- |" * width)
    caption = f"표: {_line(block.caption)}\n\n" if block.caption else ""
    return caption + "\n".join(lines)


def _cell(blocks: tuple[Block, ...]) -> str:
    """A table's cell is one line."""
    return " / ".join(" ".join(text.split()) for text in _blocks(blocks))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.strip().splitlines())


def _callout(block: Callout, _: str) -> str:
    title = f"**{_line(block.title)}**\n\n" if block.title else ""
    return _quoted(title + markdown(block.blocks))


def _panel(block: Panel, _: str) -> str:
    return f"**{_line(block.label)}**\n\n{markdown(block.blocks).strip()}"


def _question(block: Question, name: str) -> str:
    more = "\n\n" + ", ".join(map(_line, block.pages)) if block.pages else ""
    place = name or next(iter(_places(block.answer[0]) if block.answer else []), "")
    return f"{_titled(3, block.question, place)}\n\n{markdown(block.answer).strip()}{more}"


def _terms(block: Terms, _: str) -> str:
    return "\n".join(
        _hung("- ", f"**{_line(term)}**: {markdown(meaning).strip()}" if meaning else f"**{_line(term)}**")
        for term, meaning in block.rows
    )


def _figure(block: Figure, _: str) -> str:
    caption = f"\n\n{_line(block.caption)}" if block.caption else ""
    return _picture(block.picture) + caption


def _preformatted(block: Preformatted, _: str) -> str:
    longest = max(map(len, re.findall(r"`+", block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{block.text}\n{fence}"


def _hours(block: Hours, _: str) -> str:
    return ", ".join("–".join(f"{minute // 60}:{minute % 60:02}" for minute in span) for span in block.spans)


_WRITERS: dict[type, Callable[..., str]] = {
    Heading: _heading, Paragraph: _paragraph, Listing: _listing, Track: _track, Table: _table, Callout: _callout,
    Panel: _panel, Question: _question, Terms: _terms, Figure: _figure, Preformatted: _preformatted,
    Quote: lambda block, _: _quoted(markdown(block.blocks)), Rule: lambda *_: "---", Hours: _hours,
}  # fmt: skip


def _line(inlines: Iterable[Inline]) -> str:
    return " ".join(_inlines(inlines).replace("  \n", " ").split())


def _inlines(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(node: Inline) -> str:
    if isinstance(node, Text):
        return escaped(node.text)
    if isinstance(node, Styled):
        mark, inner = _MARKS.get(node.style, ""), _inlines(node.children)
        return f"{mark}{inner}{mark}" if inner.strip() else inner
    if isinstance(node, Code | Key):
        text = node.text if isinstance(node, Code) else node.label
        return f"`{text}`" if "`" not in text else f"`` {text} ``"
    if isinstance(node, MenuPath):
        return f"**{escaped(' > '.join(node.labels))}**".replace("\\>", ">")
    if isinstance(node, Link):
        return f"[{_line(node.children)}]({_address(to_copy(node.href))})"
    if isinstance(node, Break):
        return "  \n"
    return _picture(node) if isinstance(node, Picture) else ""


def _picture(node: Picture) -> str:
    """A drawing is part of its page; what it says stands in its words."""
    if node.source.startswith("data:"):
        return f"그림: {escaped(node.alt)}" if node.alt else ""
    return f"![{escaped(node.alt)}]({_address(node.source)})"


def _address(address: str) -> str:
    return re.sub(r"[()<>\s\\]", lambda found: f"%{ord(found[0]):02X}", address)
