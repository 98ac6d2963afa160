"""What a book's questions know of the book: which place answers one in full, and the sections that go on from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sellerhelp.book.chapter import Chapter
from sellerhelp.book.document import Anchor, Block, Heading, Inline, Question, Reference, Text, plain, walk

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


@dataclass(frozen=True)
class Section:
    """A section of a chapter. chapter: its label. number: of the chapter."""

    chapter: str
    number: str
    title: tuple[Inline, ...]

    def named(self, way: Reference, chapter: str) -> Reference:
        """Returns a way that leads here by the name of the section; one from another chapter says which it is in."""
        number = () if chapter == self.chapter else (Text(f"{self.number} "),)
        return replace(way, children=(*number, *self.title))


@dataclass(frozen=True)
class Known:
    """What a chapter's questions may know of its book. answered: what chapters before it answer. sections: see led_to()."""

    answered: Mapping[Asked, Answer] = field(default_factory=dict)
    sections: Mapping[str, Section] = field(default_factory=dict)


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


def sections_of(chapters: Iterable[Chapter]) -> dict[str, Section]:
    """Returns label -> section of all sections of a book. chapters: resolved."""
    return {
        child.label: Section(
            chapter.label, chapter.number, tuple(one for one in block.children if not isinstance(one, Anchor))
        )
        for chapter in chapters
        for block in chapter.blocks
        if isinstance(block, Heading)
        for child in block.children
        if isinstance(child, Anchor) and child.label
    }


def led_to(chapter: Chapter, sections: Mapping[str, Section]) -> dict[str, Section]:
    """Returns those of the sections that the lines below a chapter's questions lead to."""
    ways = (
        node.label for _, one in numbered(chapter.blocks) for node in walk(one.pages) if isinstance(node, Reference)
    )
    return {label: sections[label] for label in ways if label in sections}
