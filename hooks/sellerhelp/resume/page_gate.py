"""The gate for one page whose text is another now: what is said of all other pages stays as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sellerhelp.contact import block as contact
from sellerhelp.contact.data import ContactData
from sellerhelp.faq import placement as faq
from sellerhelp.gate import headings, html, images, leftovers, links, lists, tables
from sellerhelp.gate.project import Project
from sellerhelp.pages import todo
from sellerhelp.problem import Problem
from sellerhelp.prose.check import block_problems
from sellerhelp.site import Site
from sellerhelp.values import check as values
from sellerhelp.words import plug as words

# Of gate/checks.py those that look at texts; heads and what is published have not changed.
CHECKS = (links.check, todo.check, html.check, leftovers.check, headings.check, lists.check, tables.check, words.check)


def problems_of(
    site: Site,
    hours: ContactData,
    path: str,
    finished: str,
    data: Mapping[str, str],
    anchors: Mapping[str, frozenset[str]],
    docs: Path,
    cache: Path,
) -> list[Problem]:
    """Returns what is wrong with a page. site: its source holds the new text. finished: its whole HTML.

    data: the sources that checks of every page read (terms, synonyms). anchors: path -> anchors, of all other pages.
    docs, cache: see Project.
    """
    shown = f"docs/{path}"
    source = site.sources[shown]
    found = [
        *block_problems(source, shown),
        *values.check_source(source, shown, site.values, site.day, is_data=False),
        *faq.check_page(source, shown, site.collection),
        *contact.check_page(source, shown, hours),
    ]
    part = replace(
        site, sources={**data, shown: source}, finished={path: finished}, heads={path: site.heads[path]}, problems=[]
    )
    project = Project(part, docs, cache, anchors)
    found += [problem for check in CHECKS for problem in check(project)]
    return [one for one in [*found, *images.of_pages(project)[0]] if one.path == shown]
