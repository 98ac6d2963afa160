"""Runs the table of cases that text.js runs too, and holds what must be true of every text."""

from __future__ import annotations

import json
import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.search.text import bigrams, clean, is_hangul, runs, squeeze

CHEAP = settings(max_examples=200, deadline=None, derandomize=True, database=None)
CASES = json.loads((Path(__file__).parent / "cases/search_text.json").read_text(encoding="utf-8"))["cases"]
NEAR = "가힣배송ㄱㅎㅏㅣaZ09.,  \n~\u1100\u1161\u11a8\u200b\ufe0f\u0301İKß返ＡＺ　Σ"
TEXTS = st.one_of(st.text(), st.text(NEAR), st.text(st.characters(categories=["Cs", "Lo", "Mn", "Cf"])))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_case_of_the_table_holds(case):
    cleaned = clean(case["text"])
    given = {"clean": cleaned, "runs": " ".join(runs(cleaned)), "bigrams": " ".join(bigrams(cleaned))}
    assert {key: given[key] for key in given if key in case} == {key: case[key] for key in given if key in case}


def test_the_names_of_the_table_differ():
    assert len({case["name"] for case in CASES}) == len(CASES) >= 50


@CHEAP
@given(TEXTS)
def test_what_is_clean_stays_as_it_is(text):
    assert clean(clean(text)) == clean(text)


@CHEAP
@given(TEXTS)
def test_decomposed_and_composed_text_are_one(text):
    assert clean(unicodedata.normalize("NFD", text)) == clean(unicodedata.normalize("NFC", text))


@CHEAP
@given(TEXTS)
def test_runs_hold_every_letter_in_order(text):
    cleaned = clean(text)
    assert re.sub("[.,]", "", "".join(runs(cleaned))) == squeeze(cleaned)
    assert all(is_hangul(run) == bool(re.fullmatch("[가-힣]+", run)) for run in runs(cleaned))


@CHEAP
@given(TEXTS)
def test_pairs_overlap_by_one_letter(text):
    letters, pairs = squeeze(clean(text)), bigrams(clean(text))
    assert [pair[0] for pair in pairs] == list(letters[:-1])
    assert [pair[1] for pair in pairs] == list(letters[1:])


@pytest.mark.parametrize("text", ["배", "1,", "1.1", "\u200b", "\u1107\u1162", "a\u0301", "Σ", "🚚", " "])
def test_long_texts_take_no_time(text):
    before = time.process_time()
    cleaned = clean(text * 10_000)
    bigrams(cleaned), runs(cleaned)
    assert time.process_time() - before < 1


@pytest.mark.parametrize(("run", "said"), [("", False), ("가", True), ("힣a", True), ("ㄱ", False), ("\ud7a4", False)])
def test_a_run_is_known_by_its_first_letter(run, said):
    assert is_hangul(run) is said
