"""Cuts texts into words with one lexicon, and remembers the cuts for the next build.

How a run of Hangul is cut depends on nothing but the chunks that lie inside it. So
after an edit, what another lexicon would cut alike is not cut again: only runs that
are new, or that hold a chunk which was added, dropped or has another cost now.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from sellerhelp.sealed import read_sealed, write_sealed
from sellerhelp.search import segmenter
from sellerhelp.search.lexicon import Lexicon
from sellerhelp.search.segmenter import LONGEST, segment
from sellerhelp.search.text import clean, is_hangul, runs

Cuts = dict[str, tuple[str, ...]]
_FEW = 100  # surfaces: for more it is quicker to look each piece of a run up among them
_MOST_DRIFT = 500  # runs that are cut anew before the file is written anew


class Cutter:
    """Each different run of Hangul is segmented once. known: cuts that this lexicon would make as well."""

    def __init__(self, lexicon: Lexicon, known: Mapping[str, tuple[str, ...]] | None = None):
        self.lexicon, self.known = lexicon, known or {}
        self.cuts: Cuts = {}

    def __call__(self, text: str) -> list[str]:
        out: list[str] = []
        for run in runs(clean(text)):
            out += self.words(run)
        return out

    def words(self, run: str) -> tuple[str, ...]:
        """Returns the words of a run."""
        if not is_hangul(run):
            return (run,)
        words = self.cuts.get(run)
        if words is None:
            words = self.known[run] if run in self.known else tuple(segment(run, self.lexicon.lookup))
            self.cuts[run] = words
        return words


class RememberedCuts:
    """The file of the last build's cuts and of the chunks that made them. Another segmenter starts anew.

    goes_on: one page was edited; a file that says nearly everything is as good as a new one.
    """

    def __init__(self, path: Path, goes_on: bool = False):
        self.path, self.goes_on = path, goes_on
        self.version = hashlib.sha256(Path(segmenter.__file__).read_bytes()).hexdigest()
        stored = read_sealed(path)
        self.stored = stored if stored and stored["version"] == self.version else {}

    def cutter(self, lexicon: Lexicon) -> Cutter:
        """Returns what cuts with a lexicon and knows what has not changed since the last build."""
        if not self.stored:
            return Cutter(lexicon)
        before, cuts = self.stored["chunks"], self.stored["cuts"]
        changed = {surface for surface, _ in before.items() ^ lexicon.printed.items()}
        other = holding(cuts, changed)
        return Cutter(lexicon, {run: words for run, words in cuts.items() if run not in other})

    def save(self, cutter: Cutter) -> None:
        """Writes the cuts of this build, when they are new enough; runs that are gone are forgotten then."""
        if self.goes_on and sum(run not in cutter.known for run in cutter.cuts) <= _MOST_DRIFT:
            return
        now = {"version": self.version, "chunks": cutter.lexicon.printed, "cuts": cutter.cuts}
        if now != self.stored:
            write_sealed(self.path, now)


def holding(runs: Iterable[str], surfaces: set[str]) -> set[str]:
    """Returns the runs in which one of the surfaces lies."""
    if len(surfaces) > _FEW:
        return {run for run in runs if holds(run, surfaces)}
    return {run for surface in surfaces if len(surface) <= LONGEST for run in runs if surface in run}


def holds(run: str, surfaces: set[str]) -> bool:
    """Says whether one of the surfaces lies anywhere in a run, as far as the segmenter would look for it."""
    size = len(run)
    return any(run[at:end] in surfaces for at in range(size) for end in range(at + 1, min(at + LONGEST, size) + 1))
