"""What tells without reading it that a file is the one that it was."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

Mark = tuple[int, int, int]  # when written (nanoseconds), bytes, the file's number


def mark_of(found: os.stat_result) -> Mark:
    """Returns the mark of a file; it changes whenever the file is written."""
    return found.st_mtime_ns, found.st_size, found.st_ino


def marks_of(folder: Path) -> dict[str, Mark]:
    """Returns the mark of every file below a folder, by its path within; of links their own."""
    found, folders = {}, [(str(folder), "")]
    while folders:
        path, within = folders.pop()
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            for entry in os.scandir(path):
                if entry.is_dir(follow_symlinks=False):
                    folders.append((entry.path, f"{within}{entry.name}/"))
                else:
                    found[within + entry.name] = mark_of(entry.stat(follow_symlinks=False))
    return found
