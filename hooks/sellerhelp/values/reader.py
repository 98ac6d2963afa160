"""Reads values.yml: what each value is called, and from when which version of it holds."""

from __future__ import annotations

from itertools import pairwise

from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.schema import Key, day, matching, one_of, read_map, text
from sellerhelp.values.data import Value, Values, Version
from sellerhelp.yamltext import List, Map, Node, read_yaml

PATH = "values.yml"
SOURCES = ("법령", "공지", "수집 자료", "공개 자료")
EXAMPLE = """예:
- name: 판매수수료
  title: 스마트스토어 판매수수료
  unit: '%'
  source: 공개 자료
  as_of: 2025년 6월 2일 시행
  versions:
    - from: 2025-06-02
      value: '2.73'"""


def read_values(source: str, shown: str) -> tuple[Values, list[Problem]]:
    """Reads the whole file. shown: its path in problems. Broken values are left out."""
    if not source.strip():
        return Values(), []
    reading = read_yaml(source, shown)
    problems = list(reading.problems)
    if not isinstance(reading.root, List):
        if reading.root is not None:
            text_ = "values.yml은 ‘- name:’으로 시작하는 목록이어야 해요."
            problems.append(reading.root.place.problem(text_, EXAMPLE, rule="values-form"))
        return Values(), problems
    by_name: dict[str, Value] = {}
    for node in reading.root:
        value = _value(node, problems)
        if value and _is_new(value, by_name, problems):
            by_name[value.name] = value
    return Values(by_name), problems


def _is_new(value: Value, by_name: dict[str, Value], problems: list[Problem]) -> bool:
    first = by_name.get(value.name)
    if first is None:
        return True
    said = f"값 {attach(value.name, '이/가')} 두 번 있어요. 첫 번째는 {first.place.line}번째 줄이에요."
    problems.append(value.place.problem(said, "바뀐 값이면 ‘versions’에 줄을 더하세요.", rule="values-twice"))
    return False


def _value(node: Node, problems: list[Problem]) -> Value | None:
    values = read_map(node, _KEYS, "값", problems)
    if values is None or not (values["name"] and values["versions"]):
        return None
    assert isinstance(node, Map)
    name = values["name"]
    return Value(
        name=name,
        title=values["title"] or name,
        unit=values["unit"] or "",
        source=values["source"] or SOURCES[2],
        as_of=values["as_of"] or "",
        is_unsure=bool(values["check"]),
        versions=values["versions"],
        place=node.items["name"].place,
    )


def _versions(node: Node, problems: list[Problem], key: Key) -> tuple[Version, ...] | None:
    if not isinstance(node, List) or not node.items:
        said = f"‘{key.name}’에는 ‘- ’로 시작하는 목록이 와야 해요."
        problems.append(node.place.problem(said, f"예:\n{key.example}", rule="values-form"))
        return None
    versions = [version for item in node if (version := _version(item, problems))]
    before = len(problems)
    for version in versions:
        problems += _backwards(version)
    for earlier, later in pairwise(versions):
        problems += _order(earlier, later)
    # Half a history would name a wrong value: a value with a mistake in its dates is left out.
    return tuple(versions) if len(versions) == len(node.items) and len(problems) == before else None


def _version(node: Node, problems: list[Problem]) -> Version | None:
    before = len(problems)
    values = read_map(node, _VERSION_KEYS, "‘versions’ 항목", problems)
    if values is None or len(problems) > before:
        return None
    assert isinstance(node, Map)
    place = node.items["from"].place if "from" in node.items else node.place
    return Version(values["from"], values["until"], values["value"], values["label"], values["note"], place)


def _backwards(version: Version) -> list[Problem]:
    if not (version.start and version.end and version.end < version.start):
        return []
    said = f"끝나는 날 {attach(version.end.isoformat(), '이/가')} 시작하는 날보다 앞서요."
    return [
        version.place.problem(said, "‘from’을 앞의 날짜로, ‘until’을 뒤의 날짜로 적으세요.", rule="values-backwards")
    ]


def _order(earlier: Version, later: Version) -> list[Problem]:
    if later.start is None:
        said = "시작하는 날(from)은 맨 처음 것에서만 뺄 수 있어요."
        return [later.place.problem(said, "예: from: 2025-06-02", rule="values-start-missing")]
    start = later.start.isoformat()
    if earlier.start == later.start:
        said = f"{attach(start, '으로/로')} 시작하는 것이 둘이에요. 앞의 것은 {earlier.place.line}번째 줄이에요."
        return [later.place.problem(said, "날짜를 고치거나 하나를 지우세요.", rule="values-overlap")]
    if earlier.start and later.start < earlier.start:
        said = f"날짜 순서가 아니에요. {attach(start, '이/가')} {earlier.start.isoformat()}보다 뒤에 적혀 있어요."
        return [later.place.problem(said, "오래된 것부터 차례로 적으세요.", rule="values-unsorted")]
    if earlier.end and later.start <= earlier.end:
        said = f"기간이 겹쳐요. 앞의 것이 {earlier.end.isoformat()}까지인데 {start}에 다음 것이 시작해요."
        return [later.place.problem(said, "앞의 ‘until’을 지우거나 하루 전 날짜로 고치세요.", rule="values-overlap")]
    return []


_NAME = matching(r"[가-힣A-Za-z0-9][가-힣A-Za-z0-9 ·-]{0,39}", "한글·로마자·숫자로 시작하는 짧은 이름을 적어요.")
_VERSION_KEYS = [
    Key("from", day, "from: 2025-06-02"),
    Key("until", day, "until: 2025-06-01"),
    Key("value", text, "value: '2.73'", required=True),
    Key("label", text, "label: 유입수수료", default=""),
    Key("note", text, "note: 부가세 별도", default=""),
]
_KEYS = [
    Key("name", _NAME, "name: 판매수수료", required=True),
    Key("title", text, "title: 스마트스토어 판매수수료", required=True),
    Key("unit", text, "unit: '%'", default=""),
    Key("source", one_of(*SOURCES), "source: 수집 자료", required=True),
    Key("as_of", text, "as_of: 2025년 6월 2일 시행", required=True),
    Key("check", one_of("확인필요"), "check: 확인필요"),
    Key("versions", _versions, "versions:\n  - from: 2025-06-02\n    value: '2.73'", required=True),
]
