"""The words of a plan; `settlement/words.js` says the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sellerhelp.settlement.calendar import Counted
from sellerhelp.settlement.rule import Step

WEEKDAYS = "월화수목금토일"


def date_words(day: date, year: int | None = None) -> str:
    """Prints 12월 28일(월), with its year where that is not the given one."""
    return f"{_year(day, year)}{day.month}월 {day.day}일({WEEKDAYS[day.weekday()]})"


def _year(day: date, year: int | None) -> str:
    return f"{day.year}년 " if year is not None and day.year != year else ""


def skip_words(way: Iterable[Counted]) -> str:
    """Names the skipped days in order: 12월 25일 성탄절, 12월 26–27일 주말. "" when none was skipped."""
    runs: list[list[Counted]] = []
    for day in (day for day in way if not day.number):
        last = runs[-1][-1] if runs else None
        if last and last.name == day.name and day.day - last.day == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(f"{_span(run[0].day, run[-1].day)} {run[0].name}" for run in runs)


def _span(first: date, last: date) -> str:
    if first == last:
        return f"{first.month}월 {first.day}일"
    end = f"{last.day}일" if last.month == first.month else f"{last.month}월 {last.day}일"
    start = f"{first.month}월 {first.day}" if last.month == first.month else f"{first.month}월 {first.day}일"
    return f"{start}–{end}"


def count_words(way: Iterable[Counted]) -> str:
    """Names the counted days in order: 12월 24일(목) 1영업일째, 12월 28일(월) 2영업일째."""
    return ", ".join(f"{date_words(day.day)} {day.number}영업일째" for day in way if day.number)


def step_words(step: Step, extended: int = 0) -> tuple[str, str]:
    """Returns what a step is called and how it was counted. extended: days by which a confirmation was put off."""
    if step.what == "sent":
        return "발송기한", f"결제일 다음 날부터 {step.number}영업일째예요."
    if step.what in ("picked", "arrived"):
        name = "집화처리" if step.what == "picked" else "배송완료"
        how = f"발송처리하고 {step.number}일 뒤로 적었어요." if step.number else "발송처리한 날로 적었어요."
        return name, how
    if step.what == "confirmed":
        more = f" 연장한 {extended}일을 넣었어요." if extended else ""
        return "구매확정", f"다음 날부터 쉬는 날도 넣어 {step.number}일째예요.{more}"
    return "예상 정산일", f"다음 날부터 {step.number}영업일째예요."


def way_words(steps: Iterable[Step], year: int) -> str:
    """Prints the steps between the known day and the settlement: 12월 9일(수) 구매확정."""
    return ", ".join(f"{date_words(step.end, year)} {step_words(step)[0]}" for step in steps)
