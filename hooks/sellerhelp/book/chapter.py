"""A page of the site as a chapter of a book."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sellerhelp.book.document import Block
from sellerhelp.frontmatter import Fact, PageHead


@dataclass(frozen=True)
class Chapter:
    """path: of its page below docs/. address: of the page below the site's root.

    manual: the number of its manual. is_first: the manual's overview. as_of: what the page says of its facts.
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

    @property
    def label(self) -> str:
        """Its place in a book."""
        return f"p{self.number}"


def make_chapter(head: PageHead, address: str, is_first: bool, blocks: tuple[Block, ...]) -> Chapter:
    manual = int(head.number.partition("-")[0])
    return Chapter(
        head.path, address, head.number, head.title, head.description, head.as_of, head.know, manual, is_first, blocks
    )


@dataclass(frozen=True)
class Book:
    """name: of the file. number: the manual's, or 0 for all together. updated: the latest of its pages' dates."""

    name: str
    number: int
    title: str
    lead: str
    address: str
    chapters: tuple[Chapter, ...]
    updated: date | None = None


def chapters_of(books: Iterable[Book]) -> dict[str, Chapter]:
    """Returns all chapters that stand in any book, by the path of their page."""
    return {chapter.path: chapter for book in books for chapter in book.chapters}
