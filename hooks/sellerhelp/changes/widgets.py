"""The page of changes, the latest ones on the front page, the feed."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from sellerhelp.changes.atom import FEED, Feed, atom
from sellerhelp.changes.change import Change
from sellerhelp.changes.collect import Month, changes_of, months
from sellerhelp.contact.widgets import korean_day
from sellerhelp.manuals import Manual
from sellerhelp.notices.widgets import ARCHIVE
from sellerhelp.site import Site

PAGE = "changes.md"
_LATEST = 4


class ChangeWidgets:
    """Everything that the templates and the `/// changes` block show; asked only when all sources have been read."""

    def __init__(self, env: Environment, site: Site):
        self.env, self.site = env, site

    def _render(self, name: str, **values: Any) -> Markup:
        return Markup(self.env.get_template(f"partials/sellerhelp/{name}.html").render(**values))

    def history(self, root: str) -> Markup:
        """All changes by month, and chips that show those of one manual alone."""
        changes = changes_of(self.site)
        counts = [(manual, sum(self._manual(change) == manual for change in changes)) for manual in self.site.manuals]
        return self._render(
            "changes",
            months=[self._month(month, root) for month in months(changes)],
            manuals=[(manual, count) for manual, count in counts if count],
            total=len(changes),
            feed=root + FEED,
        )

    def _month(self, month: Month, root: str) -> dict[str, Any]:
        return {"year": month.year, "month": month.month, "rows": [self._row(change, root) for change in month.changes]}

    def latest(self, root: str) -> Markup:
        """The last changes for the front page, with the ways to the whole history and to the notices."""
        rows = [self._row(change, root) for change in changes_of(self.site)[:_LATEST]]
        links = [self.site.page_link(path, root) for path in (ARCHIVE, PAGE) if path in self.site.heads]
        return self._render("latest", rows=rows, links=links) if rows else Markup()

    def _row(self, change: Change, root: str) -> dict[str, Any]:
        manual = self._manual(change)
        return {"change": change, "url": root + change.address, "manual": manual.number if manual else 0}

    def _manual(self, change: Change) -> Manual | None:
        return self.site.manual_of(change.address)

    def feed(self, title: str, address: str, tag: str) -> bytes:
        """The Atom feed. title: the site's. address: where the site will be read, "" leaves the links relative. tag: the first half of the ids."""
        page = self.site.addresses.get(PAGE, "")
        today = korean_day(self.site.moment)
        about = Feed(f"{title}: 바뀐 기록", title, address.rstrip("/") + "/" if address else "", page, tag, today)
        return atom(about, changes_of(self.site))
