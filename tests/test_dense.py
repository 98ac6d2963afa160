"""The indentation of templates goes; what a reader sees of white space stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sellerhelp.dense import _RUN, dense

PIECES = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<pre>",
    "</pre>",
    "가",
    " ",
    "\n",
    "\t",
    "\u00a0",
    "<script>",
    "</script>",
    "<br>",
]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<ul>\n    <li>가</li>\n\n  <li>나</li>\n</ul>", "<ul>\n<li>가</li>\n<li>나</li>\n</ul>"),
        ("<b>가</b>  <b>나</b>", "<b>가</b>  <b>나</b>"),
        ("<p>\n  가\n  <b>나</b> 다</p>", "<p>\n가\n<b>나</b> 다</p>"),
        ("<pre>\n<b>가</b>\n    <b>나</b>\n</pre>\n   <p>", "<pre>\n<b>가</b>\n    <b>나</b>\n</pre>\n<p>"),
        ("<textarea>\n   <\n</textarea>", "<textarea>\n   <\n</textarea>"),
        ("<p>\n\u00a0\n</p>", "<p>\n\u00a0\n</p>"),
        ('<p title="가 > 나\n   다">\n  가</p>', '<p title="가 > 나\n   다">\n가</p>'),
        ("<!--\n   가 -->\n  3 < 4\n  5", "<!--\n   가 -->\n3 < 4\n5"),
        ('<script>a = "<b>\n   <b>"</script>\n  <p>', '<script>a = "<b>\n   <b>"</script>\n<p>'),
    ],
)
def test_only_runs_with_a_line_end_become_one_line_end(page, told):
    assert dense(page) == told


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_words_stay_apart_or_together_as_they_were(page):
    """Where white space is folded, as in a browser, the page says the same; a second time changes nothing."""
    assert " ".join(dense(page).split()) == " ".join(page.split())
    assert dense(dense(page)) == dense(page)


@given(
    st.lists(st.sampled_from([*PIECES, "<!--", "-->", "<a title='", "'>", "<", '"', "<svg xmlns=", "\r\n"])).map(
        "".join
    )
)
def test_line_by_line_it_comes_to_what_the_whole_page_comes_to(page):
    assert dense(page) == _RUN.sub(lambda run: run["kept"] or "\n", page)


def test_the_pages_of_the_site_are_dense(site):
    for path in site.rglob("*.html"):
        page = path.read_text("utf-8")
        assert dense(page) == page, path
