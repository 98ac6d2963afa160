"""Text from cells, and the guard against formulas."""

from __future__ import annotations

import pytest
from sellerhelp.sheets.clean import cleaned, control_character, escaped, guarded, is_risky, unescaped, unguarded, units

CLEANED = [
    (" 가 ", "가"),
    ("가\r\n나\r다\x85라\u2028마", "가\n나\n다\n라\n마"),
    ("\ufeff가", "가"),
    ("가\n \t \n나", "가\n\n나"),
    ("가  \n나", "가  \n나"),
    ("\u1100\u1161\u11a8", "각"),
]


@pytest.mark.parametrize(("text", "expected"), CLEANED)
def test_a_cells_text_becomes_text_of_faq_yml(text, expected):
    assert cleaned(text) == expected


def test_the_first_character_that_no_file_may_hold_is_named():
    assert [control_character(text) for text in ("가\t나\n", "가\x00", "\ud800", "가\x1b")] == [
        "",
        "U+0000",
        "U+D800",
        "U+001B",
    ]


def test_length_is_counted_as_excel_does():
    assert (units("가a"), units("😀")) == (2, 2)


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\ta", "\ra", "＝1", "'", "'=1", "''"])
def test_what_could_be_computed_gets_a_quote_and_loses_it_again(text):
    assert guarded(text) == "'" + text and unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["가=1", "1-1", "‘인용’", ""])
def test_everything_else_stays(text):
    assert guarded(text) == text == unguarded(text) and not is_risky(text)


def test_a_quote_of_the_writers_own_stays():
    assert unguarded("'안녕'") == "'안녕'"


def test_what_excel_would_take_for_an_escape_is_escaped():
    assert escaped("_x000D_ _x_ x000D") == "_x005F_x000D_ _x_ x000D"
    assert [unescaped(escaped(text)) for text in ("_x000D_가", "가_x0041_", "_x005F_")] == [
        "_x000D_가",
        "가_x0041_",
        "_x005F_",
    ]
    assert unescaped("가_x000D_\n나_x000D_") == "가\n나"
