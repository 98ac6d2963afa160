"""How much a term says about a document: BM25 per field, as lunr weighs it, added up over the fields."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from sellerhelp.search.fields import FIELDS, Field
from sellerhelp.search.grouping import grouped
from sellerhelp.search.postings import Postings

if TYPE_CHECKING:
    import numpy as np

    from sellerhelp.search.counts import Counts

    Array = np.ndarray


K1 = 1.0


def weigh(counts: Counts, fields: Sequence[Field] = FIELDS) -> Postings:
    """Returns term -> document number -> weight. fields: that were counted.

    A term's rarity is that of all fields together, as in lunr; a field that is
    empty in most documents must not make common words look rare.
    """
    import numpy as np  # why: see postings.py

    total, numbers = len(counts.starts) - 1, counts.documents
    places, held, rows = grouped(counts.places, numbers)
    rarity = _rarity(np.bincount(places, minlength=len(counts.terms)), total)[counts.places]
    weights = np.zeros(len(held))
    for at, field in enumerate(fields):
        mine = np.flatnonzero(counts.fields == at)
        times = counts.times[mine]
        lengths = np.bincount(numbers[mine], times, total)
        filled = lengths[lengths > 0]
        average = filled.sum() / len(filled) if len(filled) else 1.0
        spread = K1 * (1 - field.b + field.b * lengths / average)
        # A term has one row in a field: no place stands here twice.
        weights[rows[mine]] += field.boost * rarity[mine] * (K1 + 1) * times / (spread[numbers[mine]] + times)
    return Postings.from_rows(counts.terms, places, held, weights)


def _rarity(seen: Array, total: int) -> Array:
    """Returns how rare each term is that was seen in so many documents, as lunr has it."""
    import numpy as np
    from lunr.idf import idf

    counts, places = np.unique(seen, return_inverse=True)
    # lunr takes field -> document references; one field with the right count gives its number.
    found = [idf({"any": SimpleNamespace(keys=lambda count=count: range(count))}, total) for count in counts.tolist()]
    return np.array(found)[places] if found else np.zeros(0)
