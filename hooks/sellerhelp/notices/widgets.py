"""The bars at the top of pages and the archive: true without a script as far as the build's day goes, live with one."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup

from sellerhelp.manuals import resolve
from sellerhelp.notices.notice import URGENT, Notice, by_urgency, is_outside
from sellerhelp.notices.period import period_words
from sellerhelp.notices.reader import PATH
from sellerhelp.site import Site

ARCHIVE = "notices.md"


class NoticeWidgets:
    """Everything that the templates and the `/// notices` block show."""

    def __init__(self, env: Environment, site: Site, notices: list[Notice]):
        self.env, self.site, self.notices = env, site, notices

    def _render(self, name: str, **values: Any) -> Markup:
        return Markup(self.env.get_template(f"partials/sellerhelp/{name}.html").render(**values))

    def bars(self, path: str, root: str) -> Markup:
        """The notices of a page that are not over: those in force shown, coming ones hidden until a script shows them."""
        rows = self._rows(sorted(self._of(path), key=by_urgency), root)
        return self._render("notices", rows=rows) if rows else Markup()

    def has_bars(self, path: str) -> bool:
        return bool(self._of(path))

    def _of(self, path: str) -> list[Notice]:
        coming = [notice for notice in self.notices if not notice.is_over_at(self.site.moment)]
        return [notice for notice in coming if notice.concerns(path) and path != ARCHIVE]

    def archive(self, root: str) -> Markup:
        """All notices, the latest first. root: the way from the page to the site's root."""
        rows = self._rows(sorted(self.notices, key=lambda notice: (-notice.start, notice.id)), root)
        return self._render("notices_archive", rows=rows)

    def _rows(self, notices: list[Notice], root: str) -> list[dict[str, Any]]:
        return [
            {
                "notice": notice,
                "is_urgent": notice.kind == URGENT,
                "is_shown": notice.is_in_force_at(self.site.moment),
                "is_over": notice.is_over_at(self.site.moment),
                "period": period_words(notice.start, notice.end),
                "parts": [(part.text, self._address(part.target, root)) for part in notice.parts],
                "link": self._link(notice.link, root),
            }
            for notice in notices
        ]

    def _address(self, target: str, root: str) -> str:
        """Turns a target as written into an address for a page; the reader has checked that it exists."""
        if not target or is_outside(target):
            return target
        path, anchor = resolve(target, PATH)
        return self.site.page_link(path, root, anchor)["url"]

    def _link(self, target: str, root: str) -> dict[str, str] | None:
        """Returns address and name of the place with the whole story: number and title of a page, or the host."""
        if not target:
            return None
        if is_outside(target):
            return {"url": target, "name": urlsplit(target).hostname or target}
        page = self.site.page_link(resolve(target, PATH)[0], root)
        return {"url": self._address(target, root), "name": f"{page['number']} {page['title']}".strip()}
