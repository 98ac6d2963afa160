"""A finished index, and how pages name it; apart from what makes one, which most edits never need."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote_plus

from markupsafe import Markup

from sellerhelp.problem import Problem

FOLDER = "search"
# What the theme's own script expects to load; it holds nothing.
STUB = '{"config":{"lang":["ko"],"separator":"[\\\\s]+","pipeline":[],"fields":{}},"docs":[]}'
# Letters and digits, that no quoting changes and nobody writes.
_MARK = "sh7late9index4"
# The theme writes Korean as escapes, which take three times the room; after a backslash, "u" is a letter of the text.
_ESCAPED = re.compile(r"\\\\|\\u(a[c-f][0-9a-f]{2}|[bc][0-9a-f]{3}|d[0-6][0-9a-f]{2})")
THEIR_WORKER = re.compile(r'"search": ?"[^"]*"')


@dataclass(frozen=True)
class BuiltSearch:
    """folder: of the index below the site's root, its name changes with its content. files: name -> text.

    counts: how many files of each kind there are; told to the worker, so that it need not ask first.
    """

    folder: str
    files: dict[str, str]
    problems: list[Problem]
    counts: str = ""

    def late(self) -> tuple[BuiltSearch, dict[str, str]]:
        """Returns a stand-in that names the index by marks, and what stands for the marks in the end.

        Every edit makes another index, whose name stands in every page; so pages can be kept without it.
        """
        marks = {f"{_MARK}folder": self.folder, f"{_MARK}counts": quote_plus(self.counts)}
        return BuiltSearch(f"{_MARK}folder", {}, [], f"{_MARK}counts"), marks

    def renaming(self, newer: BuiltSearch) -> list[tuple[bytes, bytes]]:
        """Returns what in finished files names this index, and what names a newer one."""
        pairs = ((self.folder, newer.folder), (quote_plus(self.counts), quote_plus(newer.counts)))
        return [(old.encode(), new.encode()) for old, new in pairs if old != new]

    def own_worker(self, config: str, worker: str) -> Markup:
        """Puts our worker into the theme's configuration. worker: its address, seen from the page."""
        depth = worker.split("?")[0].rsplit("assets/", 1)[1].count("/") + 1
        address = f'"search": "{worker}?index={"../" * depth}{self.folder}&files={quote_plus(self.counts)}"'
        changed, places = THEIR_WORKER.subn(lambda _: address, config)
        if places != 1:
            raise ValueError(f"the theme's configuration names its search worker {places} times, expected once")
        return Markup(_ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[0], changed))
