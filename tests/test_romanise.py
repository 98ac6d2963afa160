"""Korean words as file names and ids."""

from __future__ import annotations

import unicodedata

import pytest
from sellerhelp.romanise import romanised, slug

WORDS = [
    ("송장", "songjang"), ("취소", "chwiso"), ("발주확인", "baljuhwakin"), ("값", "gap"), ("닭", "dak"), ("쇼핑", "syoping"),
    ("N페이", "npei"), ("1588", "1588"), ("！？", ""), ("ㅋㅋ", ""), ("漢字", ""),
]  # fmt: skip


@pytest.mark.parametrize(("word", "spelt"), WORDS)
def test_a_word_is_spelt_letter_by_letter(word, spelt):
    assert romanised(word) == spelt == romanised(unicodedata.normalize("NFD", word))


def test_a_title_is_cut_at_a_word():
    assert slug("발주확인과 배송지 변경") == "baljuhwakingwa-baesongji-byeongyeong"
    assert slug("판매자가 직접 취소하는 방법과 취소요청 처리") == "panmaejaga-jikjeop-chwisohaneun"
    assert (slug("漢字"), slug("a" * 60)) == ("", "a" * 40)
