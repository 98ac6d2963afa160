"""What would be wrong with the books, without setting them: the gate asks this after every edit.

Says the same as write_manuscripts(). Remembers each chapter by its HTML, its head and the places that links can reach.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sellerhelp.book.chapter import GLOSSARY, Chapter, in_words, make_chapter
from sellerhelp.book.emit_book import Press, chapter_troubles
from sellerhelp.book.face import read_face
from sellerhelp.book.library import ALL_TITLE, CONTACT, FRONT, Pages, read_chapter
from sellerhelp.book.printed import ALL, Printed, address_of
from sellerhelp.book.references import Atlas, places, resolve
from sellerhelp.book.trouble import Trouble, located
from sellerhelp.frontmatter import PageHead
from sellerhelp.manuals import Manual
from sellerhelp.memory import Memory, key_of
from sellerhelp.problem import Problem

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")


@dataclass(frozen=True)
class _Galley:
    """A chapter to be read. key: changes with all that it says. outline: without its blocks."""

    head: PageHead
    is_first: bool
    outline: Chapter
    key: str


def proofread(manuals: Iterable[Manual], pages: Pages, press: Press, memory: Memory) -> list[Problem]:
    """Returns what write_manuscripts() says is wrong."""
    manuals = list(manuals)
    books = promised_books(manuals)
    if not books:
        return []  # nobody prints the contact section alone
    galleys = [_galley(head, head is manual.index, pages) for manual, head in _heads(manuals)]
    galleys += [_galley(pages.heads[path], False, pages) for path in _beside(books) if path in pages.heads]
    reader = _Proofreader(galleys, pages, press, memory)
    return reader.problems()


def promised_books(manuals: Iterable[Manual]) -> list[Printed]:
    """Returns the books that a build would print, without their content: pages offer them, links may lead there."""
    names = {manual.folder: manual.title for manual in manuals if manual.folder != CONTACT}
    names |= {ALL: ALL_TITLE} if len(names) > 1 else {}
    return [Printed(name, title, address_of(name), b"", 1) for name, title in names.items()]


def _beside(books: list[Printed]) -> tuple[str, ...]:
    """Returns the pages beside the manuals that stand in books."""
    return (*FRONT, GLOSSARY) if len(books) > 1 else (GLOSSARY,)


def _heads(manuals: Iterable[Manual]) -> Iterable[tuple[Manual, PageHead]]:
    return ((manual, head) for manual in manuals for head in (manual.index, *manual.pages))


def _galley(head: PageHead, is_first: bool, pages: Pages) -> _Galley:
    head = in_words(head, pages.plain)
    outline = make_chapter(head, pages.addresses.get(head.path, ""), is_first, ())
    return _Galley(head, is_first, outline, key_of(repr(outline), pages.html.get(head.path, "")))


class _Proofreader:
    def __init__(self, galleys: list[_Galley], pages: Pages, press: Press, memory: Memory):
        self.galleys, self.pages, self.press, self.memory = galleys, pages, press, memory
        self.read: dict[str, tuple[Chapter, list[Trouble]]] = {}
        self.labels = {one.head.path: self._labels(one) for one in galleys}
        outlines = {one.head.path: one.outline for one in galleys}
        paths = {address: path for path, address in pages.addresses.items()}
        self.atlas = Atlas(outlines, paths, frozenset(pages.files), press.site)

    def problems(self) -> list[Problem]:
        surroundings = self._surroundings()
        found = []
        for galley in self.galleys:
            key = key_of("troubles", galley.key, surroundings)
            rows = self.memory.get(key)
            if rows is None:
                rows = [[one.clues, one.text, one.mend, one.rule] for one in self._troubles(galley)]
                self.memory.keep(key, rows)
            troubles = [Trouble(tuple(clues), *rest) for clues, *rest in rows]
            found += located(troubles, galley.head.path, self.pages.sources)
        return found

    def _surroundings(self) -> str:
        """Returns a key for everything outside a chapter on which its mistakes depend."""
        return key_of(
            repr(sorted((path, list(labels)) for path, labels in self.labels.items())),
            repr([one.outline for one in self.galleys]),
            repr(sorted(self.pages.addresses.items())),
            repr((self.press.site, self.press.paper)),
            repr(sorted(self.pages.files)),
            *(_digest(self.pages.files, name) for name in sorted(self.pages.files) if name.endswith(_PICTURES)),
        )

    def _labels(self, galley: _Galley) -> dict[str, str]:
        key = key_of("places", galley.key)
        kept = self.memory.get(key)
        if kept is None:
            kept = places(self._read(galley)[0])
            self.memory.keep(key, kept)
        return kept

    def _read(self, galley: _Galley) -> tuple[Chapter, list[Trouble]]:
        path = galley.head.path
        if path not in self.read:
            html = self.pages.html.get(path, "")
            outline, files = galley.outline, self.pages.files
            chapter, _, troubles = read_chapter(galley.head, outline.address, galley.is_first, html, files, read_face())
            self.read[path] = chapter, troubles
        return self.read[path]

    def _troubles(self, galley: _Galley) -> list[Trouble]:
        chapter, troubles = self._read(galley)
        # Which book a chapter stands in changes how a link is printed, never whether it can be.
        resolved, links = resolve(chapter, frozenset(self.labels), self.atlas, self.labels)
        return [*troubles, *links, *chapter_troubles(resolved, self.press.paper, read_face())]


def _digest(files: Mapping[str, bytes], name: str) -> bytes:
    return hashlib.sha256(files[name]).digest()
