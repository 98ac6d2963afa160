"""Printed books, kept by what they were made of: a build without changes prints nothing."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

import typst

from sellerhelp.book.face import press_font
from sellerhelp.book.library import Manuscript
from sellerhelp.book.pack import Packed, pack
from sellerhelp.book.press import Compiler, Failure
from sellerhelp.book.printed import Printed, address_of
from sellerhelp.problem import Problem

# Changes whenever pack or press give other bytes from the same files.
_RECIPE = "2"
_KEPT = 60


def print_books(
    manuscripts: Iterable[Manuscript], cache: Path, moment: int, has_marks: bool = False
) -> tuple[list[Printed], list[Problem]]:
    """Prints books or takes them from the cache. moment: of creation, epoch seconds; has_marks: crop marks."""
    printed, problems = [], []
    for manuscript in manuscripts:
        book = manuscript.book
        path = cache / f"{_key(manuscript, cache, moment, has_marks)}.pdf"
        packed = _kept(path)
        if packed is None:
            packed, said = _print(manuscript, cache, moment, has_marks)
            problems += said
            if packed:
                _keep(path, packed)
        if packed:
            printed.append(Printed(book.name, book.title, address_of(book.name), packed.data, packed.pages))
    _tidy(cache)
    return printed, problems


def _key(manuscript: Manuscript, cache: Path, moment: int, has_marks: bool) -> str:
    digest = hashlib.sha256(f"{_RECIPE} {typst.__version__} {press_font(cache).name} {moment} {has_marks}".encode())
    for name, content in sorted(manuscript.files.items()):
        data = content.encode() if isinstance(content, str) else content
        digest.update(f"\n{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()[:32]


def _print(manuscript: Manuscript, cache: Path, moment: int, has_marks: bool) -> tuple[Packed | None, list[Problem]]:
    # A folder of its own for each process: a preview may print while a build does.
    folder = cache / f"press-{os.getpid()}" / manuscript.book.name
    try:
        data, warnings = Compiler(folder, cache).compile(manuscript.files, moment)
    except Failure as failure:
        return None, [_failure(manuscript, failure)]
    finally:
        _clear(folder)
    return pack(data, has_marks), [_warning(manuscript, warning) for warning in warnings]


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
    books = sorted(cache.glob("*.pdf"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in books[_KEPT:]:
        path.unlink(missing_ok=True)


def _clear(folder: Path) -> None:
    for path in folder.glob("*"):
        path.unlink(missing_ok=True)
    for path in (folder, folder.parent):
        try:
            path.rmdir()
        except OSError:
            return
