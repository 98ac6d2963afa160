"""The index at the end: sections, questions, words of the trade and of the screen, in the order of the Korean alphabet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import partial
from itertools import chain, groupby
from typing import Any

from sellerhelp.book.answers import Answer, Asked, asked, first_lines
from sellerhelp.book.chapter import Chapter
from sellerhelp.book.chapters import Earlier, anew
from sellerhelp.book.document import (
    Anchor,
    Block,
    Heading,
    Key,
    MenuPath,
    Paragraph,
    Question,
    Reference,
    Styled,
    Terms,
    plain,
    rebuilt,
    walk,
)
from sellerhelp.book.emit_blocks import basis_start
from sellerhelp.catalogue import letter_of, sort_key
from sellerhelp.manuals import QUESTIONS

# A section that so many chapters have says nothing by its pages.
_COMMON = 5
_MOST_SAYING = 3  # sections that only say a word
# Names on the screen that say nothing without it: 변경, 동의하기, answers, and texts to be typed.
_BARE_KEY = re.compile(r"\S{1,3}|\S{1,3}하기|.*(?:아님|없음|안함|않음|요)|.*: .*")
_BARE_SCREEN = re.compile(r"\S{1,2}")
# Titles of sections under which nobody looks anything up: 신청하기, 고치거나 멈추기, 언제 바뀌나.
_BARE_TITLE = re.compile(
    r"\S{1,2}하기|\S리기|\S+거나 \S+기|(?:언제|어디|어느|누가|무엇|왜|둘) .*|(?:어디|언제|무엇|누구)\S+ .*"
)

# A word, the labels of the places that explain it, and of its others.
Row = tuple[str, tuple[str, ...], tuple[str, ...]]
# The places and texts of the blocks of a section.
_Texts = list[tuple[str, str]]


@dataclass(frozen=True)
class _Said:
    """What a book says. sections: in order. below: labels of chapters and sections -> all that stands there."""

    sections: list[_Texts]
    below: Mapping[str, _Texts]


@dataclass(frozen=True)
class _Own:
    """What a chapter says, whatever the others say. terms: words and the labels of their places. texts: see _texts()."""

    titles: set[str]
    terms: list[tuple[str, str]]
    texts: list[_Texts]


@dataclass
class _Places:
    """Labels of a word's places. main: where it is explained."""

    main: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def marked(chapter: Chapter) -> Chapter:
    """Puts a place before each word of the screen and into each block, so that the index can tell their pages."""
    count = 0

    def change(inline: Any) -> tuple[Any, ...] | None:
        nonlocal count
        if not isinstance(inline, Key | MenuPath):
            return None
        count += 1
        return (Anchor("", f"{chapter.label}.{count}"), inline)

    blocks = rebuilt(chapter.blocks, change)
    placed = (_placed(block, Anchor("", f"{chapter.label}.b{at}")) for at, block in enumerate(blocks, 1))
    return replace(chapter, blocks=tuple(placed))


def _placed(block: Block, place: Anchor) -> Block:
    """Puts a place into the first words of a block that has none yet; headings and questions have their own."""
    if isinstance(block, Heading | Question) or any(isinstance(node, Anchor) for node in walk(block)):
        return block
    first = next((node for node in walk(block) if isinstance(node, Paragraph) and plain(node)), None)
    # A paragraph that is bold as a whole heads the next one, and is known by it.
    if first is None or (len(first.children) == 1 and isinstance(first.children[0], Styled)):
        return block
    return _with(block, first, replace(first, children=(place, *first.children)))


def _with(node: Any, old: Block, new: Block) -> Any:
    """Returns a node with one block below it, the very same, replaced by another."""
    if node is old:
        return new
    if isinstance(node, tuple):
        return tuple(_with(child, old, new) for child in node)
    if not hasattr(node, "__dataclass_fields__"):
        return node
    nested = {one.name: getattr(node, one.name) for one in fields(node)}
    return replace(node, **{name: _with(value, old, new) for name, value in nested.items() if type(value) is tuple})


def index_rows(
    chapters: Iterable[Chapter],
    menus: frozenset[str],
    answered: Mapping[str, Mapping[Asked, Answer]],
    earlier: Earlier = anew,
) -> list[Row]:
    """Returns the words and the labels of their places, each word once.

    chapters: marked and resolved. menus: the labels at which ways to screens begin. answered: see answered_before().
    """
    chapters = list(chapters)
    ways, own = repr(sorted(menus)), {}
    for chapter in chapters:
        make = partial(_read, chapter, menus, answered[chapter.path])
        own[chapter.path] = earlier("index", chapter.path, (ways, repr(answered[chapter.path])), make)
    titles = Counter(title for one in own.values() for title in one.titles)
    said = _said({chapter.label: own[chapter.path].texts for chapter in chapters if not chapter.is_glossary})
    found: dict[str, _Places] = {}
    for chapter in chapters:
        for words, label, is_main in _entries(chapter, own[chapter.path].terms, chapters, said):
            if words and label and titles[words] <= _COMMON:
                places = found.setdefault(words, _Places())
                (places.main if is_main else places.others).append(label)
    rows = sorted(found.items(), key=lambda row: sort_key(row[0]))
    return [(words, tuple(places.main), tuple(places.others)) for words, places in rows]


def by_letter(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Groups sorted rows by their first letter."""
    return [(letter, list(group)) for letter, group in groupby(rows, key=lambda row: letter_of(row[0]))]


def _sections(chapter: Chapter) -> set[str]:
    return {plain(block.children) for block in chapter.blocks if isinstance(block, Heading)}


def _read(chapter: Chapter, menus: frozenset[str], answered: Mapping[Asked, Answer]) -> _Own:
    if chapter.is_glossary:
        return _Own(_sections(chapter), [], [])
    return _Own(_sections(chapter), list(_terms(chapter, menus, answered)), list(_texts(chapter)))


def _entries(
    chapter: Chapter, terms: Iterable[tuple[str, str]], chapters: list[Chapter], said: _Said
) -> Iterator[tuple[str, str, bool]]:
    """Yields the words of a chapter, the labels of their places, and whether these explain them."""
    if chapter.is_glossary:
        yield from _of_glossary(chapter, chapters, said)
        return
    if chapter.number.endswith(QUESTIONS):
        yield from _of_groups(chapter, chapters, said)
    yield from ((words, label, False) for words, label in terms)


def _of_glossary(glossary: Chapter, chapters: list[Chapter], said: _Said) -> Iterator[tuple[str, str, bool]]:
    """A word of the trade leads to the pages that its meaning points to, else to chapters named by it; and to its meaning.

    A way ends where the word, or another name of it, is said first. One that nothing in this book explains, or only what
    never says it, leads to the sections that say it most.
    """
    for block in glossary.blocks:
        for term, meaning in block.rows if isinstance(block, Terms) else ():
            words = plain(tuple(part for part in term if not isinstance(part, Styled)))
            others = [plain(part) for part in term if isinstance(part, Styled)]
            names = [words, *(name for some in others for name in some.split(", "))]
            ways = [node.label for node in walk(meaning) if isinstance(node, Reference) and node.label]
            ways = ways or [one.label for one in chapters if not one.is_glossary and _names(words, one.title)]
            places = list(dict.fromkeys(place for way in ways if (place := _said_at(names, way, said))))
            saying = [] if places else _saying(words, said.sections)
            yield from ((words, label, True) for label in places or ([] if saying else ways))
            yield from ((words, label, False) for label in saying)
            yield from ((words, node.label, False) for node in term if isinstance(node, Anchor))


def _said(by_chapter: Mapping[str, list[_Texts]]) -> _Said:
    sections = [section for some in by_chapter.values() for section in some]
    below = {section[0][0]: section for section in sections}
    return _Said(sections, below | {label: [*chain.from_iterable(some)] for label, some in by_chapter.items()})


def _texts(chapter: Chapter) -> Iterator[_Texts]:
    """Yields each section of a chapter as the places and texts of its blocks, first its own place with its title.

    No questions: they stand at the chapters, too. A block without a place, a drawing, has "".
    """
    section = [(chapter.label, chapter.title)]
    # What its values rest on names them once more.
    blocks = chapter.blocks[: basis_start(chapter.blocks)]
    for block in () if chapter.number.endswith(QUESTIONS) else blocks:
        if isinstance(block, Heading) and block.level == 2:
            yield section
            place = next((one.label for one in block.children if isinstance(one, Anchor)), "")
            section = [(place, plain(block.children))]
        elif not isinstance(block, Question):
            places = (one.label for one in walk(block) if isinstance(one, Anchor) and one.label)
            section.append((next(places, ""), plain(block)))
    yield section


def _saying(words: str, sections: list[_Texts]) -> list[str]:
    """Returns where the sections that say some words most often say them first, in order."""
    if not words:
        return []
    said = _saying_it(words)
    found = [[(len(said.findall(text)), label) for label, text in section] for section in sections]
    places = [next((label for count, label in one if count and label), "") for one in found]
    most = sorted((-sum(count for count, _ in one), at) for at, one in enumerate(found) if places[at])
    return [places[at] for at in sorted(at for _, at in most[:_MOST_SAYING])]


def _said_at(names: list[str], way: str, said: _Said) -> str:
    """Returns where the chapter or section to which a way leads says a word first, by any of its names; "" where it never does.

    A way to any other place, a question's, stays.
    """
    if way not in said.below:
        return way
    saying = [_saying_it(name) for name in names if name]
    return next((label for label, text in said.below[way] if label and any(one.search(text) for one in saying)), "")


def _saying_it(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![가-힣A-Za-z0-9]){re.escape(words)}")


def _names(words: str, title: str) -> bool:
    """Says whether a title holds some words from the beginning of one of its own."""
    return bool(words) and f" {words}" in f" {title}"


def _of_groups(chapter: Chapter, chapters: list[Chapter], said: _Said) -> Iterator[tuple[str, str, bool]]:
    """A group of questions is named by what most of its answers lead to, which need not explain it but says it."""
    title, led, by_label = "", Counter[str](), {one.label: one for one in chapters}
    for block in (*chapter.blocks, Heading(2, ())):
        if isinstance(block, Heading):
            if led:
                yield title, _said_at([title], led.most_common(1)[0][0], said), False
            title, led = plain(block.children), Counter()
        elif isinstance(block, Question):
            ways = (node.label for node in walk(block.pages) if isinstance(node, Reference) and node.label)
            led.update(of.label for label in ways if (of := _chapter_of(label, by_label)) and of is not chapter)


def _chapter_of(label: str, chapters: Mapping[str, Chapter]) -> Chapter | None:
    """Returns the chapter in which a place lies. chapters: by their own labels."""
    while label and label not in chapters:
        label = label.rpartition("-")[0]
    return chapters.get(label)


def _terms(chapter: Chapter, menus: frozenset[str], answered: Mapping[Asked, Answer]) -> Iterator[tuple[str, str]]:
    yield chapter.title, chapter.label
    is_questions = chapter.number.endswith(QUESTIONS)
    label = ""
    for at, block in enumerate(chapter.blocks):
        follower = next(iter(chapter.blocks[at + 1 : at + 2]), None)
        told = answered.get(asked(block)) if isinstance(block, Question) else None
        for node in walk(replace(block, answer=first_lines(block), pages=()) if told else block):
            if isinstance(node, Heading):
                label = next((child.label for child in node.children if isinstance(child, Anchor)), "")
                # Above a table of questions stands what kind of table it is.
                if not is_questions or isinstance(follower, Question):
                    yield _title(plain(node.children), chapter.title), label
            elif isinstance(node, Question):
                places = (inner.label for inner in walk(node.answer) if isinstance(inner, Anchor) and inner.name)
                own = next(places, "")
                yield plain(node.question), told.label if told and own else own
            elif isinstance(node, Anchor) and not node.name:
                label = node.label
            elif isinstance(node, Key) and not _BARE_KEY.fullmatch(node.label):
                yield node.label, label
            elif isinstance(node, MenuPath) and node.labels[0] in menus and not _BARE_SCREEN.fullmatch(node.labels[-1]):
                yield node.labels[-1], label


def _title(title: str, chapter: str) -> str:
    """Returns the title of a section as it says something without its chapter's; "" where the chapter's says it, too."""
    if not _BARE_TITLE.fullmatch(title):
        return title
    return "" if title in chapter else f"{chapter}: {title}"
