"""A writer's mistake as a value: where it is, what is wrong, how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from posixpath import basename, dirname, splitext
from typing import Literal

MOST_SHOWN = 120  # letters of a source line
Level = Literal["error", "warning"]


@dataclass(frozen=True)
class Fix:
    """A mend that is safe to make without asking: at a place of the problem's file, `old` becomes `new`.

    line, column: 1-based, where `old` begins. old: exactly what stands there, "" to insert; it may span lines (\n).
    A fix whose `old` does not stand there is not made.
    """

    line: int
    column: int
    old: str
    new: str


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in a source file.

    path: the file, relative to the project, with forward slashes.
    line, column: 1-based; 0 where the mistake has no place of its own.
    text, mend: Korean sentences for the writer; mend shows a right example.
    level: an "error" fails the build, a "warning" is only shown.
    rule: the id of the rule that was broken, one of sellerhelp/gate/rules.py.
    fix: what `make check ARGS=--fix` does about it, or None.
    """

    path: str
    line: int
    column: int
    text: str
    mend: str = ""
    level: Level = "error"
    rule: str = ""
    fix: Fix | None = field(default=None, compare=False)

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        word = "오류" if self.level == "error" else "알림"
        mend = "".join(f"\n    {row}" for row in self.mend.splitlines())
        return f"{place}: {word}: {self.text}{mend}"

    def as_row(self) -> list[object]:
        """Returns the problem as JSON can keep it."""
        fix = [self.fix.line, self.fix.column, self.fix.old, self.fix.new] if self.fix else None
        return [self.path, self.line, self.column, self.text, self.mend, self.level, self.rule, fix]

    @classmethod
    def from_row(cls, row: list) -> Problem:
        """Returns the problem that as_row() kept."""
        *facts, fix = row
        return cls(*facts, fix=Fix(*fix) if fix else None)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Returns the problems that must fail a build."""
    return [problem for problem in problems if problem.level == "error"]


def framed(problem: Problem, source: str) -> str:
    """Prints a problem with its source line and a caret below the column.

    source: the whole text of the file. East Asian letters take two cells in a
    terminal, so the caret is pushed by full-width spaces where the text has them.
    """
    # Not splitlines(): it also ends lines where editors and YAML do not.
    lines = source.removesuffix("\n").split("\n")
    if not 0 < problem.line <= len(lines):
        return str(problem)
    line, column = _window(lines[problem.line - 1].rstrip("\r"), max(problem.column, 1))
    before = line[: column - 1]
    pad = "".join("\u3000" if _is_wide(letter) else " " for letter in before)
    head, *mend = str(problem).split("\n")
    return "\n".join([head, f"    | {line}", f"    | {pad}^", *mend])


def _window(line: str, column: int) -> tuple[str, int]:
    """Returns the part of a line around a column that a terminal can show, and the column in it."""
    line = "".join(letter if letter.isprintable() else " " for letter in line)
    if len(line) <= MOST_SHOWN:
        return line, column
    start = min(max(column - MOST_SHOWN // 2, 0), len(line) - MOST_SHOWN)
    shown = line[start : start + MOST_SHOWN]
    left, right = "…" if start else "", "…" if start + MOST_SHOWN < len(line) else ""
    return f"{left}{shown}{right}", column - start + len(left)


def _is_wide(letter: str) -> bool:
    return "\u1100" <= letter <= "\u11ff" or "\u3000" <= letter <= "\ud7af" or "\uff00" <= letter <= "\uff60"


def nearest_file(path: str, known: Iterable[str]) -> str:
    """Returns the known path whose file name is most like that of a path, "" when none is near.

    Of several files of that name it is the one in the folder most alike: who errs in the folder knows the name.
    """
    return in_folder_most_like(path, named_most_like(path, sorted(known)))


def named_most_like(path: str, known: Iterable[str]) -> list[str]:
    """Returns the known paths of the one file name that is most like that of a path. Endings like .md do not count."""
    named: dict[str, list[str]] = {}
    for one in known:
        named.setdefault(_stem(one), []).append(one)
    return named.get(nearest(_stem(path), named), [])


def _stem(path: str) -> str:
    return splitext(basename(path))[0]


def in_folder_most_like(path: str, same_named: Iterable[str]) -> str:
    """Returns which of several paths lies in the folder most like that of a path, "" of none."""
    likeness = difflib.SequenceMatcher(b=dirname(path))

    def of(one: str) -> float:
        likeness.set_seq1(dirname(one))
        return likeness.ratio()

    return max(same_named, key=of, default="")


def nearest(word: str, known: Iterable[str]) -> str:
    """Returns the known spelling most like the word, or "" when none is near."""
    matches = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""
