"""A finished page as its tags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import Any, TypeVar

from sellerhelp.tags import Tag, Tags, lines, without_tags

T = TypeVar("T")
# Name -> what finds something that the HTML of a page alone tells, as JSON holds it.
_FINDERS: dict[str, Callable[[Page], Any]] = {}


def finder(name: str) -> Callable[[Callable[[Page], Any]], Callable[[Page], Any]]:
    """Makes a function a finder; Page.once() asks it."""

    def registered(find: Callable[[Page], Any]) -> Callable[[Page], Any]:
        _FINDERS[name] = find
        return find

    return registered


@dataclass(frozen=True)
class Page:
    """path: below docs/, or a template's name. address: below the site's root.

    written: the whole page as HTML, or what reads it: a large site's would take more memory than all else.
    known: what once() found, under its name.
    """

    path: str
    address: str
    written: str | Callable[[], str]
    known: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def html(self) -> str:
        """The whole page as it is written."""
        held = vars(self).get("_html", self.written)
        return held if isinstance(held, str) else held()

    def once(self, name: str) -> Any:
        """Returns what the finder of that name tells; all are asked once, by later runs with the same HTML not at all."""
        if name not in self.known:
            # Kept for the finders alone: a site's would take more memory than its HTML.
            vars(self)["_html"] = self.html
            vars(self)["_lines"] = list(lines(self.html))
            vars(self)["_text_tags"] = self._read_text_tags()
            self.known.update({known: find(self) for known, find in _FINDERS.items()})
            del vars(self)["_html"], vars(self)["_lines"], vars(self)["_text_tags"]
        return self.known[name]

    @property
    def lines(self) -> Iterable[tuple[int, str, Tags]]:
        """Offset, text and tags of each piece (see tags.lines)."""
        return vars(self).get("_lines") or lines(self.html)

    def each(self, find: Callable[[Tags], Sequence[T]]) -> list[T]:
        """Returns what find() says of each piece's tags, one after another; find: a function of a module."""
        found: list[T] = []
        for _, _, tags in self.lines:
            if tags:
                said = tags.told.get(find)
                found += tags.tell(find) if said is None else said
        return found

    @cached_property
    def ids(self) -> frozenset[str]:
        """The anchors of the page."""
        return frozenset(self._ids)

    @property
    def _ids(self) -> list[str]:
        return self.once("ids")

    @property
    def twice(self) -> list[str]:
        """The anchors that stand more than once, each once, by where the second stands."""
        ids, seen = self._ids, set()
        again = [name for name in ids if name in seen or seen.add(name)]
        return list(dict.fromkeys(again))

    @cached_property
    def text_span(self) -> tuple[int, int]:
        """Where the page's own text begins and ends: the theme's <article>."""
        found = [
            (tag.is_end, at + tag.start, at + tag.end)
            for at, line, tags in self.lines
            if "article" in line.lower()
            for tag in tags
            if tag.name == "article"
        ]
        start = next((end for is_end, _, end in found if not is_end), 0)
        return start, next((start for is_end, start, _ in reversed(found) if is_end), len(self.html))

    @property
    def text_tags(self) -> list[Tag]:
        """The tags of the page's own text."""
        return vars(self).get("_text_tags") or self._read_text_tags()

    def _read_text_tags(self) -> list[Tag]:
        start, end = self.text_span
        found: list[Tag] = []
        for at, line, tags in self.lines:
            if tags and at < end and at + len(line) >= start:
                moved = [Tag(name, is_end, raw, at + first, at + last) for name, is_end, raw, first, last in tags]
                is_inside = start <= at and at + len(line) <= end
                found += moved if is_inside else [tag for tag in moved if start <= tag.start < end]
        return found

    def words(self, start: int, end: int) -> str:
        """The text between two offsets, without tags, spaces squeezed."""
        return " ".join(unescape(without_tags(self.html[start:end])).split())


def _ids(tags: tuple[Tag, ...]) -> list[str]:
    named = (tag for tag in tags if not tag.is_end and "id=" in tag.raw)
    return [name for tag in named if (name := tag.attributes.get("id"))]


@finder("ids")
def _all_ids(page: Page) -> list[str]:
    return page.each(_ids)
