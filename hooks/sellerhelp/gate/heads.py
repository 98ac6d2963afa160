"""Page heads by the kind of page: what each must and may say, how long, by whom, and until when it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sellerhelp.frontmatter import PageHead
from sellerhelp.gate.project import Project
from sellerhelp.navigation import FRONT
from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.yamltext import List, Place, Text, read_yaml

TEAMS = "docs/teams.yml"
# A result list on a phone shows one line of title and two of description.
LONGEST_TITLE, DESCRIPTION = 24, (15, 80)
# Keys that only the front page may have, and keys that every page with a number must have.
_FRONT_KEYS = ("frequent", "template", "hide")
_NUMBERED_KEYS = {
    "as_of": "as_of: 2026-11-22 공지 기준",
    "review": "review: 2027-05-22",
    "owner": "owner: 주문팀",
}


def check(project: Project) -> list[Problem]:
    teams, problems = read_teams(project.sources.get(TEAMS, ""))
    heads = [head for head in project.site.heads.values() if "title" in head.keys]
    for head in heads:
        problems += [*_keys(head), *_lengths(head), *_owner(head, teams), *_review(head, project)]
    return [*problems, *_same_titles(heads)]


def read_teams(source: str) -> tuple[dict[str, Place], list[Problem]]:
    """Reads the list of teams: the name of each and its place."""
    reading = read_yaml(source, TEAMS)
    problems = list(reading.problems)
    items = reading.root.items if isinstance(reading.root, List) else ()
    teams = {item.value.strip(): item.place for item in items if isinstance(item, Text) and item.value.strip()}
    if not teams and not problems:
        place = Place(TEAMS, 1, 1)
        problems.append(place.problem("쪽을 맡는 팀이 하나도 없어요.", "예:\n- 주문팀\n- 정산팀", rule="head-teams"))
    return teams, problems


def _keys(head: PageHead) -> Iterator[Problem]:
    for name in _FRONT_KEYS:
        if name in head.keys and head.path != FRONT:
            text = f"‘{name}’ 줄은 사이트의 첫 쪽(docs/index.md)에만 쓸 수 있어요."
            yield head.keys[name].problem(text, f"‘{name}’ 줄을 지우세요.", rule="head-key-place")
    for name, example in _NUMBERED_KEYS.items():
        if head.number and name not in head.keys:
            text = f"매뉴얼의 쪽에는 ‘{name}’ 줄이 있어야 해요."
            yield head.keys["title"].problem(text, f"예: {example}", rule=_MISSING[name])


_MISSING = {"as_of": "head-as-of", "review": "head-review", "owner": "head-owner"}


def _lengths(head: PageHead) -> Iterator[Problem]:
    if len(head.title) > LONGEST_TITLE:
        text = f"제목이 {len(head.title)}자예요. 휴대폰의 검색 결과에서 잘려요."
        yield head.keys["title"].problem(text, f"{LONGEST_TITLE}자까지 줄이세요.", rule="head-title-long")
    shortest, longest = DESCRIPTION
    if head.description and not shortest <= len(head.description) <= longest:
        text = f"설명(description)이 {len(head.description)}자예요."
        mend = f"{shortest}–{longest}자로, 이 쪽에서 무엇을 알 수 있는지 적으세요."
        yield head.keys["description"].problem(text, mend, rule="head-description")


def _owner(head: PageHead, teams: Mapping[str, Place]) -> Iterator[Problem]:
    if head.owner and teams and head.owner not in teams:
        near = nearest(head.owner, teams)
        mend = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else f"쓸 수 있는 팀: {', '.join(teams)}"
        text = f"팀 {attach(head.owner, '이/가')} {TEAMS}에 없어요."
        yield head.keys["owner"].problem(text, mend, rule="head-owner-unknown")


def _review(head: PageHead, project: Project) -> Iterator[Problem]:
    if not head.review:
        return
    place = head.keys["review"]
    if head.updated and head.review <= head.updated:
        text = "다시 살펴볼 날(review)이 고친 날(updated)보다 뒤가 아니에요."
        yield place.problem(
            text, "고친 날부터 석 달에서 한 해 뒤를 적으세요. 예: review: 2027-05-22", rule="head-review-order"
        )
    elif head.review < project.today:
        who = f"{attach(head.owner, '이/가', quote=False)} " if head.owner else ""
        text = f"다시 살펴볼 날이 {(project.today - head.review).days}일 지났어요."
        mend = f"{who}내용이 아직 맞는지 살펴보고 updated와 review를 바꾸세요."
        yield place.problem(text, mend, "warning", rule="head-review-overdue")


def _same_titles(heads: list[PageHead]) -> Iterator[Problem]:
    seen: dict[str, PageHead] = {}
    for head in sorted(heads, key=lambda head: head.path):
        first = seen.setdefault(" ".join(head.title.split()).casefold(), head)
        if first is not head:
            text = f"제목 {attach(head.title, '은/는')} docs/{first.path}에서 이미 쓰고 있어요."
            mend = "검색 결과와 목록에서 구별할 수 있게 바꾸세요."
            yield head.keys["title"].problem(text, mend, rule="head-title-twice")
