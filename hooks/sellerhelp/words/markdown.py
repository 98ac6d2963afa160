"""Cuts a Markdown text into paragraphs, list items, cells and headings, with their places.

Python-Markdown forgets where a text was typed; this reader of the source knows the
marks of this site (README, "How to write") and never fails: what it does not know is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sellerhelp.words.inline import alternatives, plain, without_comments
from sellerhelp.words.passage import Kind
from sellerhelp.words.traced import Traced, joined

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_BLOCK = re.compile(r" {0,3}/{3,}[ ]*(?:[\w-]+[ ]*(?:\|[ ]*(.*?))?)?[ ]*$")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*)")
_ROW = re.compile(r"\s*\|")
_RULE = re.compile(r"[\s|:-]+")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTED = re.compile(r"\s*>")
_DEFINITION = re.compile(r" {0,3}(?:\[[^\]]{1,200}\]|\*\[[^\]]{1,200}\]):[ \t]")
_LABELLED = re.compile(r"(?:표|확인|그림):[ \t]*")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_CELL = re.compile(r"(?<!\\)\|")
_CODE_BAR = re.compile(r"`[^`\n]{1,200}`")
_INDENT = 4


def passages(source: Traced) -> Iterator[tuple[Kind, Traced]]:
    """Yields what a reader reads, in order, without markup."""
    for kind, raw in _Reader().read(without_comments(source)):
        texts = [(kind, plain(raw).strip()), *(("cell", alternative) for alternative in alternatives(raw))]
        yield from ((kind, text) for kind, text in texts if text.text)


@dataclass
class _Reader:
    """One walk over the lines. fence: what closes the code that is open. options: inside the YAML of a block."""

    lines: list[Traced] = field(default_factory=list)
    fence: str = ""
    options: bool = False
    in_list: bool = False

    def read(self, source: Traced) -> Iterator[tuple[Kind, Traced]]:
        for found in _LINE.finditer(source.text):
            yield from self.line(source[found.start() : found.end(1)])
        yield from self.paragraph()

    def line(self, line: Traced) -> Iterator[tuple[Kind, Traced]]:
        text = line.text
        if self.is_silent(text):
            return
        if not text.strip():
            yield from self.paragraph()
        elif block := _BLOCK.match(text):
            yield from self.paragraph()
            self.options, self.in_list = True, False
            if block[1]:
                yield "heading", line[block.start(1) : block.end(1)]
        elif heading := _HEADING.match(text):
            yield from self.paragraph()
            self.in_list = False
            yield "heading", line[heading.start(1) : heading.end(1)]
        elif _ROW.match(text):
            yield from self.paragraph()
            yield from _cells(line)
        else:
            yield from self.text(line)

    def is_silent(self, text: str) -> bool:
        """Says whether a line is code, an option of a block, a quotation or a definition: not the writer's prose."""
        if self.fence:
            self.fence = "" if text.strip().startswith(self.fence) and not text.strip(" \t`~") else self.fence
            return True
        if fence := _FENCE.match(text):
            self.fence = fence[1]
            return True
        self.options = self.options and text.startswith(" " * _INDENT) and bool(text.strip())
        if self.options or _QUOTED.match(text) or _DEFINITION.match(text):
            return True
        return text.startswith(" " * _INDENT) and not self.in_list and not self.lines

    def text(self, line: Traced) -> Iterator[tuple[Kind, Traced]]:
        if item := _ITEM.match(line.text):
            yield from self.paragraph()
            self.in_list = True
            line = line[item.end() : len(line.text)]
        elif not line.text.startswith((" ", "\t")) and not self.lines:
            self.in_list = False
        line = line.strip()
        if not self.lines and (label := _LABELLED.match(line.text)):
            line = line[label.end() : len(line.text)]
        self.lines.append(line)

    def paragraph(self) -> Iterator[tuple[Kind, Traced]]:
        if self.lines:
            yield "prose", joined(self.lines, " ")
            self.lines = []


def _cells(row: Traced) -> Iterator[tuple[Kind, Traced]]:
    """Cuts a row of a table; bars inside of code do not count."""
    if _RULE.fullmatch(row.text):
        return
    code = [found.span() for found in _CODE_BAR.finditer(row.text)]
    bars = [bar.start() for bar in _CELL.finditer(row.text) if not any(a < bar.start() < b for a, b in code)]
    for start, end in zip(bars, [*bars[1:], len(row.text)], strict=True):
        yield "cell", row[start + 1 : end]
