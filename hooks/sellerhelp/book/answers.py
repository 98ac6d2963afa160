"""Which place of a book answers a question in full: whoever asks it again gets the first lines, and is led there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sellerhelp.book.chapter import Chapter
from sellerhelp.book.document import Anchor, Block, Question, Reference, Text, plain, walk

# The words of a question with its answer: only an answer that is the same in every letter is told once.
Asked = tuple[str, str]


@dataclass(frozen=True)
class Answer:
    """label: of the question's place. number and title: of its chapter."""

    label: str
    number: str
    title: str

    def way(self) -> tuple[Reference]:
        return (Reference((Text(f"{self.number} {self.title}".strip()),), self.label, self.number),)


def asked(question: Question) -> Asked:
    return plain(question.question), plain(question.answer)


def answer_label(question: Question, number: int, chapter: str) -> str:
    """Returns the label of a question's place. number: of the question in its chapter, from 1. chapter: its label."""
    own = (node.label for node in walk(question.answer) if isinstance(node, Anchor) and node.name and node.label)
    return next(own, f"{chapter}.q{number}")


def first_lines(question: Question) -> tuple[Block, ...]:
    """Returns an answer up to the end of its first block with words."""
    for end, block in enumerate(question.answer, 1):
        if plain(block):
            return question.answer[:end]
    return question.answer


def answered_before(chapters: Iterable[Chapter]) -> dict[str, dict[Asked, Answer]]:
    """Returns path -> the questions of that chapter which a chapter before it answers in full, and where.

    chapters: marked and resolved, in the order of the book. Questions whose answer is but one block are not among them:
    to lead elsewhere would save nothing.
    """
    known: dict[Asked, Answer] = {}
    before: dict[str, dict[Asked, Answer]] = {}
    for chapter in chapters:
        own = {}
        for number, question in numbered(chapter.blocks):
            if len(plain(first_lines(question))) < len(plain(question.answer)):
                label = answer_label(question, number, chapter.label)
                own[asked(question)] = Answer(label, chapter.number, chapter.title)
        before[chapter.path] = {one: known[one] for one in own if one in known}
        known = own | known
    return before


def numbered(blocks: Iterable[Block]) -> Iterator[tuple[int, Question]]:
    """Yields the questions of a chapter with their numbers; those within boxes have none."""
    yield from enumerate((block for block in blocks if isinstance(block, Question)), 1)


NONE: Mapping[Asked, Answer] = {}
