"""The ways to the screens that a section is about, for the column of notes; and what of all paths is a menu at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sellerhelp.book.document import (
    Block,
    Heading,
    Listing,
    MenuPath,
    Panel,
    Paragraph,
    Quote,
    Text,
    plain,
    walk,
)

# More would run into the next section's notes; the text names them all.
_MOST = 2
# A menu leads to several screens, and pages go through it again and again. A category, a choice in a field or an answer in
# a talk is written in the same way, but leads to one thing, or stands on the page that is about it and nowhere else.
_SCREENS, _TIMES = 2, 3
# "Should the customer …, go to A > B": a side way.
_CONDITION = re.compile(r"[가-힣](?<!화)면(?:,| |$)")  # but 화면, a screen
_SENTENCE_END = re.compile(r"[.?!:](?= |$)")


def ways_in(node: Any) -> Counter[tuple[str, ...]]:
    """Counts the ways that a page names, by the labels along them."""
    return Counter(way.labels for way in walk(node) if isinstance(way, MenuPath) and len(way.labels) > 1)


def menus(ways: Mapping[tuple[str, ...], int]) -> frozenset[str]:
    """Returns the labels at which ways to screens begin. ways: of all pages of the site, with how often they stand there."""
    screens, times = Counter(labels[0] for labels in ways), Counter[str]()
    for labels, count in ways.items():
        times[labels[0]] += count
    return frozenset(label for label in screens if screens[label] >= _SCREENS and times[label] >= _TIMES)


def menu_paths(blocks: Iterable[Block], known: frozenset[str]) -> dict[int, list[MenuPath]]:
    """Returns the first ways to the screens of each section. Keys: id() of the section's heading among the blocks.

    known: the menus. A way in a row of a table or beside a channel belongs to that row, one in a question to its answer,
    and one in a box or behind a condition to the side.
    """
    found: dict[int, list[MenuPath]] = {}
    here: list[MenuPath] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            here = found[id(block)] = []
        for way, is_title in _ways(block):
            if (is_title or way.labels[0] in known) and way not in here and len(here) < _MOST:
                here.append(way)
    return found


def _ways(node: Any, is_first: bool = False, is_title: bool = False) -> Iterator[tuple[MenuPath, bool]]:
    """Yields the ways of a block that are no side ways, and whether the title of a step names them.

    is_first: in a first step, where all ways are those of the work, whatever their sentence says.
    """
    if isinstance(node, Listing):
        for number, item in enumerate(node.items):
            for at, block in enumerate(item):
                is_step = node.kind == "steps"
                yield from _ways(block, is_step and number == 0, is_step and at == 0)
    elif isinstance(node, Paragraph):
        before = ""
        for child in node.children:
            if is_first or not _CONDITION.search(_sentence(before)):
                yield from ((way, is_title) for way in walk(child) if isinstance(way, MenuPath))
            before += child.text if isinstance(child, Text) else plain(child)
    elif isinstance(node, Panel | Quote):
        for block in node.blocks:
            yield from _ways(block)


def _sentence(before: str) -> str:
    """Returns what stands of the last sentence of a text."""
    return _SENTENCE_END.split(before)[-1]
