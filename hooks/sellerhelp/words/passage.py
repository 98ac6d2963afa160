"""A passage: one stretch of prose that a reader reads in one go, with what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sellerhelp.words.traced import Traced

Kind = Literal["prose", "cell", "heading", "question"]
# A sentence ends with its mark, closing quotes and brackets, and a space. 3.3% and 1:1 have none.
_END = re.compile(r"(?<=[.?!…])[’”)\]」]{0,4}\s+")


@dataclass(frozen=True)
class Passage:
    """path: the source file, as in problems. kind: what it is to the reader.

    unit: what a reader may open alone, the page or the question: an abbreviation is explained once in each.
    text: without markup; quotes of the screen, keys, menu paths, code and addresses have become LABEL.
    typed: a question's own letters, labels and all; "" of other passages.
    """

    path: str
    kind: Kind
    unit: str
    text: Traced
    typed: str = ""

    def sentences(self) -> Iterator[Sentence]:
        text, start = self.text.text, 0
        for end in [*(found.end() for found in _END.finditer(text)), len(text)]:
            piece = text[start:end].lstrip()
            if words := piece.rstrip():
                yield Sentence(self, words, end - len(piece))
            start = end


@dataclass  # not frozen, as Traced is not
class Sentence:
    """start: where its text stands in the passage."""

    passage: Passage
    text: str
    start: int

    @cached_property
    def piece(self) -> Traced:
        """The text with its places; few sentences are asked for it."""
        return self.passage.text[self.start : self.start + len(self.text)]


def as_kept(question: Passage) -> list[object]:
    """Returns a question as JSON can keep it."""
    return [question.unit, question.text.text, list(question.text.at), question.typed]


def from_kept(path: str, row: list) -> Passage:
    """Returns the question of a file that as_kept() kept."""
    unit, text, at, typed = row
    return Passage(path, "question", unit, Traced(text, at), typed)
