"""Titles and labels that are too long to be one: they must stay on one page, with what they name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sellerhelp.book.document import (
    Block,
    Callout,
    Figure,
    Heading,
    Key,
    MenuPath,
    Panel,
    Question,
    Table,
    Terms,
    Track,
    plain,
    walk,
)
from sellerhelp.book.trouble import Trouble

LONGEST = 200  # letters; four lines of a section's title
_SHOWN = 20


def long_labels(blocks: Iterable[Block]) -> list[Trouble]:
    """Names each label of a chapter that no page could hold together with its text."""
    return [
        Trouble(
            (words[:_SHOWN],),
            f"{what} {len(words):,}글자예요. 책에서는 {LONGEST}글자까지 한자리에 찍을 수 있어요.",
            f"‘{words[:_SHOWN]}…’로 시작하는 글을 줄이고, 자세한 말은 아래에 이어 적으세요.",
            "book-long-label",
        )
        for node in walk(tuple(blocks))
        for what, words in _labels(node)
        if len(words) > LONGEST
    ]


def _labels(node: Any) -> Iterable[tuple[str, str]]:
    if isinstance(node, Heading):
        yield "제목이", plain(node.children)
    elif isinstance(node, Question):
        yield "질문이", plain(node.question)
    elif isinstance(node, Panel):
        yield "접은 글의 이름이", plain(node.label)
    elif isinstance(node, Callout):
        yield "상자의 제목이", plain(node.title)
    elif isinstance(node, Key):
        yield "화면 이름이", node.label
    elif isinstance(node, MenuPath):
        yield from (("메뉴 이름이", label) for label in node.labels)
    elif isinstance(node, Track):
        yield from (("단계 이름이", step) for step, _ in node.steps)
    elif isinstance(node, Figure):
        yield "그림 설명이", plain(node.caption)
    elif isinstance(node, Terms):
        yield from (("설명할 말이", plain(term)) for term, _ in node.rows)
    elif isinstance(node, Table):
        yield "표 제목이", plain(node.caption)
        yield from (("표의 머리글이", plain(cell)) for row in node.head for cell in row)
