"""Runs the tables of cases that jamo.js runs too, and compares with the Unicode data that know nothing of ours."""

from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.search import jamo as module
from sellerhelp.search.jamo import FIRST, JOINED, KEYS, LAST, MIDDLE, compose, from_keys, initials, jamo, parts

CHEAP = settings(max_examples=200, deadline=None, derandomize=True, database=None)
TABLE = json.loads((Path(__file__).parent / "cases/search_jamo.json").read_text(encoding="utf-8"))
ROWS = [(name, *row) for name, rows in TABLE.items() if name != "about" for row in rows]
SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4)]
LOOSE = st.text(FIRST + MIDDLE + LAST + "가힣a")


@pytest.mark.parametrize(("name", "text", "expect"), ROWS)
def test_every_row_of_the_table_holds(name, text, expect):
    assert getattr(module, name)(text) == expect


def conjoining(letters: str) -> str:
    """The same letters in the block from which Unicode composes: first, middle and last ones differ there."""
    bases = [(FIRST, 0x1100), (MIDDLE, 0x1161), (LAST, 0x11A7)]
    return "".join(chr(base + row.index(one)) for one, (row, base) in zip(letters, bases, strict=False))


def test_all_syllables_fall_into_the_parts_that_unicode_names():
    assert len(SYLLABLES) == 11_172
    assert [conjoining(parts(one)) for one in SYLLABLES] == [unicodedata.normalize("NFD", one) for one in SYLLABLES]


def test_all_syllables_are_put_together_again():
    assert [compose(jamo(one)) for one in SYLLABLES] == SYLLABLES


def test_all_syllables_are_put_together_from_single_strokes():
    strokes = {joined: pair for pair, joined in JOINED.items()}
    typed = ["".join(strokes.get(one, one) for one in parts(syllable)) for syllable in SYLLABLES]
    assert [compose(one) for one in typed] == SYLLABLES


def test_every_key_writes_a_letter_of_its_own():
    assert len({KEYS[key] for key in KEYS if key.islower()}) == 26
    assert len(KEYS) == 52 and len(set(KEYS.values())) == 33
    assert "".join(key for key in KEYS if KEYS[key] != KEYS[key.lower()]) == "QWERTOP"
    assert all(letter in FIRST + MIDDLE for letter in KEYS.values())


@CHEAP
@given(st.text(st.sampled_from(SYLLABLES)))
def test_words_survive_being_taken_apart(word):
    assert compose(jamo(word)) == word
    assert len(initials(word)) == len(word)


@CHEAP
@given(LOOSE)
def test_composing_loses_and_adds_no_stroke(loose):
    strokes = {joined: pair for pair, joined in JOINED.items()}
    typed = lambda text: "".join(strokes.get(one, one) for one in jamo(text))  # noqa: E731
    assert typed(compose(loose)) == typed(loose)


@CHEAP
@given(st.text(st.characters()))
def test_what_is_no_hangul_is_left_alone(text):
    hangul = FIRST + MIDDLE + LAST.strip()
    others = "".join(one for one in text if one not in hangul and one not in KEYS and not module.is_syllable(one))
    assert jamo(others) == initials(others) == compose(others) == from_keys(others) == others


@pytest.mark.parametrize("text", ["ㄱ", "ㅏ", "ㄱㅏ", "ㄱㅏㅂㅅ", "배", "🚚"])
def test_long_texts_take_no_time(text):
    before = time.process_time()
    compose(text * 10_000), jamo(text * 10_000), initials(text * 10_000)
    assert time.process_time() - before < 1
