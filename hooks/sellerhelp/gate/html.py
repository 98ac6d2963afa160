"""The HTML of the finished pages: closed, with unique ids, with nothing that a browser would obey."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sellerhelp.gate.locate import Locator, place_of
from sellerhelp.gate.page import Page, finder
from sellerhelp.gate.project import Project
from sellerhelp.gate.written import Written
from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.tags import Tag
from sellerhelp.yamltext import Place

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# What Markdown has no sign for, or what does no harm.
ALLOWED = ("a", "abbr", "br", "img", "kbd", "mark", "small", "sub", "sup", "wbr")
# One look at the letters spares most tags the reading of their attributes.
_MAYBE_OBEYED = re.compile(r"(?<![\w-])on[a-z]{3}|style|srcdoc|formaction|http-equiv", re.I)
_OBEYED = ("style", "srcdoc", "formaction", "http-equiv")


def check(project: Project) -> list[Problem]:
    locator = Locator(project)
    problems = [problem for shown in project.sources for problem in _raw_tags(project, shown)]
    for page in project.pages.values():
        problems += [*_ids(page, project, locator), *_obeyed(page, locator)]
        if not any(one.path == f"docs/{page.path}" and one.rule == "html-refused" for one in problems):
            problems += _unclosed(page, project)
    return problems


def _raw_tags(project: Project, shown: str) -> Iterator[Problem]:
    """Names the tags in a source that may not be there; in answers every tag is shown instead of obeyed."""
    is_answer = shown.endswith("/faq.yml")
    if not shown.endswith(".md") and not is_answer:
        return
    for one in project.written(shown):
        if one.kind != "tag" or one.is_end:
            continue
        if is_answer and one.target in _KNOWN:
            yield one.place.problem(
                f"답에는 HTML {attach(f'<{one.target}>', '을/를')} 쓸 수 없어요.", _MEND, rule="html-refused"
            )
        elif not is_answer and one.target not in ALLOWED:
            yield one.place.problem(
                f"HTML {attach(f'<{one.target}>', '은/는')} 쓸 수 없어요.", _MEND, rule="html-refused"
            )


_MEND = "마크다운으로 적으세요. 쓸 수 있는 HTML: " + ", ".join(ALLOWED)
# In an answer <상태> is text; these are what somebody means as HTML.
_KNOWN = {*ALLOWED, *"bius", "p", "div", "span", "font", "table", "tr", "td", "th", "ul", "ol", "li", "strong", "em"}


def _ids(page: Page, project: Project, locator: Locator) -> Iterator[Problem]:
    for name in page.twice:
        yield _id_problem(page, name, project, locator)


def _id_problem(page: Page, name: str, project: Project, locator: Locator) -> Problem:
    shown = f"docs/{page.path}"
    source = project.sources.get(shown, "")
    clues = [f"{{#{name}", f'id="{name}"']
    place = next((found for clue in clues if (found := place_of(source, clue, shown, nth=2))), None)
    place = place or locator.text(page, [*clues, name])
    text = f"이름 {attach('#' + name, '이/가')} 한 쪽에 두 번 있어요."
    return place.problem(text, f"하나를 다른 이름으로 바꾸세요. 예: {{#{name}-2}}", rule="html-id-twice")


def _obeyed(page: Page, locator: Locator) -> Iterator[Problem]:
    """Names attributes that run or restyle; the site's security policy would stop them, or not."""
    for name in page.once("obeyed"):
        place = locator.text(page, [f"{name}=", name])
        text = f"HTML 속성 {attach(name, '은/는')} 쓸 수 없어요."
        yield place.problem(text, "그 속성을 지우세요.", rule="html-attribute")


@finder("obeyed")
def _all_obeyed(page: Page) -> list[str]:
    return page.each(_obeyed_names)


def _obeyed_names(tags: tuple[Tag, ...]) -> list[str]:
    found = (tag for tag in tags if not tag.is_end and tag.name != "meta" and _MAYBE_OBEYED.search(tag.raw))
    names = (name for tag in found for name in tag.attributes)
    return [name for name in names if (name.startswith("on") and len(name) > 4) or name in _OBEYED]


def _unclosed(page: Page, project: Project) -> Iterator[Problem]:
    """Names the first tag of a page that nothing closes, or that closes nothing: the rest follows from it."""
    found = page.once("unclosed")
    if not found:
        return
    name, is_end = found.removeprefix("/"), found.startswith("/")
    place = _unpaired(project.written(f"docs/{page.path}"), name)
    if place is None:
        place = Place(f"docs/{page.path}", 0, 0)
    if is_end:
        text = f"HTML {attach(f'</{name}>', '을/를')} 여는 태그가 앞에 없어요."
        mend = f"{attach(f'</{name}>', '을/를', quote=False)} 지우거나, 앞에 {attach(f'<{name}>', '을/를', quote=False)} 적으세요."
    else:
        text = f"HTML {attach(f'<{name}>', '이/가')} 닫히지 않았어요."
        mend = f"끝에 {attach(f'</{name}>', '을/를', quote=False)} 적으세요."
    yield place.problem(text, mend, rule="html-unclosed")


@finder("unclosed")
def _all_unclosed(page: Page) -> str:
    return _first_unclosed(page.each(_unpaired_in))


def _unpaired_in(tags: tuple[Tag, ...]) -> list[tuple[str, bool]]:
    """Returns the tags that have no partner beside them, as name and whether it is a closing one."""
    left: list[tuple[str, bool]] = []
    for tag in tags:
        if tag.name in _VOID or tag.is_closed:
            continue
        if tag.is_end and left and left[-1] == (tag.name, False):
            left.pop()
        else:
            left.append((tag.name, tag.is_end))
    return left


def _first_unclosed(tags: Iterable[tuple[str, bool]]) -> str:
    """Returns the name of a tag that nothing closes, with a / before it of one that closes nothing, or ""."""
    stack: list[str] = []
    for name, is_end in tags:
        if not is_end:
            stack.append(name)
        elif not stack or stack[-1] != name:
            return stack[-1] if name in stack else f"/{name}"
        else:
            stack.pop()
    return stack[-1] if stack else ""


def _unpaired(tags: list[Written], name: str) -> Place | None:
    """Returns where a tag of that name stands in a source without its partner."""
    opened: list[Place] = []
    for one in tags:
        if one.kind == "tag" and one.target == name:
            if not one.is_end:
                opened.append(one.place)
            elif opened:
                opened.pop()
            else:
                return one.place
    return opened[-1] if opened else None
