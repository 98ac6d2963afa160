"""All books of a site from its pages: written, recorded and printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sellerhelp.book.chapters import KnownChapters
from sellerhelp.book.editions import keep_record, read_edition
from sellerhelp.book.emit_book import Press
from sellerhelp.book.face import face_digest
from sellerhelp.book.library import Pages, write_manuscripts
from sellerhelp.book.paper import PAPERS
from sellerhelp.book.printed import Printed
from sellerhelp.problem import Problem, errors
from sellerhelp.recipe import code_digest
from sellerhelp.site import Site


def bound(
    site: Site,
    html: Mapping[str, str],
    others: Mapping[str, bytes],
    edition: str | None,
    options: Mapping[str, Any],
    today: date,
    cache: Path,
) -> tuple[list[Printed], list[Problem]]:
    """Returns the books, none when anything is wrong, and what that is.

    html, others: see Pages. edition: the text of the last edition's record. options: paper, bleed. cache: a folder.
    """
    from sellerhelp.book.shelf import print_books  # why: the press takes long to load

    last, wrong = read_edition(edition)
    press = Press(PAPERS[options["paper"]], options["bleed"], today, site.url, last)
    pages = Pages(html, site.addresses, others, site.sources, site.heads, site.plain)
    earlier = KnownChapters(cache / "chapters", code_digest() + face_digest())
    manuscripts, chapters, found = write_manuscripts(site.manuals, pages, press, earlier)
    earlier.save()
    problems = wrong + [problem for problem in found if problem.rule != "book-link"]  # why: site_report tells it
    if errors([*site.problems, *problems]):
        return [], problems
    keep_record(cache, today, chapters)
    printed, said = print_books(manuscripts, cache, site.moment, options["bleed"])
    return printed, problems + said
