"""Mistakes in checklists: one message each, word for word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.prose.checklist_check import EXAMPLE, checklist_problems

BASE = """글

/// checklist | 사업자 서류
    id: papers

- 등록증을 발급했어요.
- 통장 사본 {#bank}
    - 등록증을 발급했어요.
///

/// checklist | 둘째
    id: second

1. 등록증을 발급했어요.
///
"""
SHOWN = "\n".join("    " + row for row in EXAMPLE.splitlines())
MISTAKES = [
    (" | 사업자 서류", "", "checklist-title", f"a.md:3:1: 오류: 점검표의 제목이 없어요.\n{SHOWN}"),
    (" | 둘째", " | ", "checklist-title", f"a.md:11:1: 오류: 점검표의 제목이 없어요.\n{SHOWN}"),
    ("    id: papers\n", "", "checklist-id", f"a.md:3:1: 오류: 점검표의 id가 없어요.\n{SHOWN}"),
    ("id: papers", "name: papers", None, None),
    (
        "id: papers",
        "id: 서류",
        None,
        "a.md:4:9: 오류: ‘id’의 값 ‘서류’를 쓸 수 없어요. 영어 소문자, 숫자, 붙임표(-)로 적으세요.\n    예: id: business-papers",
    ),
    (
        "id: second",
        "id: papers",
        "checklist-id-twice",
        "a.md:12:9: 오류: 점검표 id ‘papers’가 두 번 있어요. 첫 번째는 4번째 줄이에요.\n    다른 이름을 붙이세요. 예: id: papers-2",
    ),
    ("1. 등록증을 발급했어요.", "등록증", "checklist-empty", f"a.md:11:1: 오류: 점검표에 항목이 없어요.\n{SHOWN}"),
    (
        "- 통장 사본 {#bank}",
        "- 등록증을 발급했어요.",
        "checklist-item-twice",
        "a.md:7:3: 오류: 점검표 항목 ‘등록증을 발급했어요.’가 두 번 있어요. 첫 번째는 6번째 줄이에요.\n"
        "    줄 끝에 서로 다른 이름을 적으세요. 예: {#second-paper}",
    ),
    (
        "1. 등록증을 발급했어요.",
        "1. 가 {#x}\n2. 나 {#x}",
        "checklist-item-twice",
        "a.md:15:4: 오류: 점검표 항목 ‘x’가 두 번 있어요. 첫 번째는 14번째 줄이에요.\n"
        "    줄 끝에 서로 다른 이름을 적으세요. 예: {#second-paper}",
    ),
]


def test_right_lists_pass_and_nested_rows_are_no_items():
    assert checklist_problems(BASE, "a.md") == []
    assert checklist_problems(EXAMPLE.removeprefix("예:\n"), "a.md") == []


@pytest.mark.parametrize(("old", "new", "rule", "said"), MISTAKES, ids=[case[1] for case in MISTAKES])
def test_a_planted_mistake_gives_exactly_its_message(old, new, rule, said):
    assert BASE.count(old) == 1
    problems = checklist_problems(BASE.replace(old, new), "a.md")
    if said is None:
        assert [problem.text for problem in problems] == [
            "checklist 블록에 모르는 이름 ‘name’가 있어요.",
            "checklist 블록에 ‘id’ 줄이 없어요.",
        ]
        return
    assert [str(problem) for problem in problems] == [said]
    assert rule is None or problems[0].rule == rule


def test_options_that_are_no_yaml_are_told_once():
    problems = checklist_problems(BASE.replace("id: papers", "id: a: b"), "a.md")
    assert [(problem.line, problem.text) for problem in problems] == [(4, "YAML을 읽을 수 없어요.")]


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "/// checklist | 가\n",
                "/// checklist\n",
                "    id: a\n",
                "- 가\n",
                "- 나 {#a}\n",
                "\n",
                "///\n",
                "////\n",
                "```\n",
                "\r",
            ]
        )
    )
)
def test_random_pages_never_raise(parts):
    checklist_problems("".join(parts), "a.md")
