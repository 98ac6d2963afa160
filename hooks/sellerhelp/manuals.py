"""The six manuals (and the contact section): their pages in the order of their numbers.

A page's number is written in its head, not counted: it stays the same when
other pages come and go, so that somebody on the phone, an old print and the
site mean the same page by 3-2. The navigation follows the numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from posixpath import dirname, join, normpath, relpath

from sellerhelp.frontmatter import PageHead
from sellerhelp.guide import is_guide
from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest_file

QUESTIONS = "Q"


@dataclass(frozen=True)
class Manual:
    """number: 1 to 9. folder: below docs/. index: its overview. pages: the rest, by number, questions last."""

    number: int
    folder: str
    index: PageHead
    pages: tuple[PageHead, ...]

    @property
    def title(self) -> str:
        return self.index.title

    @property
    def chapters(self) -> tuple[PageHead, ...]:
        return tuple(page for page in self.pages if not is_questions(page))

    @property
    def questions(self) -> PageHead | None:
        return next((page for page in self.pages if is_questions(page)), None)


def is_questions(page: PageHead) -> bool:
    return page.number.endswith(QUESTIONS)


def sort_key(page: PageHead) -> tuple[int, int]:
    """Orders 3 < 3-1 < 3-10 < 3-Q."""
    manual, _, chapter = page.number.partition("-")
    return int(manual or 0), 99 if chapter == QUESTIONS else int(chapter or 0)


def arrange(pages: Iterable[PageHead]) -> tuple[list[Manual], list[Problem]]:
    """Groups the numbered pages into manuals; the problems name numbers that clash, miss or mislead."""
    folders: dict[str, list[PageHead]] = {}
    for page in pages:
        if dirname(page.path) and not is_guide(page.path):
            folders.setdefault(page.path.split("/")[0], []).append(page)
    problems: list[Problem] = []
    manuals = []
    for folder, members in folders.items():
        index = next((page for page in members if page.path == f"{folder}/index.md"), None)
        if index is None or not index.number.isdigit():
            problems.append(_no_overview(members[0], folder, index))
            continue
        problems += _number_problems(index, members)
        rest = sorted((page for page in members if page is not index and page.number), key=sort_key)
        manuals.append(Manual(int(index.number), folder, index, tuple(rest)))
    manuals.sort(key=lambda manual: manual.number)
    return manuals, problems + _same_manual_numbers(manuals)


def _no_overview(page: PageHead, folder: str, index: PageHead | None) -> Problem:
    if index is None:
        return page.number_place.problem(
            f"‘docs/{folder}’에 index.md가 없어요.", "매뉴얼의 첫 쪽 index.md를 만드세요.", rule="manual-overview"
        )
    return index.number_place.problem(
        "매뉴얼의 첫 쪽에는 매뉴얼 번호 하나가 와야 해요.", "예: number: 3", rule="manual-number"
    )


def _number_problems(index: PageHead, members: list[PageHead]) -> list[Problem]:
    problems = []
    seen: dict[str, PageHead] = {}
    for page in members:
        if page is index:
            continue
        free = f"number: {index.number}-{next_chapter(members)}"
        if not page.number:
            problems.append(
                page.number_place.problem(
                    "쪽 번호(number)가 없어요.", f"비어 있는 번호: {free}", rule="page-number-missing"
                )
            )
        elif not page.number.startswith(index.number + "-"):
            text = f"‘{index.title}’ 매뉴얼의 쪽 번호는 {index.number}-로 시작해야 해요."
            problems.append(page.number_place.problem(text, f"비어 있는 번호: {free}", rule="page-number-manual"))
        elif page.number in seen:
            text = f"쪽 번호 {attach(page.number, '은/는')} ‘{seen[page.number].title}’에서 이미 쓰고 있어요."
            problems.append(page.number_place.problem(text, f"비어 있는 번호: {free}", rule="page-number-twice"))
        seen.setdefault(page.number, page)
    return problems


def next_chapter(members: list[PageHead]) -> int:
    return max((sort_key(page)[1] for page in members if page.number and not is_questions(page)), default=0) + 1


def _same_manual_numbers(manuals: list[Manual]) -> list[Problem]:
    problems = []
    for before, after in pairwise(manuals):
        if before.number == after.number:
            text = f"매뉴얼 번호 {attach(str(after.number), '을/를')} ‘{before.title}’에서 이미 쓰고 있어요."
            problems.append(
                after.index.number_place.problem(
                    text, "다른 번호를 고르세요. 예: number: 8", rule="manual-number-twice"
                )
            )
    return problems


def resolve(link: str, base: str) -> tuple[str, str]:
    """Splits a link as writers write it into the page's path below docs/ and its #anchor (or "").

    base: the path of the file that holds the link; an empty page part means that file.
    """
    page, _, anchor = link.partition("#")
    return (normpath(join(dirname(base), page)) if page else base), anchor


def related_problems(pages: Iterable[PageHead], known: Iterable[str]) -> list[Problem]:
    """Names the related pages that do not exist. known: the paths of all pages below docs/."""
    known = set(known)
    problems = []
    for page in pages:
        for item in (*page.related, *page.frequent):
            path, _ = resolve(item.page, page.path)
            if path not in known:
                problems.append(item.place.problem(*missing_page(item.page, page.path, known), rule="related-missing"))
    return problems


def missing_page(link: str, base: str, known: Iterable[str]) -> tuple[str, str]:
    """Says that a page does not exist, and how the one that may be meant is written there.

    base: the path below docs/ of the file that holds the link.
    """
    path, _ = resolve(link, base)
    near = nearest_file(path, known) if path != base else ""
    name = relpath(near or "orders/invoice.md", dirname(base) or ".")
    mend = f"{attach(name, '을/를')} 가리키려고 했나요?" if near else f"파일 이름과 폴더를 확인하세요. 예: {name}"
    return f"{attach(link, '이라는/라는')} 쪽이 없어요.", mend
