"""What a check is given: everything that one build has read and written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from sellerhelp.contact.hours import KOREA
from sellerhelp.gate.page import Page
from sellerhelp.gate.written import Written, written
from sellerhelp.memory import Memory, key_of
from sellerhelp.problem import Problem
from sellerhelp.recipe import code_digest
from sellerhelp.search.built import THEIR_WORKER
from sellerhelp.site import Site


@dataclass(frozen=True)
class Project:
    """site: heads, questions, manuals, addresses, sources of this build. docs: the folder that writers write in.

    cache: a folder in which a check may remember what was slow to find out. anchors: of pages that are not among the
    finished ones, where only some are looked at.
    """

    site: Site
    docs: Path
    cache: Path
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _written: dict[str, list[Written]] = field(default_factory=dict)

    def written(self, shown: str) -> list[Written]:
        """Returns the links, pictures and tags of a source as they were written. shown: "docs/orders/invoice.md"."""
        if shown not in self._written:
            self._written[shown] = written(self.sources.get(shown, ""), shown)
        return self._written[shown]

    @property
    def sources(self) -> Mapping[str, str]:
        """Every source that readers see, as its name is shown ("docs/orders/faq.yml") -> its text, lines ended by \\n."""
        return self.site.sources

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every finished page, its path below docs/ ("orders/invoice.md") or its template's name -> the page."""
        return {path: self._page(path) for path in sorted(self.site.finished)}

    def _page(self, path: str) -> Page:
        finished = self.site.finished
        known = self._known(finished[path])
        return Page(path, self.site.addresses.get(path, ""), partial(finished.__getitem__, path), known)

    def _known(self, html: str) -> dict[str, Any]:
        # The name of the search index is another one after each edit, and nothing that a check looks at.
        key = key_of(THEIR_WORKER.sub("", html))
        if (known := self._memory.get(key)) is None:
            known = {}
            self._memory.keep(key, known)
        return known

    @cached_property
    def _memory(self) -> Memory:
        return Memory(None if self.is_part else self.cache / "pages.json", code_digest())

    @property
    def is_part(self) -> bool:
        """Only some pages are looked at: that is done sooner than what is known of all of them is read."""
        return bool(self.anchors)

    def remember(self) -> None:
        """Keeps what was found in the finished pages for the next run."""
        self._memory.save()

    @property
    def today(self) -> date:
        """The day of the build in Korea."""
        return (datetime.fromtimestamp(self.site.moment, UTC) + timedelta(seconds=KOREA)).date()


# A check is a pure function: it changes nothing, asks no clock and writes nothing but its cache.
Check = Callable[[Project], list[Problem]]
