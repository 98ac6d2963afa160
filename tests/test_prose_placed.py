"""Blocks that stand alone: what they become, and what may not stand in them."""

from __future__ import annotations

import pytest
from markdown import Markdown
from sellerhelp.prose.check import PLACED
from sellerhelp.prose.placed import PlacedExtension, placed_problems


def test_the_block_puts_the_html_where_it_stands_as_often_as_it_is_asked():
    texts = iter(["<p>색인</p>", "<p>다시</p>"])
    markdown = Markdown(extensions=[PlacedExtension("index", "sh-catalogue", lambda: next(texts))])
    assert markdown.convert("앞\n\n/// index\n///\n\n뒤") == (
        '<p>앞</p>\n<div class="sh-catalogue"><p>색인</p></div>\n<p>뒤</p>'
    )
    assert "<p>다시</p>" in markdown.reset().convert("/// index\n///")


def test_two_extensions_keep_apart():
    made = Markdown(
        extensions=[PlacedExtension("index", "a", lambda: "<i>"), PlacedExtension("notices", "b", lambda: "<b>")]
    )
    assert made.convert("/// index\n///\n\n/// notices\n///") == '<div class="a"><i></div>\n<div class="b"><b></div>'


@pytest.mark.parametrize("source", ["/// index\n///", "/// faq\n    a: b\n///", "글"])
def test_a_right_block_and_other_blocks_pass(source):
    assert placed_problems(source, "a.md", PLACED) == []


@pytest.mark.parametrize("name", PLACED)
@pytest.mark.parametrize("option", ["letters: [ㄱ]", "a: b: c"])
def test_options_are_refused_because_the_host_would_show_the_block_as_text(name, option):
    problems = placed_problems(f"글\n\n/// {name}\n    {option}\n///", "a.md", PLACED)
    assert [str(problem) for problem in problems] == [
        f"a.md:3:1: 오류: {name} 블록에는 적을 것이 없어요.\n    예:\n    /// {name}\n    ///"
    ]
    assert [problem.rule for problem in problems] == ["block-index-options"]
