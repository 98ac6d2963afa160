"""A writer's mistake as a value: where it is, what is wrong, how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

MOST_SHOWN = 40
Level = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in a source file.

    path: the file, relative to the project, with forward slashes.
    line, column: 1-based; 0 where the mistake has no place of its own.
    text, mend: Korean sentences for the writer; mend shows a right example.
    level: an "error" fails the build, a "warning" is only shown.
    rule: the name of the rule that was broken, in kebab-case.
    """

    path: str
    line: int
    column: int
    text: str
    mend: str = ""
    level: Level = "error"
    rule: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        word = "오류" if self.level == "error" else "알림"
        mend = "".join(f"\n    {row}" for row in self.mend.splitlines())
        return f"{place}: {word}: {self.text}{mend}"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Returns the problems that must fail a build."""
    return [problem for problem in problems if problem.level == "error"]


def framed(problem: Problem, source: str) -> str:
    """Prints a problem with its source line and a caret below the column.

    source: the whole text of the file. East Asian letters take two cells in a
    terminal, so the caret is pushed by full-width spaces where the text has them.
    """
    lines = source.splitlines()
    if not 0 < problem.line <= len(lines):
        return str(problem)
    line = lines[problem.line - 1].replace("\t", " ")
    before = line[: max(problem.column - 1, 0)]
    pad = "".join("\u3000" if _is_wide(letter) else " " for letter in before)
    head, *mend = str(problem).split("\n")
    return "\n".join([head, f"    | {line}", f"    | {pad}^", *mend])


def report(problems: Iterable[Problem], sources: Mapping[str, str]) -> str:
    """Prints problems file by file, each once, errors before warnings; a long list is cut and counted.

    sources: path as in the problems -> the whole text of the file.
    """
    rows = sorted(set(problems), key=lambda problem: (problem.level != "error", problem))
    shown = [framed(problem, sources.get(problem.path, "")) for problem in rows[:MOST_SHOWN]]
    rest = len(rows) - len(shown)
    return "\n".join([*shown, f"그 밖에 {rest}군데가 더 있어요. 위에서부터 고치세요."] if rest else shown)


def _is_wide(letter: str) -> bool:
    return "\u1100" <= letter <= "\u11ff" or "\u3000" <= letter <= "\ud7af" or "\uff00" <= letter <= "\uff60"


def nearest(word: str, known: Iterable[str]) -> str:
    """Returns the known spelling most like the word, or "" when none is near."""
    matches = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""
