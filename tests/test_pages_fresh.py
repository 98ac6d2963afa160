"""The report of what is due, word for word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sellerhelp.pages.fresh import due, report
from sellerhelp.sheets.library import make_library

from tests.writers_tree import make, make_tree

HEAD = "---\ntitle: {}\nnumber: {}\ndescription: 설명이에요.\nupdated: {}\n{}---\n"
FAQ = "- id: {}\n  question: {}\n  answer: 네.\n  tags: [가]\n  updated: {}\n"
DOCS = {
    "faq.md": "---\ntitle: 모든 질문\ndescription: 설명이에요.\nupdated: 2026-01-01\n---\n",
    "orders/index.md": HEAD.format("주문", "3", "2026-11-01", "review: 2027-05-01\nowner: 주문팀\n"),
    "orders/invoice.md": HEAD.format("송장", "3-2", "2026-05-22", "review: 2026-11-20\nowner: 주문팀\n"),
    "orders/faq.yml": FAQ.format("orders-one", "첫 질문?", "2026-05-23")
    + FAQ.format("orders-two", "둘째?", "2026-11-01"),
    "policy/index.md": HEAD.format("정책", "6", "2026-11-01", "review: 2026-12-22\nowner: 정책팀\n"),
    "policy/faq.yml": FAQ.format("policy-one", "정책?", "2026-06-30"),
}
LIBRARY, _ = make_library(DOCS)


def said(today: date, days: int = 30) -> str:
    until = date.fromordinal(today.toordinal() + days)
    return report(due(LIBRARY.heads, LIBRARY.collection.entries, until), today, days)


def test_the_team_with_the_oldest_comes_first_and_each_is_sorted_by_day():
    assert (
        said(date(2026, 11, 22), 29)
        == """2026-11-22부터 29일 안에 다시 살펴볼 것은 쪽 2개, 질문 1개예요.

── 맡은 팀이 없는 것: 쪽 1개
2026-07-02 (143일 지남) 쪽 모든 질문
    docs/faq.md:4

── 주문팀: 쪽 1개, 질문 1개
2026-11-20 (2일 지남) 쪽 3-2 송장
    docs/orders/invoice.md:6
2026-11-21 (1일 지남) 질문 첫 질문?
    docs/orders/faq.yml:1"""
    )


def test_what_is_due_today_and_what_comes_is_told_apart():
    told = said(date(2026, 12, 22), 7)
    assert "2026-12-22 (오늘) 쪽 6 정책\n" in told and "2026-12-29 (7일 남음) 질문 정책?\n" in told


def test_nothing_due_is_one_line():
    assert said(date(2026, 1, 1)) == "2026-01-01부터 30일 안에 다시 살펴볼 것이 없어요."


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    return make_tree(tmp_path_factory.mktemp("fresh"))


def test_the_command_takes_a_day_and_a_number_of_days(tree):
    assert (
        make(tree, "fresh", AS_OF="2026-10-02", DAYS="1").stdout == "2026-10-02부터 1일 안에 다시 살펴볼 것이 없어요.\n"
    )
    assert "── 주문팀: " in make(tree, "fresh", AS_OF="2030-01-01").stdout
    assert "── 주문팀: " in make(tree, "fresh", ARGS="--today 2030-01-01").stdout


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"AS_OF": "봄"}, "‘봄’을 날짜와 시각으로 읽을 수 없어요. 예: make fresh AS_OF=2027-02-09T12:30"),
        ({"ARGS": "--today"}, "‘?’를 날짜와 시각으로 읽을 수 없어요. 예: make fresh AS_OF=2027-02-09T12:30"),
        ({"DAYS": "-1"}, "며칠 앞까지 볼지 수로 적으세요. 예: make fresh DAYS=60"),
    ],
)
def test_a_wrong_day_is_answered_in_one_line(tree, variables, words):
    done = make(tree, "fresh", **variables)
    assert (done.returncode != 0, done.stderr.splitlines()[0]) == (True, words)
