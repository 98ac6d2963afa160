"""What the last edition said, as fingerprints: whatever is not among them gets a bar at its side.

`docs/editions.yml` is written by `make edition` when a book has gone to the print shop, and committed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sellerhelp.book.chapter import Chapter
from sellerhelp.book.document import Block, Picture, Table, plain, walk
from sellerhelp.problem import Problem
from sellerhelp.schema import Key, day, read_map, text
from sellerhelp.yamltext import Map, Node, read_yaml

PATH = "editions.yml"
# Between digits a mark tells another number: 3.3 is not 33.
_MARKS = re.compile(r"\s|(?<!\d)[^\w\s%]|[^\w\s%](?!\d)")
_HEAD = """# 바로 앞 판의 책에 실린 내용의 지문이에요. 책을 인쇄소에 맡긴 날 ‘make edition’으로 적어요.
# 다음 책은 여기에 없는 내용의 곁에 세로줄을 그어요. 손으로 고치지 마세요.
"""


@dataclass(frozen=True)
class Edition:
    """day: of the edition. prints: path of a page -> fingerprints of its blocks."""

    day: date
    prints: Mapping[str, frozenset[str]]


def fingerprint(block: Block) -> str:
    """Returns eight hexadecimal digits that change with what a block says, not with how it is set or which marks it has.

    "" where it says nothing, and where a calendar and not a writer changes what it says.
    """
    if not (says := plain(block)) or (isinstance(block, Table) and block.is_counted):
        return ""
    says = _MARKS.sub("", says)
    pictures = "".join(node.source for node in walk(block) if isinstance(node, Picture))
    return hashlib.sha256(f"{type(block).__name__} {says} {pictures}".encode()).hexdigest()[:8]


def change_of(edition: Edition | None, path: str) -> Callable[[Block], bool]:
    """Returns the question whether a block of a page is new since an edition; without one nothing is."""
    if edition is None:
        return lambda block: False
    known = edition.prints.get(path, frozenset()) | {""}
    return lambda block: fingerprint(block) not in known


def write_edition(on: date, chapters: Iterable[Chapter]) -> str:
    """Returns the text of the file for the books as they are now."""
    rows = [
        f"  {chapter.path}: {' '.join(dict.fromkeys(filter(None, map(fingerprint, chapter.blocks))))}"
        for chapter in sorted(chapters, key=lambda chapter: chapter.path)
    ]
    return f"{_HEAD}day: {on.isoformat()}\npages:\n" + "\n".join(rows) + "\n"


def keep_record(folder: Path, on: date, chapters: Iterable[Chapter]) -> None:
    """Lays the record of a build beside its books; `make edition` takes it from there."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / PATH).write_text(write_edition(on, chapters), "utf-8")


def read_edition(source: str | None) -> tuple[Edition | None, list[Problem]]:
    """Reads the file; without it there was no edition yet."""
    shown = f"docs/{PATH}"
    if source is None or not source.strip():
        return None, []
    reading = read_yaml(source, shown)
    problems = list(reading.problems)
    values = read_map(reading.root, _KEYS, "앞 판의 기록", problems) if reading.root is not None else None
    if not values or problems:
        return None, problems
    return Edition(values["day"], values["pages"]), []


def _pages(node: Node, problems: list[Problem], key: Key) -> dict[str, frozenset[str]] | None:
    if not isinstance(node, Map):
        problems.append(node.place.problem(f"‘{key.name}’에는 ‘쪽: 지문’ 줄이 와야 해요.", _AGAIN, rule="book-edition"))
        return None
    rows: dict[str, Any] = {path: text(child, problems, key) for path, child in node.items.items()}
    return {path: frozenset((row or "").split()) for path, row in rows.items()}


_AGAIN = "‘make edition’으로 새로 적으세요."
_KEYS = [
    Key("day", day, "day: 2026-11-22", required=True),
    Key("pages", _pages, "pages:\n  orders/invoice.md: 3fa2b1c9", required=True, default={}),
]
