"""What one build has learnt so far; it lives on the host's config object and dies with it."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from sellerhelp.changes.change import Change
from sellerhelp.contact.widgets import korean_day
from sellerhelp.faq.collection import Collection
from sellerhelp.folded import Folded
from sellerhelp.frontmatter import PageHead
from sellerhelp.manuals import Manual
from sellerhelp.problem import Problem
from sellerhelp.values.data import Values

if TYPE_CHECKING:
    from sellerhelp.contact.reader import ContactData
    from sellerhelp.faq.answers import Answer


@dataclass
class Site:
    """moment: when the build takes place, epoch seconds. addresses: page path -> address below the root.

    sources: what readers see, "docs/orders/faq.yml" -> text. notes: the fact base and drawings, which the checks of prose leave alone.
    placed: page path -> ids of the questions that stand on it, in order.
    url: where the site will be read, "https://…/", or "". is_check: the gate asks, nothing will be published.
    finished: page path (or the name of a template, "404.html") -> the whole page as it is written.
    files: addresses of everything else that is published.
    changes: dated changes of whoever has his own (values); those of pages and questions are found in heads and collection.
    """

    moment: int
    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    heads: dict[str, PageHead] = field(default_factory=dict)
    manuals: list[Manual] = field(default_factory=list)
    collection: Collection = field(default_factory=lambda: Collection(()))
    answers: dict[str, Answer] = field(default_factory=dict)
    placed: dict[str, list[str]] = field(default_factory=dict)
    contact: ContactData | None = None
    url: str = ""
    is_check: bool = False
    finished: MutableMapping[str, str] = field(default_factory=Folded)
    files: set[str] = field(default_factory=set)
    values: Values = field(default_factory=Values)

    @property
    def day(self) -> date:
        """The day of the build in Korea."""
        return korean_day(self.moment)

    def plain(self, text: str) -> str:
        """Returns a text with the values in force on the day of the build."""
        return self.values.plain(text, self.day)

    def learn(self, head: PageHead) -> None:
        """Keeps a page's head; its description goes where no HTML can follow."""
        self.heads[head.path] = replace(head, description=self.plain(head.description))

    changes: list[Change] = field(default_factory=list)

    def manual_of(self, path: str) -> Manual | None:
        """Returns the manual that a page belongs to."""
        return next((manual for manual in self.manuals if path.startswith(manual.folder + "/")), None)

    def page_link(self, path: str, root: str, anchor: str = "") -> dict[str, str]:
        """Returns address, number and title of a page, seen from a page whose way to the root is given."""
        head = self.heads[path]
        tail = f"#{anchor}" if anchor else ""
        return {"url": root + self.addresses[path] + tail, "number": head.number, "title": head.title}
