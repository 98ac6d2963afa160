"""Letters that the books' typeface does not have: told with their place, never printed as a box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from sellerhelp.book.chapter import Chapter
from sellerhelp.book.document import Code, Key, MenuPath, Outside, Picture, Preformatted, Text, Track, walk
from sellerhelp.book.face import Face
from sellerhelp.book.trouble import Trouble
from sellerhelp.particle import attach

_AROUND = 6


def missing_glyphs(chapter: Chapter, face: Face) -> list[Trouble]:
    """Names each letter of a chapter that cannot be printed, once."""
    troubles: dict[str, Trouble] = {}
    for words in _texts(chapter):
        for at, letter in enumerate(words):
            if ord(letter) not in face.glyphs and not letter.isspace() and letter not in troubles:
                troubles[letter] = _trouble(words, at)
    return list(troubles.values())


def _texts(chapter: Chapter) -> Iterable[str]:
    yield from (chapter.title, chapter.lead, chapter.as_of)
    for fact in chapter.facts:
        yield from (fact.what, fact.answer, fact.note)
    for node in walk(chapter.blocks):
        yield from _own_texts(node)


def _own_texts(node: Any) -> Iterable[str]:
    if isinstance(node, Text | Code | Preformatted):
        yield node.text
    elif isinstance(node, Key):
        yield node.label
    elif isinstance(node, MenuPath):
        yield from node.labels
    elif isinstance(node, Track):
        yield from (step for step, _ in node.steps)
    elif isinstance(node, Outside):
        yield node.url
    elif isinstance(node, Picture):
        yield node.alt


def _trouble(words: str, at: int) -> Trouble:
    letter = words[at]
    name = unicodedata.name(letter, "")
    code = f"U+{ord(letter):04X}" + (f", {name}" if name else "")
    clues = (words[max(at - _AROUND, 0) : at + _AROUND], words[at : at + 2], letter)
    text = f"책의 글꼴에 {attach(letter, '이/가')} 없어요({code})."
    return Trouble(
        clues,
        text,
        "다른 글자나 말로 바꾸세요. 그림 문자와 한자, 오른쪽에서 왼쪽으로 쓰는 글은 찍을 수 없어요.",
        "book-glyph",
    )
