"""YAML for clerks: every scalar stays the text that was typed and knows its place.

The stock loaders read `10:00` as 600 and `on` as True (YAML 1.1), forget line
numbers and expand aliases without bound. Here a document becomes a tree of
`Text`, `List` and `Map` values; aliases, tags and deep nesting are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from sellerhelp.particle import attach
from sellerhelp.problem import Problem

MAX_DEPTH = 12
MAX_BYTES = 2_000_000

try:
    _Loader: type = yaml.CSafeLoader
except AttributeError:  # PyYAML without libyaml
    _Loader = yaml.SafeLoader


@dataclass(frozen=True)
class Place:
    """Where a value stands: line and column are 1-based."""

    path: str
    line: int
    column: int

    def problem(self, text: str, mend: str = "", level: str = "error") -> Problem:
        return Problem(self.path, self.line, self.column, text, mend, level)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Text:
    value: str
    place: Place
    is_block: bool = False  # written with | or >: its text starts one line below


@dataclass(frozen=True)
class List:
    items: tuple[Node, ...]
    place: Place

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)


@dataclass(frozen=True)
class Map:
    items: dict[str, Node]
    keys: dict[str, Place]
    place: Place

    def get(self, key: str) -> Node | None:
        return self.items.get(key)


Node = Text | List | Map


@dataclass
class Reading:
    """A document's tree (None when it cannot be read) and what is wrong with it."""

    root: Node | None
    problems: list[Problem] = field(default_factory=list)


def read_yaml(source: str, path: str, first_line: int = 1) -> Reading:
    """Reads one YAML document.

    path: how the file is named in problems. first_line: the line of the file on
    which the source begins (front matter starts on line 2).
    """
    if len(source) > MAX_BYTES:
        return Reading(None, [Problem(path, 0, 0, "파일이 너무 커요.", "2MB보다 작게 나누세요.")])
    reading = Reading(None)
    try:
        node = yaml.compose(_without_bom(source), Loader=_Loader)
    except yaml.YAMLError as error:
        reading.problems.append(_syntax_problem(error, path, first_line))
        return reading
    except RecursionError:
        reading.problems.append(Problem(path, first_line, 1, "들여쓰기가 너무 깊어요.", "단계를 줄이세요."))
        return reading
    if node is not None:
        reading.root = _Builder(path, first_line, reading.problems).build(node, 0)
    return reading


def _without_bom(source: str) -> str:
    return source.removeprefix("\ufeff")


class _Builder:
    """Turns PyYAML's nodes into ours and collects what is not allowed."""

    def __init__(self, path: str, first_line: int, problems: list[Problem]):
        self.path, self.offset, self.problems = path, first_line, problems
        self.seen: set[int] = set()

    def build(self, node: yaml.Node, depth: int) -> Node | None:
        place = self.place(node)
        if depth > MAX_DEPTH:
            self.problems.append(place.problem("들여쓰기가 너무 깊어요.", f"{MAX_DEPTH}단계까지만 쓸 수 있어요."))
            return None
        if id(node) in self.seen:
            self.problems.append(place.problem("별칭(*이름)은 쓸 수 없어요.", "값을 그 자리에 다시 적으세요."))
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return Text(node.value, place, node.style in ("|", ">"))
        if isinstance(node, yaml.SequenceNode):
            return List(tuple(self.children(node.value, depth)), place)
        return self.mapping(node, place, depth)

    def children(self, nodes: list[yaml.Node], depth: int) -> Iterator[Node]:
        for node in nodes:
            child = self.build(node, depth + 1)
            if child is not None:
                yield child

    def mapping(self, node: yaml.MappingNode, place: Place, depth: int) -> Map:
        items: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for key_node, value_node in node.value:
            key_place = self.place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(key_place.problem("이름은 글자여야 해요.", "예: question: 언제 입금되나요?"))
                continue
            key = key_node.value
            if key in items:
                first = keys[key].line
                self.problems.append(
                    key_place.problem(f"{attach(key, '이/가')} 두 번 있어요. 첫 번째는 {first}번째 줄이에요.", "하나만 남기세요.")
                )
                continue
            value = self.build(value_node, depth + 1)
            if value is not None:
                items[key], keys[key] = value, key_place
        return Map(items, keys, place)

    def place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(self.path, mark.line + self.offset, mark.column + 1)


def _syntax_problem(error: yaml.YAMLError, path: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + first_line if mark else first_line
    column = mark.column + 1 if mark else 1
    return Problem(path, line, column, "YAML을 읽을 수 없어요.", _syntax_mend(str(getattr(error, "problem", error))))


def _syntax_mend(english: str) -> str:
    """Says in Korean what usually lies behind a message of the YAML parser."""
    hints = {
        "mapping values are not allowed": "값 안에 ‘: ’이 있으면 값을 작은따옴표로 감싸세요. 예: question: '정산: 언제 되나요?'",
        "could not find expected ':'": "이름 뒤에 ‘:’과 한 칸을 적으세요. 예: title: 발주확인",
        "did not find expected": "들여쓰기와 줄 맨 앞의 ‘- ’를 위아래 줄과 맞추세요.",
        "found character '\\t'": "탭 대신 빈칸 두 개로 들여 쓰세요.",
        "found character that cannot start": "탭이나 특수문자(@, `, %)로 시작하는 값은 작은따옴표로 감싸세요.",
        "found unexpected end of stream": "따옴표가 닫히지 않았어요. 여닫는 따옴표를 맞추세요.",
        "undefined alias": "‘*’로 시작하는 값은 작은따옴표로 감싸세요.",
        "special characters": "보이지 않는 특수문자가 있어요. 그 자리를 지우고 다시 적으세요.",
    }
    for part, mend in hints.items():
        if part in english:
            return mend
    return "들여쓰기와 따옴표를 살펴보세요. 예: question: '송장을 고칠 수 있나요?'"
