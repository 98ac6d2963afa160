"""Tables as rows of cells; columns that hold nothing in print are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from sellerhelp.book.document import Block, Cell, Paragraph, Table, Text, plain
from sellerhelp.book.html_tree import Element, is_screen_only

ReadBlocks = Callable[[Iterable[Element | str]], tuple[Block, ...]]
COUNTED = "data-sh-counted"
_WEEK = "sh-week"
_LARGEST_SPAN = 100  # a mistyped colspan of ten thousand is no table any more


def read_table(element: Element, read: ReadBlocks) -> list[Block]:
    """Returns the table, or nothing where it has no cell. read: turns the children of a cell into blocks."""
    caption = next((child for child in element.elements() if child.tag == "caption"), None)
    head, body = [], []
    for row in _rows(element):
        cells = tuple(_cell(cell, read) for cell in row.elements() if cell.tag in ("th", "td") and _prints(cell))
        if cells:
            (head if _is_head(row, element) or (not head and not body and _all_heads(cells)) else body).append(cells)
    head, body = _without_empty_columns(head, body)
    if element.has(_WEEK):
        body = _days_joined(body)
    title: tuple[Block, ...] = read(caption.children) if caption and _prints(caption) else ()
    words = title[0].children if title and isinstance(title[0], Paragraph) else ()
    return [Table(words, tuple(head), tuple(body), COUNTED in element.attributes)] if head or body else []


def _days_joined(body: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Joins days that have the same hours: on the screen one of them is today, on paper they would only take room."""
    joined: list[tuple[Cell, ...]] = []
    for hours, group in groupby(body, key=lambda row: row[1:]):
        rows = list(group)
        first, last = plain(rows[0][0]), plain(rows[-1][0])
        words = first if len(rows) == 1 else f"{first}, {last}" if len(rows) == 2 else f"{first}–{last}"
        joined.append((replace(rows[0][0], blocks=(Paragraph((Text(words),)),)), *hours))
    return joined


def _rows(table: Element) -> Iterator[Element]:
    """Yields the table's own rows, not those of a table in a cell."""
    for part in table.elements():
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in part.elements() if row.tag == "tr")


def _prints(element: Element) -> bool:
    return not is_screen_only(element)


def _cell(element: Element, read: ReadBlocks) -> Cell:
    return Cell(read(element.children), element.tag == "th", _span(element, "colspan"), _span(element, "rowspan"))


def _span(element: Element, name: str) -> int:
    value = element.get(name)
    return min(max(int(value), 1), _LARGEST_SPAN) if value.isdecimal() else 1


def _is_head(row: Element, table: Element) -> bool:
    return any(row is inner for part in table.elements() if part.tag == "thead" for inner in part.elements())


def _all_heads(cells: tuple[Cell, ...]) -> bool:
    return len(cells) > 1 and all(cell.is_head for cell in cells)


def _without_empty_columns(head: list[tuple[Cell, ...]], body: list[tuple[Cell, ...]]) -> tuple[list, list]:
    rows = head + body
    width = max((len(row) for row in rows), default=0)
    is_plain = all(len(row) == width and all(cell.columns == cell.rows == 1 for cell in row) for row in rows)
    if not is_plain:
        return head, body
    kept = [column for column in range(width) if any(row[column].blocks for row in rows)]
    return [[tuple(row[column] for column in kept) for row in part] for part in (head, body)]  # type: ignore[return-value]
