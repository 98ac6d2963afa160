"""What a value was, is and will be, as a table: the site's cards have no column to stand in on paper."""

from __future__ import annotations

from collections.abc import Callable

from sellerhelp.book.document import Block, Cell, Inline, Paragraph, Styled, Table, Text
from sellerhelp.book.html_tree import Element

_HEAD = ("언제", "값", "조건")
_COLUMNS = ("sh-dated__when", "sh-dated__value", "sh-dated__note")

Line = Callable[[Element], tuple[Inline, ...]]


def read_dated(element: Element, line: Line) -> list[Block]:
    """Reads the block `/// value` of one value. line: reads what stands in a paragraph."""
    versions = list(element.all(lambda inner: inner.tag == "li"))
    has_notes = any(_part(version, _COLUMNS[-1]) for version in versions)
    columns = _COLUMNS if has_notes else _COLUMNS[:-1]
    rows = tuple(tuple(_cell(version, name, line) for name in columns) for version in versions)
    title, basis = (_part(element, f"sh-dated__{name}") for name in ("title", "basis"))
    head = tuple(Cell((Paragraph((Text(word),)),), True) for word in _HEAD[: len(columns)])
    blocks: list[Block] = [Table(line(title) if title else (), (head,), rows)]
    return [*blocks, Paragraph(line(basis), "note")] if basis else blocks


def _part(element: Element, name: str) -> Element | None:
    return next(element.all(lambda inner: inner.has(name)), None)


def _cell(version: Element, name: str, line: Line) -> Cell:
    part = _part(version, name)
    words = line(part) if part else ()
    if words and name == "sh-dated__value" and version.has("is-past"):
        words = (Styled("struck", words),)
    return Cell((Paragraph(words),) if words else (), name == "sh-dated__when")
