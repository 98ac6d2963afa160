"""The words of a dated value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sellerhelp.values.words import basis_words, day_words, span_words

from tests.test_values_data import value

ONE = value(("", "2024-12-31", "1"), ("2025-03-01", "", "2"), ("2025-06-02", "", "3"))


def test_a_day_is_printed_with_its_year():
    assert day_words(date(2025, 6, 2)) == "2025년 6월 2일"


def test_a_span_says_what_is_known_of_its_ends():
    assert [span_words(ONE, version) for version in ONE.versions] == [
        "2024년 12월 31일까지", "2025년 3월 1일–2025년 6월 1일", "2025년 6월 2일부터",
    ]  # fmt: skip
    alone = value(("", "", "1"))
    assert span_words(alone, alone.versions[0]) == "언제부터 쓰인 값인지는 자료에 없어요"


@pytest.mark.parametrize(
    ("as_of", "source", "is_unsure", "words"),
    [
        ("2025년 6월 2일 시행", "공개 자료", True, "기준일: 2025년 6월 2일 시행 (공개 자료). 바뀌었을 수 있으니 공지에서 확인하세요."),
        ("2024년 무렵 수집 자료", "수집 자료", False, "기준일: 2024년 무렵 수집 자료."),
    ],
)  # fmt: skip
def test_the_basis_names_date_source_and_doubt(as_of, source, is_unsure, words):
    assert basis_words(replace(ONE, as_of=as_of, source=source, is_unsure=is_unsure)) == words
