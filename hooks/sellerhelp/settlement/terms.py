"""The numbers of the rule, taken from the dated values: one place to change them."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date

from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.values.data import Values
from sellerhelp.yamltext import Place

# The name in values.yml of every number below.
NAMES = {
    "settle": "정산까지",
    "dispatch": "발송기한",
    "tracked": "자동 구매확정",
    "untracked": "추적 불가 구매확정",
    "abroad": "해외·예약 구매확정",
    "nothing": "배송없음 구매확정",
    "request": "구매확정 요청",
    "extension": "구매확정 연장",
    "extensions": "구매확정 연장 횟수",
    "returns": "반품 접수 기간",
}


@dataclass(frozen=True)
class Terms:
    """Business days: settle, dispatch. Calendar days: the others; extensions: how often.

    The defaults are what the sources said when this was written; a site's own stand in its values.yml.
    """

    settle: int = 1
    dispatch: int = 3
    tracked: int = 8
    untracked: int = 28
    abroad: int = 45
    nothing: int = 8
    request: int = 5
    extension: int = 10
    extensions: int = 3
    returns: int = 7

    def as_data(self) -> dict[str, int]:
        return {one.name: getattr(self, one.name) for one in fields(self)}


def read_terms(values: Values, day: date, shown: str) -> tuple[Terms, list[Problem]]:
    """Returns the numbers in force on a day and the problems of those that are missing or no whole number.

    shown: the path of values.yml in problems.
    """
    found: dict[str, int] = {}
    problems: list[Problem] = []
    for term, name in NAMES.items():
        value = values.by_name.get(name)
        version = value.at(day) if value else None
        if version and re.fullmatch(r"[1-9]\d?", version.value):
            found[term] = int(version.value)
        elif version:
            said = f"계산기는 ‘{name}’의 값을 1부터 99까지의 수로 받아요. 지금은 {attach(version.value, '이에요/예요')}."
            problems.append(version.place.problem(said, f"예: value: '{getattr(Terms, term)}'", rule="settlement-number"))
        else:
            place = value.place if value else Place(shown, 1, 1)
            problems.append(place.problem(*_missing(name, term), rule="settlement-value-missing"))
    return Terms(**found), problems


def _missing(name: str, term: str) -> tuple[str, str]:
    said = f"계산기가 쓰는 값 {attach(name, '이/가')} 없거나 오늘 정해진 것이 없어요."
    return said, f"예:\n- name: {name}\n  versions:\n    - value: '{getattr(Terms, term)}'"
