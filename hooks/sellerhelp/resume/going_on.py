"""Builds some pages anew beside a published site, and says whether that gives what a whole build would give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sellerhelp.guide import is_guide
from sellerhelp.live.single import outward
from sellerhelp.resume.alone import is_alone
from sellerhelp.resume.exchange import Marks
from sellerhelp.resume.page_gate import problems_of
from sellerhelp.resume.shares import share_of
from sellerhelp.resume.state import Bodies, digest_of
from sellerhelp.sharing import copies
from sellerhelp.site import Site


class GoingOn:
    """extra: of the host's configuration. bodies: of the published site; those of the new one, when all went well.

    sources: path below the root -> content of each page that was built.
    """

    def __init__(self, extra: Mapping[str, Any], bodies: Bodies, root: Path):
        self.extra, self.bodies, self.root = extra, bodies, root
        self.site: Site = extra["site"]
        self.sources: dict[str, bytes] = {}
        self._files: dict[str, bytes] = {}
        self._gone = ""
        self._renamed: tuple[bytes, bytes] | None = None

    def parsed(self, page: Any, text: str, parse: Callable[[], object]) -> bool:
        """Takes a page's new text and lets the host parse it; says whether the edit concerns the page alone."""
        path = page.file.src_uri
        if not is_alone(self.bodies.texts[path], text):
            return False
        self.site.sources[f"docs/{path}"] = text
        self.sources[f"docs/{path}"] = Path(page.file.abs_src_path).read_bytes()
        parse()
        if digest_of(outward(self.site, page)) != self.bodies.outward[path]:
            return False
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

    def ends(self, names: Mapping[str, Any]) -> bool:
        """Makes what all pages have a part in. names: the globals of the templates."""
        return True

    def outputs(self, site: Path, marks: Marks) -> tuple[dict[str, bytes], set[str]]:
        """Returns the files of the new site that differ, and those that are gone. marks: of the published site."""
        return self._files, set()
