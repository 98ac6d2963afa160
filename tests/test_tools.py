"""The commands of the Makefile: each can be loaded, and a rehearsal tells only what a change brings."""

from __future__ import annotations

import pytest
from sellerhelp.problem import Problem

from tests.conftest import ROOT, tool

TOOLS = sorted(path.stem for path in (ROOT / "tools").glob("*.py"))


@pytest.mark.parametrize("name", TOOLS)
def test_a_command_can_be_loaded(name):
    assert tool(name).__doc__


def test_a_promise_that_was_broken_before_is_no_news_when_something_else_is_found():
    gist = tool("rehearse")._gist
    said = "‘적립 누락’으로 찾으면 이 글이 처음 3개 안에 나오지 않아요. 대신 나온 것: ‘{}’"
    one, other = (
        Problem("docs/a.md", line, 5, said.format(title), "고치세요.", rule="search-promise")
        for line, title in ((3, "가"), (4, "나"))
    )
    assert gist(one) == gist(other)
    assert gist(one) != gist(Problem("docs/a.md", 3, 5, "다른 말", "고치세요.", rule="search-promise"))
