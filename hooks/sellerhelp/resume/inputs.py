"""What a site was built from: every file that a build reads, what is installed, and the variables of the environment."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sellerhelp.marks import Mark, mark_of

# Below the root of a tree. Everything in the folders counts, but what hidden names hold and what Python leaves there.
FOLDERS = ("docs", "hooks", "overrides")
FILES = ("mkdocs.yml", "pyproject.toml", "requirements/site.txt")
_VARIABLES = re.compile(r"[A-Z_][A-Z0-9_]*")
_HOOK = re.compile(r"^\s*-\s+([\w./-]+\.py)\s*$", re.M)
_ENVIRONMENT = re.compile(r"!ENV\s+(\[[^\]]*\]|\S+)")
# A file that was written in the moment of the look may be written again without looking otherwise.
_FRESH = 2_000_000_000  # nanoseconds

Seen = tuple[Mark, bytes]  # with a digest of the content


@dataclass(frozen=True)
class Inputs:
    """around: the environment, printed. files: path below the root -> mark and digest. at: when it was looked at."""

    around: str
    files: dict[str, Seen]
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

    def with_files(self, seen: Mapping[str, Seen]) -> Inputs:
        """Returns the same with another look at some files."""
        return Inputs(self.around, {**self.files, **seen}, self.at)


def look(path: Path) -> Seen:
    """Looks at a file. The mark comes first: who writes meanwhile leaves another one. Raises OSError without a file."""
    mark = mark_of(os.stat(path))
    return mark, _digest(path)


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
    for name in (*FILES, *_hooks(root)):
        if (root / name).is_file():
            yield name, mark_of(os.stat(root / name))
    for name in FOLDERS:
        yield from _below(str(root / name), f"{name}/")


def _hooks(root: Path) -> list[str]:
    """Returns the hooks that mkdocs.yml names and that lie elsewhere."""
    named = _HOOK.findall((root / "mkdocs.yml").read_text("utf-8", "replace"))
    return [name for name in dict.fromkeys(named) if not name.startswith("hooks/")]


def _below(folder: str, within: str) -> Iterator[tuple[str, Mark]]:
    """Goes where the host goes: through links, too; of a link counts what it leads to."""
    folders, seen = [(folder, within)], set()
    while folders:
        at, within = folders.pop()
        try:
            entries = list(os.scandir(at))
        except OSError:
            continue
        for entry in entries:
            name = entry.name
            if name == "__pycache__" or (name.startswith(".") and name != ".icons"):
                continue
            if not entry.is_dir():
                with contextlib.suppress(OSError):  # a link that leads nowhere
                    yield within + name, mark_of(entry.stat())
            elif not entry.is_symlink() or entry.inode() not in seen:  # a link may lead back here, for ever
                folders.append((entry.path, f"{within}{name}/"))
                seen |= {entry.inode()} if entry.is_symlink() else set()


def _digest(path: Path) -> bytes:
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
    except OSError:
        return b""
