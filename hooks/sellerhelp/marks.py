"""What tells without reading it that a file is the one that it was."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

Mark = tuple[int, int, int]  # when written (nanoseconds), bytes, the file's number


def mark_of(found: os.stat_result) -> Mark:
    """Returns the mark of a file; it changes whenever the file is written."""
    return found.st_mtime_ns, found.st_size, found.st_ino


def marks_of(folder: Path) -> dict[str, Mark]:
    """Returns the mark of every file below a folder, by its path within; of links their own."""
    return dict(_below(str(folder), ""))


def _below(folder: str, within: str) -> Iterator[tuple[str, Mark]]:
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{within}{entry.name}/")
        else:
            yield within + entry.name, mark_of(entry.stat(follow_symlinks=False))
