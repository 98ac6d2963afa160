"""What a rule of language found, as an offset; and the problem that a writer reads, with its place and its fix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sellerhelp.problem import Fix, Level, Problem
from sellerhelp.words.passage import Passage, Sentence
from sellerhelp.words.traced import Lines


@dataclass(frozen=True)
class Finding:
    """start, end: offsets in the source file, end exclusive. old: the letters as they were read there.

    instead: the letters that may replace them without asking, or None where only a person can mend.
    """

    path: str
    start: int
    end: int
    old: str
    rule: str
    text: str
    mend: str
    instead: str | None = None
    level: Level = "error"


def found(
    where: Sentence | Passage, start: int, end: int, rule: str, text: str, mend: str, instead: str | None = None,
    level: Level = "error",
) -> Finding:  # fmt: skip
    """Makes a finding of a part of a sentence or passage."""
    path, piece = (where.path, where.text) if isinstance(where, Passage) else (where.passage.path, where.piece)
    first, last = piece.span(start, end)
    return Finding(path, first, last, piece.text[start:end], rule, text, mend, instead, level)


def problems(findings: Iterable[Finding], sources: Mapping[str, str]) -> list[Problem]:
    """Gives findings their places. sources: path as in the findings -> text."""
    findings = list(findings)
    lines = {path: Lines(sources[path]) for path in {one.path for one in findings}}
    told = []
    for one in findings:
        source, place = sources[one.path], lines[one.path].place(one.start)
        # Markup in between (**고객**이) or an escape: what was read is not what was typed.
        is_as_typed = source[one.start : one.end] == one.old
        fix = Fix(*place, one.old, one.instead) if one.instead is not None and is_as_typed else None
        told.append(Problem(one.path, *place, one.text, one.mend, one.level, rule=one.rule, fix=fix))
    return told
