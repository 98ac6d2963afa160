"""What a sound build leaves for the next one, in one folder that is put in its place as a whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sellerhelp.sealed import read_sealed, read_sealed_bytes, write_sealed_bytes

if TYPE_CHECKING:
    from sellerhelp.book.printed import Printed
    from sellerhelp.marks import Mark
    from sellerhelp.problem import Problem
    from sellerhelp.resume.inputs import Inputs
    from sellerhelp.resume.shares import Share, Shares
    from sellerhelp.search.built import BuiltSearch
    from sellerhelp.search.documents import Document


# The files of the folder.
HEAD, WORLD, BODIES = "head", "world", "bodies"


@dataclass(frozen=True)
class Head:
    """What the site was built from, where it lies and how its files are marked."""

    inputs: Inputs
    site: str
    marks: dict[str, Mark]


@dataclass
class Bodies:
    """What pages were: path below docs/ -> source, share, what others see of it, anchors.

    data: the sources that are no pages. printed: path -> HTML of the text, of pages that books hold; nothing where no
    book is printed. books: as printed, without their data. documents: what can be found, None where the site has no
    search; search: their index, without its files; shards: name of each of these -> digest. problems: warnings that were
    told, in which words.
    """

    texts: dict[str, str]
    page_shares: dict[str, Share]
    outward: dict[str, bytes]
    anchors: dict[str, frozenset[str]]
    shares: Shares
    data: dict[str, str]
    printed: dict[str, str]
    books: list[Printed]
    documents: Sequence[Document] | None
    search: BuiltSearch
    shards: dict[str, bytes]
    problems: list[Problem]
    told: str


class Folder:
    """A folder of what was kept; a damaged file is as good as none."""

    def __init__(self, path: Path):
        self.path = path

    def read(self, name: str) -> Any:
        """Returns what was written under a name; None when it is not there, damaged, or of other code."""
        return read_sealed(self.path / name)

    def read_bytes(self, name: str) -> bytes | None:
        return read_sealed_bytes(self.path / name)

    def write(self, name: str, thing: Any) -> None:
        """Raises OSError where the disk refuses, as write_bytes does."""
        self.write_bytes(name, pickle.dumps(thing, 5))

    def write_bytes(self, name: str, data: bytes) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        write_sealed_bytes(self.path / name, data)

    def take(self, name: str, other: Folder) -> None:
        """Has the same file as another folder."""
        self.path.mkdir(parents=True, exist_ok=True)
        try:
            os.link(other.path / name, self.path / name)
        except OSError:
            shutil.copy(other.path / name, self.path / name)

    def move_to(self, place: Path) -> None:
        """Goes to the place of an older folder; killed in between, there is none, and the next build visits all pages."""
        with contextlib.suppress(OSError):
            shutil.rmtree(place, ignore_errors=True)
            self.path.rename(place)


def digest_of(outward: tuple[Any, ...]) -> bytes:
    """Returns a digest of what other pages may see of a page."""
    return hashlib.blake2b(repr(outward).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def digests_of(files: Mapping[str, str]) -> dict[str, bytes]:
    """Returns name -> digest of a file's text."""
    return {name: hashlib.blake2b(text.encode(), digest_size=16).digest() for name, text in files.items()}


def anchors_of(known: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Returns path -> anchors of finished pages. known: path -> the gate's page."""
    alike: dict[frozenset[str], frozenset[str]] = {}
    return {path: alike.setdefault(page.ids, page.ids) for path, page in known.items()}
