"""What nobody sees is found, named and taken out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sellerhelp.words.invisible import pieces, strays

FOUND = [
    ("\u00a0", "줄바꿈 없는 빈칸(NBSP) U+00A0", " "), ("\u3000", "전각 빈칸 U+3000", " "), ("\u2009", "보이지 않는 글자 U+2009", " "),
    ("\u200b", "폭 없는 빈칸(ZWSP) U+200B", ""), ("\u00ad", "숨은 하이픈 U+00AD", ""), ("\u2060", "폭 없는 붙임 문자 U+2060", ""),
    ("\ufeff", "바이트 순서 표시(BOM) U+FEFF", ""), ("\u202e", "글 방향 문자 U+202E", ""), ("\u2066", "글 방향 문자 U+2066", ""),
    ("\u200f", "글 방향 문자 U+200F", ""), ("\u3164", "한글 채움 문자 U+3164", ""), ("\u200d", "폭 없는 붙임 문자 U+200D", ""),
    ("\u2028", "줄 나눔 문자 U+2028", None), ("\ufffd", "깨진 글자 U+FFFD", None), ("\ue012", "글꼴에만 있는 글자 U+E012", None),
    ("\u0007", "보이지 않는 글자 U+0007", ""), ("\u0085", "보이지 않는 글자 U+0085", ""),
]  # fmt: skip


@pytest.mark.parametrize(("letter", "name", "instead"), FOUND, ids=[case[1] for case in FOUND])
def test_a_stray_letter_is_named_with_its_place(letter, name, instead):
    (stray,) = strays(f"송장{letter}번호", 0)
    assert (stray.start, stray.end, stray.name, stray.instead) == (2, 3, name, instead)


FINE = [
    "송장 번호\n\t들여 쓴 줄\r\n",
    "\ufeff# 머리",
    "👩\u200d👩\u200d👧",
    "❤\ufe0f",
    "```\n  | 가\u3000^\n```\n",
    "따옴표 ‘ ’ “ ” – — … · −",
    "가나다 ABC 123",
    "é",
]


@pytest.mark.parametrize("text", FINE)
def test_what_belongs_there_stays(text):
    assert list(strays(text, 0)) == [] and list(pieces(text)) == []


def test_a_run_of_spaces_becomes_one_space():
    assert [(one.end - one.start, one.instead) for one in strays("가\u00a0\u00a0나", 0)] == [(2, " ")]


def test_controls_in_yaml_are_left_to_its_reader():
    assert list(strays("a: \u0007\n가", 5)) == []
    assert [one.start for one in strays("a: \u0007\n가\u0007", 5)] == [6]


def test_hangul_in_pieces_is_put_together():
    text = "앞 " + unicodedata.normalize("NFD", "송장번호") + "를"
    (piece,) = pieces(text)
    assert (piece.name, piece.instead) == ("송장번호", "송장번호")
    assert text[: piece.start] + piece.instead + text[piece.end :] == "앞 송장번호를"


def test_a_lone_jamo_stays_and_a_latin_letter_is_only_told():
    assert list(pieces("\u1100 ㄱ")) == []
    assert [one.instead for one in pieces("cafe\u0301")] == [None]


@given(st.text(max_size=60))
def test_nothing_stray_remains_after_mending(text):
    for one in reversed(list(strays(text, 0))):
        assert text[one.start : one.end]
        text = text[: one.start] + (one.instead or "") + text[one.end :]
    assert [one for one in strays(text, 0) if one.start and not one.name.startswith("폭 없는 붙임")] == []


def test_a_wide_space_in_prose_or_a_narrow_one_in_code_is_found():
    assert [one.start for one in strays("가\u3000나\n```\n가\u00a0나\n", 0)] == [1, 9]
