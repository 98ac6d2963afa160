"""Finds where somebody wrote what is wrong in a finished page: in the page's source, else in a data file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from html import unescape

from sellerhelp.gate.address import joined, keys, split
from sellerhelp.gate.page import Page
from sellerhelp.gate.project import Project
from sellerhelp.gate.written import Written
from sellerhelp.tags import attributes
from sellerhelp.yamltext import Place


class Locator:
    """Maps finished pages to their sources; the second of two equal finds in a page gets the second place."""

    def __init__(self, project: Project):
        self.project = project
        self.taken: Counter[tuple[str, str]] = Counter()
        self.index = cache(self._index)
        self.data = [name for name in sorted(project.sources) if name.endswith(".yml")]

    def link(self, page: Page, value: str) -> Written | None:
        """Returns what was written for an address of a finished page, or None when the theme made it.

        value: the attribute as a browser reads it.
        """
        for key in (value, joined(*split(value, page.address))):
            for shown in (f"docs/{page.path}", *self.data):
                if places := self.index(shown).get(key):
                    return self._next(places, (page.path, key))
        return None

    def _next(self, places: list[Written], key: tuple[str, str]) -> Written:
        self.taken[key] += 1
        return places[min(self.taken[key], len(places)) - 1]

    def _index(self, shown: str) -> Mapping[str, list[Written]]:
        found: dict[str, list[Written]] = defaultdict(list)
        source = shown.removeprefix("docs/")
        for one in self.project.written(shown):
            if one.kind == "tag":
                for target in _targets(one):
                    found[target].append(one)
            elif one.kind != "use":
                # Readers' browsers resolve character references: java&#115;cript: is told where it stands.
                for key in keys(unescape(one.target), source, self.project.site.addresses):
                    found[key].append(one)
        return found

    def text(self, page: Page, clues: list[str]) -> Place:
        """Returns where the first of some texts stands in the page's source, else in a data file, else the page."""
        own = f"docs/{page.path}"
        for shown in (own, *self.data):
            for clue in clues:
                if place := place_of(self.project.sources.get(shown, ""), clue, shown):
                    return place
        return self.page(page)

    def page(self, page: Page) -> Place:
        """Returns where a page states its title; the template for a page without a source."""
        if page.path not in self.project.site.heads:
            return Place(f"overrides/{page.path}", 1, 1)
        shown = f"docs/{page.path}"
        return place_of(self.project.sources[shown], "title:", shown) or Place(shown, 1, 1)


def _targets(tag: Written) -> list[str]:
    values = attributes(tag.text)
    return [values[name] for name in ("href", "src") if name in values]


def place_of(source: str, clue: str, shown: str, nth: int = 1) -> Place | None:
    """Returns the place of the nth time that a text stands in a source, or None."""
    at = -1
    for _ in range(nth):
        at = source.find(clue, at + 1)
        if at < 0:
            return None
    return Place(shown, source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at))
