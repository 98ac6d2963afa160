"""What a page shows beside its text, as the key of its HTML: its head, its neighbours, its part of the navigation.

Everything here is duck-typed: a page has title, url, meta and so on as the host's pages have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sellerhelp.build.printed import Printer

# What the host gives every template; the rest of a context was added by somebody.
_HOST = {"nav", "pages", "base_url", "extra_css", "extra_javascript", "mkdocs_version", "build_date_utc", "config", "page"}  # fmt: skip


class Shown:
    """Prints what pages show; of one build, while nothing in the navigation changes."""

    def __init__(self) -> None:
        self.printed = Printer()
        self._sections: dict[int, str] = {}

    def __call__(self, page: Any, context: Mapping[str, Any]) -> list[str]:
        """Raises Opaque when something in the context cannot be compared."""
        around = [page.previous_page, page.next_page]
        own = [page.file.src_uri, page.url, page.title, page.canonical_url, page.edit_url, page.is_homepage]
        rest = {key: value for key, value in context.items() if key not in _HOST}
        return [
            page.content or "",
            self.printed([own, page.meta, [_link(one) for one in around], _contents(page.toc), rest]),
            self.printed([context["base_url"], *map(str, context["extra_css"] + context["extra_javascript"])]),
            self._navigation(context["nav"], page),
        ]

    def _navigation(self, nav: Any, page: Any) -> str:
        """The top of the tree, and what lies open on the way to the page."""
        ways = [id(one) for one in page.ancestors]
        return self._section(nav.items, id(nav)) + "".join(map(self._way, page.ancestors)) + repr(
            [number for number, item in enumerate(nav.items) if item is page or id(item) in ways]
        )  # fmt: skip

    def _way(self, section: Any) -> str:
        return self._section(section.children, id(section))

    def _section(self, items: Iterable[Any], name: int) -> str:
        if name not in self._sections:
            self._sections[name] = self.printed([[item.title, _link(_first(item))] for item in items])
        return self._sections[name]


def _link(page: Any) -> list[Any] | None:
    return [page.title, page.url, dict(getattr(page, "meta", None) or {})] if page else None


def _first(item: Any) -> Any:
    while item.children:
        item = item.children[0]
    return item


def _contents(toc: Iterable[Any]) -> list[Any]:
    return [[one.title, one.id, one.level, _contents(one.children)] for one in toc]
