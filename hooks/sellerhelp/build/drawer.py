"""The navigation tree, drawn once for all pages of a folder: from each of them all links are the same but its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment

TEMPLATE = "partials/sellerhelp/drawer.html"
_NOBODY = "?"  # quoted in the address of any page: what nobody's page sees is what all pages of its folder see


@dataclass(frozen=True)
class Beside:
    """Stands for any page of a folder. url: of its own, below the site's root."""

    url: str


@dataclass
class Drawer:
    """draw: (navigation, page) -> HTML. link: (address, page) -> the address as it is seen from the page."""

    draw: Callable[[Any, Any], str]
    link: Callable[[str, Any], str]
    nav: Any = None
    above: frozenset[str] = frozenset()
    drawn: dict[tuple[str, int], str] = field(default_factory=dict)

    def __call__(self, nav: Any, page: Any) -> str:
        """Returns the tree as a page shows it."""
        if nav is not self.nav:
            self.nav, self.above, self.drawn = nav, _above(one.url for one in nav.pages), {}
        if page.url in self.above:
            return self.draw(nav, page)
        folder = page.url.rstrip("/").rpartition("/")[0]
        beside = Beside((f"{folder}/" if folder else "") + _NOBODY + ("/" if page.url.endswith("/") else ".html"))
        key = folder, next((at for at, item in enumerate(nav.items) if item.active), -1)
        if key not in self.drawn:
            self.drawn[key] = self.draw(nav, beside)
        html, seen = self.drawn[key], f' href="{self.link(page.url, beside)}"'
        if html.count(seen) > 1:
            return self.draw(nav, page)
        return html.replace(seen, f' href="{self.link(page.url, page)}" aria-current="page"')


def _above(urls: Iterable[str]) -> frozenset[str]:
    """Returns the addresses below which pages lie, "" and "./" of the root: from there links are not those of a neighbour."""
    found = {"", "./"}
    for url in urls:
        parts = url.rstrip("/").split("/")
        found |= {"/".join(parts[:size]) + "/" for size in range(1, len(parts))}
    return frozenset(found)


def drawer(env: Environment) -> Callable[[Any, Any], str]:
    """Returns what draws the tree with the templates of an environment; a plain function, which nobody notes."""
    link = lambda address, page: env.filters["url"]({"page": page, "base_url": ""}, address)  # noqa: E731
    # Read when the first page is drawn: a template that is broken is told then, as all are.
    draw = lambda nav, page: env.get_template(TEMPLATE).render(nav=nav, page=page, base_url="")  # noqa: E731
    made = Drawer(draw, link)
    return lambda nav, page: made(nav, page)
