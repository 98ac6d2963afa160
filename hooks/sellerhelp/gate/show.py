"""The printed form of what was found, for writers at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from sellerhelp.problem import Problem, errors, framed

MOST = 200  # nobody reads further before mending


def report(problems: Iterable[Problem], sources: Mapping[str, str], most: int = MOST) -> str:
    """Prints problems file by file with their counts, files with errors first; a long list is cut and counted.

    sources: path as in the problems -> the whole text of the file. "" when there is nothing to tell.
    """
    rows = sorted(set(problems))
    wrong = {problem.path for problem in errors(rows)}
    rows.sort(key=lambda problem: (problem.path not in wrong, problem.path))
    parts = []
    for path, group in groupby(rows[:most], key=lambda problem: problem.path):
        of_file = [problem for problem in rows if problem.path == path]
        parts.append(f"── {path}: {counted(of_file)}")
        parts += [_row(problem, sources.get(path, "")) for problem in group]
    if len(rows) > most:
        parts.append(f"그 밖에 {len(rows) - most}군데가 더 있어요. 위에서부터 고치세요.")
    return "\n".join(parts)


def _row(problem: Problem, source: str) -> str:
    first, *rest = framed(problem, source).split("\n")
    return "\n".join([f"{first} [{problem.rule}]", *rest])


def counted(problems: Iterable[Problem]) -> str:
    """Says how many: "오류 2개, 알림 1개"."""
    rows = list(problems)
    wrong = len(errors(rows))
    parts = [f"오류 {wrong}개"] * bool(wrong) + [f"알림 {len(rows) - wrong}개"] * (len(rows) > wrong)
    return ", ".join(parts)


def summary(problems: Iterable[Problem]) -> str:
    """The last line of a check."""
    rows = set(problems)
    if not rows:
        return "잘못된 곳이 없어요."
    fixes = sum(problem.fix is not None for problem in rows)
    can = f" 이 가운데 {fixes}개는 make check ARGS=--fix 로 고칠 수 있어요." if fixes else ""
    return f"모두 {counted(rows)}를 찾았어요.{can}"
