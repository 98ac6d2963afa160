"""Spaces, doubled words, exclamation marks and long sentences."""

from __future__ import annotations

import pytest
from sellerhelp.words.marks import MOST_LETTERS, MOST_WORDS, doubled_words, exclamations, is_too_long, stray_spaces


def mended(text, slips):
    for slip in sorted(slips, key=lambda slip: -slip.start):
        text = text[: slip.start] + (slip.instead if slip.instead is not None else "?") + text[slip.end :]
    return text


SPACES = [
    ("송장을  고쳐요.", "송장을 고쳐요."),
    ("고쳐요 .", "고쳐요."),
    ("상품 , 옵션", "상품, 옵션"),
    ("되나요 ?", "되나요?"),
    ("X ,  X", "X, X"),
]
FINE_SPACES = ["송장을 고쳐요.", "1, 2", "3.5 %", "값 .5", "가. 나", "가 …"]


@pytest.mark.parametrize(("text", "right"), SPACES)
def test_stray_spaces_go(text, right):
    assert mended(text, stray_spaces(text)) == right


@pytest.mark.parametrize("text", FINE_SPACES)
def test_right_spaces_stay(text):
    assert list(stray_spaces(text)) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("그 그 상품이에요.", "? 상품이에요."),
        ("주문을 주문을 봐요.", "주문을 봐요."),
        ("유사한 유사한 것", "유사한 것"),
    ],
)
def test_a_word_twice_in_a_row_stands_once_and_a_bare_one_is_only_told(text, right):
    assert mended(text, doubled_words(text, {"하나"})) == right


@pytest.mark.parametrize(
    "text", ["하나 하나 봐요.", "이 이름이에요.", "한 칸 한 칸", "상품, 상품", "X X", "3 3", "주 주문", "(상품) 상품"]
)
def test_what_only_looks_doubled_stays(text):
    assert list(doubled_words(text, {"하나"})) == []


def test_an_exclamation_mark_becomes_a_full_stop_only_where_a_sentence_ends():
    assert [slip.instead for slip in exclamations("좋아요! 정말?! 느낌표(!)")] == [".", None, None]
    assert [slip.instead for slip in exclamations("좋아요!!!")] == ["."]


def test_the_limits_are_those_of_the_measured_docs():
    assert not is_too_long(" ".join(["가"] * MOST_WORDS)) and is_too_long(" ".join(["가"] * (MOST_WORDS + 1)))
    assert not is_too_long("가" * MOST_LETTERS) and is_too_long("가" * (MOST_LETTERS + 1))
