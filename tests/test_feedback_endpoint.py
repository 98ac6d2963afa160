"""The address for answers: what is taken, what is refused, and that nothing is the default."""

from __future__ import annotations

import pytest
from sellerhelp.feedback.endpoint import read_endpoint

SOURCE = 'extra:\n  type: subset\n  feedback_endpoint: !ENV [FEEDBACK_ENDPOINT, ""]\n'
TAKEN = [
    "/feedback", "/a/b-c_d", "https://answers.example/in", "https://answers.example:8443/in", "http://127.0.0.1:8081/", "http://localhost:1/x",
]  # fmt: skip
REFUSED = [
    "feedback", "//evil.example/x", "http://answers.example/in", "https://", "https:///x", "https://user:pw@answers.example/", "javascript:alert(1)",
    "/a?b", "/a#b", '/a"onx="', "/a b", "/한글", "ftp://a.example/", "https://a.example:port/", "https://[::1/", 8080, True, ["/a"], "\\\\host",
]  # fmt: skip


@pytest.mark.parametrize("value", ["", None])
def test_without_an_address_there_is_no_feedback_and_no_mistake(value):
    assert read_endpoint(value, SOURCE, "mkdocs.yml") == ("", [])


@pytest.mark.parametrize("value", TAKEN)
def test_ways_of_the_own_origin_and_safe_addresses_are_taken(value):
    assert read_endpoint(value, SOURCE, "mkdocs.yml") == (value, [])


@pytest.mark.parametrize("value", REFUSED, ids=str)
def test_everything_else_is_refused_at_the_settings_place(value):
    endpoint, (problem,) = read_endpoint(value, SOURCE, "mkdocs.yml")
    assert (endpoint, problem.path, problem.line, problem.column, problem.rule) == (
        "",
        "mkdocs.yml",
        3,
        3,
        "feedback-endpoint",
    )


def test_the_message_is_compared_word_for_word():
    assert str(read_endpoint("feedback", SOURCE, "mkdocs.yml")[1][0]) == (
        "mkdocs.yml:3:3: 오류: 의견을 받을 주소 ‘feedback’를 쓸 수 없어요.\n"
        "    같은 사이트라면 /로 시작하는 길을, 다른 곳이라면 https:// 주소를 적으세요. 예: feedback_endpoint: /feedback"
    )


def test_settings_that_do_not_name_it_get_the_message_at_their_head():
    assert read_endpoint("x", "", "mkdocs.yml")[1][0].line == 1
