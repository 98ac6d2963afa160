"""What a check is given: everything that one build has read and written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path

from sellerhelp.contact.hours import KOREA
from sellerhelp.gate.page import Page
from sellerhelp.gate.written import Written, written
from sellerhelp.problem import Problem
from sellerhelp.site import Site


@dataclass(frozen=True)
class Project:
    """site: heads, questions, manuals, addresses, sources of this build. docs: the folder that writers write in.

    cache: a folder in which a check may remember what was slow to find out.
    """

    site: Site
    docs: Path
    cache: Path
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
        return {
            path: Page(path, self.site.addresses.get(path, ""), html)
            for path, html in sorted(self.site.finished.items())
        }

    @property
    def today(self) -> date:
        """The day of the build in Korea."""
        return (datetime.fromtimestamp(self.site.moment, UTC) + timedelta(seconds=KOREA)).date()


# A check is a pure function: it changes nothing, asks no clock and writes nothing but its cache.
Check = Callable[[Project], list[Problem]]
