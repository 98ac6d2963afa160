"""HTML as a tree: forgiving as a browser, without what only a screen can show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sellerhelp.book.html_tree import Element, is_screen_only, parse


def printed(element: Element) -> str:
    inner = "".join(child if isinstance(child, str) else printed(child) for child in element.children)
    return f"{element.tag}({inner})" if element.tag != "root" else inner


CASES = [
    ("<p>가<b>나</b>다</p>", "p(가b(나)다)"),
    ("<p>&lt;b&gt; &amp;amp;</p>", "p(<b> &amp;)"),
    ("<ul><li>a<li>b</ul>c", "ul(li(a)li(b))c"),
    ("<table><tr><td>a<td>b<tr><td>c</table>", "table(tr(td(a)td(b))tr(td(c)))"),
    ("<p>a<br>b<img src=x>c</p>", "p(abr()bimg()c)"),
    ("<b>a</i></b>c", "b(a)c"),
    ("<p>안 닫음", "p(안 닫음)"),
    ("<svg><path d='M0'/></svg>x", "svg(path())x"),
    ("\u1100\u1161\u200b\ufeff\u2060\x07끝", "가끝"),
]


@pytest.mark.parametrize(("html", "tree"), CASES, ids=[case[1] for case in CASES])
def test_it_becomes_this_tree(html, tree):
    assert printed(parse(html)) == tree


SCREEN = [
    ("<p>", False), ("<script>", True), ("<button>", True), ("<p hidden>", True), ('<p class="vh">', True),
    ('<i aria-hidden="true">', True), ('<i aria-hidden="false">', False), ("<div data-sh-screen>", True),
    ("<div data-sh-book hidden>", False), ("<sh-calculator>", False), ('<a class="headerlink">', True), ("<nav>", True),
]  # fmt: skip


@pytest.mark.parametrize(("html", "is_left_out"), SCREEN)
def test_what_only_a_screen_shows_is_left_out(html, is_left_out):
    assert is_screen_only(next(parse(html).elements())) is is_left_out


@given(st.text(alphabet="<>/abp liu=\"'&;가 \n", max_size=80))
def test_no_text_breaks_the_parser(text):
    assert parse(text).tag == "root"


def test_a_thousand_levels_do_not_break_what_walks_the_tree():
    assert parse("<div>" * 1000 + "끝").text() == "끝"
