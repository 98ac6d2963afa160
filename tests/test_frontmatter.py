"""Heads of pages: what is read, and one message for each mistake (cases/head_problems.yml)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.frontmatter import Fact, PageHead, read_head

TABLE = yaml.safe_load((Path(__file__).parent / "cases/head_problems.yml").read_text(encoding="utf-8"))
BASE = TABLE["base"]


def read(source: str) -> tuple[PageHead, list[str]]:
    head, problems = read_head(source, "orders/confirm.md", "docs/orders/x.md")
    return head, [str(problem) for problem in problems]


def test_a_right_head_is_read_as_a_whole():
    head, problems = read(BASE)
    assert problems == []
    assert (head.path, head.title, head.number) == ("orders/confirm.md", "발주확인과 배송지 변경", "3-2")
    assert (head.description, head.updated, head.as_of) == (
        "새 주문을 확인하는 방법이에요.",
        date(2026, 11, 22),
        "수집 자료 기준",
    )
    assert head.know == (Fact("발송기한", "3영업일", "일반상품 기준이에요."),)
    assert [(item.page, item.why, item.place.line, item.place.column) for item in (*head.related, *head.frequent)] == [
        ("invoice.md", "송장을 고칠 때", 12, 5), ("invoice.md", "송장 수정", 15, 5),
    ]  # fmt: skip
    assert (head.number_place.line, head.number_place.column) == (3, 1)
    assert BASE.splitlines()[head.body_line - 1] == "본문"


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_planted_mistake_gives_exactly_its_message(case):
    assert BASE.count(case["old"]) == 1
    assert len(case["problems"]) == 1
    assert read(BASE.replace(case["old"], case["new"]))[1] == case["problems"]


def test_every_key_of_a_head_has_a_canary():
    told = "\n".join(problem for case in TABLE["cases"] for problem in case["problems"])
    for key in (
        "title",
        "number",
        "description",
        "updated",
        "as_of",
        "know",
        "related",
        "frequent",
        "template",
        "hide",
    ):
        assert f"‘{key}’" in told, key


@pytest.mark.parametrize(
    "change", [lambda s: s.replace("\n", "\r\n"), lambda s: "\ufeff" + s, lambda s: s.replace("---\n", "---  \n")]
)
def test_line_ends_of_windows_a_byte_order_mark_and_blanks_after_the_fence_change_nothing(change):
    assert read(change(BASE)) == read(BASE)


def test_the_fence_may_be_the_last_line_of_the_file():
    source = BASE.removesuffix("---\n본문\n") + "---"
    head, problems = read(source)
    assert (head.title, head.frequent, problems) == ("발주확인과 배송지 변경", read(BASE)[0].frequent, [])


def test_a_rule_in_the_body_does_not_end_the_head_again():
    head, problems = read(BASE + "\n---\n\ntitle: 다른 제목\n---\n")
    assert (head.title, problems) == ("발주확인과 배송지 변경", [])


def test_three_dashes_inside_a_value_do_not_end_the_head():
    head, problems = read(BASE.replace("새 주문을", "앞 --- 뒤"))
    assert (head.description, problems) == ("앞 --- 뒤 확인하는 방법이에요.", [])


@pytest.mark.parametrize("source", ["", "본문만 있어요.", "---\n- a\n---\n", "---\n: :\n---\n"])
def test_a_page_without_a_usable_head_still_gets_one_for_the_preview(source):
    head, problems = read(source)
    assert len(problems) == 1
    assert (head.title, head.number, head.description, head.updated) == ("orders/confirm.md", "", "", None)
    assert (head.know, head.related, head.frequent) == ((), (), ())


def test_rows_that_lack_what_they_need_are_left_out_and_nothing_reads_none():
    head, _ = read(BASE.replace("    is: 3영업일\n", "").replace("    why: 송장을 고칠 때\n", ""))
    assert (head.know, [item.why for item in head.related]) == ((), [""])


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "---\n",
                "title: 가\n",
                "know:\n",
                "  - what: 나\n",
                "related: [a]\n",
                "number: 3-\n",
                "\t",
                "&a ",
                "*a\n",
                "\r",
            ]
        )
    )
)
def test_random_heads_never_raise(parts):
    head, problems = read("".join(parts))
    assert head.title and problems
