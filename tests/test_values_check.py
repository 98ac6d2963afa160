"""What is wrong with values in pages and answers, word for word."""

from __future__ import annotations

from datetime import date

import pytest
from sellerhelp.values.check import check_source
from sellerhelp.values.reader import read_values

from tests.test_values_reader import BASE

MORE = """\
- name: 판매수수료 마케팅
  title: 마케팅 판매수수료
  unit: '%'
  source: 공지
  as_of: 2025년
  versions:
    - value: '0.91'
- name: 지난 값
  title: 지난 값
  source: 공지
  as_of: 2025년
  versions:
    - until: 2025-12-31
      value: '1'
"""
VALUES = read_values(BASE + MORE, "docs/values.yml")[0]
HEAD = "---\ntitle: 제목\ndescription: 설명이에요.\n---\n\n"
UNKNOWN = "값 ‘판매수수로’가 없어요.\n    ‘판매수수료’를 쓰려고 했나요?"
BY_HAND = "손으로 적었어요. 값이 바뀌면 이 쪽만 틀려요.\n    "
ELSE = " 다른 뜻의 수라면 이름에서 떨어뜨려 적으세요."


def said(source: str, is_data: bool = False) -> list[str]:
    return [str(one) for one in check_source(source, "a.md", VALUES, date(2026, 11, 1), is_data=is_data)]


def rules(source: str, is_data: bool = False) -> list[str]:
    return [one.rule for one in check_source(source, "a.md", VALUES, date(2026, 11, 1), is_data=is_data)]


@pytest.mark.parametrize(
    "text",
    [
        "수수료는 {{ 판매수수료 }}예요.",
        "{{판매수수료}} {{ 발송기한 }}",
        "`{{ 없는 값 }}`과 ``{{ 없는 ` 값 }}``",
        "```\n{{ 없는 값 }}\n# {{ 판매수수료 }}\n```",
        "판매수수료는 어떤 길로 들어왔는지에 따라 달라요. 2.73% 같은 수를 봐요.",
        "판매수수료 300원",
        "판매수수료는 {{ 판매수수료 }}, 배송비의 수수료는 3%예요.",
        "발송기한 3일",
        "/// value\n    names: [판매수수료, 발송기한]\n///",
        "",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert said(HEAD + text) == []


@pytest.mark.parametrize(
    ("text", "rule", "problem"),
    [
        ("{{ 판매수수로 }}", "values-unknown", "6:1: 오류: " + UNKNOWN),
        ("글 {{ 엉뚱한것 }}", "values-unknown", "6:3: 오류: 값 ‘엉뚱한것’이 없어요.\n    docs/values.yml에 값을 더하세요."),
        ("값은 {{ 지난 값 }}", "values-none-in-force", "6:4: 오류: 값 ‘지난 값’은 2026-11-01에 정해진 것이 없어요.\n    docs/values.yml 28번째 줄의 값에서 ‘from’과 ‘until’을 살펴보세요."),
        ("## 판매수수료 {{ 판매수수료 }}", "values-not-here", "6:10: 오류: 제목이나 이름에는 값 ‘판매수수료’를 쓸 수 없어요.\n    값은 본문, 답, description, know의 is와 note에 적으세요."),
        ("값 {{ 판매수수료 }", "values-unclosed", "6:3: 오류: 값의 괄호가 맞지 않아요.\n    예: {{ 판매수수료 }}"),
        ("판매수수료는 2.73%예요.", "values-by-hand", f"6:8: 오류: ‘판매수수료’와 함께 ‘2.73%’를 {BY_HAND}2.73% 대신 {{{{ 판매수수료 }}}}를 적으세요.{ELSE}"),
        ("판매수수료는 지금 3%예요.", "values-by-hand", f"6:11: 오류: ‘판매수수료’와 함께 ‘3%’를 {BY_HAND}3% 대신 {{{{ 판매수수료 }}}}를 적으세요.{ELSE}"),
        ("판매수수료 마케팅은 0.91%", "values-by-hand", f"6:12: 오류: ‘판매수수료 마케팅’과 함께 ‘0.91%’를 {BY_HAND}0.91% 대신 {{{{ 판매수수료 마케팅 }}}}을 적으세요.{ELSE}"),
        ("판매수수료(SNS 홍보) 0.91%", "values-by-hand", f"6:15: 오류: ‘판매수수료’와 함께 ‘0.91%’를 {BY_HAND}0.91% 대신 {{{{ 판매수수료 마케팅 }}}}을 적으세요.{ELSE}"),
        ("| 발송기한 | 3영업일 |", "values-by-hand", f"6:10: 오류: ‘발송기한’과 함께 ‘3영업일’을 {BY_HAND}3영업일 대신 {{{{ 발송기한 }}}}을 적으세요.{ELSE}"),
        ("/// value\n///", "values-block", "6:1: 오류: value 블록에 ‘names’ 줄이 없어요.\n    예: names: [판매수수료]"),
        ("/// value\n    names: 판매수수로\n///", "values-unknown", "7:12: 오류: " + UNKNOWN),
        ("/// value\n    name: 판매수수료\n///", None, "7:5: 오류: value 블록에 모르는 이름 ‘name’가 있어요.\n    ‘names’를 쓰려고 했나요?"),
    ],
)  # fmt: skip
def test_a_planted_mistake_is_told(text, rule, problem):
    found = said(HEAD + text)
    assert found[0] == "a.md:" + problem
    # A key that is not known leaves the one that is missing: both are told.
    assert len(found) == (2 if rule is None else 1)
    assert rule is None or rules(HEAD + text) == [rule]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("title: '{{ 판매수수료 }}'", ["values-not-here"]),
        ("number: {{ 판매수수료 }}", ["values-not-here"]),
        ("also: ['{{ 판매수수료 }}']", ["values-not-here"]),
        ("  - what: '{{ 판매수수료 }}'", ["values-not-here"]),
        ("description: 수수료는 {{ 판매수수료 }}예요.", []),
        ("    is: '{{ 판매수수료 }}'", []),
        ("    note: '{{ 없는 값 }}'", ["values-unknown"]),
    ],
)
def test_a_head_holds_values_where_they_can_be_shown(line, rule):
    assert rules(f"---\n{line}\n---\n글\n") == rule


def test_a_bom_hides_no_head():
    assert rules("\ufeff---\ntitle: '{{ 판매수수료 }}'\n---\n글\n") == ["values-not-here"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("- question: '{{ 판매수수료 }}인가요?'", ["values-not-here"]),
        ("  answer: '{{ 판매수수료 }}예요.'", []),
        ("    {{ 없는 값 }}", ["values-unknown"]),
        ("    발송기한은 3영업일이에요.", ["values-by-hand"]),
        ("# 판매수수료 주석", []),
    ],
)
def test_answers_hold_values_and_questions_do_not(line, rule):
    assert rules(line + "\n", is_data=True) == rule
