"""What a value was, is and will be, as a table: the site's cards have no column to stand in on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sellerhelp.book.document import Block, Cell, Inline, Paragraph, Styled, Table, Text
from sellerhelp.book.html_tree import Element

_HEAD = ("언제", "구분", "값", "조건")
_TAG, _VALUE, _NOTE = "sh-tag", "sh-dated__value", "sh-dated__note"
_COLUMNS = ("sh-dated__when", _TAG, _VALUE, _NOTE)

Line = Callable[[Element], tuple[Inline, ...]]


def read_dated(element: Element, line: Line) -> list[Block]:
    """Reads the block `/// value` of one value. line: reads what stands in a paragraph."""
    versions = list(element.all(lambda inner: inner.tag == "li"))
    has_notes = any(_part(version, _NOTE) for version in versions)
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
    is_when = name == _COLUMNS[0]
    if part and is_when:  # 이전, 현재 and 예정 have a column of their own
        part = replace(part, children=[one for one in part.children if isinstance(one, str) or not one.has(_TAG)])
    words = line(part) if part else ()
    # A line through it could be read as a slip of the press, and through a range as a minus.
    if words and name in (_TAG, _VALUE) and version.has("is-past"):
        words = (Styled("faded", words),)
    return Cell((Paragraph(words),) if words else (), is_when)
