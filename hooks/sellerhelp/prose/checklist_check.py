"""Mistakes in the `/// checklist` blocks of a page: two things under one name would share their ticks."""

from __future__ import annotations

import re

from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.prose.blocks import WrittenBlock, written_blocks
from sellerhelp.prose.checklist import ITEM_ID, ChecklistBlock
from sellerhelp.schema import Key, matching, read_map
from sellerhelp.yamltext import Place

_ITEM = re.compile(r"( {0,3}(?:[-*+]|\d+\.)\s+)(\S.*)")
_SLASHES = re.compile(r" {0,3}(/{3,})")
EXAMPLE = "예:\n/// checklist | 사업자 서류\n    id: business-papers\n\n- 사업자등록증\n- 통장 사본 {#bankbook}\n///"


def checklist_problems(source: str, shown: str) -> list[Problem]:
    """Names what keeps a list from being ticked off. source: the whole Markdown file. shown: the path in problems."""
    lines, lists, problems = source.splitlines(), {}, []
    for block in written_blocks(source, shown):
        if block.name == ChecklistBlock.NAME:
            problems += _of_block(block, lines, lists)
    return problems


def _of_block(block: WrittenBlock, lines: list[str], lists: dict[str, Place]) -> list[Problem]:
    problems = list(block.problems)
    if not block.argument.strip():
        problems.append(block.place.problem("점검표의 제목이 없어요.", EXAMPLE, rule="checklist-title"))
    if block.options is None and not problems:
        problems.append(block.place.problem("점검표의 id가 없어요.", EXAMPLE, rule="checklist-id"))
    values = read_map(block.options, _KEYS, "checklist 블록", problems) if block.options else None
    if values and values["id"]:
        problems += _list_twice(values["id"], block.place_of("id", values["id"]), lists)
    items = _items(block, lines)
    if not items:
        problems.append(block.place.problem("점검표에 항목이 없어요.", EXAMPLE, rule="checklist-empty"))
    names: dict[str, Place] = {}
    for name, place in items:
        problems += _item_twice(name, place, names)
    return problems


def _items(block: WrittenBlock, lines: list[str]) -> list[tuple[str, Place]]:
    """Returns the names of a block's own items, an id or the words, with their places."""
    head = _SLASHES.match(lines[block.place.line - 1])
    found = []
    for number, line in enumerate(lines[block.place.line :], block.place.line + 1):
        if head and line.strip() == head[1]:
            break
        if item := _ITEM.fullmatch(line):
            given = ITEM_ID.search(item[2])
            found.append((given[1] if given else item[2].strip(), Place(block.place.path, number, len(item[1]) + 1)))
    return found


def _list_twice(name: str, place: Place, seen: dict[str, Place]) -> list[Problem]:
    first = seen.setdefault(name, place)
    if first == place:
        return []
    text = f"점검표 id {attach(name, '이/가')} 두 번 있어요. 첫 번째는 {first.line}번째 줄이에요."
    return [place.problem(text, f"다른 이름을 붙이세요. 예: id: {name}-2", rule="checklist-id-twice")]


def _item_twice(name: str, place: Place, seen: dict[str, Place]) -> list[Problem]:
    first = seen.setdefault(name, place)
    if first == place:
        return []
    text = f"점검표 항목 {attach(name, '이/가')} 두 번 있어요. 첫 번째는 {first.line}번째 줄이에요."
    return [place.problem(text, "줄 끝에 서로 다른 이름을 적으세요. 예: {#second-paper}", rule="checklist-item-twice")]


_KEYS = [
    Key(
        "id",
        matching("[a-z][a-z0-9-]*", "영어 소문자, 숫자, 붙임표(-)로 적으세요."),
        "id: business-papers",
        required=True,
    )
]
