"""What was found in the forms that review tools read."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from sellerhelp.problem import Problem, errors

VERSION = 1


def as_json(problems: Iterable[Problem]) -> str:
    """Returns {"version": 1, "errors", "warnings", "problems": [...]}; each problem has path, line and column
    (1-based, 0: the file as a whole), level ("error", "warning"), rule, text, mend and fixable."""
    rows = sorted(set(problems))
    wrong = len(errors(rows))
    listed = [
        {
            "path": one.path,
            "line": one.line,
            "column": one.column,
            "level": one.level,
            "rule": one.rule,
            "text": one.text,
            "mend": one.mend,
            "fixable": one.fix is not None,
        }
        for one in rows
    ]
    return _dump({"version": VERSION, "errors": wrong, "warnings": len(rows) - wrong, "problems": listed})


def as_github(problems: Iterable[Problem]) -> str:
    """Returns a workflow command a problem (docs.github.com: Workflow commands, `::error file=`)."""
    return "\n".join(_command(problem) for problem in sorted(set(problems)))


def _command(problem: Problem) -> str:
    place = {"file": problem.path, "line": max(problem.line, 1), "col": max(problem.column, 1), "title": problem.rule}
    named = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items())
    return f"::{problem.level} {named}::{_escaped(_said(problem))}"


def _escaped(text: str, more: str = "") -> str:
    """Escapes as GitHub's toolkit does; properties have two letters more."""
    for letter in "%\r\n" + more:
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text


def as_gitlab(problems: Iterable[Problem]) -> str:
    """Returns a Code Quality report (docs.gitlab.com: Code Quality, "Implement a custom tool").

    A fingerprint holds no line, so that a mistake that only moved is not told again.
    """
    seen: Counter[str] = Counter()
    rows = []
    for problem in sorted(set(problems)):
        key = f"{problem.rule}\0{problem.path}\0{problem.text}"
        seen[key] += 1
        rows.append(
            {
                "description": _said(problem),
                "check_name": problem.rule,
                "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest(),
                "severity": "major" if problem.level == "error" else "minor",
                "location": {"path": problem.path, "lines": {"begin": max(problem.line, 1)}},
            }
        )
    return _dump(rows)


def _said(problem: Problem) -> str:
    return f"{problem.text} {problem.mend}".strip()


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
