"""Links, pictures and tags as somebody wrote them, with their places: what a finished page no longer knows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sellerhelp.frontmatter import FENCE
from sellerhelp.yamltext import Place

Kind = Literal["link", "image", "definition", "use", "tag", "path"]
# Bounded, so that a page of opening brackets costs no more than its length.
_TEXT = r"((?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\]){0,300}\]){0,600})"
_INLINE = re.compile(
    rf"(?<!\\)(!?)\[{_TEXT}\]\([ \t]*(<[^<>\n]{{0,2000}}>|(?:\\.|[^\s()\\]|\([^\s()]{{0,300}}\)){{0,2000}})"
    r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)",
)
_TARGET = re.compile(r"(?<=\]\()<[^<>\n]*>")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]{1,300})\]:[ \t]*(\S+)", re.M)
_USE = re.compile(rf"(?<![\\\]!])\[{_TEXT}\][ \t]?\[([^\[\]\n]{{0,300}})\]")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:\s+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?)/?>")
_AUTO = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]+)>")
# A page named in a data file or a head: page: ../orders/invoice.md#errors
_PATH = re.compile(r"(?<![\w/.(-])((?:[\w.-]+/)*[\w.-]+\.md(?:#[^\s,\]})'\"]+)?)")
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.{1,2000}?)(?<!`)\1(?!`)", re.S)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_FENCED = re.compile(r"^(`{3,}|~{3,})[^`\n]*\n.*?(?:^\1[ \t]*$|\Z)", re.S | re.M)


@dataclass(frozen=True)
class Written:
    """target: an address, a label or a tag's name. text: what stands in the brackets, or the tag's attributes.

    place: where it begins. at: where its target stands. is_end: a closing tag.
    """

    kind: Kind
    target: str
    text: str
    place: Place
    at: Place
    is_end: bool = False


class Lines:
    """Turns offsets of a text into places."""

    def __init__(self, text: str, shown: str):
        self.shown, self.starts = shown, [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, offset: int) -> Place:
        row = bisect_right(self.starts, offset) - 1
        return Place(self.shown, row + 1, offset - self.starts[row] + 1)


def blanked(source: str, *patterns: re.Pattern[str]) -> str:
    """Returns the text with what the patterns match blanked out; every offset stays."""
    for pattern in patterns:
        source = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source)
    return source


def prose(source: str) -> str:
    """Returns a page's Markdown with its head, its code and its comments blanked out; every offset stays."""
    return blanked(source, FENCE, _FENCED, _COMMENT, _CODE)


def prose_with_code(source: str) -> str:
    """As prose(), but what stands in backticks inside a line stays."""
    return blanked(source, FENCE, _FENCED, _COMMENT)


def written(source: str, shown: str) -> list[Written]:
    """Finds everything of a source in order. shown: its name; one that ends in .md is Markdown below its head."""
    lines = Lines(source, shown)
    if not shown.endswith(".md"):
        text = blanked(source, _CODE)
        found = [*_markdown(text, lines), *_paths(text, lines)]
    else:
        head = FENCE.match(source)
        found = [*_markdown(prose(source), lines), *_paths(head[0] if head else "", lines)]
    return sorted(found, key=lambda one: (one.place.line, one.place.column))


def _markdown(text: str, lines: Lines) -> Iterator[Written]:
    for found in _INLINE.finditer(text):
        yield from _inline(found, 0, lines)
    for found in _DEFINITION.finditer(text):
        place = lines.place(found.start(1) - 1)
        yield Written("definition", found[2].strip("<>"), found[1], place, lines.place(found.start(2)))
    for found in _USE.finditer(text):
        place = lines.place(found.start())
        yield Written("use", found[2] or found[1], found[1], place, lines.place(found.start(2)))
    text = _TARGET.sub(lambda found: " " * len(found[0]), text)
    for found in _AUTO.finditer(text):
        place = lines.place(found.start())
        yield Written("link", found[1], "", place, lines.place(found.start(1)))
    for found in _TAG.finditer(text):
        place = lines.place(found.start())
        yield Written("tag", found[2].lower(), found[3], place, place, bool(found[1]))


def _inline(found: re.Match[str], before: int, lines: Lines) -> Iterator[Written]:
    """Yields a link, and a picture inside its text."""
    place, at = lines.place(before + found.start()), lines.place(before + found.start(3) + found[3].startswith("<"))
    yield Written("image" if found[1] else "link", found[3].strip("<>"), found[2], place, at)
    for inner in _INLINE.finditer(found[2]):
        yield from _inline(inner, before + found.start(2), lines)


def _paths(text: str, lines: Lines) -> Iterator[Written]:
    for found in _PATH.finditer(text):
        place = lines.place(found.start())
        yield Written("path", found[1], "", place, place)
