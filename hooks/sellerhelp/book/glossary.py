"""The glossary of a book: of all words of the site those that its chapters use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from sellerhelp.book.chapter import Chapter
from sellerhelp.book.document import Anchor, Block, Heading, Inline, Link, Terms, plain, walk

Row = tuple[tuple[Inline, ...], tuple[Block, ...]]


def words_of(glossary: Chapter, chapters: Iterable[Chapter]) -> Chapter | None:
    """Returns the glossary with the words that chapters use or explain at length, or None when there are none."""
    chapters = list(chapters)
    used = frozenset().union(*(chapter.words for chapter in chapters))
    addresses = {chapter.address for chapter in chapters}
    blocks: list[Block] = []
    for block in glossary.blocks:
        if isinstance(block, Terms):
            rows = tuple(row for row in block.rows if _ids(row) & used or _pages(row, glossary.address) & addresses)
            if rows:
                blocks.append(Terms(rows))
            elif blocks and isinstance(blocks[-1], Heading):
                blocks.pop()  # a letter without words
        else:
            blocks.append(block)
    has_words = any(isinstance(block, Terms) for block in blocks)
    return replace(glossary, blocks=tuple(blocks)) if has_words else None


def by_heading(glossary: Chapter) -> list[tuple[str, tuple[Row, ...]]]:
    """Returns the letters with their words."""
    groups, letter = [], ""
    for block in glossary.blocks:
        if isinstance(block, Heading):
            letter = plain(block.children)
        elif isinstance(block, Terms):
            groups.append((letter, block.rows))
    return groups


def _ids(row: Row) -> set[str]:
    return {node.name for node in row[0] if isinstance(node, Anchor)}


def _pages(row: Any, base: str) -> set[str]:
    """Returns the addresses of the pages that a word's meaning points to."""
    links = [node for node in walk(row[1]) if isinstance(node, Link)]
    return {urlsplit(urljoin(f"/{base}", link.href)).path.lstrip("/") for link in links}
