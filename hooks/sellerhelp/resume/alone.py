"""Whether an edit concerns its page alone: what other pages, lists and files take from a page's text is as it was."""

from __future__ import annotations

import re

from sellerhelp.frontmatter import head_of
from sellerhelp.gate.images import KINDS
from sellerhelp.prose.blocks import written_blocks
from sellerhelp.values.data import USE

_PICTURE = re.compile(rf"[^\s()\"'<>\[\]{{}}]+(?:{'|'.join(map(re.escape, KINDS))})", re.I)


def is_alone(before: str, after: str) -> bool:
    """Compares two texts of a page. What its rendering tells (anchors, questions, contents) is compared elsewhere."""
    return before == after or all(told(before) == told(after) for told in (head_of, _blocks, _values, _pictures))


def _blocks(text: str) -> list[tuple[str, str]]:
    """Who places a calculator or shows a value first is told in other places."""
    return [(block.name, repr(_plain(block.options))) for block in written_blocks(text, "")]


def _plain(node: object) -> object:
    """Returns a node of YAML without its places."""
    if isinstance(value := getattr(node, "value", None), str):
        return value
    if isinstance(items := getattr(node, "items", None), dict):
        return {key: _plain(item) for key, item in items.items()}
    return [_plain(item) for item in items] if items is not None else None


def _values(text: str) -> list[str]:
    return sorted(set(USE.findall(text)))


def _pictures(text: str) -> set[str]:
    """A picture that no page shows any more is told."""
    return set(_PICTURE.findall(text))
