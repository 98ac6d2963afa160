"""Refused words are found by their morphemes and replaced with their particles (cases/words_tail.json)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sellerhelp.words.match import Finder
from sellerhelp.words.terms import Term
from sellerhelp.yamltext import Place

TABLE = json.loads((Path(__file__).parent / "cases/words_tail.json").read_text("utf-8"))
HERE = Place("docs/terms.yml", 1, 1)


def term(refused: str, preferred: str, plain: bool = False, by_letters: bool = False, exceptions=()) -> Term:
    return Term(preferred, (refused,), "", tuple(exceptions), frozenset({"prose"}), "error", plain, by_letters, HERE)


def mended(text: str, finder: Finder) -> str:
    """What --fix makes of a sentence: only what is sure."""
    for match in reversed(list(finder.matches(text))):
        if match.is_sure:
            text = text[: match.start] + match.instead + text[match.end :]
    return text


@pytest.mark.parametrize(("name", "written", "right"), TABLE["rows"], ids=[row[1] for row in TABLE["rows"]])
def test_the_particle_follows_the_new_word(name, written, right, language):
    refused, preferred, plain = TABLE["terms"][name]
    finder = Finder(term(refused, preferred, plain, exceptions=["고객센터", "고객확인"]), language)
    assert mended(written, finder) == right


def test_the_table_is_long_and_every_term_is_used():
    assert len(TABLE["rows"]) >= 100
    assert {row[0] for row in TABLE["rows"]} == set(TABLE["terms"])


def test_a_compound_is_told_but_not_mended(language):
    finder = Finder(term("고객", "구매자"), language)
    assert [(one.word, one.instead, one.is_sure) for one in finder.matches("고객만족도를 봐요.")] == [
        ("고객", "구매자", False)
    ]
    assert [one.is_sure for one in finder.matches("단골고객이 사요.")] == [False]


@pytest.mark.parametrize("text", ["만고객체를 봐요.", "보고객관을 써요.", "고개를 숙여요.", "새고객을 봐요."])
def test_letters_that_only_touch_are_no_word(text, language):
    assert list(Finder(term("고객", "구매자"), language).matches(text)) == []


def test_two_letters_inside_of_a_word_are_no_word(language):
    assert list(Finder(term("작일", "어제"), language).matches("발송시작일을 적어요.")) == []
    assert [one.word for one in Finder(term("작일", "어제"), language).matches("작일 보냈어요.")] == ["작일"]


def test_a_longer_right_word_frees_the_refused_one_in_it(language):
    finder = Finder(term("송장", "송장번호"), language)
    assert [one.word for one in finder.matches("송장번호와 송장을 봐요.")] == ["송장을"]


LETTERS = [
    ("갯수", "개수", "옵션갯수가 많아요.", "옵션개수가 많아요."),
    ("되요", "돼요", "안 되요.", "안 돼요."),
    ("께요", "게요", "보낼께요.", "보낼게요."),
    ("결재", "결제", "카드결재금액이에요.", "카드결제금액이에요."),
    ("어플", "앱", "어플을 열고 어플로 봐요.", "앱을 열고 앱으로 봐요."),
]


@pytest.mark.parametrize(("refused", "preferred", "written", "right"), LETTERS)
def test_a_misspelling_is_mended_inside_of_words_too(refused, preferred, written, right, language):
    assert mended(written, Finder(term(refused, preferred, by_letters=True), language)) == right


VERBS = [
    ("클릭하다", "누르다", "버튼을 클릭하세요.", "버튼을 누르세요."),
    ("클릭하다", "누르다", "버튼을 클릭해요.", "버튼을 눌러요."),
    ("클릭하다", "누르다", "클릭했어요.", "눌렀어요."),
    ("클릭하다", "누르다", "클릭해서 골라요.", "눌러서 골라요."),
    ("클릭하다", "누르다", "클릭할 때 봐요.", "누를 때 봐요."),
    ("클릭하다", "누르다", "클릭하지 마세요.", "누르지 마세요."),
    ("클릭하다", "누르다", "클릭하면 돼요.", "누르면 돼요."),
    ("클릭하다", "누르다", "클릭한 상품이에요.", "누른 상품이에요."),
    ("클릭하다", "누르다", "확인을 클릭해주세요.", "확인을 눌러주세요."),
    ("클릭하다", "누르다", "클릭하기를 바라요.", "누르기를 바라요."),
    ("클릭하다", "누르다", "더블클릭해요.", "더블클릭해요."),
    ("업로드하다", "올리다", "파일을 업로드해요.", "파일을 올려요."),
    ("다운받다", "내려받다", "엑셀을 다운받아요.", "엑셀을 내려받아요."),
    ("상이하다", "다르다", "값이 상이해요.", "값이 달라요."),
    ("기재하다", "적다", "주소를 기재하세요.", "주소를 적으세요."),
    ("오픈하다", "열다", "스토어를 오픈하세요.", "스토어를 여세요."),
    ("클릭하다", "누르다", "클릭 수를 봐요.", "클릭 수를 봐요."),
]


@pytest.mark.parametrize(("refused", "preferred", "written", "right"), VERBS)
def test_a_verb_is_inflected(refused, preferred, written, right, language):
    assert mended(written, Finder(term(refused, preferred), language)) == right
