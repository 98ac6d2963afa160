"""What a site was built from: every file that a build reads, what is installed, and the variables of the environment."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# Below the root of a tree. Everything in the folders counts, but what hidden names hold and what Python leaves there.
FOLDERS = ("docs", "hooks", "overrides")
FILES = ("mkdocs.yml", "pyproject.toml", "requirements/site.txt", "bench_lenient.py")
_VARIABLES = re.compile(r"[A-Z_][A-Z0-9_]*")
_ENVIRONMENT = re.compile(r"!ENV\s+(\[[^\]]*\]|\S+)")
# A file that was written in the moment of the look may be written again without looking otherwise.
_FRESH = 2_000_000_000  # nanoseconds

Mark = tuple[int, int, int]  # when written (nanoseconds), bytes, the file's number


@dataclass(frozen=True)
class Inputs:
    """around: the environment, printed. files: path below the root -> mark and digest. at: when it was looked at."""

    around: str
    files: dict[str, tuple[Mark, bytes]]
    at: int

    def changed(self, root: Path) -> set[str] | None:
        """Returns the files that hold something else now; None when files came or went or the environment differs."""
        if around(root) != self.around:
            return None
        now = dict(_marks(root))
        if now.keys() != self.files.keys():
            return None
        other = set()
        for path, mark in now.items():
            old, digest = self.files[path]
            is_sure = mark == old and mark[0] < self.at - _FRESH
            if not is_sure and _digest(root / path) != digest:
                other.add(path)
        return other

    def with_files(self, root: Path, texts: Mapping[str, bytes]) -> Inputs:
        """Returns the same with other contents of some files. Raises OSError when one is gone meanwhile."""
        fresh = {path: (_mark(os.stat(root / path)), _digest_of(data)) for path, data in texts.items()}
        return Inputs(self.around, self.files | fresh, time.time_ns())


def inputs(root: Path) -> Inputs:
    """Looks at a tree."""
    at = time.time_ns()
    return Inputs(around(root), {path: (mark, _digest(root / path)) for path, mark in _marks(root)}, at)


def around(root: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Prints Python, what is installed, the moment, and the variables that mkdocs.yml reads."""
    source = (root / "mkdocs.yml").read_text("utf-8", "replace")
    names = {name for found in _ENVIRONMENT.findall(source) for name in _VARIABLES.findall(found)}
    said = [(name, environ.get(name)) for name in sorted({*names, "SOURCE_DATE_EPOCH"})]
    return repr([sys.version, sys.executable, _installed(), said])


def _installed() -> list[str]:
    folders = [Path(one) for one in sys.path if one.endswith("site-packages")]
    return sorted(path.name for folder in folders if folder.is_dir() for path in folder.glob("*.dist-info"))


def _marks(root: Path) -> Iterator[tuple[str, Mark]]:
    for name in FILES:
        if (root / name).is_file():
            yield name, _mark(os.stat(root / name))
    for name in FOLDERS:
        yield from _below(str(root / name), name)


def _below(folder: str, shown: str) -> Iterator[tuple[str, Mark]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        path = f"{shown}/{entry.name}"
        if entry.name == "__pycache__" or (entry.name.startswith(".") and entry.name != ".icons"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, path)
        elif entry.is_symlink():
            yield path, _mark(entry.stat(follow_symlinks=False))  # what it leads to is read, too
        else:
            yield path, _mark(entry.stat())


def _mark(found: os.stat_result) -> Mark:
    return found.st_mtime_ns, found.st_size, found.st_ino


def _digest(path: Path) -> bytes:
    try:
        return _digest_of(path.read_bytes())
    except OSError:
        return b""


def _digest_of(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
