"""A page of the site as a chapter of a book."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from sellerhelp.book.document import Block
from sellerhelp.frontmatter import Fact, PageHead

GLOSSARY = "glossary.md"


@dataclass(frozen=True)
class Chapter:
    """path: of its page below docs/. address: of the page below the site's root.

    number: "3-2", or "" for a page beside the manuals. manual: the number of its manual, or 0. is_first: the manual's
    overview. as_of: what the page says of its facts. words: ids of the glossary's words that it uses.
    """

    path: str
    address: str
    number: str
    title: str
    lead: str
    as_of: str
    facts: tuple[Fact, ...]
    manual: int
    is_first: bool
    blocks: tuple[Block, ...]
    words: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """Its place in a book."""
        return f"p{self.number}" if self.number else f"page-{PurePosixPath(self.path).stem}"

    @property
    def is_glossary(self) -> bool:
        return self.path == GLOSSARY


def in_words(head: PageHead, plain: Callable[[str], str]) -> PageHead:
    """Returns a head whose facts name their values. plain: a text with the values in force."""
    know = tuple(Fact(plain(fact.what), plain(fact.answer), plain(fact.note)) for fact in head.know)
    return replace(head, know=know)


def make_chapter(
    head: PageHead, address: str, is_first: bool, blocks: tuple[Block, ...], words: frozenset[str] = frozenset()
) -> Chapter:
    manual = int(head.number.partition("-")[0] or 0)
    return Chapter(
        head.path, address, head.number, head.title, head.description, head.as_of, head.know, manual, is_first, blocks,
        words,
    )  # fmt: skip


@dataclass(frozen=True)
class Book:
    """name: of the file. number: the manual's, or 0 for all together. updated: the latest of its pages' dates.

    volumes: number and title of the books of the other manuals, to which its references may lead. menus: the labels at
    which ways to screens begin, on all pages of the site.
    """

    name: str
    number: int
    title: str
    lead: str
    address: str
    chapters: tuple[Chapter, ...]
    updated: date | None = None
    volumes: tuple[tuple[int, str], ...] = ()
    menus: frozenset[str] = frozenset()


def chapters_of(books: Iterable[Book]) -> dict[str, Chapter]:
    """Returns all chapters that stand in any book, by the path of their page."""
    return {chapter.path: chapter for book in books for chapter in book.chapters}
