"""What the last build has learnt from which words, so that after an edit only the words that differ are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from sellerhelp.sealed import read_sealed, write_sealed
from sellerhelp.search.lexicon import Analyser, Learnt, Lexicon, words_to_read

_MOST_DRIFT = 500  # words that may differ from the file before it is written anew


class RememberedLearnt:
    """The file of what was learnt. path None: nothing is kept. recipe: of the code and the words' model.

    goes_on: the last build is gone on from; a whole build learns from nothing, and forgets words that are gone.
    """

    def __init__(self, path: Path | None = None, recipe: str = "", goes_on: bool = False):
        self.path, self.recipe, self.goes_on = path, recipe, goes_on

    def lexicon(self, counts: Mapping[str, int], analyse: Analyser, spoken: Iterable[str]) -> Lexicon:
        """Learns a lexicon. counts, spoken: see words_to_read."""
        words, learnt = words_to_read(counts, spoken), Learnt()
        stored = read_sealed(self.path) if self.path and self.goes_on else None
        if stored and stored["recipe"] == self.recipe:
            learnt = stored["learnt"]
        drift = len(learnt.words.items() ^ words.items())
        learnt.of(words, analyse)
        if self.path and drift > (_MOST_DRIFT if self.goes_on else 0):
            write_sealed(self.path, {"recipe": self.recipe, "learnt": learnt})
        return learnt.lexicon()
