"""The index at the end: sections, questions and the words on the screen, in the order of the Korean alphabet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Any

from sellerhelp.book.chapter import Chapter
from sellerhelp.book.document import Anchor, Heading, Key, MenuPath, Question, plain, rebuilt, walk
from sellerhelp.catalogue import letter_of, sort_key

# A section that so many chapters have says nothing by its pages.
_COMMON = 5

Row = tuple[str, tuple[str, ...]]


def marked(chapter: Chapter) -> Chapter:
    """Puts a place before each word of the screen, so that the index can tell its page."""
    count = 0

    def change(inline: Any) -> tuple[Any, ...] | None:
        nonlocal count
        if not isinstance(inline, Key | MenuPath):
            return None
        count += 1
        return (Anchor("", f"{chapter.label}.{count}"), inline)

    return replace(chapter, blocks=rebuilt(chapter.blocks, change))


def index_rows(chapters: Iterable[Chapter]) -> list[Row]:
    """Returns the words and the labels of their places, each word once. chapters: marked and resolved."""
    found: dict[str, list[str]] = {}
    chapters = list(chapters)
    titles = Counter(title for chapter in chapters for title in _sections(chapter))
    for chapter in chapters:
        if chapter.is_glossary:
            continue  # is in the order of the alphabet itself
        for words, label in _terms(chapter):
            if words and titles[words] <= _COMMON:
                found.setdefault(words, []).append(label)
    return [(words, tuple(labels)) for words, labels in sorted(found.items(), key=lambda row: sort_key(row[0]))]


def by_letter(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Groups sorted rows by their first letter."""
    return [(letter, list(group)) for letter, group in groupby(rows, key=lambda row: letter_of(row[0]))]


def _sections(chapter: Chapter) -> set[str]:
    return {plain(block.children) for block in chapter.blocks if isinstance(block, Heading)}


def _terms(chapter: Chapter) -> Iterable[tuple[str, str]]:
    yield chapter.title, chapter.label
    label = ""
    for node in walk(chapter.blocks):
        if isinstance(node, Heading):
            label = next((child.label for child in node.children if isinstance(child, Anchor)), "")
            if label:
                yield plain(node.children), label
        elif isinstance(node, Question):
            place = next((inner.label for inner in walk(node.answer) if isinstance(inner, Anchor) and inner.name), "")
            if place:
                yield plain(node.question), place
        elif isinstance(node, Anchor) and not node.name:
            label = node.label
        elif isinstance(node, Key):
            yield node.label, label
        elif isinstance(node, MenuPath):
            yield node.labels[-1], label
