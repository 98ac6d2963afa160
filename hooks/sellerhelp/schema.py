"""Says what keys a mapping may have, and turns it into plain values or problems."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.yamltext import List, Map, Node, Text

Convert = Callable[[Node, list[Problem], "Key"], Any]


@dataclass(frozen=True)
class Key:
    """One key that a mapping may have.

    convert: turns the node into a value, or appends problems and returns None.
    example: a right line, shown in every message about this key.
    """

    name: str
    convert: Convert
    example: str
    required: bool = False
    default: Any = None


def read_map(node: Node, keys: list[Key], what: str, problems: list[Problem]) -> dict[str, Any] | None:
    """Reads a mapping by its keys; returns None when it is no mapping at all.

    what: the Korean name of the thing that is read, for the messages.
    A value that could not be read is the key's default: one mistake, one message.
    """
    if not isinstance(node, Map):
        problems.append(
            node.place.problem(f"{what}에는 ‘이름: 값’ 줄이 와야 해요.", f"예: {keys[0].example}", rule="data-not-map")
        )
        return None
    known = {key.name: key for key in keys}
    for name in node.items:
        if name not in known:
            problems.append(_unknown(node, name, list(known), what))
    values = {}
    for key in keys:
        child = node.get(key.name)
        if child is None:
            if key.required and key.name not in node.keys:
                problems.append(
                    node.place.problem(f"{what}에 ‘{key.name}’ 줄이 없어요.", f"예: {key.example}", rule="data-missing")
                )
            values[key.name] = key.default
        else:
            value = key.convert(child, problems, key)
            values[key.name] = key.default if value is None else value
    return values


def _unknown(node: Map, name: str, known: list[str], what: str) -> Problem:
    near = nearest(name, known)
    mend = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else "쓸 수 있는 이름: " + ", ".join(known)
    return node.keys[name].problem(f"{what}에 모르는 이름 {attach(name, '이/가')} 있어요.", mend, rule="data-unknown")


def text(node: Node, problems: list[Problem], key: Key) -> str | None:
    """Reads a text that is not empty; the ends are trimmed."""
    wanted = f"‘{key.name}’에는 글 하나가 와야 해요."
    return _filled(node, problems, key, wanted, f"{attach(key.name, '이/가')} 비어 있어요.")


def _item(node: Node, problems: list[Problem], key: Key) -> str | None:
    """Reads one text of a list."""
    wanted = f"‘{key.name}’ 목록의 항목에는 글 하나가 와야 해요."
    return _filled(node, problems, key, wanted, f"‘{key.name}’ 목록에 빈 항목이 있어요.")


def _filled(node: Node, problems: list[Problem], key: Key, wanted: str, empty: str) -> str | None:
    value = node.value.strip() if isinstance(node, Text) else None
    if not value:
        said, rule = (wanted, "data-not-text") if value is None else (empty, "data-empty")
        problems.append(node.place.problem(said, f"예: {key.example}", rule=rule))
    return value or None


def texts(node: Node, problems: list[Problem], key: Key) -> tuple[str, ...] | None:
    """Reads a list of texts; one bare text counts as a list of one."""
    if isinstance(node, Text):
        value = text(node, problems, key)
        return (value,) if value else None
    if not isinstance(node, List):
        problems.append(
            node.place.problem(f"‘{key.name}’에는 목록이 와야 해요.", f"예: {key.example}", rule="data-not-list")
        )
        return None
    if key.required and not node.items:
        problems.append(
            node.place.problem(f"{attach(key.name, '이/가')} 비어 있어요.", f"예: {key.example}", rule="data-empty")
        )
        return None
    values = [_item(item, problems, key) for item in node]
    return tuple(value for value in values if value)


def placed_texts(node: Node, problems: list[Problem], key: Key) -> tuple[Text, ...] | None:
    """Reads a list of texts that keep their places, for checks that come later."""
    values = texts(node, problems, key)
    if values is None:
        return None
    nodes = node.items if isinstance(node, List) else (node,)
    return tuple(item for item in nodes if isinstance(item, Text) and item.value.strip())


def matching(pattern: str, says: str) -> Convert:
    """Makes a reader of texts that match a pattern as a whole; says: what they must be, in Korean."""
    compiled = re.compile(pattern)

    def convert(node: Node, problems: list[Problem], key: Key) -> str | None:
        value = text(node, problems, key)
        if value is not None and not compiled.fullmatch(value):
            problems.append(
                node.place.problem(
                    f"‘{key.name}’의 값 {attach(value, '을/를')} 쓸 수 없어요. {says}",
                    f"예: {key.example}",
                    rule="data-pattern",
                )
            )
            return None
        return value

    return convert


def one_of(*allowed: str) -> Convert:
    """Makes a reader of one of a few words."""

    def convert(node: Node, problems: list[Problem], key: Key) -> str | None:
        value = text(node, problems, key)
        if value is not None and value not in allowed:
            near = nearest(value, allowed)
            mend = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else "쓸 수 있는 값: " + ", ".join(allowed)
            problems.append(
                node.place.problem(f"‘{key.name}’의 값 {attach(value, '을/를')} 몰라요.", mend, rule="data-word")
            )
            return None
        return value

    return convert


def day(node: Node, problems: list[Problem], key: Key) -> date | None:
    """Reads a date written as 2026-11-22."""
    value = text(node, problems, key)
    if value is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        problems.append(
            node.place.problem(
                f"‘{key.name}’의 날짜 {attach(value, '을/를')} 읽을 수 없어요.", f"예: {key.example}", rule="data-date"
            )
        )
        return None


def whole(node: Node, problems: list[Problem], key: Key) -> int | None:
    """Reads a whole number from 1 up."""
    value = text(node, problems, key)
    if value is None:
        return None
    if not re.fullmatch(r"[1-9]\d{0,5}", value):
        problems.append(
            node.place.problem(f"‘{key.name}’에는 1부터 세는 수가 와야 해요.", f"예: {key.example}", rule="data-number")
        )
        return None
    return int(value)
