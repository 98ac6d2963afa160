"""Headings: one step at a time, with a permanent anchor, short enough for a line of print, never left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sellerhelp.gate.locate import Locator
from sellerhelp.gate.page import Page, finder
from sellerhelp.gate.project import Project
from sellerhelp.gate.written import prose_with_code
from sellerhelp.problem import Fix, Problem
from sellerhelp.yamltext import Place

# One line of a printed page at the size of a second heading holds 32 Hangul.
LONGEST = 32
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*(\{[^{}\n]*\})?[ \t]*$")
_UNDERLINED = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_LAST = ".,:;…。，：；"


@dataclass(frozen=True)
class Heading:
    """text: as written, without its attributes. anchor: of {#anchor}, or "". place: of the text."""

    level: int
    text: str
    anchor: str
    place: Place
    line: str


def check(project: Project) -> list[Problem]:
    problems = []
    locator = Locator(project)
    for path, page in project.pages.items():
        if path in project.site.heads:
            problems += _of_source(project.sources[f"docs/{path}"], f"docs/{path}")
            problems += _steps(page, locator)
    return problems


def headings(source: str, shown: str) -> list[Heading]:
    """Reads the headings of a page's Markdown."""
    found = []
    for number, line in enumerate(prose_with_code(source).split("\n"), 1):
        if match := _HEADING.match(line):
            anchor = re.search(r"#([^\s}]+)", match[3] or "")
            place = Place(shown, number, match.start(2) + 1)
            found.append(Heading(len(match[1]), match[2].strip(), anchor[1] if anchor else "", place, line))
    return found


def _of_source(source: str, shown: str) -> Iterator[Problem]:
    found = headings(source, shown)
    for heading in found:
        yield from _of_heading(heading)
    yield from _empty_sections(source, found)


def _of_heading(heading: Heading) -> Iterator[Problem]:
    place = heading.place
    if not heading.text:
        yield place.problem("제목에 글이 없어요.", "예: ## 송장 고치기 {#edit}", rule="heading-empty")
        return
    if heading.level == 1:
        text = "본문에 큰제목(#)을 적었어요. 쪽의 제목은 쪽 정보의 title이에요."
        yield place.problem(text, f"예: ## {heading.text} {{#{heading.anchor or 'name'}}}", rule="heading-title")
    elif heading.level == 2 and not heading.anchor:
        text = "제목에 자리 이름이 없어요. 제목을 고치면 이 자리로 오는 링크가 끊어져요."
        yield place.problem(text, f"예: ## {heading.text} {{#name}}", rule="heading-anchor")
    if len(heading.text) > LONGEST:
        text = f"제목이 {len(heading.text)}자예요. 종이에서 두 줄이 돼요."
        yield place.problem(text, f"{LONGEST}자까지 줄이세요.", rule="heading-long")
    if heading.text[-1] in _LAST:
        column = place.column + len(heading.text) - 1
        fix = Fix(place.line, column, heading.text[-1], "")
        text = f"제목이 ‘{heading.text[-1]}’로 끝나요."
        yield Problem(place.path, place.line, column, text, "끝의 부호를 지우세요.", rule="heading-mark", fix=fix)


def _empty_sections(source: str, found: list[Heading]) -> Iterator[Problem]:
    """Names headings that no text follows: at the foot of a printed page they would promise something."""
    lines = source.split("\n")
    for heading, following in pairwise([*found, None]):
        end = following.place.line - 1 if following else len(lines)
        is_above = following is not None and following.level > heading.level
        if heading.text and not is_above and not "".join(lines[heading.place.line : end]).strip():
            text = f"제목 ‘{heading.text}’ 아래에 글이 없어요."
            yield heading.place.problem(text, "글을 적거나 제목을 지우세요.", rule="heading-section")


def _steps(page: Page, locator: Locator) -> Iterator[Problem]:
    """Names headings of the finished page that skip a level."""
    before = 1
    for level, anchor, text in page.once("headings"):
        if level > before + 1:
            clues = [f"{'#' * level} {text}", f"{{#{anchor}}}"] if anchor else [f"{'#' * level} {text}"]
            said = f"제목이 {before}단계에서 {level}단계로 건너뛰었어요."
            mend = f"예: {'#' * (before + 1)} {text}"
            yield locator.text(page, clues).problem(said, mend, rule="heading-skipped")
        before = level


@finder("headings")
def _all_headings(page: Page) -> list[tuple[int, str, str]]:
    return list(_headings(page))


def _headings(page: Page) -> Iterator[tuple[int, str, str]]:
    tags = list(page.text_tags)
    for at, tag in enumerate(tags):
        if tag.name in _HEADINGS and not tag.is_end:
            end = next((one.start for one in tags[at:] if one.name == tag.name and one.is_end), tag.end)
            words = page.words(tag.end, end).removesuffix("¶").strip()
            yield int(tag.name[1]), tag.attributes.get("id", ""), words
