"""Lists in the contact files: their items, and no item twice."""

from __future__ import annotations

from sellerhelp.problem import Problem
from sellerhelp.schema import Key
from sellerhelp.yamltext import List, Node, Place, Text


def listing(node: Node, problems: list[Problem], key: Key) -> tuple[Node, ...] | None:
    """Returns the items of a list; a key left without a value is an empty list unless it is required."""
    if isinstance(node, List) and (node.items or not key.required):
        return node.items
    if isinstance(node, Text) and not node.value.strip() and not key.required:
        return ()
    problems.append(
        node.place.problem(
            f"‘{key.name}’에는 ‘- ’로 시작하는 목록이 와야 해요.", f"예: {key.example}", rule="data-not-list"
        )
    )
    return None


def only_once(name: str, what: str, place: Place, seen: dict[str, Place], problems: list[Problem], mend: str) -> bool:
    """Says whether a name is new and notes its place; reports it when it is not.

    what: the Korean subject of the message with its particle, such as "창구 ‘phone’이".
    seen: the names met so far and where they stand.
    """
    first = seen.setdefault(name, place)
    if first == place:
        return True
    problems.append(
        place.problem(f"{what} 두 번 있어요. 첫 번째는 {first.line}번째 줄이에요.", mend, rule="contact-twice")
    )
    return False
