"""Finds what a writer has still to fill in: the marks that `make page` leaves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sellerhelp.gate.project import Project
from sellerhelp.gate.written import Lines, prose
from sellerhelp.problem import Problem

MARK = "〈채울 곳〉"
_FOUND = re.compile(rf"{MARK}[ \t]*([^\n]*)")
_LONGEST = 40


def check(project: Project) -> list[Problem]:
    """Names every mark in heads, prose and data; code blocks may speak of them."""
    return list(marks(project.sources))


def marks(sources: Mapping[str, str]) -> Iterable[Problem]:
    """Names the marks in texts. sources: path as shown -> text."""
    for shown, source in sources.items():
        lines = Lines(source, shown)
        for found in _FOUND.finditer(_read(source) if shown.endswith(".md") else source):
            yield _problem(lines, found)


def _read(source: str) -> str:
    """Returns a page with its code blanked out; its head stays."""
    text = prose(source)
    head = len(source) - len(source.partition("\n---\n")[2]) if source.startswith("---\n") else 0
    return source[:head] + text[head:]


def _problem(lines: Lines, found: re.Match[str]) -> Problem:
    what = found[1].strip()
    shown = what if len(what) <= _LONGEST else what[:_LONGEST] + "…"
    text = f"아직 채우지 않은 곳이에요: ‘{shown}’" if shown else "아직 채우지 않은 곳이에요."
    return lines.place(found.start()).problem(text, f"{MARK}과 그 뒤의 글을 지우고 내용을 적으세요.", rule="page-todo")
