"""Lists that print badly: nested too deep, or numbered with a single step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from sellerhelp.gate.locate import Locator
from sellerhelp.gate.page import Page, finder
from sellerhelp.gate.project import Project
from sellerhelp.problem import Problem
from sellerhelp.tags import Tag

DEEPEST = 3
# The class that our Markdown gives to numbered lists; other classes are those of widgets.
STEPS = "sh-steps"


def check(project: Project) -> list[Problem]:
    locator = Locator(project)
    return [
        problem
        for path, page in project.pages.items()
        if path in project.site.heads
        for problem in _of_page(page, locator)
    ]


def _of_page(page: Page, locator: Locator) -> Iterator[Problem]:
    for rule, clues in page.once("lists"):
        said, mend = _WORDS[rule]
        yield locator.text(page, clues).problem(said, mend, rule=rule)


_WORDS = {
    "list-deep": (
        f"목록이 {DEEPEST}단계보다 깊어요. 종이에서 칸이 모자라요.",
        "안쪽 목록을 글로 풀거나 소제목으로 나누세요.",
    ),
    "list-single": ("번호 목록에 항목이 하나뿐이에요.", "번호를 지우고 글로 적으세요."),
}


@finder("lists")
def _all_bad_lists(page: Page) -> list[tuple[str, list[str]]]:
    return list(_bad_lists(page))


def _bad_lists(page: Page) -> Iterator[tuple[str, list[str]]]:
    """Yields what is wrong with a list, and how it may be written in the source."""
    open_lists: list[Tag] = []
    items: list[int] = []
    for tag in page.text_tags:
        if tag.name in ("ul", "ol"):
            if tag.is_end and open_lists:
                begun, count = open_lists.pop(), items.pop()
                if begun.name == "ol" and count == 1 and begun.attributes.get("class") == STEPS:
                    yield "list-single", _clues(page, begun)
            elif not tag.is_end:
                open_lists.append(tag)
                items.append(0)
                if len(open_lists) == DEEPEST + 1 and _is_written(tag):
                    yield "list-deep", _clues(page, tag)
        elif tag.name == "li" and not tag.is_end and items:
            items[-1] += 1


def _is_written(tag: Tag) -> bool:
    return tag.attributes.get("class", STEPS) == STEPS


def _clues(page: Page, tag: Tag) -> list[str]:
    """Returns the first words of a list, with and without what Markdown writes before them."""
    text = next((text for text in re.findall(r"[^<>]*(?=<)", page.html[tag.end : tag.end + 2000]) if text.strip()), "")
    words = unescape(text).strip()
    return [clue for sign in ("- ", "1. ", "") for clue in (sign + words[:30],) if words]
