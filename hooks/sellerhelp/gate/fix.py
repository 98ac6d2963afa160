"""Makes the safe mends: all of a round or none, and only where the source still says what was found."""

from __future__ import annotations

import difflib
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from sellerhelp.problem import Fix, Problem


def fixed(problems: Iterable[Problem], sources: Mapping[str, str]) -> dict[str, str]:
    """Returns the texts that change: path -> text with its fixes made.

    sources: path as in the problems -> text with lines ended by \\n. Of two fixes
    that overlap the first by place is made; the other waits for the next round.
    """
    by_path: dict[str, list[Fix]] = defaultdict(list)
    for problem in problems:
        if problem.fix and problem.path in sources:
            by_path[problem.path].append(problem.fix)
    changed = {path: _fixed(sources[path], fixes) for path, fixes in sorted(by_path.items())}
    return {path: text for path, text in changed.items() if text != sources[path]}


def _fixed(source: str, fixes: Iterable[Fix]) -> str:
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    parts = []
    done = 0
    for fix in sorted(set(fixes), key=lambda fix: (fix.line, fix.column, -len(fix.old))):
        at = starts[min(fix.line, len(starts)) - 1] + fix.column - 1
        if at < done or source[at : at + len(fix.old)] != fix.old:
            continue
        parts += [source[done:at], fix.new]
        done = at + len(fix.old)
    return "".join([*parts, source[done:]])


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Returns the unified diff of the changed texts."""
    rows = []
    for path, text in after.items():
        old, new = before[path].splitlines(keepends=True), text.splitlines(keepends=True)
        for row in difflib.unified_diff(old, new, path, path, n=1):
            rows.append(row if row.endswith("\n") else row + "\n\\ 파일 끝에 줄바꿈 없음\n")
    return "".join(rows)


def write(texts: Mapping[str, str], root: Path) -> None:
    """Writes the texts below a folder. Each is first written beside its file: when one cannot be, none is changed.

    Line ends and a byte order mark stay as the file has them.
    """
    parts: list[tuple[Path, Path]] = []
    try:
        for path, text in texts.items():
            target = root / path
            part = target.with_name(f".{target.name}.{os.getpid()}.part")
            parts.append((part, target))
            part.write_bytes(_as_before(text, target.read_bytes()))
            part.chmod(target.stat().st_mode)
    except OSError:
        for part, _ in parts:
            part.unlink(missing_ok=True)
        raise
    for part, target in parts:
        part.replace(target)


def _as_before(text: str, old: bytes) -> bytes:
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    windows = b"\r\n" in old
    return mark + (text.replace("\n", "\r\n") if windows else text).encode()
