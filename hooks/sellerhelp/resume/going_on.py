"""Builds some pages anew beside a published site, and says whether that gives what a whole build would give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sellerhelp.contact.widgets import korean_day
from sellerhelp.guide import is_guide
from sellerhelp.hosting.headers import FILES
from sellerhelp.live.single import outward
from sellerhelp.marks import Mark
from sellerhelp.resume.alone import is_alone
from sellerhelp.resume.exchange import Changes, Renamed
from sellerhelp.resume.inputs import Seen
from sellerhelp.resume.page_gate import problems_of
from sellerhelp.resume.shares import share_of
from sellerhelp.resume.state import Bodies, digest_of, digests_of
from sellerhelp.sharing import copies
from sellerhelp.site import Site


class GoingOn:
    """extra: of the host's configuration. bodies: of the published site; those of the new one, when all went well.

    seen: path below the root -> what a look at each page told that was built (see inputs).
    """

    def __init__(self, extra: Mapping[str, Any], bodies: Bodies, root: Path):
        self.extra, self.bodies, self.root = extra, bodies, root
        self.site: Site = extra["site"]
        self.seen: dict[str, Seen] = {}
        self._files: dict[str, bytes] = {}
        self._html: dict[str, str] = {}
        self._moved = ("", "")
        self._gone: set[str] = set()
        self._renamed: list[tuple[bytes, bytes]] = []
        self.site.sources |= bodies.data

    def parsed(self, page: Any, seen: Seen, text: str, parse: Callable[[], object]) -> bool:
        """Takes a page's new text and lets the host parse it; says whether the edit concerns the page alone."""
        path = page.file.src_uri
        if any(problem.path == f"docs/{path}" for problem in self.bodies.problems):  # it may be mended now
            return False
        if not is_alone(self.bodies.texts[path], text):
            return False
        self.site.sources[f"docs/{path}"] = text
        self.seen[f"docs/{path}"] = seen
        parse()
        if digest_of(outward(self.site, page)) != self.bodies.outward[path]:
            return False
        self._html[path] = page.content
        share = share_of(text, page.content)
        if not self.bodies.shares.exchange(self.bodies.page_shares[path], share):
            return False
        self.bodies.texts[path], self.bodies.page_shares[path] = text, share
        if path in self.bodies.printed:
            self.bodies.printed[path] = page.content
        return True

    def take(self, name: str) -> Callable[[bytes, str], None]:
        """Returns what takes the host's file instead of writing it."""

        def write(content: bytes, path: str) -> None:
            self._files[name] = content

        return write

    def built(self, page: Any) -> bool:
        """Looks at a page that was built; says whether nothing is wrong."""
        path = page.file.src_uri
        if not is_guide(path):
            copy = copies.copy_of(self.site, path, page.content, self.extra["by_text"])
            self._files[self.site.addresses[path] + copies.NAME] = copy.encode()
        cache = self.root / ".cache"
        found = problems_of(
            self.site,
            self.extra["contact"].data,
            path,
            self.site.finished[path],
            self.bodies.data,
            self.bodies.anchors,
            self.root / "docs",
            cache,
        )
        self.extra["guard"].rules()  # raises at a script that no template writes
        return not found and not self.site.problems

    def ends(self, pictures: Mapping[str, bytes]) -> bool:
        """Makes what all pages have a part in, the index and the books; says whether nothing is wrong.

        pictures: address below the site's root -> content, of all files that are no pages.
        """
        is_printed = bool(self._html.keys() & self.bodies.printed.keys())
        return self._index() and (not is_printed or self._books(pictures))

    def _index(self) -> bool:
        found = self.bodies.documents
        if found is None:
            return True
        from sellerhelp.search.collect import with_page  # why: a site without search needs nothing of it
        from sellerhelp.search.site_index import site_index

        for path, html in self._html.items():
            found = with_page(found, self.site, path, html)
        if found == self.bodies.documents:
            return True
        new = site_index(self.site, found, self.root / ".cache" / "search", goes_on=True)
        if new.problems:
            return False
        old, shards = self.bodies.search, digests_of(new.files)
        self._renamed, self._moved = old.renaming(new), (old.folder, new.folder)
        self._gone = {old.folder + name for name in self.bodies.shards.keys() - shards.keys()}
        for name, digest in shards.items():
            if self.bodies.shards.get(name) != digest:
                self._files[new.folder + name] = new.files[name].encode()
        self.bodies.documents, self.bodies.search = found, replace(new, files={}, problems=[])
        self.bodies.shards = shards
        return True

    def _books(self, pictures: Mapping[str, bytes]) -> bool:
        """Prints the books; pages tell their lengths, so these must be as they were."""
        from sellerhelp.book.bindery import bound  # why: most edits concern no book, and a book needs much
        from sellerhelp.book.editions import PATH

        edition = self.root / "docs" / PATH
        printed, problems = bound(
            self.site,
            self.bodies.printed,
            pictures,
            edition.read_text("utf-8-sig") if edition.is_file() else None,
            self.extra["books"],
            korean_day(self.site.moment),
            self.root / ".cache" / "book",
        )
        self._files |= {book.address: book.data for book in printed}
        told = [(book.name, book.title, book.pages, book.size) for book in self.bodies.books]
        self.bodies.books = printed
        is_known = all(problem in self.bodies.problems for problem in problems)
        return is_known and [(book.name, book.title, book.pages, book.size) for book in printed] == told

    def outputs(self, site: Path, marks: dict[str, Mark]) -> Changes:
        """Returns what differs in the new site. marks: of the published site.

        The name of the search index stands in every page.
        """
        if not self._renamed:
            return Changes(self._files)
        named = {path for path in marks if path.endswith(".html") or path == FILES[0]}
        return Changes(Renamed(self._files, named, site, self._renamed), frozenset(self._gone), self._moved)
