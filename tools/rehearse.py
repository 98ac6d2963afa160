"""Lets the gate judge changes before they are written: on a copy of docs/."""

import shutil
import tempfile
from pathlib import Path

from check import check
from sellerhelp.changeset import apply
from sellerhelp.problem import errors
from sellerhelp.search.promises import INSTEAD

ROOT = Path(__file__).resolve().parent.parent


def rehearse(changes, docs=ROOT / "docs", today=None):
    """Returns the problems that changes would bring, without those that docs/ has already.

    changes: path below docs/ -> new bytes, or None for a file that goes.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "docs"
        shutil.copytree(docs, copy, symlinks=True)
        apply(copy, changes)
        found = check(copy, today).problems
    if not errors(found):
        return found
    before = {_gist(problem) for problem in check(docs, today).problems}
    return [problem for problem in found if _gist(problem) not in before]


def _gist(problem):
    """Names a problem without what a change elsewhere moves: its line, and what a search finds instead."""
    return problem.path, problem.rule, problem.text.partition(INSTEAD)[0], problem.mend
