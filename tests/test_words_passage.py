"""Where a sentence ends."""

from __future__ import annotations

import time

import pytest
from sellerhelp.words.passage import Passage
from sellerhelp.words.traced import whole


def sentences(text: str) -> list[str]:
    return [one.text for one in Passage("docs/a.md", "prose", "docs/a.md", whole(text)).sentences()]


CASES = [
    ("하나예요. 둘이에요.", ["하나예요.", "둘이에요."]),
    ("되나요? 네. 돼요", ["되나요?", "네.", "돼요"]),
    ("‘X’예요. (맞아요.) 끝", ["‘X’예요.", "(맞아요.)", "끝"]),
    ("3.3%를 떼요. 1:1 문의", ["3.3%를 떼요.", "1:1 문의"]),
    ("2026.11.22까지예요", ["2026.11.22까지예요"]),
    ("기다려요… 그다음", ["기다려요…", "그다음"]),
    ("하나예요.둘이에요.", ["하나예요.둘이에요."]),
    ("  앞뒤 빈칸  ", ["앞뒤 빈칸"]),
    ("", []),
    ("   ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_ends_with_its_mark_and_a_space(text, expected):
    assert sentences(text) == expected


def test_a_sentence_knows_where_it_was_typed():
    first, second = Passage("docs/a.md", "prose", "u", whole("하나예요.  둘이에요.")).sentences()
    assert (first.piece.span(0, 2), second.piece.span(0, 1)) == ((0, 2), (7, 8))


@pytest.mark.parametrize("text", ["." * 200_000, ". " * 100_000, ".’" * 100_000, " " * 200_000])
def test_marks_without_end_take_bounded_time(text):
    began = time.process_time()
    sentences(text)
    assert time.process_time() - began < 2
