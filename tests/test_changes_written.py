"""Changes in the head of a page: what is read, and one message for each mistake."""

from __future__ import annotations

from datetime import date

import pytest
from sellerhelp.frontmatter import PageHead, read_head
from sellerhelp.problem import Problem

BASE = """---
title: 송장
description: 송장을 넣어요.
updated: 2026-12-01
changes:
  - date: 2026-12-01
    text: 표를 더했어요.
  - date: 2025-06-02
    text: 수수료가 생겼어요.
    kind: 시행
---
"""


def read(source: str) -> tuple[PageHead, list[Problem]]:
    return read_head(source, "orders/x.md", "docs/orders/x.md")


def test_right_changes_are_read_in_their_order():
    head, problems = read(BASE)
    assert problems == []
    assert [(one.date, one.text, one.kind, one.place.line) for one in head.changes] == [
        (date(2026, 12, 1), "표를 더했어요.", "고침", 6),
        (date(2025, 6, 2), "수수료가 생겼어요.", "시행", 8),
    ]


MISTAKES = [
    (
        "changes:\n  - date: 2026-12-01\n    text: 표를 더했어요.\n  - date: 2025-06-02\n    text: 수수료가 생겼어요.\n    kind: 시행\n",
        "changes: 표를 더했어요.\n",
        "data-not-list",
        "docs/orders/x.md:5:10: 오류: ‘changes’에는 ‘- ’로 시작하는 목록이 와야 해요.\n    예:\n    changes:\n"
        "      - date: 2026-11-25\n        text: 서류를 챙기는 점검표를 더했어요.",
    ),
    (
        "date: 2025-06-02",
        "date: 2025-06-31",
        None,
        "docs/orders/x.md:8:11: 오류: ‘date’의 날짜 ‘2025-06-31’을 읽을 수 없어요.\n    예: date: 2026-11-25",
    ),
    (
        "    text: 표를 더했어요.\n",
        "",
        None,
        "docs/orders/x.md:6:5: 오류: ‘changes’ 항목에 ‘text’ 줄이 없어요.\n    예: text: 서류를 챙기는 점검표를 더했어요.",
    ),
    (
        "kind: 시행",
        "kind: 시헹",
        None,
        "docs/orders/x.md:10:11: 오류: ‘kind’의 값 ‘시헹’을 몰라요.\n    쓸 수 있는 값: 고침, 시행",
    ),
    (
        "kind: 시행",
        "why: 법",
        None,
        "docs/orders/x.md:10:5: 오류: ‘changes’ 항목에 모르는 이름 ‘why’가 있어요.\n    쓸 수 있는 이름: date, text, kind",
    ),
    (
        "표를 더했어요.",
        "표를 더했어요 " * 15 + "그리고.",
        "changes-text-length",
        "docs/orders/x.md:6:5: 오류: 바뀐 내용이 124자라 너무 길어요.\n    한 문장으로 120자까지 쓸 수 있어요.",
    ),
    (
        "date: 2026-12-01",
        "date: 2026-12-02",
        "changes-after-updated",
        "docs/orders/x.md:6:5: 오류: 고친 날 ‘2026-12-02’가 updated의 ‘2026-12-01’보다 뒤예요.\n"
        "    맨 위의 날짜도 고치세요. 예: updated: 2026-12-02",
    ),
]


@pytest.mark.parametrize(("old", "new", "rule", "said"), MISTAKES, ids=[case[1][:20] for case in MISTAKES])
def test_a_planted_mistake_gives_exactly_its_message(old, new, rule, said):
    assert BASE.count(old) == 1
    _, problems = read(BASE.replace(old, new))
    assert [str(problem) for problem in problems] == [said]
    assert rule is None or problems[0].rule == rule


def test_what_comes_into_force_may_lie_ahead_of_the_pages_date():
    head, problems = read(BASE.replace("2025-06-02", "2027-06-02"))
    assert (len(head.changes), problems) == (2, [])


@pytest.mark.parametrize(
    ("old", "new", "last"),
    [
        ("", "", "표를 더했어요."),
        ("updated: 2026-12-01", "updated: 2026-12-05", ""),
        ("    text: 표를 더했어요.\n", "    text: 표를 더했어요.\n    kind: 시행\n", ""),
        ("  - date: 2025-06-02", "  - date: 2026-12-01\n    text: 다음 고침.\n  - date: 2025-06-02", "다음 고침."),
    ],
)
def test_the_head_tells_the_change_of_its_own_date_alone(old, new, last):
    assert read(BASE.replace(old, new, 1))[0].last_change == last
