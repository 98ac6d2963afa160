"""Posting lists in arrays: a site has millions of weights, and a dict of each takes twenty times the room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray


class Postings(Mapping[str, dict[int, float]]):
    """term -> document number -> value; read it as it were a dict of dicts.

    terms: each once, each with a row or more. starts: (terms + 1,), where the rows of each begin and end. numbers: (rows,),
    rising within a term. values: (rows,), floats or whole numbers.
    """

    def __init__(self, terms: Sequence[str], starts: Array, numbers: Array, values: Array):
        self.terms, self.starts, self.numbers, self.values = terms, starts, numbers, values

    @classmethod
    def of(cls, found: Mapping[str, Mapping[int, float]]) -> Postings:
        """Puts dicts into arrays."""
        import numpy as np  # why: most builds of one edit need no index, and it takes long to load

        if isinstance(found, cls):
            return found
        rows = [(at, number, one[number]) for at, one in enumerate(found.values()) for number in sorted(one)]
        places, numbers, values = zip(*rows, strict=True) if rows else ((), (), ())
        return cls.from_rows(list(found), np.array(places, int), np.array(numbers, int), np.array(values))

    @classmethod
    def from_rows(cls, terms: Sequence[str], places: Array, numbers: Array, values: Array) -> Postings:
        """Takes rows in the order of their terms (places among them), then of their documents; drops terms without."""
        import numpy as np

        sizes = np.bincount(places, minlength=len(terms))
        held = [terms[at] for at in np.flatnonzero(sizes).tolist()]
        return cls(held, np.concatenate(([0], np.cumsum(sizes[sizes > 0]))), numbers, values)

    @cached_property
    def places(self) -> Array:
        """Returns which of the terms each row is of: (rows,)."""
        import numpy as np

        return np.repeat(np.arange(len(self.terms)), np.diff(self.starts))

    def only(self, rows: Array, values: Array) -> Postings:
        """Returns some rows (their places, rising) with other values."""
        return Postings.from_rows(self.terms, self.places[rows], self.numbers[rows], values)

    def size(self, term: str) -> int:
        """Says how many documents a term has."""
        at = self._at.get(term)
        return 0 if at is None else int(self.starts[at + 1] - self.starts[at])

    def sizes(self) -> Iterable[tuple[str, int]]:
        return zip(self.terms, (self.starts[1:] - self.starts[:-1]).tolist(), strict=True)

    def arrays(self, term: str) -> tuple[Array, Array]:
        """Returns the document numbers of a term and their values. Raises KeyError when there is no such term."""
        at = self._at[term]
        rows = slice(self.starts[at], self.starts[at + 1])
        return self.numbers[rows], self.values[rows]

    def most(self) -> float:
        """Returns the greatest of all values; 1.0 where there is none."""
        return float(self.values.max()) if len(self.values) else 1.0

    @cached_property
    def _at(self) -> dict[str, int]:
        return {term: at for at, term in enumerate(self.terms)}

    def __getitem__(self, term: str) -> dict[int, float]:
        numbers, values = self.arrays(term)
        return dict(zip(numbers.tolist(), values.tolist(), strict=True))

    def __contains__(self, term: object) -> bool:
        return term in self._at

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)
