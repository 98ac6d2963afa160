"""The next site beside the published one: the same files under new names, and only what changed written.

Files that both have are one file with two names (hard links), so nobody may write into them; a new content gets a
file of its own.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

Mark = tuple[int, int, int]  # when written (nanoseconds), bytes, the file's number
Marks = dict[str, Mark]


def marks_of(folder: Path) -> Marks:
    """Returns the mark of every file below a folder, by its path within."""
    return dict(_marks(str(folder), ""))


def _marks(folder: str, within: str) -> Iterator[tuple[str, Mark]]:
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _marks(entry.path, f"{within}{entry.name}/")
        else:
            found = entry.stat(follow_symlinks=False)
            yield within + entry.name, (found.st_mtime_ns, found.st_size, found.st_ino)


def alike(site: Path, marks: Marks, fresh: Path, changed: Mapping[str, bytes], gone: set[str]) -> Marks:
    """Makes a folder the next site: all files of the site but those that are gone, and the changed ones.

    marks: of the site. fresh: may hold an older site, or not be there. Returns the marks of the next site. Raises
    OSError where the disk refuses.
    """
    old = marks_of(fresh)
    kept = {path: mark for path, mark in marks.items() if path not in changed and path not in gone}
    for path in old.keys() - kept.keys():
        os.unlink(fresh / path)
        _drop_empty((fresh / path).parent, fresh)
    for path, mark in kept.items():
        if path in old and old[path][2] == mark[2]:
            continue
        if path in old:
            os.unlink(fresh / path)
        _link(site / path, fresh / path)
        if _mark(fresh / path) != mark:
            raise OSError(f"{site}: another build has published {path} meanwhile")
    for path, data in changed.items():
        (fresh / path).parent.mkdir(parents=True, exist_ok=True)
        (fresh / path).write_bytes(data)
    return kept | {path: _mark(fresh / path) for path in changed}


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(source, target)


def _mark(path: Path) -> Mark:
    found = os.stat(path)
    return found.st_mtime_ns, found.st_size, found.st_ino


def _drop_empty(folder: Path, root: Path) -> None:
    with contextlib.suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent
