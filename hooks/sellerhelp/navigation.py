"""The navigation, made of the pages' numbers instead of a list that somebody keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import escape

from sellerhelp.manuals import Manual

FRONT = "index.md"


def navigation(pages: Iterable[str], manuals: Iterable[Manual]) -> list[Any]:
    """Returns the host's nav: the front page, the manuals with their pages, then pages outside of manuals.

    Titles are escaped here because the theme prints them raw.
    """
    paths = set(pages)
    manuals = list(manuals)
    nav: list[Any] = [FRONT] if FRONT in paths else []
    seldom = sorted(path for path in paths if "/" not in path and path != FRONT)
    for manual in manuals:
        if manual.folder == "contact":
            nav += seldom
        pages = [manual.index.path, *(page.path for page in manual.pages)]
        nav.append({str(escape(manual.title)): pages} if len(pages) > 1 else pages[0])
    return nav if any(manual.folder == "contact" for manual in manuals) else nav + seldom
