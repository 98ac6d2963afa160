"""A line that begins with a value is a sentence; only what would put a file in its place is refused."""

from __future__ import annotations

import pytest
from sellerhelp.gate.leftovers import _includes


@pytest.mark.parametrize("line", ["{{ 발송기한 }} 안에 보내요.", "  {{ 발송기한 }}", "{{ 없는 값 }}이에요.", "`--8<--`는 쓰지 않아요."])  # fmt: skip
def test_a_line_that_begins_with_a_value_is_no_inclusion(line):
    assert list(_includes(f"글이에요.\n\n{line}\n", "docs/a.md")) == []


@pytest.mark.parametrize("line", ['--8<-- "a.md"', "-8<- 'a.md'", "{% include 'a.md' %}"])
def test_canary_an_inclusion_is_named_with_its_place(line):
    assert [(one.rule, one.line) for one in _includes(f"글이에요.\n\n{line}\n", "docs/a.md")] == [
        ("include-unknown", 3)
    ]
