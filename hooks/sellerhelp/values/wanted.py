"""A value that a calculator cannot do without, and that is not there or not in force."""

from __future__ import annotations

from datetime import date

from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.values.data import Values
from sellerhelp.yamltext import Place


def wanting(calculator: str, name: str, values: Values, day: date, place: Place, rule: str) -> Problem | None:
    """Says why a calculator has no value of a name on a day; None where it has one.

    calculator: as writers call it. place: where somebody asked for the calculator.
    """
    value = values.by_name.get(name)
    if value is None:
        said = f"{calculator}가 쓰는 값 {attach(name, '이/가')} 없어요."
        return place.problem(said, f"docs/values.yml에 적으세요. 예: name: {name}", rule=rule)
    if value.at(day) is None:
        said = f"{calculator}가 쓰는 값 {attach(name, '은/는')} 오늘 정해진 것이 없어요."
        return value.place.problem(said, "이 값의 ‘from’과 ‘until’을 살펴보세요.", rule=rule)
    return None
