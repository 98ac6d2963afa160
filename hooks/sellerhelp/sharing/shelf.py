"""All pictures that the site passes on, by their addresses."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import TemplateNotFound

from sellerhelp.sharing.cards import Card, Studio, drawn_large
from sellerhelp.sharing.manifest import BLUE, ICON, SIZES
from sellerhelp.sharing.widgets import GENERAL
from sellerhelp.site import Site
from sellerhelp.templates import FALLBACK_ICON


def cards(
    studio: Studio, site: Site, name: str, description: str, read: Callable[[str], str]
) -> tuple[dict[str, str], dict[str, bytes]]:
    """Returns which manual has which picture, folder -> address, and the pictures, address -> PNG.

    read: the text of a template by its name; raises TemplateNotFound for an icon that is not there.
    """
    said = {manual.folder: Card(name, str(manual.number), manual.title, manual.index.description,
                                _sign(read, f"sellerhelp/{manual.folder}")) for manual in site.manuals}  # fmt: skip
    said[GENERAL] = Card(name, "", "스마트스토어 판매자 매뉴얼", description, _sign(read, FALLBACK_ICON))
    drawn = {folder: studio.card(folder, card) for folder, card in said.items()}
    return {folder: address for folder, (address, _) in drawn.items()}, dict(drawn.values())


def _sign(read: Callable[[str], str], icon: str) -> str:
    try:
        return drawn_large(read(f".icons/{icon}.svg"))
    except TemplateNotFound:
        return drawn_large(read(f".icons/{FALLBACK_ICON}.svg"))


def icons(studio: Studio, sign: str) -> dict[str, bytes]:
    """Returns the site's sign as phones ask for it, address -> PNG. sign: an SVG."""
    return {ICON.format(size): studio.icon(sign, size, f'rgb("{BLUE}")') for size in SIZES}
