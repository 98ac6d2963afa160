"""How much stands in each manual: pages, questions, promises of the search, facts, drawings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sellerhelp.faq.entry import Entry
from sellerhelp.frontmatter import PageHead
from sellerhelp.manuals import Manual, is_questions

LEAST_PAGES, LEAST_QUESTIONS, LEAST_DRAWINGS = 12, 40, 2
LEAST_FINDS, LEAST_FINDS_OF_QUESTION = 3, 2


@dataclass(frozen=True)
class Extent:
    """pages: chapters, without the overview and the list of questions. facts: different ones that it rests on.

    thin: paths and ids of pages and questions with too few promises of the search, or without facts.
    """

    title: str
    pages: int
    questions: int
    finds: int
    facts: int
    drawings: int
    thin: tuple[str, ...]


def extents(manuals: Iterable[Manual], entries: Iterable[Entry], files: Collection[str]) -> list[Extent]:
    """Counts each manual. files: paths of all files below docs/, "orders/img/flow.svg"."""
    every = list(entries)
    return [_extent(manual, [one for one in every if one.manual == manual.folder], files) for manual in manuals]


def _extent(manual: Manual, entries: Sequence[Entry], files: Collection[str]) -> Extent:
    chapters = [page for page in manual.pages if not is_questions(page)]
    written: list[PageHead | Entry] = [*chapters, *entries]
    thin = [page.path for page in chapters if len(page.finds) < LEAST_FINDS or not page.facts]
    thin += [entry.id for entry in entries if len(entry.finds) < LEAST_FINDS_OF_QUESTION or not entry.facts]
    return Extent(
        title=manual.title,
        pages=len(chapters),
        questions=len(entries),
        finds=sum(len(one.finds) for one in written),
        facts=len({fact.value.strip() for one in written for fact in one.facts}),
        drawings=sum(name.startswith(manual.folder + "/") and name.endswith(".svg") for name in files),
        thin=tuple(thin),
    )


def report(rows: Sequence[Extent], words: int, facts: int) -> str:
    """Prints the counts, one manual a line. words: in the glossary. facts: in the fact base."""
    lines = [
        f"{row.title}: 쪽 {row.pages}, 질문 {row.questions}, 찾기 약속 {row.finds}, 사실 {row.facts}, 그림 {row.drawings}"
        for row in rows
    ]
    pages, questions, finds = (sum(getattr(row, name) for row in rows) for name in ("pages", "questions", "finds"))
    lines.append(f"모두: 쪽 {pages}, 질문 {questions}, 찾기 약속 {finds}, 용어 {words}, 사실표 {facts}")
    for row in rows:
        lines += [f"{row.title}: 찾기 약속이나 사실이 모자라요: {name}" for name in row.thin]
    return "\n".join(lines)
