"""The printed report: grouped by file, counted, files with errors first."""

from __future__ import annotations

from sellerhelp.gate.show import report, summary
from sellerhelp.problem import Fix, Problem

OLD = Problem("docs/a.md", 1, 1, "지났어요.", "바꾸세요.", "warning", "head-review-overdue")
DEAD = Problem("docs/b.md", 2, 3, "없어요.", "고치세요.", rule="link-dead", fix=Fix(2, 3, "a", "b"))
LATE = Problem("docs/b.md", 1, 1, "늦어요.", "", "warning", "head-review-overdue")
SOURCES = {"docs/a.md": "하나\n", "docs/b.md": "하나\n  둘\n"}


def test_files_with_errors_come_first_and_rows_in_the_order_of_their_lines():
    assert report([OLD, DEAD, LATE, DEAD], SOURCES) == (
        "── docs/b.md: 오류 1개, 알림 1개\n"
        "docs/b.md:1:1: 알림: 늦어요. [head-review-overdue]\n    | 하나\n    | ^\n"
        "docs/b.md:2:3: 오류: 없어요. [link-dead]\n    |   둘\n    |   ^\n    고치세요.\n"
        "── docs/a.md: 알림 1개\n"
        "docs/a.md:1:1: 알림: 지났어요. [head-review-overdue]\n    | 하나\n    | ^\n    바꾸세요."
    )


def test_a_long_list_is_cut_and_counted():
    assert (
        report([OLD, DEAD, LATE], SOURCES, most=1).split("\n")[-1] == "그 밖에 2군데가 더 있어요. 위에서부터 고치세요."
    )


def test_nothing_to_tell_prints_nothing():
    assert report([], {}) == ""


def test_the_last_line_counts_and_says_what_can_be_mended():
    assert summary([]) == "잘못된 곳이 없어요."
    assert summary([OLD, LATE]) == "모두 알림 2개를 찾았어요."
    assert (
        summary([OLD, DEAD])
        == "모두 오류 1개, 알림 1개를 찾았어요. 이 가운데 1개는 make check ARGS=--fix 로 고칠 수 있어요."
    )
