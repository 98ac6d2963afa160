"""How mistakes are printed: one form for terminals, with a caret that stands below the letter."""

from __future__ import annotations

import unicodedata

import pytest
from sellerhelp.problem import Problem, errors, framed, nearest, nearest_file


def problem(line: int, column: int, mend: str = "고치세요.") -> Problem:
    return Problem("docs/orders/faq.yml", line, column, "잘못됐어요.", mend)


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        (Problem("a.yml", 3, 7, "틀려요.", "고치세요."), "a.yml:3:7: 오류: 틀려요.\n    고치세요."),
        (Problem("a.yml", 3, 7, "틀려요."), "a.yml:3:7: 오류: 틀려요."),
        (Problem("a.yml", 0, 0, "틀려요.", "고치세요."), "a.yml: 오류: 틀려요.\n    고치세요."),
        (Problem("a.yml", 1, 1, "달라요.", "", "warning"), "a.yml:1:1: 알림: 달라요."),
        (Problem("a.yml", 1, 1, "틀려요.", "예:\n- a\n  b"), "a.yml:1:1: 오류: 틀려요.\n    예:\n    - a\n      b"),
    ],
)
def test_a_problem_prints_its_place_its_level_and_its_mend(given, printed):
    assert str(given) == printed


def test_only_errors_fail_a_build():
    warning = Problem("a.yml", 1, 1, "달라요.", "", "warning")
    assert errors([problem(1, 1), warning, problem(2, 1)]) == [problem(1, 1), problem(2, 1)]


def test_problems_are_sorted_by_file_then_line_then_column():
    later, first = Problem("b.yml", 1, 1, "가"), Problem("a.yml", 10, 2, "가")
    assert sorted([later, Problem("a.yml", 10, 11, "가"), first]) == [first, Problem("a.yml", 10, 11, "가"), later]


def test_the_frame_stands_between_the_head_and_the_mend():
    assert framed(problem(2, 3), "a\nbcd\n") == (
        "docs/orders/faq.yml:2:3: 오류: 잘못됐어요.\n    | bcd\n    |   ^\n    고치세요."
    )


def cells(text: str) -> int:
    """How many cells a terminal gives to a text, by the Unicode table and not by our own."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


@pytest.mark.parametrize(
    "before", ["", "abc", "질문: ", "（괄호）", "、。「」", "ㄱㅏ", "漢字", "‘배송중’ ", "3–5일·", "ＡＢ"]
)
def test_the_caret_stands_in_the_cell_of_its_letter(before):
    caret = framed(problem(1, len(before) + 1), before + "x").split("\n")[2]
    assert cells(caret.removesuffix("^")) == cells("    | " + before)


def test_a_tab_takes_one_cell_so_that_the_caret_stays_right():
    rows = framed(problem(1, 3), "\t가x").split("\n")
    assert rows[1:3] == ["    |  가x", "    |  \u3000^"]


def test_lines_may_end_as_on_windows():
    assert framed(problem(2, 1), "a\r\nb\r\n").split("\n")[1] == "    | b"


@pytest.mark.parametrize("line", [0, 3, -1])
def test_a_place_outside_of_the_source_prints_without_a_frame(line):
    assert framed(problem(line, 1), "a\nb\n") == str(problem(line, 1))


def test_a_column_past_the_end_and_a_column_of_zero_do_not_raise():
    assert framed(problem(1, 99), "가").split("\n")[2] == "    | \u3000^"
    assert framed(problem(1, 0), "가").split("\n")[2] == "    | ^"


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("qestion", ["id", "question"], "question"),
        ("송장번", ["송장", "발송"], "송장"),
        ("작성자", ["id", "question"], ""),
        ("id", [], ""),
        ("", ["id"], ""),
        ("tags", {"tags", "tag"}, "tags"),
    ],
)
def test_the_nearest_known_word_is_found_or_none(word, known, found):
    assert nearest(word, known) == found


PAGES = ["index.md", "orders/index.md", "orders/invoice.md", "orders/returns.md", "policy/penalty.md", "settlement/invoice.md"]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("orders/invoise.md", "orders/invoice.md"),
        ("products/penalty.md", "policy/penalty.md"),
        ("settle/invoice.md", "settlement/invoice.md"),
        ("docs/orders/invoice.md", "orders/invoice.md"),
        ("policy/return.md", "orders/returns.md"),
        ("orders/indx.md", "orders/index.md"),
        ("orders/quite-another.md", ""),
    ],
)
def test_a_file_is_meant_by_its_name_first_and_then_by_its_folder(path, meant):
    assert nearest_file(path, reversed(PAGES)) == meant


def test_no_file_is_meant_where_there_is_none():
    assert nearest_file("orders/invoice.md", []) == ""
