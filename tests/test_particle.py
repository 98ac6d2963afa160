"""Particles that fit the word before them."""

from __future__ import annotations

import unicodedata

import pytest
from sellerhelp.particle import attach, is_closed


@pytest.mark.parametrize(
    ("word", "pair", "said"),
    [
        ("값", "을/를", "‘값’을"),
        ("날짜", "을/를", "‘날짜’를"),
        ("송장", "이/가", "‘송장’이"),
        ("질문", "은/는", "‘질문’은"),
        ("태그", "은/는", "‘태그’는"),
        ("서울", "으로/로", "‘서울’로"),
        ("집", "으로/로", "‘집’으로"),
        ("제주", "으로/로", "‘제주’로"),
        ("faqs", "이에요/예요", "‘faqs’예요"),
        ("invoice.md", "이라는/라는", "‘invoice.md’라는"),
        ("7", "으로/로", "‘7’로"),
        ("3", "으로/로", "‘3’으로"),
        ("2", "으로/로", "‘2’로"),
        ("3%", "은/는", "‘3%’는"),
        ("2026-11-22", "을/를", "‘2026-11-22’를"),
        ("추석 연휴(대체)", "이/가", "‘추석 연휴(대체)’가"),
        ("설날!", "이/가", "‘설날!’이"),
        ("ㅋ", "이/가", "‘ㅋ’가"),
        ("", "을/를", "‘’를"),
        ("…", "을/를", "‘…’를"),
    ],
)
def test_the_particle_fits_the_word(word, pair, said):
    assert attach(word, pair) == said


def test_a_word_may_stand_without_quotes():
    assert attach("송장", "을/를", quote=False) == "송장을"


@pytest.mark.parametrize(
    ("digit", "closed"),
    list(zip("0123456789", [True, True, False, True, False, False, True, True, True, False], strict=True)),
)
def test_a_digit_is_read_by_its_sino_korean_name(digit, closed):
    assert is_closed(digit) is closed  # 영 일 이 삼 사 오 육 칠 팔 구


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_a_latin_letter_is_read_by_its_name_in_either_case(letter):
    assert is_closed(letter) is is_closed(letter.upper()) is (letter in "lmnr")  # 엘 엠 엔 알


def test_every_syllable_of_hangul_is_judged_by_its_final_consonant():
    for code in range(0xAC00, 0xD7A4):
        assert is_closed(chr(code)) == (len(unicodedata.normalize("NFD", chr(code))) == 3)
