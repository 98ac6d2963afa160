"""Where a text first uses a word of the glossary."""

from __future__ import annotations

import pytest
from sellerhelp.glossary.first_use import Vocabulary
from sellerhelp.glossary.reader import read_glossary

TERMS, _ = read_glossary(
    """
- {id: settle, word: 정산, means: 판매 대금을 주는 일이에요.}
- {id: confirm, word: 구매확정, means: 받았다고 확인하는 단계예요., also: [구매결정]}
- {id: auto, word: 자동 구매확정, means: 날이 지나면 저절로 확정돼요.}
- {id: buyer, word: 구매자, means: 사는 사람이에요., tooltip: no}
- {id: sku, word: SKU, means: 재고 관리 번호예요.}
""",
    "docs/glossary.yml",
    [],
)
WORDS = Vocabulary(tuple(TERMS))

CASES = {
    "정산은 구매확정 다음이에요.": ["정산", "구매확정"],
    "구매확정되면 정산이 시작돼요.": ["구매확정", "정산"],
    "구매확정하지 않으면 자동 구매확정을 기다려요.": ["구매확정", "자동 구매확정"],
    "정산서와 정산금은 다른 말이에요.": [],
    "빠른정산도 다른 말이에요.": [],
    "구매자가 구매결정을 미뤄요.": ["구매결정"],
    "정산, 정산, 정산": ["정산"],
    "(정산)이라고 적어요.": ["정산"],
    "‘구매확정 내역’과 “정산 내역”은 화면의 이름이에요.": [],
    "SKU로 찾아요. SKUS는 아니에요.": ["SKU"],
    "": [],
    "정\u200b산": [],
}


@pytest.mark.parametrize("text", CASES)
def test_whole_words_are_found_once_with_what_may_follow_them(text):
    assert [text[use.start : use.end] for use in WORDS.first_uses(text, (), 9)] == CASES[text]


def test_terms_that_stood_before_are_passed_over():
    assert [use.term.id for use in WORDS.first_uses("구매확정 뒤의 정산", {"confirm"}, 9)] == ["settle"]


def test_no_more_are_told_than_asked_for():
    assert [use.term.id for use in WORDS.first_uses("구매확정 뒤의 정산", (), 1)] == ["confirm"]
    assert WORDS.first_uses("구매확정 뒤의 정산", (), 0) == []
