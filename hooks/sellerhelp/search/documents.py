"""What can be found: the sections of pages and the questions, as plain text in fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Document:
    """One thing that a result can point at.

    page: the address of its page; location: its own, with a # for sections and questions.
    title, body, tags, also (writers' other wordings): fields. page_title, number, manual: shown with it.
    A term is a word of the glossary: every page that is about it comes before it.
    """

    kind: Literal["page", "section", "question", "term"]
    page: str
    location: str
    title: str
    body: str
    tags: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    page_title: str = ""
    number: str = ""
    manual: str = ""

    @property
    def is_page(self) -> bool:
        return self.kind == "page"
