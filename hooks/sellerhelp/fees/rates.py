"""The rates that the estimator multiplies with, taken from the dated values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.values.data import Value, Values
from sellerhelp.values.wanted import wanting
from sellerhelp.yamltext import Place

GRADES = ("영세", "중소1", "중소2", "중소3", "일반")
# Store and kind of inflow -> the name in values.yml.
SALES = {
    "smart-normal": "판매수수료",
    "smart-marketing": "마케팅 판매수수료",
    "brand-normal": "브랜드 판매수수료",
    "brand-marketing": "브랜드 마케팅 판매수수료",
}
NAMES = {**{grade: f"주문관리 수수료 {grade}" for grade in GRADES}, **SALES}
# 100 % in the unit of Rate.at: thousandths of a per cent keep every published rate whole.
WHOLE = 100_000


@dataclass(frozen=True)
class Rate:
    """versions: first day ("" where no source says it) and thousandths of a per cent, in order of days."""

    versions: tuple[tuple[str, int], ...]

    def at(self, day: str) -> int:
        """Returns the rate in force on a day, written 2026-11-25; before the first version the first."""
        begun = [rate for start, rate in self.versions if start <= day]
        return begun[-1] if begun else self.versions[0][1]


Rates = dict[str, Rate]


def thousandths(value: str) -> int | None:
    """Returns 2.73 as 2730, None for what is no rate below 100."""
    match = re.fullmatch(r"(\d{1,2})(?:\.(\d{1,3}))?", value)
    return int(match[1]) * 1000 + int((match[2] or "").ljust(3, "0")) if match else None


def read_rates(values: Values, day: date, place: Place) -> tuple[Rates, list[Problem]]:
    """Returns the rates from a day on, by grade and by store and inflow, with the problems of those missing.

    place: where somebody asked for them. Without one of them there are none.
    """
    rates: Rates = {}
    problems: list[Problem] = []
    for key, name in NAMES.items():
        value = values.by_name.get(name)
        if problem := wanting("수수료 계산기", name, values, day, place, "fees-value-missing"):
            problems.append(problem)
        elif value:
            rates[key] = _rate(value, day, problems)
    return {} if problems else rates, problems


def _rate(value: Value, day: date, problems: list[Problem]) -> Rate:
    versions: list[tuple[str, int]] = []
    for version in [one for one in (value.at(day), *value.later(day)) if one]:
        rate = thousandths(version.value) if value.unit == "%" else None
        if rate is None:
            said = f"‘{value.name}’의 값 {attach(value.words(version), '은/는')} 요율이 아니에요."
            mend = "100보다 작은 수를 소수점 아래 셋째 자리까지 적고, 단위는 ‘%’로 적으세요."
            problems.append(version.place.problem(said, mend, rule="fees-rate"))
        else:
            versions.append((version.start.isoformat() if version.start else "", rate))
    return Rate(tuple(versions))
