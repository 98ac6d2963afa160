"""What the head of a page says to who passes its link on or finds it: tags of Open Graph, the way to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from sellerhelp.frontmatter import PageHead
from sellerhelp.guide import is_guide
from sellerhelp.jsonld import script_json
from sellerhelp.navigation import FRONT
from sellerhelp.sharing.cards import HEIGHT, WIDTH
from sellerhelp.sharing.copies import titled
from sellerhelp.site import Site

GENERAL = "site"  # the picture of every page outside of the manuals


class SharingWidgets:
    """name: of the site. cards: folder of a manual, or GENERAL -> address of its picture; none in a check."""

    def __init__(self, env: Environment, site: Site, name: str, cards: Mapping[str, str]):
        self.env, self.site, self.name, self.cards = env, site, name, cards

    def head(self, path: str) -> Markup:
        """The elements for a page's head. path: below docs/."""
        head = self.site.heads.get(path)
        if not head or is_guide(path):
            return Markup()
        manual = self.site.manual_of(path)
        card = self.cards.get(manual.folder if manual else GENERAL, self.cards.get(GENERAL, ""))
        return Markup(
            self.env.get_template("partials/sellerhelp/sharing.html").render(
                head=head, title=titled(head) if path != FRONT else self.name, name=self.name, url=self._url(head),
                picture=self.site.url + card if self.site.url and card else "", size=(WIDTH, HEIGHT),
                about=f"{self.name}: {manual.title if manual else head.title}", trail=self._trail(head),
                is_front=path == FRONT,
            )
        )  # fmt: skip

    def _url(self, head: PageHead) -> str:
        return self.site.url and self.site.url + self.site.addresses[head.path]

    def _trail(self, head: PageHead) -> Markup | None:
        """The pages above a page and itself (schema.org BreadcrumbList); search engines want whole addresses."""
        if not self.site.url or head.path == FRONT:
            return None
        manual = self.site.manual_of(head.path)
        above = [manual.index] if manual and manual.index is not head and manual.index.path != head.path else []
        steps = [("처음", self.site.url), *((page.title, self._url(page)) for page in (*above, head))]
        items: list[dict[str, Any]] = [
            {"@type": "ListItem", "position": at, "name": name, "item": url} for at, (name, url) in enumerate(steps, 1)
        ]
        return script_json({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items})
