"""Several files changed together: all of them or none."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

# A path below the root -> its new bytes, or None for a file that goes.
Changeset = Mapping[str, bytes | None]


def apply(root: Path, changes: Changeset, replace: Callable[[Path, Path], object] = os.replace) -> None:
    """Writes all files beside their places first, then puts them in place.

    When one step fails, what was replaced is put back and the error goes on; a killed process
    can leave at most temporary files (".….part"), never half a file. replace: as os.replace.
    """
    fresh: dict[Path, Path | None] = {}
    try:
        for name, content in changes.items():
            fresh[root / name] = None if content is None else _written(root / name, content)
        _swap(fresh, replace)
    finally:
        for path in fresh.values():
            if path:
                path.unlink(missing_ok=True)


def _written(target: Path, content: bytes) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    os.chmod(name, mode)
    return Path(name)


def _swap(fresh: Mapping[Path, Path | None], replace: Callable[[Path, Path], object]) -> None:
    """Puts every file in its place; keeps the old bytes until all have succeeded."""
    old = {target: target.read_bytes() if target.exists() else None for target in fresh}
    done = []
    try:
        for target, path in fresh.items():
            done.append(target)
            if path:
                replace(path, target)
            else:
                target.unlink()
    except BaseException:
        for target in done:
            _restore(target, old[target])
        raise


def _restore(target: Path, content: bytes | None) -> None:
    if content is None:
        target.unlink(missing_ok=True)
    elif not target.exists() or target.read_bytes() != content:
        os.replace(_written(target, content), target)


def difference(old: Mapping[str, str], new: Mapping[str, str | None]) -> str:
    """Returns a unified diff of texts; "" when nothing differs. old: "" for a file that is new. new: None for one that goes."""
    rows: list[str] = []
    for name in new:
        before, after = old.get(name, ""), new[name] or ""
        names = (name if name in old else "/dev/null", "/dev/null" if new[name] is None else name)
        lines = difflib.unified_diff(
            before.splitlines(keepends=True), after.splitlines(keepends=True), *names, lineterm="\n"
        )
        rows += [line if line.endswith("\n") else f"{line}\n\\ 파일 끝에 줄바꿈 없음\n" for line in lines]
    return "".join(rows).replace("\r\n", "\n")
