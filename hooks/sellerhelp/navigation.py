"""The navigation, made of the pages' numbers instead of a list that somebody keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import escape

from sellerhelp.manuals import Manual

FRONT = "index.md"
# The one page outside of the manuals that the navigation shows; others are found through links and search.
QUESTIONS = "faq.md"


def navigation(pages: Iterable[str], manuals: Iterable[Manual]) -> list[Any]:
    """Returns the host's nav: the front page, the manuals with their pages, all questions before the contact section.

    Titles are escaped here because the theme prints them raw.
    """
    paths = set(pages)
    manuals = list(manuals)
    nav: list[Any] = [FRONT] if FRONT in paths else []
    seldom = [QUESTIONS] if QUESTIONS in paths else []
    for manual in manuals:
        if manual.folder == "contact":
            nav += seldom
        pages = [manual.index.path, *(page.path for page in manual.pages)]
        nav.append({str(escape(manual.title)): pages} if len(pages) > 1 else pages[0])
    return nav if any(manual.folder == "contact" for manual in manuals) else nav + seldom
