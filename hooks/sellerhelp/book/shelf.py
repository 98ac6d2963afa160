"""Printed books, kept by what they were made of: a build without changes prints nothing."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import typst

from sellerhelp.book import press_one
from sellerhelp.book.face import press_font
from sellerhelp.book.library import Manuscript
from sellerhelp.book.pack import Packed
from sellerhelp.book.press import Compiler, Failure, write_files
from sellerhelp.book.press_one import finish
from sellerhelp.book.printed import Printed, address_of
from sellerhelp.problem import Problem
from sellerhelp.publish import own_folder

# Changes whenever pack or press give other bytes from the same files.
_RECIPE = "2"
_KEPT = 60
_KOREA, _DAY = 9 * 3600, 24 * 3600  # seconds; Korea's clocks know no summer time
_HOOKS = Path(__file__).resolve().parents[2]


def print_books(
    manuscripts: Iterable[Manuscript], cache: Path, moment: int, has_marks: bool = False
) -> tuple[list[Printed], list[Problem]]:
    """Prints books or takes them from the cache. moment: of creation, epoch seconds; has_marks: crop marks.

    A book says of which day it is and no more: what another commit of the same day leaves alone is not printed again.
    """
    moment -= (moment + _KOREA) % _DAY
    manuscripts, printed, problems = list(manuscripts), [], []
    paths = [cache / f"{_key(one, cache, moment, has_marks)}.pdf" for one in manuscripts]
    kept = {path: _kept(path) for path in paths}
    missing = [(one, path) for one, path in zip(manuscripts, paths, strict=True) if kept[path] is None]
    for (_, path), (packed, said) in zip(
        missing, _print([one for one, _ in missing], cache, moment, has_marks), strict=True
    ):
        problems += said
        if packed:
            _keep(path, packed)
            kept[path] = packed
    for book, path in zip((one.book for one in manuscripts), paths, strict=True):
        if packed := kept[path]:
            printed.append(Printed(book.name, book.title, address_of(book.name), packed.data, packed.pages))
    _tidy(cache)
    return printed, problems


def _key(manuscript: Manuscript, cache: Path, moment: int, has_marks: bool) -> str:
    digest = hashlib.sha256(f"{_RECIPE} {typst.__version__} {press_font(cache).name} {moment} {has_marks}".encode())
    for name, content in sorted(manuscript.files.items()):
        data = content.encode() if isinstance(content, str) else content
        digest.update(f"\n{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()[:32]


def _print(
    manuscripts: Sequence[Manuscript], cache: Path, moment: int, has_marks: bool
) -> list[tuple[Packed | None, list[Problem]]]:
    """Prints one book here, and several in a process each, the longest first.

    What the press remembers of one book makes the next one slower (the book of all by a third), and it uses one core.
    """
    folder = own_folder(cache, "press")  # a preview may print while a build does
    try:
        if len(manuscripts) < 2:
            return [_print_here(one, folder, cache, moment, has_marks) for one in manuscripts]
        order = sorted(manuscripts, key=lambda one: -sum(map(len, one.files.values())))
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            elsewhere = partial(_print_elsewhere, folder=folder, cache=cache, moment=moment, has_marks=has_marks)
            done = dict(zip(map(id, order), pool.map(elsewhere, order), strict=True))
        return [done[id(one)] for one in manuscripts]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _print_here(
    manuscript: Manuscript, folder: Path, cache: Path, moment: int, has_marks: bool
) -> tuple[Packed | None, list[Problem]]:
    try:
        packed, warnings = finish(Compiler(folder, cache), manuscript.files, moment, has_marks)
    except Failure as failure:
        return None, [_failure(manuscript, failure)]
    return packed, [_warning(manuscript, warning) for warning in warnings]


def _print_elsewhere(
    manuscript: Manuscript, folder: Path, cache: Path, moment: int, has_marks: bool
) -> tuple[Packed | None, list[Problem]]:
    """Prints in a process of its own (press_one). Raises RuntimeError when it ends without an answer."""
    own = folder / manuscript.book.name
    write_files(own, manuscript.files)
    command = [sys.executable, "-m", press_one.__name__, str(own), str(cache), str(moment), str(int(has_marks))]
    environ = {**os.environ, "PYTHONPATH": str(_HOOKS)}
    done = subprocess.run(command, env=environ, stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode:
        raise RuntimeError(f"the press ended with {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    said = json.loads(done.stdout)
    if "failure" in said:
        return None, [_failure(manuscript, Failure(*said["failure"]))]
    packed = Packed((own / press_one.RESULT).read_bytes(), said["pages"])
    return packed, [_warning(manuscript, warning) for warning in said["warnings"]]


def _failure(manuscript: Manuscript, failure: Failure) -> Problem:
    chapter = next((one for one in manuscript.book.chapters if one.label == failure.file), manuscript.book.chapters[0])
    text = f"‘{manuscript.book.title}’ 책을 조판하지 못했어요: {failure.text}"
    return Problem(
        f"docs/{chapter.path}", 1, 1, text, "이 쪽에서 마지막으로 고친 곳을 되돌려 보세요.", rule="book-press"
    )


def _warning(manuscript: Manuscript, warning: str) -> Problem:
    text = f"‘{manuscript.book.title}’ 책을 조판하며 나온 알림: {warning}"
    return Problem(f"docs/{manuscript.book.chapters[0].path}", 1, 1, text, level="warning", rule="book-press")


def _kept(path: Path) -> Packed | None:
    """Returns a kept book, or None where there is none or it is damaged."""
    try:
        head, data = path.read_bytes().split(b"\n", 1)
        facts = json.loads(head)
        if facts["sha256"] != hashlib.sha256(data).hexdigest():
            return None
        path.touch()
        return Packed(data, int(facts["pages"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(path: Path, packed: Packed) -> None:
    head = json.dumps({"pages": packed.pages, "sha256": hashlib.sha256(packed.data).hexdigest()})
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(head.encode() + b"\n" + packed.data)
    part.replace(path)


def _tidy(cache: Path) -> None:
    """Leaves the books that were used last; old editions of every edit would fill the disk."""
    for path in sorted(cache.glob("*.pdf"), key=_when_used, reverse=True)[_KEPT:]:
        path.unlink(missing_ok=True)


def _when_used(path: Path) -> float:
    """Returns when a book was used, seconds; of one that another build has cleared away meanwhile, never."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
