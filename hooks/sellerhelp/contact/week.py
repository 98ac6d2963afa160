"""Reads hours as a clerk writes them: `평일: "09:00-12:00, 13:00-18:00"`, `언제나`, `확인필요`."""

from __future__ import annotations

import re
from itertools import pairwise

from sellerhelp.contact.data import Kind, Range, Week
from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.schema import Key, text
from sellerhelp.yamltext import Map, Node, Place, Text

DAYS = "월화수목금토일"
MIDNIGHT = 24 * 60
_WORDS: dict[str, Kind] = {"언제나": "always", "확인필요": "unknown", "확인 필요": "unknown"}
_RANGE = re.compile(r"([0-9]{1,2}):([0-5][0-9]) ?[-–~] ?([0-9]{1,2}):([0-5][0-9])")
_WEEK_EXAMPLE = '예: week: {평일: "09:00-18:00"}, week: 언제나, week: 확인필요'
_DAY_MEND = "쓸 수 있는 이름: 월, 화, 수, 목, 금, 토, 일, 평일, 월-금처럼 이은 요일"


def clock(minute: int) -> str:
    """Prints minutes since midnight as 09:05; the end of the day is 24:00."""
    return f"{minute // 60:02}:{minute % 60:02}"


def range_text(span: Range) -> str:
    """Prints a range the way a clerk writes it: 09:00-18:00."""
    return f"{clock(span[0])}-{clock(span[1])}"


def week(node: Node, problems: list[Problem], key: Key) -> Week | None:
    """Reads the hours of a week: a word, or a mapping from days to ranges."""
    if isinstance(node, Map):
        return _week_of_days(node, problems)
    value = node.value.strip() if isinstance(node, Text) else ""
    if value in _WORDS:
        return Week(_WORDS[value])
    shown = f" {attach(value, '을/를')}" if value else "을"
    problems.append(node.place.problem(f"‘{key.name}’의 값{shown} 읽을 수 없어요.", _WEEK_EXAMPLE, rule="contact-week"))
    return None


def _week_of_days(node: Map, problems: list[Problem]) -> Week | None:
    before = len(problems)
    days: list[tuple[Range, ...]] = [()] * 7
    lines: dict[int, int] = {}
    for name, child in node.items.items():
        place = node.keys[name]
        numbers = _fresh_days(name, place, lines, problems)
        hours = ranges(child, problems, Key(name, ranges, f'{name}: "09:00-18:00"'))
        for number in numbers if hours else ():
            days[number] = hours or ()
            lines[number] = place.line
    if len(problems) > before:
        return None
    if not any(days):
        problems.append(node.place.problem("상담하는 요일이 하나도 없어요.", _WEEK_EXAMPLE, rule="contact-week-none"))
        return None
    return Week("hours", tuple(days))


def _fresh_days(name: str, place: Place, lines: dict[int, int], problems: list[Problem]) -> list[int]:
    """Returns the days a name stands for that no earlier line has; reports the rest."""
    numbers = _days_named(name)
    if numbers is None:
        problems.append(
            place.problem(f"요일 {attach(name, '을/를')} 알 수 없어요.", _DAY_MEND, rule="contact-day-unknown")
        )
        return []
    for number in numbers:
        if number in lines:
            text_ = f"{DAYS[number]}요일 시간이 두 번 있어요. 첫 번째는 {lines[number]}번째 줄이에요."
            problems.append(place.problem(text_, "요일마다 한 번만 적으세요. 예: 월-목, 금", rule="contact-day-twice"))
            return []
    return list(numbers)


def _days_named(name: str) -> range | None:
    if name == "평일":
        return range(5)
    first, dash, last = (part.strip() for part in re.sub("[–~]", "-", name).partition("-"))
    last = last if dash else first
    if len(first) != 1 or len(last) != 1 or first not in DAYS or last not in DAYS:
        return None
    # 금-월 would run over the week's end: it is refused, because a slip is likelier than a wish.
    return range(DAYS.index(first), DAYS.index(last) + 1) or None


def ranges(node: Node, problems: list[Problem], key: Key) -> tuple[Range, ...] | None:
    """Reads ranges of one day in any order, separated by commas; returns them sorted."""
    value = text(node, problems, key)
    if value is None:
        return None
    spans = [_range(part.strip(), node.place, problems, key) for part in value.split(",")]
    known = sorted(span for span in spans if span)
    if len(known) < len(spans) or _report_overlap(known, node.place, problems):
        return None
    return tuple(known)


def one_range(node: Node, problems: list[Problem], key: Key) -> Range | None:
    """Reads exactly one range."""
    spans = ranges(node, problems, key)
    if spans and len(spans) > 1:
        problems.append(
            node.place.problem(
                f"‘{key.name}’에는 시간 하나만 와야 해요.", f"예: {key.example}", rule="contact-one-range"
            )
        )
        return None
    return spans[0] if spans else None


def _range(part: str, place: Place, problems: list[Problem], key: Key) -> Range | None:
    match = _RANGE.fullmatch(part)
    if not part:
        problems.append(
            place.problem(f"‘{key.name}’에 남는 쉼표가 있어요.", '예: "09:00-12:00, 13:00-18:00"', rule="contact-comma")
        )
        return None
    if not match:
        text_ = f"‘{key.name}’의 시간 {attach(part, '을/를')} 읽을 수 없어요."
        problems.append(place.problem(text_, f"예: {key.example}", rule="contact-range"))
        return None
    from_hour, from_minute, to_hour, to_minute = map(int, match.groups())
    start, end = from_hour * 60 + from_minute, to_hour * 60 + to_minute
    wrong = _wrong_order(start, end)
    if wrong:
        problems.append(place.problem(f"시간 {attach(part, '은/는')} {wrong[0]}", wrong[1], rule="contact-range-order"))
        return None
    return start, end


def _wrong_order(start: int, end: int) -> tuple[str, str] | None:
    """Says what is wrong with a range and how to mend it, or None."""
    if start == end:
        return "시작과 끝이 같아요.", '예: "09:00-18:00"'
    if end > MIDNIGHT and start < MIDNIGHT:
        return "24:00을 넘어요.", _split_at_midnight(start, end - MIDNIGHT)
    if max(start, end) > MIDNIGHT:
        return "하루 안에 있지 않아요.", '00:00부터 24:00까지 적으세요. 예: "09:00-18:00"'
    if end == 0:
        return "끝이 시작보다 빨라요.", f'자정은 24:00으로 적으세요. 예: "{range_text((start, MIDNIGHT))}"'
    if end < start:
        swapped = range_text((end, start))
        return "끝이 시작보다 빨라요.", f'예: "{swapped}"\n{_split_at_midnight(start, end)}'
    return None


def _split_at_midnight(start: int, end: int) -> str:
    first, rest = range_text((start, MIDNIGHT)), range_text((0, min(end, MIDNIGHT)))
    return f'자정을 넘기면 두 요일로 나누세요. 예: 월: "{first}", 화: "{rest}"'


def _report_overlap(spans: list[Range], place: Place, problems: list[Problem]) -> bool:
    for one, other in pairwise(spans):
        names = f"{attach(range_text(one), '과/와')} {attach(range_text(other), '이/가')}"
        joined = range_text((one[0], max(one[1], other[1])))
        if one[1] >= other[0]:
            verb = "겹쳐요" if one[1] > other[0] else "이어져 있어요"
            problems.append(
                place.problem(f"{names} {verb}.", f'하나로 적으세요. 예: "{joined}"', rule="contact-range-overlap")
            )
            return True
    return False
