"""Where the links of a book lead: to its own pages, to pages of other books, or out into the world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from sellerhelp.book.chapter import Chapter
from sellerhelp.book.document import Anchor, Heading, Link, Outside, Reference, rebuilt, walk
from sellerhelp.book.trouble import Trouble
from sellerhelp.particle import attach
from sellerhelp.problem import nearest

# Only to join addresses; nothing is asked of it.
_NOWHERE = "http://site.invalid/"
# Longer ones fill pages as footnotes; the press itself refuses them at 8,000.
_LONGEST = 2000


@dataclass(frozen=True)
class Atlas:
    """All places of all books.

    chapters: path -> chapter. paths: address -> path of every page of the site. files: the addresses of all
    other files. site: the site's own address, with a slash at its end.
    """

    chapters: Mapping[str, Chapter]
    paths: Mapping[str, str]
    files: frozenset[str]
    site: str


def places(chapter: Chapter) -> dict[str, str]:
    """Names the places of a chapter: the ids of its page -> labels in the book; the ids of one heading share one."""
    labels: dict[str, str] = {}
    for node in walk(chapter.blocks):
        if isinstance(node, Heading):
            names = [child.name for child in node.children if isinstance(child, Anchor) and child.name]
            labels.update(dict.fromkeys(names, f"{chapter.label}-{names[0]}" if names else ""))
        elif isinstance(node, Anchor) and node.name and node.name not in labels:
            labels[node.name] = f"{chapter.label}-{node.name}"
    return labels


def resolve(
    chapter: Chapter, book: frozenset[str], atlas: Atlas, known: Mapping[str, Mapping[str, str]]
) -> tuple[Chapter, list[Trouble]]:
    """Turns the links of a chapter into references and the ids into labels.

    book: the paths of the chapters that stand in the same book. known: path -> what places() says of it.
    """
    resolver = _Resolver(chapter, book, atlas, known)
    return replace(chapter, blocks=rebuilt(chapter.blocks, resolver.change)), resolver.troubles


class _Resolver:
    def __init__(self, chapter: Chapter, book: frozenset[str], atlas: Atlas, known: Mapping[str, Mapping[str, str]]):
        self.chapter, self.book, self.atlas, self.known = chapter, book, atlas, known
        self.troubles: list[Trouble] = []

    def change(self, node: Any) -> tuple[Any, ...] | None:
        if isinstance(node, Anchor) and node.name:
            return (Anchor(node.name, self.known[self.chapter.path].get(node.name, "")),)
        return self._link(node) if isinstance(node, Link) else None

    def _link(self, link: Link) -> tuple[Any, ...]:
        children = rebuilt(link.children, self.change)
        base = self.atlas.site + self.chapter.address if self.atlas.site else _NOWHERE + self.chapter.address
        target = urlsplit(urljoin(base, link.href))
        if target.scheme not in ("http", "https"):
            return children
        address = target._replace(fragment="", query="").geturl()
        root = self.atlas.site or _NOWHERE
        if not address.startswith(root):
            return self._outside(link, children, target.geturl())
        inside, anchor = unquote(address.removeprefix(root)), unquote(target.fragment)
        return self._inside(link, children, inside, anchor)

    def _outside(self, link: Link, children: tuple[Any, ...], url: str) -> tuple[Any, ...]:
        if len(url) > _LONGEST:
            text = f"{len(url):,}글자짜리 주소는 책에 찍을 수 없어요."
            self._tell(link, text, f"{_LONGEST:,}글자까지의 주소를 쓰세요.", "book-long-address")
            return children
        return (Outside(children, url),)

    def _inside(self, link: Link, children: tuple[Any, ...], address: str, anchor: str) -> tuple[Any, ...]:
        path = self.atlas.paths.get(address)
        if path is None and address not in self.atlas.files:
            self._dead(link)
            return children
        chapter = self.atlas.chapters.get(path or "")
        if chapter is None or not (chapter.number or chapter.path in self.book):
            return (Outside(children, self.atlas.site + address + (f"#{anchor}" if anchor else "")),)
        if anchor and anchor not in self.known[chapter.path]:
            self._no_place(link, chapter, anchor)
            return children
        # A book has the words of the glossary that it uses; which ones is not known yet.
        place = "" if chapter.is_glossary and chapter is not self.chapter else self.known[chapter.path].get(anchor)
        label = place or chapter.label
        return (Reference(children, label if chapter.path in self.book else "", chapter.number, link.is_quiet),)

    def _dead(self, link: Link) -> None:
        near = nearest(
            link.href.split("#")[0].strip("/").split("/")[-1],
            [chapter.address.strip("/").split("/")[-1] for chapter in self.atlas.chapters.values()],
        )
        mend = (
            f"{attach(near, '을/를')} 가리키려고 했나요?"
            if near
            else "파일 이름과 폴더를 확인하세요. 예: ../orders/invoice.md"
        )
        self._tell(link, f"책의 링크 {attach(link.href, '이/가')} 가리키는 곳이 없어요.", mend, "book-link")

    def _no_place(self, link: Link, chapter: Chapter, anchor: str) -> None:
        near = nearest(anchor, sorted(self.known[chapter.path]))
        mend = (
            f"{attach('#' + near, '을/를')} 쓰려고 했나요?"
            if near
            else "화면에만 보이는 자리라면 그 쪽의 제목을 가리키세요."
        )
        self._tell(link, f"책에 찍히는 docs/{chapter.path}에는 ‘#{anchor}’라는 자리가 없어요.", mend, "book-anchor")

    def _tell(self, link: Link, text: str, mend: str, rule: str) -> None:
        path, _, anchor = link.href.partition("#")
        name = path.rstrip("/").rsplit("/", 1)[-1]
        clues = (
            f"]({link.href}",
            f"{name}.md#{anchor}" if anchor else f"{name}.md)",
            f"](#{anchor}" if anchor else "",
            link.href[:30],
        )
        self.troubles.append(Trouble(clues, text, mend, rule))
