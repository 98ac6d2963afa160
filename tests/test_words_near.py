"""Questions that ask the same in other words are found; those that only share words are not."""

from __future__ import annotations

import time

import pytest
from sellerhelp.search.synonyms import read_synonyms
from sellerhelp.words.data import passages
from sellerhelp.words.near import ALIKE, Synonyms, alike
from sellerhelp.words.terms import read_terms

from tests.conftest import ROOT

DOCS = ROOT / "docs"
QUESTIONS = [
    one.typed
    for path in sorted(DOCS.rglob("faq.yml"))
    for one in passages("docs/faq.yml", path.read_text("utf-8"))
    if one.kind == "question"
]


@pytest.fixture(scope="module")
def synonyms():
    pairs, _ = read_synonyms((DOCS / "synonyms.yml").read_text("utf-8"), "docs/synonyms.yml")
    return Synonyms(pairs, read_terms((DOCS / "terms.yml").read_text("utf-8"))[0].alike)


def score(first, second, synonyms, language):
    """How alike two questions are among all questions of the project, 0 below the limit."""
    others = [question for question in QUESTIONS if question not in (first, second)]
    found = alike([*others, first, second], synonyms, language)
    return max([one.score for one in found if one.second == len(others) + 1 and one.first == len(others)], default=0)


SAME = [
    ("송장번호를 잘못 넣었어요. 지금이라도 고칠 수 있나요?", "송장번호를 잘못 적었는데 지금 수정할 수 있나요?"),
    ("반품 택배비는 누가 부담하나요?", "반품배송비는 누가 내나요?"),
    ("주문이 들어오면 며칠 안에 보내야 하나요?", "주문 들어오면 며칠 안에 발송해야 하나요?"),
    ("고객센터 전화번호는 몇 번인가요?", "고객센터의 전화번호가 몇 번이에요?"),
    ("한 번 늘린 발송기한을 또 미룰 수 있나요?", "발송기한을 한 번 늘렸는데 다시 미룰 수 있나요?"),
    ("빠른정산은 어떻게 신청하나요?", "빠른정산을 신청하려면 어떻게 하나요?"),
    ("취소한 돈은 구매자에게 며칠 뒤에 들어가나요?", "취소한 돈이 며칠 후 구매자에게 입금되나요?"),
    ("송장번호를 고칠 수 있나요?", "송장번호를 수정할 수 있나요"),
]
OTHER = [
    ("정산은 언제 되나요?", "정산은 왜 안 되나요?"),
    ("반품은 며칠 안에 처리하나요?", "교환은 며칠 안에 처리하나요?"),
    ("송장번호를 고칠 수 있나요?", "송장번호를 고쳐야 하나요?"),
    ("쿠폰은 언제부터 쓰나요?", "쿠폰은 언제까지 쓰나요?"),
    ("상품이 검색에 나와요?", "상품이 검색에 안 나와요?"),
    ("‘배송중’은 무엇인가요?", "‘배송완료’는 무엇인가요?"),
    ("개인 판매자가 낼 서류는 무엇인가요?", "법인 판매자가 낼 서류는 무엇인가요?"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_two_that_ask_the_same_are_alike(first, second, synonyms, language):
    assert score(first, second, synonyms, language) >= ALIKE


@pytest.mark.parametrize(("first", "second"), OTHER)
def test_two_that_ask_for_two_things_are_not(first, second, synonyms, language):
    assert score(first, second, synonyms, language) == 0


def test_the_projects_own_questions_are_not_alike(synonyms, language):
    assert len(QUESTIONS) >= 80
    assert alike(QUESTIONS, synonyms, language) == []


def test_what_is_shared_is_told_as_it_was_written(synonyms, language):
    (found,) = alike([*QUESTIONS, "반품 택배비는 누가 부담할까요?"], synonyms, language)
    assert QUESTIONS[found.first] == "반품 택배비는 누가 부담하나요?"
    assert found.score == pytest.approx(1) and set(found.shared) == {"반품택배비", "부담", "누구"}


@pytest.mark.parametrize("questions", [[], ["?"], ["", ""], ["되나요?", "하나요?"]])
def test_questions_without_a_word_are_like_no_other(questions, synonyms, language):
    assert alike(questions, synonyms, language) == []


def test_many_questions_about_one_thing_stay_within_bounds(synonyms, language):
    questions = [f"정산 {number}번은 언제 {number * 7}원이 되나요?" for number in range(3000)]
    began = time.process_time()
    alike(questions, synonyms, language)
    assert time.process_time() - began < 10
