"""Runs the table of cases that segmenter.js runs too, and compares with a judge that tries every way through a word."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.search.lexicon import read_rows
from sellerhelp.search.segmenter import CHUNK, LONGEST, UNKNOWN, Chunk, cheapest, price, segment, words
from sellerhelp.search.text import clean, runs

CHEAP = settings(max_examples=200, deadline=None, derandomize=True, database=None)
TABLE = json.loads((Path(__file__).parent / "cases/search_segment.json").read_text(encoding="utf-8"))
PLAIN = read_rows(TABLE["rows"])


def cut(case: dict) -> str:
    lexicon = read_rows(TABLE["rows"] + case["more"]) if "more" in case else PLAIN
    return " ".join(words(clean(case["text"]), lexicon.lookup))


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_every_case_of_the_table_holds(case):
    assert cut(case) == case["words"]


def test_the_names_of_the_table_differ():
    assert len({case["name"] for case in TABLE["cases"]}) == len(TABLE["cases"]) >= 60


# --- every lexicon, every word --------------------------------------------------------------------

ALPHABET = "가나다"
COST = st.one_of(st.none(), st.integers(0, 200).map(lambda tenths: tenths / 10))
LEXICONS = st.dictionaries(
    st.text(ALPHABET, min_size=1, max_size=4),
    st.tuples(COST, st.lists(st.sampled_from(["하나", "둘"]), min_size=1, max_size=2).map(tuple), COST).map(
        lambda chunk: Chunk(*chunk)
    ),
    max_size=12,
)


def prices(run: str, lookup, after_content: bool = False) -> list[float]:
    """The price of every way through a run."""
    if not run:
        return [0.0]
    out = [UNKNOWN + rest for rest in prices(run[1:], lookup, True)]
    for end in range(1, len(run) + 1):
        chunk = lookup(run[:end])
        if chunk and chunk.content is not None:
            out += [CHUNK + chunk.content + rest for rest in prices(run[end:], lookup, True)]
        if chunk and chunk.function is not None and after_content:
            out += [chunk.function + rest for rest in prices(run[end:], lookup, False)]
    return out


def price_of(steps, lookup, after_content: bool = False) -> float:
    paid = 0.0
    for surface, said in steps:
        if said is None:
            paid, after_content = paid + UNKNOWN * len(surface), True
        elif said:
            paid, after_content = paid + CHUNK + lookup(surface).content, True
        else:
            assert after_content, "a function chunk that follows no content"
            paid, after_content = paid + lookup(surface).function, False
    return paid


@CHEAP
@given(st.text(ALPHABET, max_size=7), LEXICONS, st.booleans())
def test_no_way_is_cheaper(run, lexicon, after_content):
    steps = cheapest(run, lexicon.get, after_content)
    assert "".join(surface for surface, _ in steps) == run
    assert price_of(steps, lexicon.get, after_content) == pytest.approx(min(prices(run, lexicon.get, after_content)))
    assert price(steps, lexicon.get) == pytest.approx(price_of(steps, lexicon.get, after_content))


@CHEAP
@given(st.text(ALPHABET, max_size=40), LEXICONS)
def test_words_are_the_unknown_syllables_and_what_chunks_stand_for(run, lexicon):
    steps = cheapest(run, lexicon.get)
    known = [word for _, said in steps for word in said or ()]
    unknown = "".join(surface for surface, said in steps if said is None)
    found = segment(run, lexicon.get)
    assert "".join(found) == "".join("".join(said) if said is not None else surface for surface, said in steps)
    assert len(known) <= len(found) <= len(known) + len(unknown)
    assert all(found)


@CHEAP
@given(st.text())
def test_any_text_is_covered_whatever_the_lexicon_knows(text):
    cleaned = clean(text)
    assert words(cleaned, lambda surface: None) == runs(cleaned)
    assert all(words(cleaned, PLAIN.lookup))


# --- time -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["배", "뷁", "반품배송비를", "에서는", "가이도만한사자"])
def test_ten_thousand_letters_take_no_time(text):
    asked = 0

    def lookup(surface):
        nonlocal asked
        asked += 1
        return PLAIN.lookup(surface)

    run = (text * 10_000)[:10_000]
    before = time.process_time()
    assert "".join(surface for surface, _ in cheapest(run, lookup)) == run
    assert time.process_time() - before < 1
    assert asked <= LONGEST * 10_000
