"""All checks that need the whole project, in one tuple: a new one is a line here."""

from __future__ import annotations

from collections.abc import Iterable

from sellerhelp.gate import headings, heads, html, images, leftovers, links, lists, published, tables
from sellerhelp.gate.consequences import without_consequences
from sellerhelp.gate.project import Check, Project
from sellerhelp.pages import todo
from sellerhelp.problem import Problem
from sellerhelp.words import plug as words

CHECKS: tuple[Check, ...] = (
    heads.check,
    published.check,
    links.check,
    todo.check,
    images.check,
    html.check,
    leftovers.check,
    headings.check,
    lists.check,
    tables.check,
    words.check,
)


def run(project: Project, checks: Iterable[Check] = CHECKS) -> list[Problem]:
    """Returns what is wrong in the project, each problem once, by file, line and column.

    That is what was found while the sources were read (site.problems) and what the checks find.
    """
    found = {*project.site.problems, *(problem for check in checks for problem in check(project))}
    project.remember()
    return without_consequences(sorted(found))
