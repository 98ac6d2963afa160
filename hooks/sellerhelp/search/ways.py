"""What the synonyms of a phrase say of each document: they do not add up, the one that fits it best counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sellerhelp.search.levels import LEVELS, LONGEST_LISTS
from sellerhelp.search.postings import Postings
from sellerhelp.search.query import Targets

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray

_LONGEST = LONGEST_LISTS["ways"]
Meaning = tuple[Targets, float]  # the words that a phrase may mean, and how much that counts


class Ways:
    """words: the postings of single words. total: how many documents there are."""

    def __init__(self, words: Postings, total: int):
        import numpy as np  # why: see postings.py

        self.words = words
        self._arrays = cache(words.arrays)
        self._added = cache(self._add)  # most targets are meant by several phrases
        self._greatest = cache(lambda word: float(words.arrays(word)[1].max()))
        # Of all documents, and nothing between two phrases: thousands of phrases concern few documents each.
        self._said, self._best = np.zeros(total), np.zeros(total)

    def of(self, meanings: Mapping[str, Iterable[Meaning]]) -> Postings:
        """Returns phrase -> document number -> weight, without those of which nothing is said.

        Of long lists the end that no file will carry is left out at once: there may be ten times as much of it.
        """
        import numpy as np

        meant = {phrase: list(ones) for phrase, ones in meanings.items()}
        # No weight is greater than this, and so no level is wider than its share; a little more, as sums are rounded.
        most = 1.001 * max((self._most(*one) for ones in meant.values() for one in ones), default=0.0)
        rows = [self._of_phrase(ones, most / LEVELS) for ones in meant.values()]
        places = np.repeat(np.arange(len(rows)), [len(numbers) for numbers, _ in rows])
        numbers, values = (np.concatenate([row[at] for row in rows] or [np.zeros(0, int)]) for at in (0, 1))
        return Postings.from_rows(list(meanings), places, numbers, values)

    def _most(self, targets: Targets, weight: float) -> float:
        return weight * max(sum(self._greatest(word) for word in target) for target in targets)

    def _add(self, target: Sequence[str]) -> tuple[Array, Array]:
        """Returns the documents of a target's words and what these say of each together."""
        found = [self._arrays(word) for word in target]
        if len(found) == 1:
            return found[0]
        for numbers, values in found:
            self._said[numbers] += values
        numbers = (self._said > 0).nonzero()[0]  # of truth values: five times as fast
        values = self._said[numbers]
        self._said[numbers] = 0.0
        return numbers, values

    def _of_phrase(self, meanings: Iterable[Meaning], level: float) -> tuple[Array, Array]:
        import numpy as np

        for targets, weight in meanings:
            for target in targets:
                numbers, values = self._added(target)
                self._best[numbers] = np.maximum(self._best[numbers], weight * values)
        numbers = (self._best > 0).nonzero()[0]
        values = self._best[numbers]
        self._best[numbers] = 0.0
        if len(numbers) > _LONGEST:
            kept = values >= np.partition(values, -_LONGEST)[-_LONGEST] - level
            numbers, values = numbers[kept], values[kept]
        return numbers, values
