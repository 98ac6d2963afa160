"""Which values of a source are prose, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.words.data import passages

PAGE = """---
title: 고객센터
number: 7
description: '지금 상담하는지 알려 드려요.'
updated: 2026-11-22
know:
  - what: 전화번호
    is: 1588-3819
    note: 함께 쓰는 번호예요.
related:
  - page: a.md
    why: 더 알고 싶을 때
also: [고객이 전화해요]
finds: [고객 전화]
frequent:
  - word: 고객
    page: a.md
---

본문이에요.
"""
QUESTIONS = """# 질문
- id: a-b
  question: "언제 오나요?"
  answer: |
    내일 와요.

    - 아침에 와요.
  also: [고객]
  tags: [고객]
- id: c-d
  question: 왜 ‘배송중’인가요?
  answer: 보냈어요.
"""


def read(path: str, source: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.unit, one.text.text) for one in passages(path, source)]


def test_a_page_has_its_head_and_its_text():
    assert [row[::2] for row in read("docs/contact/index.md", PAGE)] == [
        ("heading", "고객센터"), ("prose", "지금 상담하는지 알려 드려요."), ("cell", "전화번호"), ("cell", "1588-3819"),
        ("prose", "함께 쓰는 번호예요."), ("cell", "더 알고 싶을 때"), ("prose", "본문이에요."),
    ]  # fmt: skip


def test_each_question_is_a_unit_with_its_own_letters():
    assert read("docs/orders/faq.yml", QUESTIONS) == [
        ("question", "docs/orders/faq.yml#0", "언제 오나요?"),
        ("prose", "docs/orders/faq.yml#0", "내일 와요."),
        ("prose", "docs/orders/faq.yml#0", "아침에 와요."),
        ("question", "docs/orders/faq.yml#1", "왜 ‘X’인가요?"),
        ("prose", "docs/orders/faq.yml#1", "보냈어요."),
    ]
    typed = [one.typed for one in passages("docs/orders/faq.yml", QUESTIONS) if one.kind == "question"]
    assert typed == ["언제 오나요?", "왜 ‘배송중’인가요?"]


@pytest.mark.parametrize(("path", "source"), [("docs/contact/index.md", PAGE), ("docs/orders/faq.yml", QUESTIONS)])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_letter_stands_where_it_was_typed(path, source, mark):
    source = mark + source
    for one in passages(path, source):
        for letter, at in zip(one.text.text, one.text.at, strict=True):
            assert source[at] == letter or letter in "X‘’", one.text.text


def test_the_hours_the_values_and_the_notices_have_prose():
    hours = "basis: 바뀔 수 있어요.\nchannels:\n  - id: phone\n    name: 고객\n    for: 급할 때\n    note: 쉬어요.\n"
    assert [row[2] for row in read("docs/contact/hours.yml", hours)] == ["바뀔 수 있어요.", "급할 때", "쉬어요."]
    values = "- name: 고객\n  title: 판매수수료\n  versions:\n    - value: '2'\n      note: 부가세 별도\n"
    assert [row[2] for row in read("docs/values.yml", values)] == ["판매수수료", "부가세 별도"]
    assert [row[2] for row in read("docs/notices.yml", "- id: a\n  text: 내일은 [쉬어요](a.md).\n")] == [
        "내일은 쉬어요."
    ]


@pytest.mark.parametrize(
    "path", ["docs/synonyms.yml", "docs/terms.yml", "docs/contact/holidays.yml", "docs/published.txt"]
)
def test_other_files_hold_no_prose(path):
    assert read(path, "- question: 고객이 와요\n") == []


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(["docs/a.md", "docs/a/faq.yml", "docs/contact/hours.yml"]), st.text(max_size=80))
def test_any_source_is_read(path, source):
    for one in passages(path, source):
        assert all(0 <= at < len(source) for at in one.text.at)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_answer_has_its_places(answer):
    source = "- id: a-b\n  question: 네?\n  answer: |\n    끝 " + answer + "\n"
    for one in passages("docs/a/faq.yml", source):
        assert all(0 <= at < len(source) for at in one.text.at)
