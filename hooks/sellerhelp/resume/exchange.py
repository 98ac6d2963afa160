"""The next site beside the published one: the same files under new names, and only what changed written.

Files that both have are one file with two names (hard links), so nobody may write into them; a new content gets a
file of its own, or one of the spare site's that has no other name.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from sellerhelp.marks import Mark, mark_of, marks_of


@dataclass(frozen=True)
class Changes:
    """What differs in the next site: files written, files gone, a folder moved (x/old/ to x/new/, with what it holds).

    Files stand under their next name, those that are gone under their old one.
    """

    files: Mapping[str, bytes]
    gone: Set[str] = frozenset()
    moved: tuple[str, str] = ("", "")


class Renamed(Mapping[str, bytes]):
    """path -> content of files, and of those of a site, in which names change; read when asked for: they are many.

    named: paths of files in which the names stand. names: old -> new.
    """

    def __init__(self, files: Mapping[str, bytes], named: Set[str], site: Path, names: Sequence[tuple[bytes, bytes]]):
        self._files, self._named, self._site, self._names = files, named, site, names
        self._paths = files.keys() | named

    def __getitem__(self, path: str) -> bytes:
        data = self._files[path] if path in self._files else (self._site / path).read_bytes()
        return reduce(lambda text, names: text.replace(*names), self._names, data) if path in self._named else data

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._paths))

    def __len__(self) -> int:
        return len(self._paths)


def alike(site: Path, marks: Mapping[str, Mark], fresh: Path, changes: Changes) -> dict[str, Mark]:
    """Makes a folder the next site: all files of the site but for the changes.

    marks: of the site. fresh: may hold an older site, or not be there. Returns the marks of the next site. Raises OSError
    where the disk refuses.
    """
    before, after = changes.moved
    _adopt(fresh, after)
    old = marks_of(fresh)
    kept = {}  # path -> path in the site
    for path in marks.keys() - changes.gone:
        to = after + path.removeprefix(before) if before and path.startswith(before) else path
        if to not in changes.files:
            kept[to] = path
    for path in old.keys() - kept.keys() - changes.files.keys():
        os.unlink(fresh / path)
        _drop_empty((fresh / path).parent, fresh)
    for path, source in kept.items():
        if path in old and old[path][2] == marks[source][2]:
            continue
        if path in old:
            os.unlink(f"{fresh}/{path}")
        _link(site / source, fresh / path)
        if mark_of(os.stat(f"{fresh}/{path}")) != marks[source]:
            raise OSError(f"{site}: another build has published {source} meanwhile")
    for path, data in changes.files.items():
        _write(f"{fresh}/{path}", data)
    return {path: marks[source] for path, source in kept.items()} | {
        path: mark_of(os.stat(f"{fresh}/{path}")) for path in changes.files
    }


def _adopt(fresh: Path, name: str) -> None:
    """Gives the older folder that lies where one of a name will lie this name: most of its files will be right."""
    place = fresh / name
    with contextlib.suppress(OSError, StopIteration):
        if name and not place.exists():
            older = next(one for one in place.parent.iterdir() if one.is_dir() and not one.is_symlink())
            older.rename(place)


def _write(path: str, data: bytes) -> None:
    """Writes a file; what has other names too is left to them."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    else:
        if found.st_nlink > 1:
            os.unlink(path)
    with open(path, "r+b" if os.path.exists(path) else "wb") as file:
        file.write(data)
        file.truncate()


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(source, target)


def _drop_empty(folder: Path, root: Path) -> None:
    with contextlib.suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent
