"""What is wrong with a page for print, and where in the Markdown somebody wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sellerhelp.problem import Problem


@dataclass(frozen=True)
class Trouble:
    """A mistake found in finished HTML, which knows no lines.

    clues: what the writer may have typed, the most certain first. text, mend, rule: as in a Problem.
    """

    clues: tuple[str, ...]
    text: str
    mend: str
    rule: str


def located(troubles: Iterable[Trouble], path: str, sources: Mapping[str, str]) -> list[Problem]:
    """Gives troubles their place. path: the page below docs/. sources: path as in problems -> the file's text."""
    return [_located(trouble, f"docs/{path}", sources) for trouble in troubles]


def _located(trouble: Trouble, own: str, sources: Mapping[str, str]) -> Problem:
    # The page itself first; what it shows may also stand in a data file, its own folder's first.
    folder = own.rpartition("/")[0]
    data = sorted((name for name in sources if name.endswith(".yml")), key=lambda name: not name.startswith(folder))
    for clue in filter(None, trouble.clues):
        for shown in (own, *data):
            at = sources.get(shown, "").find(clue)
            if at >= 0:
                # "](" only makes the clue certain; the mistake begins behind it.
                before = sources[shown][: at + 2 * clue.startswith("](")]
                line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
                return Problem(shown, line, column, trouble.text, trouble.mend, rule=trouble.rule)
    return Problem(own, 1, 1, trouble.text, trouble.mend, rule=trouble.rule)
