"""Gathers, while a build runs, what the next one needs to go on from it, and writes it when nothing was wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sellerhelp.build.frame import own_things
from sellerhelp.gate.project import Project
from sellerhelp.live.single import outward
from sellerhelp.look import Look
from sellerhelp.marks import marks_of
from sellerhelp.resume.frozen import LeftOut, freeze, inner
from sellerhelp.resume.inputs import inputs
from sellerhelp.resume.shares import share_of, shares
from sellerhelp.resume.state import BODIES, HEAD, WORLD, Bodies, Folder, Head, anchors_of, digest_of, digests_of
from sellerhelp.search.built import BuiltSearch
from sellerhelp.site import Site

# What the next build makes of its own, from nothing.
_MADE_ANEW = {
    *("remembered", "render", "by_text", "folder", "recipe", "intake", "copies", "keeping", "documents", "site"),
    *("letters_elsewhere", "told"),
}
# Of the site's own state what stands elsewhere, or is wanted by nobody who builds a page.
_NOT_OF_SITE = {"sources", "notes", "finished", "problems"}
# Of our own objects: the contents of files that lie in the published site.
_LEFT_OUT: LeftOut = {Look: lambda _: {"files": {}}, BuiltSearch: lambda _: {"files": {}, "problems": []}}


@dataclass(frozen=True)
class Host:
    """kept: name -> what of the host is kept. known: what is named instead. left_out: what its objects do not keep."""

    kept: Mapping[str, Any]
    known: Mapping[str, Any]
    left_out: LeftOut


@dataclass
class Keeping:
    """root: of the tree. made: name -> what the hooks have put into the configuration before any file was read."""

    root: Path
    made: Mapping[str, Any]
    names: dict[str, Any] = field(default_factory=dict)
    pages: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.made = {
            name: thing for name, thing in self.made.items() if hasattr(thing, "__dict__") or type(thing) is dict
        }
        self.inputs = inputs(self.root)  # now, so that what is saved while the build runs is another text

    def know(self, names: Mapping[str, Any], pages: Iterable[Any]) -> None:
        """Notes the globals of the templates and the pages, whose texts are there."""
        self.names, self.pages = own_things(names), list(pages)

    def write(self, folder: Path, extra: Mapping[str, Any], host: Host, out: Path) -> None:
        """Writes everything. extra: of the configuration. out: the finished site.

        Raises one of frozen.Unfit when something cannot be kept.
        """
        kept = Folder(folder)
        known = named(extra, self.made, host.known)
        kept.write_bytes(WORLD, freeze(self._world(extra, host.kept), known, {**_LEFT_OUT, **host.left_out}))
        kept.write(BODIES, self._bodies(extra["site"], extra))
        kept.write(HEAD, Head(self.inputs, "", marks_of(out)))

    def _world(self, extra: Mapping[str, Any], host: Mapping[str, Any]) -> dict[str, Any]:
        wanted = {name: thing for name, thing in extra.items() if name not in _MADE_ANEW}
        made = {name: inner(thing) for name, thing in self.made.items() if name in wanted}
        site = {name: thing for name, thing in vars(extra["site"]).items() if name not in _NOT_OF_SITE}
        later = {name: thing for name, thing in wanted.items() if name not in made}
        return {"site": site, "made": made, "later": later, "names": self.names, **host}

    def _bodies(self, site: Site, extra: Mapping[str, Any]) -> Bodies:
        texts = {page.file.src_uri: site.sources[f"docs/{page.file.src_uri}"] for page in self.pages}
        html = {page.file.src_uri: page.content or "" for page in self.pages}
        from sellerhelp.book.library import printed_pages  # why: builds that go on read this module, and print no book

        own = {path: share_of(text, html[path]) for path, text in texts.items()}
        finished = Project(site, self.root / "docs", self.root / ".cache").pages
        return Bodies(
            texts,
            own,
            {page.file.src_uri: digest_of(outward(site, page)) for page in self.pages},
            anchors_of(finished),
            shares(own.values(), extra["letters_elsewhere"]),
            {path: text for path, text in site.sources.items() if path.removeprefix("docs/") not in texts},
            {path: html[path] for path in printed_pages(site.manuals, html)} if extra["books"]["print"] else {},
            list(self.names["books"].books.values()),
            extra.get("documents"),
            replace(self.names["search"], files={}, problems=[]),
            digests_of(self.names["search"].files),
            list(site.problems),
            extra["told"],
        )


def named(extra: Mapping[str, Any], made: Mapping[str, Any], host: Mapping[str, Any]) -> dict[str, Any]:
    """Returns what is named instead of kept: what the hooks have made, and what of the host every build has.

    host: name -> object.
    """
    ours = {f"extra {name}": extra[name] for name in made}
    return {"extra": extra, "templates": extra["sh"].env, "the site": extra["site"], **ours, **host}
