"""A finished page as its tags, cut by one expression: a parser in Python would take seconds for a whole site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import Any, NamedTuple

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([a-zA-Z][^\s/>]*)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*)>", re.S)
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
# Their content is no HTML: it ends at their own closing tag.
_RAW = {"script", "style", "textarea", "title"}


def attributes(raw: str) -> Mapping[str, str]:
    """Reads attributes as written: name in lower case -> value, the first where one stands twice, "" without a value."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(raw):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found


class Tag(NamedTuple):  # not a dataclass: a site has 150,000 of them
    """name: in lower case. is_end: a closing tag. start, end: offsets in the page. raw: the attributes as written."""

    name: str
    is_end: bool
    raw: str
    start: int
    end: int

    @property
    def attributes(self) -> Mapping[str, str]:
        return attributes(self.raw)

    @property
    def is_closed(self) -> bool:
        return self.raw.endswith("/")


@dataclass(frozen=True)
class Page:
    """path: below docs/, or a template's name. address: below the site's root. html: the whole page as written.

    known: what once() found, under its name.
    """

    path: str
    address: str
    html: str
    known: dict[str, Any] = field(default_factory=dict, compare=False)

    def once(self, name: str, find: Callable[[Page], Any]) -> Any:
        """Returns what the HTML alone tells, as JSON holds it; looked for once, also by later runs with the same HTML."""
        if name not in self.known:
            self.known[name] = find(self)
        return self.known[name]

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        return tuple(read_tags(self.html))

    @cached_property
    def ids(self) -> frozenset[str]:
        """The anchors of the page."""
        return frozenset(self.once("ids", _ids))

    @property
    def twice(self) -> list[str]:
        """The anchors that stand more than once, each once, by where the second stands."""
        ids, seen = self.once("ids", _ids), set()
        again = [name for name in ids if name in seen or seen.add(name)]
        return list(dict.fromkeys(again))

    @cached_property
    def text_span(self) -> tuple[int, int]:
        """Where the page's own text begins and ends: the theme's <article>."""
        start = next((tag.end for tag in self.tags if tag.name == "article" and not tag.is_end), 0)
        end = next((tag.start for tag in reversed(self.tags) if tag.name == "article" and tag.is_end), len(self.html))
        return start, end

    @property
    def text_tags(self) -> Iterator[Tag]:
        """The tags of the page's own text."""
        start, end = self.text_span
        return (tag for tag in self.tags if start <= tag.start < end)

    def words(self, start: int, end: int) -> str:
        """The text between two offsets, without tags, spaces squeezed."""
        return " ".join(unescape(_TAG.sub("", self.html[start:end])).split())


def _ids(page: Page) -> list[str]:
    named = (tag for tag in page.tags if not tag.is_end and "id=" in tag.raw)
    return [name for tag in named if (name := tag.attributes.get("id"))]


def read_tags(html: str) -> Iterator[Tag]:
    """Returns the tags of a page in order; comments and the content of scripts have none."""
    at: int | None = 0
    while at is not None:
        tags, at = _TAG.finditer(html, at), None
        for found in tags:
            is_end, name, raw = found.groups()
            if not name:  # a comment
                continue
            tag = Tag(name.lower(), bool(is_end), raw, found.start(), found.end())
            yield tag
            if tag.name in _RAW and not tag.is_end and not tag.is_closed:
                at = _end_of(html, tag.name, found.end())
                break


def _end_of(html: str, name: str, at: int) -> int:
    end = re.compile(rf"</{re.escape(name)}\b", re.I).search(html, at)
    return end.start() if end else len(html)
