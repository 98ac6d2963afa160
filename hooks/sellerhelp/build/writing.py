"""Writes a site over an older one: only what changed, and at the end nothing is left that this build did not write."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from sellerhelp.marks import Mark, marks_of


class Folder:
    """A folder that may hold an older site. wrote: how many files were written."""

    def __init__(self, path: Path):
        self.path = str(path)
        # The host writes these by itself, into the file that is there: that of the published site, where both are one.
        for path in self._marks():
            if path.endswith(".gz"):
                os.unlink(path)
        self._before = self._marks()
        self._kept: set[str] = set()
        self.wrote = 0

    def _marks(self) -> dict[str, Mark]:
        return {f"{self.path}/{name}": mark for name, mark in marks_of(Path(self.path)).items()}

    def write(self, content: bytes, path: str) -> None:
        """Writes a file if it holds something else. One that somebody may be reading is replaced whole."""
        self._kept.add(path)
        is_there = path in self._before
        if is_there and self._before[path][1] == len(content) and _holds(path, content):
            return
        self.wrote += 1
        if not is_there:
            self._make_way(path)
        target = f"{path}.part" if is_there else path
        with open(target, "wb") as file:
            file.write(content)
        if is_there:
            os.replace(target, path)

    def _make_way(self, path: str) -> None:
        """Makes the folder of a new file; what had a name that is now another kind of thing goes."""
        if os.path.isdir(path):
            shutil.rmtree(path)
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            above = os.path.dirname(path)
            while not os.path.lexists(above) or os.path.isdir(above):
                above = os.path.dirname(above)
            os.unlink(above)
            os.makedirs(os.path.dirname(path), exist_ok=True)

    def copy(self, source: str, path: str) -> None:
        """Does the same with a file's content."""
        self.write(Path(source).read_bytes(), path)

    def finish(self) -> None:
        """Removes the files that nobody has written since the folder was opened, and empty folders."""
        now = self._marks()
        for path, mark in self._before.items():
            # What others have written by their own means (the host's gzip) has another mark.
            if path not in self._kept and now.get(path) == mark:
                os.unlink(path)
                _remove_empty(os.path.dirname(path), self.path)


def put(path: Path, text: str) -> None:
    """Writes a file anew, whatever else has the one that is there."""
    part = path.with_name(f"{path.name}.part")
    part.write_text(text, "utf-8")
    part.replace(path)


def _holds(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read() == content
    except OSError:
        return False


def _remove_empty(folder: str, root: str) -> None:
    while folder != root:
        try:
            os.rmdir(folder)
        except OSError:
            return
        folder = os.path.dirname(folder)
