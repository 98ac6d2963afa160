"""Folded texts are what they were, and take little room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sellerhelp.folded import Folded


@given(st.dictionaries(st.text(max_size=4), st.text(st.characters(), max_size=40)))
def test_a_text_comes_back_as_it_was(texts):
    folded = Folded()
    folded.update(texts)
    assert dict(folded) == texts and len(folded) == len(texts)


def test_a_later_text_takes_the_place_of_an_earlier_one_and_what_is_gone_is_gone():
    folded = Folded()
    folded["a.md"], folded["b.md"] = "글" * 50_000, "나"
    folded["a.md"] = "\ud800글" * 10_000
    assert folded["a.md"] == "\ud800글" * 10_000
    assert sum(map(len, folded._held.values())) < 1_000
    del folded["b.md"]
    assert "b.md" not in folded
    with pytest.raises(KeyError):
        folded["b.md"]
