"""Endings that are not 해요체 are found, and mended where the inflection is certain (cases/words_style.json)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sellerhelp.words.polite import CASUAL, FORMAL, NOTE, PLAIN, may_be_rude, rude_endings

TABLE = json.loads((Path(__file__).parent / "cases/words_style.json").read_text("utf-8"))


def endings(text, language):
    return list(rude_endings(text, language)) if may_be_rude(text, is_prose=True) else []


@pytest.mark.parametrize(("written", "right"), TABLE["rude"], ids=[row[0] for row in TABLE["rude"]])
def test_a_certain_ending_is_mended(written, right, language):
    (ending,) = endings(written, language)
    assert ending.is_sure
    mended = written[: ending.start] + ending.instead + written[ending.end :]
    assert mended == right
    assert endings(mended, language) == []


@pytest.mark.parametrize("text", TABLE["told"])
def test_what_a_person_must_mend_is_told(text, language):
    assert [ending.is_sure for ending in endings(text, language)] == [False]


@pytest.mark.parametrize("text", TABLE["polite"])
def test_polite_sentences_and_nouns_are_left_alone(text, language):
    assert endings(text, language) == []


STYLES = [
    ("확인합니다.", FORMAL),
    ("확인한다.", PLAIN),
    ("확인해.", CASUAL),
    ("확인함.", NOTE),
    ("확인하시오.", FORMAL),
]


@pytest.mark.parametrize(("text", "style"), STYLES)
def test_the_style_is_named(text, style, language):
    assert [ending.style for ending in endings(text, language)] == [style]


@pytest.mark.parametrize("text", ["평가", "추가", "안내", "대가", "조회", "문의", "정지", "배지", "정보 확인"])
def test_a_cell_that_looks_like_an_ending_is_not_even_asked_about(text):
    assert not may_be_rude(text, is_prose=False)


@pytest.mark.parametrize(
    "text",
    ["바로 보냄.", "오래 걸림.", "기본 서식을 만듦.", "혼자 옮기기 힘듦.", "재고가 점점 줄어듦.", "판매자가 앎."],
)
def test_a_note_is_found_whatever_its_stem_ends_with(text, language):
    assert [one.style for one in endings(text, language)] == [NOTE]
