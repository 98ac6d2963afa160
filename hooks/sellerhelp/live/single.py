"""One page alone: built again when nothing but its own text can have changed, which is what most savings are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sellerhelp.frontmatter import head_of
from sellerhelp.site import Site


def build_one(site: Site, page: Any, text: str, parse: Callable[[], object], write: Callable[[], object]) -> bool:
    """Builds a page and says whether that was enough; after False everything must be built.

    page: as the host has it, duck-typed. text: of its file now. parse: makes its text. write: makes and writes its HTML.
    The search, the books and problems are none of this: they follow.
    """
    shown = f"docs/{page.file.src_uri}"
    if head_of(text) != head_of(site.sources.get(shown, "")):
        return False
    site.sources[shown] = text
    before = outward(site, page)
    parse()
    if outward(site, page) != before:
        return False
    write()
    return True


def outward(site: Site, page: Any) -> tuple[Any, ...]:
    """What other pages may show of a page or link to, beside its head."""
    return str(page.title), sorted(page.present_anchor_ids or ()), site.placed.get(page.file.src_uri), str(page.toc)
