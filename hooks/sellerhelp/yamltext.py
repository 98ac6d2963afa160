"""YAML for clerks: every scalar stays the text that was typed and knows its place.

The stock loaders read `10:00` as 600 and `on` as True (YAML 1.1), forget line
numbers and expand aliases without bound. Here a document becomes a tree of
`Text`, `List` and `Map` values; aliases, tags and deep nesting are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from sellerhelp.particle import attach
from sellerhelp.problem import Problem

MAX_DEPTH = 12
MAX_BYTES = 2_000_000
# What YAML 1.1 forbids (https://yaml.org/spec/1.1/#c-printable); libyaml names no place for it.
_FORBIDDEN = re.compile(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WRAPS = "값을 작은따옴표로 감싸세요."
_BRACES = "값을 작은따옴표로 감싸세요. 예: is: '{{ 판매수수료 }}'"

try:
    _Host: type = yaml.CSafeLoader
except AttributeError:  # PyYAML without libyaml
    _Host = yaml.SafeLoader


class _Loader(_Host):  # type: ignore[misc]
    """All values are texts here: nobody asks which ones look like a number or a day."""

    def resolve(self, kind: type, value: str | None, implicit: object) -> str:
        return "tag:yaml.org,2002:str"


@dataclass(frozen=True)
class Place:
    """Where a value stands: line and column are 1-based."""

    path: str
    line: int
    column: int

    def problem(self, text: str, mend: str = "", level: str = "error", rule: str = "") -> Problem:
        return Problem(self.path, self.line, self.column, text, mend, level, rule)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Text:
    value: str
    place: Place
    raw: str = ""  # as typed, from its place to its end, with quotes, | and indentation


@dataclass(frozen=True)
class List:
    items: tuple[Node, ...]
    place: Place

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)


@dataclass(frozen=True)
class Map:
    """keys: the place of every key; one whose value was refused is not among the items."""

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
        return Reading(None, [Problem(path, 0, 0, "파일이 너무 커요.", "2MB보다 작게 나누세요.", rule="yaml-too-big")])
    reading = Reading(None)
    source = _without_bom(source)
    if bad := _FORBIDDEN.search(source):
        reading.problems.append(_forbidden_problem(source, bad.start(), path, first_line))
        return reading
    try:
        is_shallow = _refuse(source, path, first_line, reading.problems)
        node = yaml.compose(source, Loader=_Loader) if is_shallow else None
    except yaml.YAMLError as error:
        reading.problems[:] = [_syntax_problem(error, source, path, first_line)]
        return reading
    if node is not None:
        reading.root = _Builder(source, path, first_line, reading.problems).build(node)
    return reading


def _without_bom(source: str) -> str:
    return source.removeprefix("\ufeff")


def _refuse(source: str, path: str, first_line: int, problems: list[Problem]) -> bool:
    """Notes aliases, anchors and tags where they stand; says whether the document is shallow enough to be built.

    Reads events, because libyaml takes quadratic time (and its composer the C stack)
    for deep nesting, and a composed alias has lost its own place.
    """
    depth = 0
    for event in yaml.parse(source, Loader=_Loader):
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            continue  # nearly all
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        told = _refused(event, depth)
        if told:
            place = Place(path, event.start_mark.line + first_line, event.start_mark.column + 1)
            problems.append(place.problem(*told[:2], rule=told[2]))
        if depth > MAX_DEPTH:
            return False
    return True


def _refused(event: yaml.Event, depth: int) -> tuple[str, str, str] | None:
    """Returns what is wrong with an event, how to mend it and the rule. depth: of the collections that are open."""
    if depth > MAX_DEPTH:
        return "들여쓰기가 너무 깊어요.", f"{MAX_DEPTH}단계까지만 쓸 수 있어요.", "yaml-too-deep"
    if isinstance(event, yaml.AliasEvent):
        return "별칭(*이름)은 쓸 수 없어요.", "값을 그 자리에 다시 적으세요.", "yaml-alias"
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return "‘&’로 시작하는 값은 쓸 수 없어요.", _WRAPS, "yaml-anchor"
    if getattr(event, "tag", None):
        return "‘!’로 시작하는 값은 쓸 수 없어요.", _WRAPS, "yaml-tag"
    return None


class _Builder:
    """Turns PyYAML's nodes into ours; an alias becomes nothing."""

    def __init__(self, source: str, path: str, first_line: int, problems: list[Problem]):
        self.source, self.path, self.offset, self.problems = source, path, first_line, problems
        self.seen: set[int] = set()

    def build(self, node: yaml.Node) -> Node | None:
        place = self.place(node)
        if id(node) in self.seen:  # an alias, which _refuse has named
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return Text(node.value, place, self.source[node.start_mark.index : node.end_mark.index])
        if self.source.startswith("{{", node.start_mark.index):  # to YAML a mapping inside a mapping
            self.problems.append(
                place.problem("‘{{’로 시작하는 값은 그대로 쓸 수 없어요.", _BRACES, rule="yaml-braces")
            )
            return None
        if isinstance(node, yaml.SequenceNode):
            return List(tuple(self.children(node.value)), place)
        return self.mapping(node, place)

    def children(self, nodes: list[yaml.Node]) -> Iterator[Node]:
        for node in nodes:
            child = self.build(node)
            if child is not None:
                yield child

    def mapping(self, node: yaml.MappingNode, place: Place) -> Map:
        items: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for key_node, value_node in node.value:
            key_place = self.place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(
                    key_place.problem("이름은 글자여야 해요.", "예: question: 언제 입금되나요?", rule="yaml-key")
                )
                continue
            key = key_node.value
            if key in keys:
                first = keys[key].line
                self.problems.append(
                    key_place.problem(
                        f"{attach(key, '이/가')} 두 번 있어요. 첫 번째는 {first}번째 줄이에요.",
                        "하나만 남기세요.",
                        rule="yaml-key-twice",
                    )
                )
                continue
            keys[key] = key_place
            value = self.build(value_node)
            if value is not None:
                items[key] = value
        return Map(items, keys, place)

    def place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(self.path, mark.line + self.offset, mark.column + 1)


def _forbidden_problem(source: str, at: int, path: str, first_line: int) -> Problem:
    line, column = source.count("\n", 0, at), at - source.rfind("\n", 0, at)
    mend = "보이지 않는 특수문자가 있어요. 그 자리를 지우고 다시 적으세요."
    return Problem(path, line + first_line, column, "YAML을 읽을 수 없어요.", mend, rule="yaml-character")


def _syntax_problem(error: yaml.YAMLError, source: str, path: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "end of stream" in str(getattr(error, "problem", "")):  # the mistake is where the quote was opened
        mark = getattr(error, "context_mark", None) or mark
    line = mark.line + first_line if mark else first_line
    column = mark.column + 1 if mark else 1
    is_tab = mark is not None and source[mark.index : mark.index + 1] == "\t"
    english = "tab character" if is_tab else str(getattr(error, "problem", error))
    written = source.splitlines()[mark.line : mark.line + 1] if mark else []
    mend = _BRACES if any(": {{" in text for text in written) else _syntax_mend(english)
    return Problem(path, line, column, "YAML을 읽을 수 없어요.", mend, rule="yaml-syntax")


def _syntax_mend(english: str) -> str:
    """Says in Korean what usually lies behind a message of the YAML parser."""
    hints = {
        "mapping values are not allowed": "값 안에 ‘: ’이 있으면 값을 작은따옴표로 감싸세요. 예: question: '정산: 언제 되나요?'",
        "could not find expected ':'": "이름 뒤에 ‘:’과 한 칸을 적으세요. 예: title: 발주확인",
        "alphabetic or numeric": "‘*’나 ‘&’로 시작하는 값은 작은따옴표로 감싸세요.",
        "whitespace or line break": "‘!’로 시작하는 값은 작은따옴표로 감싸세요.",
        "did not find expected ','": "여는 괄호를 닫고 값 사이에 쉼표를 적으세요. 예: tags: [송장, 발송]",
        "did not find expected": "들여쓰기와 줄 맨 앞의 ‘- ’를 위아래 줄과 맞추세요.",
        "tab character": "탭 대신 빈칸 두 개로 들여 쓰세요.",
        "found character that cannot start": "특수문자(@, `, %)로 시작하는 값은 작은따옴표로 감싸세요.",
        "found unexpected end of stream": "따옴표가 닫히지 않았어요. 여닫는 따옴표를 맞추세요.",
        "undefined alias": "‘*’로 시작하는 값은 작은따옴표로 감싸세요.",
    }
    for part, mend in hints.items():
        if part in english:
            return mend
    return "들여쓰기와 따옴표를 살펴보세요. 예: question: '송장을 고칠 수 있나요?'"
