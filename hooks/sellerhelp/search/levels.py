"""Weights as the files carry them: whole numbers, and lists that are not longer than it is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sellerhelp.search.postings import Postings

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray

LEVELS = 90  # a weight is a whole number up to this
# Longer lists are cut at their lightest: a term that is everywhere says little, and its list must not grow for ever.
# Measured: shorter than this costs recall, longer costs bytes alone.
LONGEST_LISTS = {"words": 500, "ways": 300, "pairs": 250, "titles": 250}


def quantised(postings: Postings, most: float, longest: int) -> Postings:
    """Turns weights into whole numbers up to LEVELS, drops what rounds to nothing and the end of very long lists."""
    import numpy as np  # why: see postings.py

    levels = np.rint(postings.values / most * LEVELS).astype(int)
    kept = np.flatnonzero((levels > 0) & _among_heaviest(postings, levels, longest))
    return postings.only(kept, levels[kept])


def _among_heaviest(postings: Postings, levels: Array, longest: int) -> Array:
    """Says of each row whether it is one of so many heaviest of its term; of equal ones the first are. (rows,)"""
    import numpy as np

    held = np.ones(len(levels), bool)
    lengths = np.diff(postings.starts)
    long = np.flatnonzero(lengths > longest)  # a few terms; all others keep their rows
    rows = np.flatnonzero(lengths[postings.places] > longest)
    if not len(rows):
        return held
    levels, places = levels[rows], np.repeat(np.arange(len(long)), lengths[long])
    starts = np.concatenate(([0], np.cumsum(lengths[long])))
    sizes = LEVELS + 1
    counts = np.bincount(places * sizes + levels, minlength=len(long) * sizes).reshape(-1, sizes)
    from_level = counts[:, ::-1].cumsum(axis=1)[:, ::-1]  # [term, level]: rows of that level or more
    edge = np.maximum((from_level >= longest).sum(axis=1) - 1, 0)  # the level that may find room for some rows only
    room = longest - np.where(edge < LEVELS, from_level[np.arange(len(edge)), np.minimum(edge + 1, LEVELS)], 0)
    is_edge = levels == edge[places]
    before = np.concatenate(([0], np.cumsum(is_edge)))
    nth = before[1:] - before[starts[:-1]][places]
    held[rows] = (levels > edge[places]) | (is_edge & (nth <= room[places]))
    return held
