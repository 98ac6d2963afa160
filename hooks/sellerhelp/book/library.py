"""The books of a site: one a manual and one with all, each with the contact section at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from sellerhelp.book.chapter import GLOSSARY, Book, Chapter, chapters_of, in_words, make_chapter
from sellerhelp.book.chapters import KnownChapters
from sellerhelp.book.emit_book import Press, emit_book, prints
from sellerhelp.book.face import Face, read_face
from sellerhelp.book.glossary import words_of
from sellerhelp.book.glyphs import missing_glyphs
from sellerhelp.book.index_terms import marked
from sellerhelp.book.long_labels import long_labels
from sellerhelp.book.pictures import placed_pictures
from sellerhelp.book.printed import ALL
from sellerhelp.book.read_blocks import read_page
from sellerhelp.book.references import Atlas, places, resolve
from sellerhelp.book.side_paths import menus, ways_in
from sellerhelp.book.trouble import Trouble, located
from sellerhelp.frontmatter import PageHead
from sellerhelp.garbage import uncollected
from sellerhelp.manuals import Manual
from sellerhelp.memory import key_of
from sellerhelp.problem import Problem

# The texts of a book by their names, what cannot be printed of its pages, and the names of its pictures.
_Emitted = tuple[dict[str, str], list[tuple[str, list[Trouble]]], list[str]]
CONTACT = "contact"
ALL_TITLE = "여섯 권 모음"
# Pages beside the manuals that stand before them in the book of all.
FRONT = ("start.md", "symptoms.md")
_ALL_LEAD = "개설, 상품, 주문·배송, 정산, 광고, 정책의 여섯 권을 하나로 묶었어요."


@dataclass(frozen=True)
class Manuscript:
    """A book ready for the press. files: name -> content; main.typ is the one to compile."""

    book: Book
    files: dict[str, str | bytes]


@dataclass(frozen=True)
class Pages:
    """What the books are made from.

    html: path of a page below docs/ -> its finished HTML. addresses: path -> address below the site's root,
    for every page. files: address -> content of every other file. sources: path as in problems -> text.
    heads: path -> head of the pages beside the manuals that books may hold. plain: a text with the values in force.
    """

    html: Mapping[str, str]
    addresses: Mapping[str, str]
    files: Mapping[str, bytes]
    sources: Mapping[str, str]
    heads: Mapping[str, PageHead] = field(default_factory=dict)
    plain: Callable[[str], str] = str


@uncollected()
def write_manuscripts(
    manuals: Iterable[Manual], pages: Pages, press: Press, earlier: KnownChapters | None = None
) -> tuple[list[Manuscript], list[Chapter], list[Problem]]:
    """Turns the pages of a site into its books. Also returns the chapters as read, for the record of an edition.

    earlier: what builds before this one have read and set.
    """
    desk = _Desk(pages, press, read_face(), earlier or KnownChapters())
    manuals = list(manuals)
    contact = [chapter for manual in manuals if manual.folder == CONTACT for chapter in desk.chapters(manual)]
    printed = [(manual, desk.chapters(manual)) for manual in manuals if manual.folder != CONTACT]
    glossary = desk.loose(GLOSSARY) if printed else []
    books = [
        replace(desk.book(manual, [*own, *contact], glossary), volumes=_others(manual, printed))
        for manual, own in printed
    ]
    if len(books) > 1:  # one manual alone is all there is
        front = [chapter for path in FRONT for chapter in desk.loose(path)]
        chapters = [chapter for _, own in printed for chapter in own]
        updated = max((book.updated for book in books if book.updated), default=None)
        books.append(Book(ALL, 0, ALL_TITLE, _ALL_LEAD, "", (*front, *chapters, *contact, *glossary), updated))
    known = chapters_of(books)
    labels = {path: desk.known("places", path, (), partial(places, chapter)) for path, chapter in known.items()}
    ways = [desk.known("ways", path, (), partial(ways_in, chapter.blocks)) for path, chapter in known.items()]
    screens = menus(sum(ways, Counter()))
    books = [replace(book, menus=screens) for book in books]
    paths = {address: path for path, address in pages.addresses.items()}
    atlas = Atlas(known, paths, frozenset(pages.files), press.site)
    reach = _reach(atlas, labels)
    manuscripts = [desk.manuscript(book, atlas, labels, reach) for book in books]
    return manuscripts, list(known.values()), desk.problems


def printed_pages(manuals: Iterable[Manual], known: Iterable[str]) -> list[str]:
    """Returns the paths of the pages that books hold. known: of all pages."""
    own = [head.path for manual in manuals for head in (manual.index, *manual.pages)]
    return [*own, *(path for path in (*FRONT, GLOSSARY) if path in known)]


def read_chapter(
    head: PageHead, address: str, is_first: bool, html: str, files: Mapping[str, bytes], face: Face
) -> tuple[Chapter, dict[str, bytes], list[Trouble]]:
    """Reads a page as a chapter. Also returns its pictures by the names they now have, and what cannot be printed."""
    blocks, troubles, explained = read_page(html)
    chapter = make_chapter(head, address, is_first, blocks, explained)
    troubles = [*troubles, *long_labels(blocks), *missing_glyphs(chapter, face)]
    chapter, pictures, lost = placed_pictures(chapter, files)
    return marked(chapter), pictures, [*troubles, *lost]


class _Desk:
    def __init__(self, pages: Pages, press: Press, face: Face, earlier: KnownChapters):
        self.pages, self.press, self.face, self.earlier = pages, press, face, earlier
        self.problems: list[Problem] = []
        self.pictures: dict[str, bytes] = {}

    def _tell(self, troubles: Iterable[Trouble], path: str) -> None:
        # A chapter stands in two books; its mistakes are told once.
        self.problems += [one for one in located(troubles, path, self.pages.sources) if one not in self.problems]

    def chapters(self, manual: Manual) -> list[Chapter]:
        return [self._chapter(head, head is manual.index) for head in (manual.index, *manual.pages)]

    def loose(self, path: str) -> list[Chapter]:
        """Returns a page beside the manuals, if the site has it."""
        return [self._chapter(self.pages.heads[path], False)] if path in self.pages.heads else []

    def _chapter(self, head: PageHead, is_first: bool) -> Chapter:
        html, address = self.pages.html.get(head.path, ""), self.pages.addresses.get(head.path, "")
        head = in_words(head, self.pages.plain)
        told = (repr(head), address, repr(is_first), html)
        chapter, pictures, troubles = self.earlier.read(
            head.path,
            told,
            self.pages.files,
            lambda files: read_chapter(head, address, is_first, html, files, self.face),
        )
        self.pictures |= pictures
        self._tell(troubles, head.path)
        return chapter

    def known(self, what: str, path: str, around: tuple[str, ...], make: Callable[[], Any]) -> Any:
        """Returns what make() returns from a chapter and what is around it (see Earlier)."""
        # Which words a glossary has, the other chapters say.
        return make() if path == GLOSSARY else self.earlier.made(what, path, around, make)

    def book(self, manual: Manual, chapters: list[Chapter], glossary: list[Chapter]) -> Book:
        heads = (manual.index, *manual.pages)
        updated = max((head.updated for head in heads if head.updated), default=None)
        address = self.pages.addresses.get(manual.index.path, "")
        used = [part for whole in glossary if (part := words_of(whole, chapters))]
        lead = manual.index.description
        return Book(manual.folder, manual.number, manual.title, lead, address, (*chapters, *used), updated)

    def manuscript(self, book: Book, atlas: Atlas, labels: Mapping[str, Mapping[str, str]], reach: str) -> Manuscript:
        """reach: a key for the atlas and the labels."""
        paths = [chapter.path for chapter in book.chapters]
        texts, troubles, used = self.earlier.book(
            paths,
            (
                repr(replace(book, chapters=(), menus=frozenset())),
                repr(sorted(book.menus)),
                reach,
                self._press_for(paths),
            ),
            lambda: self._emitted(book, atlas, labels, reach),
        )
        for path, told in troubles:
            self._tell(told, path)
        return Manuscript(book, {**texts, **{name: self.pictures[name] for name in used}})

    def _press_for(self, paths: Iterable[str]) -> str:
        """Returns all that the press and its last edition say of some chapters."""
        return repr((replace(self.press, edition=None), [prints(self.press.edition, path) for path in paths]))

    def _emitted(self, book: Book, atlas: Atlas, labels: Mapping[str, Mapping[str, str]], reach: str) -> _Emitted:
        own = frozenset(chapter.path for chapter in book.chapters)
        around = (repr(sorted(own)), reach)
        chapters, troubles = [], []
        for chapter in book.chapters:
            make = partial(resolve, chapter, own, atlas, labels)
            resolved, told = self.known("resolved", chapter.path, around, make)
            chapters.append(resolved)
            troubles.append((chapter.path, told))
        texts, troubles_of = emit_book(
            replace(book, chapters=tuple(chapters)),
            self.press,
            self.face,
            lambda what, path, rest, make: self.known(what, path, (*around, *rest), make),
        )
        used = [name for name in self.pictures if any(name in text for text in texts.values())]
        return texts, [*troubles, *troubles_of.items()], used


def _others(manual: Manual, printed: Iterable[tuple[Manual, Any]]) -> tuple[tuple[int, str], ...]:
    return tuple((other.number, other.title) for other, _ in printed if other is not manual)


def _reach(atlas: Atlas, labels: Mapping[str, Mapping[str, str]]) -> str:
    """Returns a key for all places that links can lead to, and what they are called."""
    chapters = [(path, one.path, one.address, one.number) for path, one in sorted(atlas.chapters.items())]
    places_ = [(path, sorted(one.items())) for path, one in sorted(labels.items())]
    return key_of(
        atlas.site, repr(chapters), repr(places_), repr(sorted(atlas.paths.items())), repr(sorted(atlas.files))
    )
