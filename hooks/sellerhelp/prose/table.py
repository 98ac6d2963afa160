"""Tables that phones, screen readers and printers can use: caption, scopes, labels for stacking."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from typing import Any

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

CAPTION = "표:"


class TableTreeprocessor(Treeprocessor):
    """Takes the paragraph "표: …" before a table as its caption and marks up the cells."""

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            children = list(parent)
            for before, element in zip([None, *children], children, strict=False):
                if element.tag == "table":
                    self.improve(parent, element, before)

    def improve(self, parent: etree.Element, table: etree.Element, before: etree.Element | None) -> None:
        if before is not None and _is_caption(before):
            parent.remove(before)
            before.tag = "caption"
            before.text = (before.text or "").removeprefix(CAPTION).lstrip()
            before.tail = None
            table.insert(0, before)
        label_cells(table, self.md.htmlStash.rawHtmlBlocks)
        _wrap(parent, table)


def _is_caption(element: etree.Element) -> bool:
    return element.tag == "p" and (element.text or "").startswith(CAPTION)


def label_cells(table: etree.Element, stash: Sequence[Any] = ()) -> None:
    """Gives heads their scope, makes each first cell its row's head, names the column in data-th.

    stash: the HTML that Python-Markdown keeps for its placeholders.
    """
    heads = [_words(cell, stash) for cell in table.iterfind("thead/tr/th")]
    for cell in table.iterfind("thead/tr/th"):
        cell.set("scope", "col")
    for row in table.iterfind("tbody/tr"):
        for column, cell in enumerate(row):
            # Alignment of Markdown tables arrives as a style attribute, which a strict CSP refuses.
            cell.attrib.pop("style", None)
            if column == 0:
                cell.tag = "th"
                cell.set("scope", "row")
            elif column < len(heads):
                cell.set("data-th", heads[column])
    for cell in table.iterfind("thead/tr/th"):
        cell.attrib.pop("style", None)
    table.set("class", "sh-table")


class WholeCellTreeprocessor(Treeprocessor):
    """Keeps what stands in a stacked cell together, whatever the other rules have made of its words."""

    def run(self, root: etree.Element) -> None:
        for cell in root.iter("td"):
            if "data-th" in cell.attrib:
                _keep_together(cell)


def _keep_together(cell: etree.Element) -> None:
    """Puts mixed content into one span: a stacked cell is a grid, and would part text from the elements in it."""
    if not len(cell) and not HTML_PLACEHOLDER_RE.search(cell.text or ""):
        return
    span = etree.Element("span")
    span.text, cell.text = cell.text, None
    span[:] = list(cell)
    cell[:] = [span]


def _words(cell: etree.Element, stash: Sequence[Any]) -> str:
    """Returns a head's text without tags: the host would put them back inside the attribute."""

    def spelt(found: re.Match[str]) -> str:
        kept = str(stash[int(found[1])])
        return kept if kept.startswith("&") else " " if kept.startswith("<br") else ""

    return HTML_PLACEHOLDER_RE.sub(spelt, "".join(cell.itertext())).strip()


def _wrap(parent: etree.Element, table: etree.Element) -> None:
    """Puts the table into a box that scrolls sideways on its own."""
    position = list(parent).index(table)
    parent.remove(table)
    box = etree.Element("div", {"class": "sh-table-box"})
    box.tail, table.tail = table.tail, None
    box.append(table)
    parent.insert(position, box)
