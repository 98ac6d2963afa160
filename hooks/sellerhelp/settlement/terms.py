"""The numbers of the rule, taken from the dated values: one place to change them."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date

from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.values.data import Values
from sellerhelp.values.wanted import wanting
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
    """Business days: settle, dispatch. Calendar days: the others; extensions: how often."""

    settle: int
    dispatch: int
    tracked: int
    untracked: int
    abroad: int
    nothing: int
    request: int
    extension: int
    extensions: int
    returns: int

    def as_data(self) -> dict[str, int]:
        return {one.name: getattr(self, one.name) for one in fields(self)}


def read_terms(values: Values, day: date, place: Place) -> tuple[Terms | None, list[Problem]]:
    """Returns the numbers in force on a day and the problems of those that are missing or no whole number.

    place: where somebody asked for them. None when one of them cannot be had.
    """
    found: dict[str, int] = {}
    problems: list[Problem] = []
    for term, name in NAMES.items():
        value = values.by_name.get(name)
        version = value.at(day) if value else None
        if version and re.fullmatch(r"[1-9]\d?", version.value):
            found[term] = int(version.value)
        elif version:
            said = (
                f"계산기는 ‘{name}’의 값을 1부터 99까지의 수로 받아요. 지금은 {attach(version.value, '이에요/예요')}."
            )
            problems.append(version.place.problem(said, "예: value: '8'", rule="settlement-number"))
        elif problem := wanting("정산일 계산기", name, values, day, place, "settlement-value-missing"):
            problems.append(problem)
    return Terms(**found) if not problems else None, problems
