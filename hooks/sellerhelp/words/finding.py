"""What a rule of language found: where it stands, what is wrong, and what may take its place."""

from __future__ import annotations

from dataclasses import dataclass

from sellerhelp.problem import Level


@dataclass(frozen=True)
class Finding:
    """start, end: offsets in the source file, end exclusive.

    instead: the letters that may replace them without asking, or None where only a person can mend.
    """

    path: str
    start: int
    end: int
    rule: str
    text: str
    mend: str
    level: Level = "error"
    instead: str | None = None
