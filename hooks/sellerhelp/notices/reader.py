"""Reads notices.yml and collects what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sellerhelp.manuals import missing_page, resolve
from sellerhelp.notices.notice import ALL, HOME, KINDS, Notice, is_outside
from sellerhelp.notices.period import read_moment
from sellerhelp.notices.sentence import MOST_LETTERS, has_broken_link, is_one_sentence, read_sentence
from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.schema import Key, matching, one_of, placed_texts, read_map, text
from sellerhelp.yamltext import List, Map, Node, Place, Text, read_yaml

PATH = "notices.yml"


@dataclass(frozen=True)
class Known:
    """What a notice may name. manuals: the folders below docs/. pages: the paths of all pages below docs/."""

    manuals: tuple[str, ...]
    pages: frozenset[str]


def read_notices(
    source: str, shown: str, manuals: Iterable[str], pages: Iterable[str]
) -> tuple[list[Notice], list[Problem]]:
    """Reads the notices in the order of the file; broken ones are left out. shown: the path in problems."""
    reading = read_yaml(source, shown)
    problems = list(reading.problems)
    root = reading.root
    if root is None or _is_blank(root):
        return [], problems
    if not isinstance(root, List):
        problems.append(
            root.place.problem("공지 파일은 ‘- id:’로 시작하는 목록이어야 해요.", EXAMPLE, rule="notices-not-list")
        )
        return [], problems
    known, seen = Known(tuple(manuals), frozenset(pages)), {}
    notices = [_notice(node, known, seen, problems) for node in root]
    return [notice for notice in notices if notice], sorted(problems)


def _is_blank(root: Node) -> bool:
    return isinstance(root, Text) and not root.value.strip()


def _notice(node: Node, known: Known, seen: dict[str, Place], problems: list[Problem]) -> Notice | None:
    found: list[Problem] = []
    values = read_map(node, _KEYS, "공지", found)
    if values and isinstance(node, Map):
        found += _problems(node, values, known, seen)
    problems += found
    if found or not values:
        return None
    parts = read_sentence(values["text"])
    manuals = tuple(name.value.strip() for name in values["manuals"])
    return Notice(
        values["id"], parts, values["kind"], values["from"], values["until"], manuals, values["link"], node.place
    )


def _problems(node: Map, values: dict[str, Any], known: Known, seen: dict[str, Place]) -> list[Problem]:
    """Finds what no single value can know."""
    found: list[Problem] = []
    if values["id"]:
        found += _twice(values["id"], node.items["id"].place, seen)
    if values["text"]:
        found += _text_problems(node.items["text"], known)
    if values["from"] is not None and values["until"] is not None and values["until"] <= values["from"]:
        found.append(_backwards(node))
    if values["link"]:
        found += _target_problems(values["link"], node.items["link"].place, known, f"예: {_LINK.example}")
    return found + [problem for name in values["manuals"] for problem in _manual_problems(name, known)]


def _twice(name: str, place: Place, seen: dict[str, Place]) -> list[Problem]:
    first = seen.setdefault(name, place)
    if first == place:
        return []
    text_ = f"공지 id {attach(name, '이/가')} 두 번 있어요. 첫 번째는 {first.line}번째 줄이에요."
    return [place.problem(text_, f"다른 이름을 붙이세요. 예: id: {name}-2", rule="notices-id-twice")]


def _backwards(node: Map) -> Problem:
    first, last = (node.items[name].value for name in ("from", "until"))  # type: ignore[union-attr]
    return node.items["until"].place.problem(
        f"끝나는 때 {attach(last, '이/가')} 시작하는 때 ‘{first}’보다 앞서요.",
        "until에는 from과 같거나 뒤인 날짜를 적으세요. 날짜만 적으면 그날 밤 12시까지예요.",
        rule="notices-until-before-from",
    )


def _text_problems(node: Node, known: Known) -> list[Problem]:
    assert isinstance(node, Text)
    parts = read_sentence(node.value)
    shown = "".join(part.text for part in parts)
    found = []
    if has_broken_link(parts):
        found.append(node.place.problem("공지의 링크를 읽을 수 없어요.", _LINK_IN_TEXT, rule="notices-text-link"))
    if len(shown) > MOST_LETTERS:
        mend = f"{MOST_LETTERS}자까지 쓸 수 있어요. 자세한 내용은 link에 적은 쪽으로 옮기세요."
        found.append(node.place.problem(f"공지가 {len(shown)}자라 너무 길어요.", mend, rule="notices-text-length"))
    if not is_one_sentence(shown):
        mend = "한 문장만 남기고 나머지는 link에 적은 쪽으로 옮기세요."
        found.append(node.place.problem("공지에 문장이 둘 이상 있어요.", mend, rule="notices-one-sentence"))
    for target in [part.target for part in parts if part.target]:
        found += _target_problems(target, _place_of(f"]({target}", node), known, _LINK_IN_TEXT)
    return found


def _place_of(clue: str, node: Text) -> Place:
    """Returns where a clue stands in a text as it was typed; where it begins when folding has torn the clue."""
    before, found, _ = node.raw.partition(clue)
    if not found:
        return node.place
    column = len(before.rpartition("\n")[2]) + (3 if "\n" in before else node.place.column + 2)
    return Place(node.place.path, node.place.line + before.count("\n"), column)


def _target_problems(target: str, place: Place, known: Known, example: str) -> list[Problem]:
    if is_outside(target) and target.isprintable() and _has_host(target):
        return []
    if ":" in target.split("/")[0]:
        subject = f"{attach(target, '은/는')} 쓸 수 없는 주소예요."
        return [place.problem(subject, f"https:// 주소나 쪽의 파일 이름을 적으세요. {example}", rule="notices-link")]
    path, _ = resolve(target, PATH)
    return [] if path in known.pages else [place.problem(*missing_page(target, PATH, known.pages), rule="notices-link")]


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:  # half an IPv6 address
        return False


def _manual_problems(name: Text, known: Known) -> list[Problem]:
    allowed = [ALL, HOME, *known.manuals]
    word = name.value.strip()
    if word in allowed:
        return []
    near = nearest(word, allowed)
    mend = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else "쓸 수 있는 이름: " + ", ".join(allowed)
    return [name.place.problem(f"매뉴얼 {attach(word, '이/가')} 없어요.", mend, rule="notices-manual")]


def _moment(node: Node, problems: list[Problem], key: Key) -> int | None:
    value = text(node, problems, key)
    moment = read_moment(value, is_end=key.name == "until") if value else None
    if value and moment is None:
        subject = f"‘{key.name}’의 날짜 {attach(value, '을/를')} 읽을 수 없어요."
        problems.append(node.place.problem(subject, f"예: {key.example}", rule="notices-date"))
    return moment


_LINK = Key("link", text, "link: orders/invoice.md", default="")
_LINK_IN_TEXT = "예: text: '[송장 입력](orders/invoice.md) 화면이 바뀌었어요.'"
_KEYS = [
    Key(
        "id",
        matching("[a-z0-9]+(-[a-z0-9]+)*", "소문자 로마자와 숫자를 ‘-’로 이어 적어요."),
        "id: christmas-2026",
        required=True,
    ),
    Key("text", text, "text: 12월 25일은 전화 상담을 쉬어요.", required=True),
    Key("kind", one_of(*KINDS), "kind: 안내", required=True),
    Key("from", _moment, "from: 2026-12-18", required=True),
    Key("until", _moment, "until: 2026-12-25", required=True),
    Key("manuals", placed_texts, "manuals: [home, orders]", required=True, default=()),
    _LINK,
]
EXAMPLE = """예:
- id: christmas-2026
  text: 12월 25일은 전화 상담을 쉬어요.
  kind: 안내
  from: 2026-12-18
  until: 2026-12-25
  manuals: [home, orders]"""
