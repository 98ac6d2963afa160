"""Puts rows with equal keys together, several times as fast as a sort by comparison: a site has millions of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray

_DIGIT = 16  # bits that NumPy sorts by counting


def grouped(first: Array, second: Array) -> tuple[Array, Array, Array]:
    """Returns the different pairs of two whole numbers of a row, in order, and for each row the place of its pair.

    first, second: (rows,), none below 0. Returns (pairs,), (pairs,) and (rows,).
    """
    import numpy as np  # why: see postings.py

    order = np.arange(len(second)) if (second[1:] >= second[:-1]).all() else _order(second)
    order = order[_order(first[order])]
    first, second = first[order], second[order]
    begins = np.ones(len(order), bool)
    begins[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    places = np.empty(len(order), int)
    places[order] = np.cumsum(begins) - 1
    return first[begins], second[begins], places


def _order(keys: Array) -> Array:
    """Returns the rows in the order of their keys; of equal ones the first stands first."""
    import numpy as np

    order = np.arange(len(keys))
    for shift in range(0, int(keys.max(initial=0)).bit_length(), _DIGIT):
        digits = (keys[order] >> shift & ((1 << _DIGIT) - 1)).astype(np.uint16)
        order = order[np.argsort(digits, kind="stable")]
    return order
