"""Search promises: questions that must find their page or answer among the first three results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.search.index import Index
from sellerhelp.search.rank import search
from sellerhelp.yamltext import Place

FIRST = 3
INSTEAD = " 대신 나온 것: "  # what follows in the problem depends on every page
EACH = 4  # what the dialog shows of one page


@dataclass(frozen=True)
class Promise:
    """query: what somebody asks. location: what it must find (a page's address, or a question's). place: where it stands."""

    query: str
    location: str
    place: Place


def check(index: Index, promises: Iterable[Promise]) -> list[Problem]:
    """Names the promises that do not hold, with what came instead."""
    problems = []
    for promise in promises:
        groups = first_results(index, promise.query)
        if not any(promise.location in group for group in groups):
            came = ", ".join(f"‘{next(iter(group.values()))}’" for group in groups) or "결과 없음"
            text = (
                f"{attach(promise.query, '으로/로')} 찾으면 이 글이 처음 {FIRST}개 안에 나오지 않아요.{INSTEAD}{came}"
            )
            mend = "제목이나 본문, also에 그 말을 쓰거나 docs/synonyms.yml에 뜻이 같은 말을 더하세요."
            problems.append(promise.place.problem(text, mend, rule="search-promise"))
    return problems


def first_results(index: Index, query: str) -> list[dict[str, str]]:
    """Returns the first results as the dialog shows them: a group a page, each location with its title, best first.

    A section counts for its page, whose address every group holds.
    """
    groups: dict[str, dict[str, str]] = {}
    for number, _ in search(index, query):
        document = index.documents[number]
        if document.page not in groups and len(groups) == FIRST:
            continue
        group = groups.setdefault(document.page, {})
        if len(group) < EACH:
            group.setdefault(document.location, document.title)
    for page, group in groups.items():
        group.setdefault(page, "")
    return list(groups.values())
