"""Markdown that nothing understood and that readers would see as signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sellerhelp.gate.locate import Locator
from sellerhelp.gate.page import Page, finder
from sellerhelp.gate.project import Project
from sellerhelp.gate.written import Lines, prose
from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest

_INCLUDE = re.compile(r"^[ \t]*(?:-{1,}8<-{1,}.*|\{%\s*include\b.*)$", re.M)
_SIGNS = re.compile(r"\*\*|\]\(|!\[|\{[#:]|^///.*$|^:::.*$|~~|<!--", re.M)
_SILENT = ("code", "pre", "kbd", "script", "style", "svg", "textarea")


def check(project: Project) -> list[Problem]:
    locator = Locator(project)
    problems = []
    for path, page in project.pages.items():
        if path in project.site.heads:
            shown = f"docs/{path}"
            problems += [*_includes(project.sources[shown], shown), *_uses(project, shown)]
            problems += _signs(page, locator, {(one.path, one.line) for one in problems})
    return problems


def _includes(source: str, shown: str) -> Iterator[Problem]:
    """Names lines that want another file put in their place: this site has no such thing."""
    lines = Lines(source, shown)
    for found in _INCLUDE.finditer(prose(source)):
        at = found.start() + len(found[0]) - len(found[0].lstrip())
        mend = "글을 그 자리에 적거나 그 쪽으로 링크를 거세요. 예: [송장 고치기](invoice.md)"
        yield lines.place(at).problem("다른 파일을 끼워 넣을 수 없어요.", mend, rule="include-unknown")


def _uses(project: Project, shown: str) -> Iterator[Problem]:
    """Names [text][label] whose label has no [label]: address line."""
    rows = project.written(shown)
    known = {" ".join(one.text.lower().split()) for one in rows if one.kind == "definition"}
    for one in rows:
        label = " ".join(one.target.lower().split())
        if one.kind == "use" and label not in known:
            near = nearest(label, sorted(known))
            example = f"[{one.text}](invoice.md)"
            mend = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else f"주소를 바로 적으세요. 예: {example}"
            text = f"링크 이름 {attach(one.target, '이/가')} 가리키는 주소가 없어요."
            yield one.place.problem(text, mend, rule="link-reference")


def _signs(page: Page, locator: Locator, told: set[tuple[str, int]]) -> Iterator[Problem]:
    for clues in page.once("signs"):
        place = locator.text(page, clues)
        if (place.path, place.line) not in told:
            told.add((place.path, place.line))
            text = f"마크다운 기호 {attach(clues[-1][:12], '이/가')} 그대로 보여요."
            mend = "짝이 맞는지, 앞뒤 빈칸과 빈 줄이 있는지 살펴보세요. 글자로 쓰려면 앞에 ‘\\’를 적으세요."
            yield place.problem(text, mend, rule="markup-left")


@finder("signs")
def _clues(page: Page) -> list[list[str]]:
    """Returns for each sign what stands from it on, in ever fewer letters, and the sign itself."""
    signs = ((words, found) for words in _texts(page) for found in _SIGNS.finditer(words))
    return [[*(words[found.start() :][:length] for length in (24, 12, 6)), found[0]] for words, found in signs]


def _texts(page: Page) -> Iterator[str]:
    """Yields the text between the tags of the page's own part, without code."""
    silent = 0
    last = page.text_span[0]
    for tag in page.text_tags:
        if not silent and tag.start > last:
            yield page.html[last : tag.start]
        if tag.name in _SILENT and not tag.is_closed:
            silent = max(silent + (-1 if tag.is_end else 1), 0)
        last = tag.end
