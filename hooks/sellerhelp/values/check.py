"""Finds in what writers wrote: values that are not there, in places that hold none, and numbers written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.prose.blocks import WrittenBlock, unfenced, written_blocks
from sellerhelp.schema import Key, read_map, texts
from sellerhelp.values.data import USE, Value, Values
from sellerhelp.yamltext import Place

_CODE = re.compile(r"(`+)[^`]+\1")
# Most lines hold neither a value nor a number.
_MAYBE = re.compile(r"\{\{|\d")
_HEADING = re.compile(r" {0,3}#{1,6} ")
# Of a page's head and of faq.yml: texts that are copied to where a value could not follow its date.
_NO_VALUE = re.compile(r"\s*(- +)?(title|number|question|id|tags|also|finds|was|what|word|why|page|as_of):")
_NEAR = 12  # letters between a name and its number: 판매수수료는 부가세를 빼고 2.73%
_KEYS = [Key("names", texts, "names: [판매수수료]", required=True, default=())]


def check_source(source: str, shown: str, values: Values, day: date, *, is_data: bool) -> list[Problem]:
    """Checks a Markdown page, or with is_data a faq.yml. day: the build's day in Korea."""
    problems: list[Problem] = []
    head_end = len(source.splitlines()) if is_data else _head_end(source)
    for number, line in unfenced(source.splitlines()):
        if not _MAYBE.search(line):
            continue
        text = _CODE.sub(lambda code: " " * len(code[0]), line)
        if (_NO_VALUE if number <= head_end else _HEADING).match(text):
            problems += _refused(text, shown, number)
        else:
            problems += _uses(text, shown, number, values, day)
        problems += _unclosed(text, shown, number)
        problems += _by_hand(text, shown, number, values, day)
    for block in () if is_data else written_blocks(source, shown):
        if block.name == "value":
            problems += _block(block, values)
    return problems


def _head_end(source: str) -> int:
    """Returns the line on which a page's head ends, 0 without a head."""
    lines = source.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].strip() != "---":
        return 0
    return next((number for number, line in enumerate(lines[1:], 2) if line.strip() == "---"), 0)


def _refused(text: str, shown: str, number: int) -> Iterator[Problem]:
    for use in USE.finditer(text):
        mend = "값은 본문, 답, description, know의 is와 note에 적으세요."
        place = Place(shown, number, use.start() + 1)
        yield place.problem(
            f"제목이나 이름에는 값 {attach(use[1], '을/를')} 쓸 수 없어요.", mend, rule="values-not-here"
        )


def _uses(text: str, shown: str, number: int, values: Values, day: date) -> Iterator[Problem]:
    for use in USE.finditer(text):
        place, value = Place(shown, number, use.start() + 1), values.by_name.get(use[1])
        if value is None:
            yield _unknown(use[1], place, values)
        elif value.at(day) is None:
            said = f"값 {attach(use[1], '은/는')} {day.isoformat()}에 정해진 것이 없어요."
            mend = f"docs/values.yml {value.place.line}번째 줄의 값에서 ‘from’과 ‘until’을 살펴보세요."
            yield place.problem(said, mend, rule="values-none-in-force")


def _unknown(name: str, place: Place, values: Values) -> Problem:
    near = nearest(name, values.by_name)
    mend = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else "docs/values.yml에 값을 더하세요."
    return place.problem(f"값 {attach(name, '이/가')} 없어요.", mend, rule="values-unknown")


def _unclosed(text: str, shown: str, number: int) -> Iterator[Problem]:
    rest = USE.sub(lambda use: " " * len(use[0]), text)
    at = rest.find("{{")
    if at >= 0:
        place = Place(shown, number, at + 1)
        yield place.problem("값의 괄호가 맞지 않아요.", "예: {{ 판매수수료 }}", rule="values-unclosed")


def _by_hand(text: str, shown: str, number: int, values: Values, day: date) -> Iterator[Problem]:
    """Names each number that stands beside the name of a value and has its unit."""
    seen: set[int] = set()
    for value in _named(text, values):
        for match in _beside(value.name, value.unit).finditer(text):
            if match.start(1) not in seen:
                seen.add(match.start(1))
                meant = _same_number(match[1], value, values, day)
                said = f"{attach(value.name, '과/와')} 함께 {attach(match[1], '을/를')} 손으로 적었어요. 값이 바뀌면 이 쪽만 틀려요."
                use = attach(f"{{{{ {meant.name} }}}}", "을/를", quote=False)
                mend = f"{match[1]} 대신 {use} 적으세요. 다른 뜻의 수라면 이름에서 떨어뜨려 적으세요."
                yield Place(shown, number, match.start(1) + 1).problem(said, mend, rule="values-by-hand")


def _named(text: str, values: Values) -> list[Value]:
    """Returns the values with a unit whose names a line may hold, the longest name first."""
    squeezed = text.replace(" ", "")
    return [value for name, value in values.with_unit if name in squeezed]


@cache
def _beside(name: str, unit: str) -> re.Pattern[str]:
    written = re.escape(name).replace(r"\ ", " ?")
    return re.compile(rf"{written}[^\d.{{}}]{{0,{_NEAR}}}?(\d[\d.,]* ?{re.escape(unit)})")


def _same_number(written: str, beside: Value, values: Values, day: date) -> Value:
    """Returns the value that a number most likely means: one that is written alike, else the one beside it."""
    alike = [
        value
        for value in values.by_name.values()
        if value.name.startswith(beside.name) and (version := value.at(day)) and value.words(version) == written
    ]
    return alike[0] if alike else beside


def _block(block: WrittenBlock, values: Values) -> Iterator[Problem]:
    yield from block.problems
    problems: list[Problem] = []
    fields = read_map(block.options, _KEYS, "value 블록", problems) if block.options else None
    if block.options is None:
        problems.append(
            block.place.problem("value 블록에 ‘names’ 줄이 없어요.", "예: names: [판매수수료]", rule="values-block")
        )
    yield from problems
    for name in fields["names"] if fields else ():
        if name not in values.by_name:
            yield _unknown(name, block.place_of("names", name), values)
