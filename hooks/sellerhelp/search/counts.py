"""How often what stands in each field of each document; counted once for each text, however often a site is built."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sellerhelp.sealed import read_sealed, write_sealed
from sellerhelp.search.documents import Document
from sellerhelp.search.fields import FIELDS, Field
from sellerhelp.search.grouping import grouped
from sellerhelp.search.jamo import initials
from sellerhelp.search.text import bigrams, clean, runs

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray

Terms = Callable[[str], Iterable[str]]
# Which fields show what, and the text's terms: none of them depends on what the lexicon has learnt.
KINDS: Mapping[str, tuple[tuple[Field, ...], Terms]] = {
    "runs": (FIELDS, lambda text: runs(clean(text))),
    "pairs": (FIELDS, lambda text: bigrams(clean(text))),
    "titles": (
        tuple(field for field in FIELDS if field.name in ("title", "also")),
        lambda text: bigrams(initials(clean(text))),
    ),
}
_KEY, _KNOWN = 12, "_counted"  # bytes, and where a document has them
_MOST_DRIFT = 100  # documents that may differ from the file before it is written anew


@dataclass(frozen=True)
class Counts:
    """terms: each once. starts: (documents + 1,), where the rows of each begin and end.

    fields, places, times: (rows,), which field, which of the terms, how often; a term has one row in a field.
    """

    terms: list[str]
    starts: Array
    fields: Array
    places: Array
    times: Array

    @property
    def documents(self) -> Array:
        """Returns the number of each row's document: (rows,)."""
        import numpy as np

        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def in_all(self, fields: Iterable[int]) -> dict[str, int]:
        """Returns term -> how often it stands in some fields of all documents; without those that do not."""
        import numpy as np

        rows = np.isin(self.fields, list(fields))
        sums = np.bincount(self.places[rows], self.times[rows], len(self.terms)).astype(int).tolist()
        return {term: times for term, times in zip(self.terms, sums, strict=True) if times}

    def cut(self, parts: Callable[[str], Sequence[str]]) -> Counts:
        """Returns the counts of the parts of all terms: of the words of runs."""
        import numpy as np

        places: dict[str, int] = {}
        cuts = [[places.setdefault(part, len(places)) for part in parts(term)] for term in self.terms]
        sizes = np.array([len(one) for one in cuts], int)
        ends = np.cumsum(sizes)
        flat = np.array([place for one in cuts for place in one], int)
        widths = sizes[self.places]
        nth = np.arange(widths.sum()) - np.repeat(np.cumsum(widths) - widths, widths)
        found = flat[np.repeat(ends[self.places] - widths, widths) + nth]
        texts = np.repeat(self.documents * _MOST_FIELDS + self.fields, widths)
        texts, found, rows = grouped(texts, found)
        times = np.bincount(rows, np.repeat(self.times, widths), len(texts)).astype(np.int32)
        numbers, fields = np.divmod(texts, _MOST_FIELDS)
        starts = np.searchsorted(numbers, np.arange(len(self.starts)))
        return Counts(list(places), starts, fields.astype(np.uint8), found.astype(np.int32), times)


_MOST_FIELDS = 16


def count(documents: Iterable[Document], terms: Terms, fields: Sequence[Field]) -> Counts:
    """Counts the terms of all documents. terms: of a text, in order."""
    counting = _Counting(terms, fields)
    for document in documents:
        counting.add(document)
    return counting.counts()


class RememberedCounts:
    """The file of the last build's counts; a text that has not changed is not read again. path None: nothing is kept.

    recipe: of the code that counts; another starts anew, a damaged file too. goes_on: one page was edited; a file that
    says nearly everything is as good as a new one.
    """

    def __init__(self, path: Path | None = None, recipe: str = "", goes_on: bool = False):
        self.path, self.recipe, self.goes_on = path, recipe, goes_on

    def of(self, documents: Sequence[Document]) -> dict[str, Counts]:
        """Returns the counts of each of KINDS."""
        stored = read_sealed(self.path) if self.path else None
        before_keys, before = [], {}
        if stored and stored["recipe"] == self.recipe:
            before_keys, before = stored["keys"], stored["kinds"]
        known = {key: at for at, key in enumerate(before_keys)}
        keys = [_key(document) for document in documents]
        kinds = {}
        for kind, (fields, terms) in KINDS.items():
            counting = _Counting(terms, fields, before.get(kind))
            for key, document in zip(keys, documents, strict=True):
                counting.take(known[key]) if key in known else counting.add(document)
            kinds[kind] = counting.counts()
        is_near = self.goes_on and len(known.keys() ^ set(keys)) <= _MOST_DRIFT
        if self.path and keys != before_keys and not is_near:
            write_sealed(self.path, {"recipe": self.recipe, "keys": keys, "kinds": kinds})
        return kinds


def _key(document: Document) -> bytes:
    """Returns a digest of all that is counted; it stays with the document, also in what is kept for the next build."""
    key = vars(document).get(_KNOWN)
    if key is None:
        texts = repr([field.text(document) for field in FIELDS]).encode("utf-8", "surrogatepass")
        key = vars(document)[_KNOWN] = hashlib.blake2b(texts, digest_size=_KEY).digest()
    return key


class _Counting:
    """Puts counts together, document by document: what is known from others, and what is counted anew."""

    def __init__(self, terms: Terms, fields: Sequence[Field], known: Counts | None = None):
        self._terms, self._fields, self._known = terms, fields, known
        self._names = list(known.terms) if known else []
        self._places = {name: at for at, name in enumerate(self._names)}
        self._sizes: list[Array] = []
        self._parts: list[tuple[Array, Array, Array]] = []
        self._fresh: list[tuple[int, int, int]] = []
        self._fresh_sizes: list[int] = []
        self._from = self._to = 0

    def add(self, document: Document) -> None:
        """Counts a document."""
        self._end_known()
        before = len(self._fresh)
        for at, field in enumerate(self._fields):
            if text := field.text(document):
                for term, times in Counter(self._terms(text)).items():
                    self._fresh.append((at, self._places.setdefault(term, len(self._places)), times))
        self._fresh_sizes.append(len(self._fresh) - before)

    def take(self, number: int) -> None:
        """Takes what is known of a document of the last build."""
        if number != self._to or self._fresh_sizes:
            self._end_known()
            self._end_fresh()
            self._from = number
        self._to = number + 1

    def counts(self) -> Counts:
        """Returns all that was put together; terms that stand nowhere any more are gone."""
        import numpy as np

        self._end_known()
        self._end_fresh()
        sizes = np.concatenate(self._sizes) if self._sizes else np.zeros(0, int)
        parts = (
            [np.concatenate(some) for some in zip(*self._parts, strict=True)] if self._parts else [np.zeros(0, int)] * 3
        )
        fields, places, times = (
            part.astype(kind) for part, kind in zip(parts, (np.uint8, np.int32, np.int32), strict=True)
        )
        is_used = np.bincount(places, minlength=len(self._places)) > 0
        names = [name for name, stays in zip(self._places, is_used.tolist(), strict=True) if stays]
        renumbered = (np.cumsum(is_used) - 1).astype(np.int32)
        return Counts(names, np.concatenate(([0], np.cumsum(sizes))), fields, renumbered[places], times)

    def _end_known(self) -> None:
        if self._known is None or self._from == self._to:
            return
        import numpy as np

        starts = self._known.starts[self._from : self._to + 1]
        rows = slice(starts[0], starts[-1])
        self._sizes.append(np.diff(starts))
        self._parts.append((self._known.fields[rows], self._known.places[rows], self._known.times[rows]))
        self._from = self._to = -1

    def _end_fresh(self) -> None:
        if not self._fresh_sizes:
            return
        import numpy as np

        rows = np.array(self._fresh, int).reshape(-1, 3)
        self._sizes.append(np.array(self._fresh_sizes, int))
        self._parts.append((rows[:, 0], rows[:, 1], rows[:, 2]))
        self._fresh, self._fresh_sizes = [], []
