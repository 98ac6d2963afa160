"""Who rests on which fact: pages and questions name them in `facts:`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sellerhelp.facts.fact import Fact
from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.yamltext import Place, Text


@dataclass(frozen=True)
class User:
    """A page or a question that rests on facts.

    title: what the reports call it. as_of: the 기준일 that it shows, or "". facts: the ids as written, with their places.
    """

    title: str
    place: Place
    as_of: str
    facts: tuple[Text, ...]


def use_problems(users: Iterable[User], facts: Mapping[str, Fact]) -> list[Problem]:
    """Names unknown ids, doubtful facts without a 기준일 beside them, and pages that rest on nothing."""
    problems = []
    for user in users:
        for one in user.facts:
            fact = facts.get(one.value.strip())
            if fact is None:
                problems.append(_unknown(one, facts))
            elif fact.is_doubtful and not user.as_of:
                text = f"사실 {attach(fact.id, '은/는')} 바뀌었을 수 있는데(확인필요) 기준일을 보여 주지 않아요."
                mend = "쪽 정보에 기준일을 적으세요. 예: as_of: 판매자 FAQ 수집 자료 기준 (수집일 미표기)"
                problems.append(one.place.problem(text, mend, rule="facts-basis"))
    return problems


def _unknown(one: Text, facts: Mapping[str, Fact]) -> Problem:
    near = nearest(one.value, facts)
    mend = (
        f"{attach(near, '을/를')} 가리키려고 했나요?"
        if near
        else "docs/_facts/에 있는 번호를 적으세요. 예: settlement-018"
    )
    return one.place.problem(f"사실 {attach(one.value, '이/가')} 없어요.", mend, rule="facts-unknown")


def resting_on(name: str, users: Iterable[User]) -> list[User]:
    """Returns the pages and questions that rest on a fact, in the order of their places."""
    found = [user for user in users if any(one.value.strip() == name for one in user.facts)]
    return sorted(found, key=lambda user: user.place.path)


def unused(facts: Mapping[str, Fact], users: Iterable[User]) -> list[Fact]:
    """Returns the facts that no page and no question rests on."""
    named = {one.value.strip() for user in users for one in user.facts}
    return [fact for name, fact in facts.items() if name not in named]


def by_age(users: Iterable[User], facts: Mapping[str, Fact]) -> Sequence[tuple[str, User]]:
    """Returns the pages with the date of their oldest fact, oldest first; facts that nobody dated ("") come first."""
    rows = []
    for user in users:
        dates = [facts[one.value.strip()].date for one in user.facts if one.value.strip() in facts]
        if dates:
            rows.append((min(dates), user))
    return sorted(rows, key=lambda row: (row[0], row[1].place.path))
