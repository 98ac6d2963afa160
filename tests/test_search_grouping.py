"""Rows are grouped as NumPy's own sort groups them."""

from __future__ import annotations

import numpy as np
import pytest
from sellerhelp.search.grouping import grouped


@pytest.mark.parametrize("most", [1, 3, 70_000, 2**33])
@pytest.mark.parametrize("is_sorted", [False, True])
def test_pairs_are_those_of_a_sort_by_comparison(most, is_sorted):
    dice = np.random.default_rng(most)
    for size in (0, 1, 2, 500):
        first, second = dice.integers(0, most, size), dice.integers(0, 9, size)
        second = np.sort(second) if is_sorted else second
        one, other, places = grouped(first, second)
        pairs = np.stack((first, second), axis=1)
        expect = sorted(set(map(tuple, pairs.tolist())))
        assert list(zip(one.tolist(), other.tolist(), strict=True)) == expect
        assert [expect[place] for place in places.tolist()] == list(map(tuple, pairs.tolist()))
