"""What the synonyms of a phrase say of each document: they do not add up, the one that fits it best counts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from sellerhelp.search.query import Targets
from sellerhelp.search.weights import Postings

if TYPE_CHECKING:
    import numpy as np

Meaning = tuple[Targets, float]  # the words that a phrase may mean, and how much that counts


class Ways:
    """words: the postings of single words. total: how many documents there are.

    In arrays over all documents: thousands of phrases mean common words, and a dict takes five times as long.
    """

    def __init__(self, words: Postings, total: int):
        self.words, self.total = words, total
        self._arrays = cache(self._array)

    def best(self, meanings: Iterable[Meaning]) -> dict[int, float]:
        """Returns document number -> weight, without those of which nothing is said."""
        import numpy as np  # why: see shards.py

        best = np.zeros(self.total)
        for targets, weight in meanings:
            for target in targets:
                said = np.zeros(self.total)
                for word in target:
                    numbers, values = self._arrays(word)
                    said[numbers] += values
                np.maximum(best, weight * said, out=best)
        kept = np.flatnonzero(best)
        return dict(zip(kept.tolist(), best[kept].tolist(), strict=True))

    def _array(self, word: str) -> tuple[np.ndarray, np.ndarray]:
        import numpy as np

        documents = self.words[word]
        return np.fromiter(documents, int, len(documents)), np.fromiter(documents.values(), float, len(documents))
