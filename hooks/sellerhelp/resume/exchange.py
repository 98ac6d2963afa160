"""The next site beside the published one: the same files under new names, and only what changed written.

Files that both have are one file with two names (hard links), so nobody may write into them; a new content gets a
file of its own.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from sellerhelp.marks import Mark, mark_of, marks_of


def alike(
    site: Path, marks: dict[str, Mark], fresh: Path, changed: Mapping[str, bytes], gone: set[str]
) -> dict[str, Mark]:
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
        if mark_of(os.stat(fresh / path)) != mark:
            raise OSError(f"{site}: another build has published {path} meanwhile")
    for path, data in changed.items():
        (fresh / path).parent.mkdir(parents=True, exist_ok=True)
        (fresh / path).write_bytes(data)
    return kept | {path: mark_of(os.stat(fresh / path)) for path in changed}


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
