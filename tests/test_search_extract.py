"""A page's HTML falls into the sections that a result can lead to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.search.extract import sections

CHEAP = settings(max_examples=200, deadline=None, derandomize=True, database=None)


def shown(html: str) -> str:
    """Prints sections as "lead | id: title = text | ..."."""
    lead, *rest = sections(html)
    assert (lead.id, lead.title) == ("", "")
    return " | ".join([lead.text, *(f"{one.id}: {one.title} = {one.text}" for one in rest)])


CASES = {
    "nothing at all": ("", ""),
    "text without any tag": ("글 하나", "글 하나"),
    "what stands before the first heading leads": ("<p>앞</p><h2 id=a>가</h2><p>뒤</p>", "앞 | a: 가 = 뒤"),
    "each heading with an id begins a section": (
        '<h2 id="a">가</h2><p>하나</p><p>둘</p><h2 id="b">나</h2><ul><li>셋</li><li>넷</li></ul>',
        " | a: 가 = 하나 둘 | b: 나 = 셋 넷",
    ),
    "a heading without an id is text": ("<h2>가</h2><p>글</p>", "가 글"),
    "a heading with an empty id is text": ('<h2 id="">가</h2><p>글</p>', "가 글"),
    "smaller headings are text": ("<h2 id=a>가</h2><h3 id=b>나</h3><p>글</p>", " | a: 가 = 나 글"),
    "a section without text is left out": ("<h2 id=a>가</h2><p> </p><h2 id=b>나</h2>글", " | b: 나 = 글"),
    "the title may hold markup": ("<h2 id=a>송장 <code>API</code> <em>연동</em></h2>글", " | a: 송장 API 연동 = 글"),
    "the sign of the anchor is no title": (
        '<h2 id="a">가<a class="headerlink" href="#a" title="x">¶</a></h2><p>글</p>',
        " | a: 가 = 글",
    ),
    "scripts, styles, drawings and templates are silent": (
        "가<script>let a = '<p>x</p>';</script><style>p{}</style><svg><title>x</title><path d=''/></svg><template><p>x</p></template>나",
        "가나",
    ),
    "hours, lists of questions and the index are silent": (
        '<sh-contact>지금 상담 중</sh-contact><div class="sh-faq x"><h2 id="q">질문</h2><p>답</p></div>'
        '<nav class="sh-catalogue"><p>ㄱ</p></nav><p>글</p>',
        "글",
    ),
    "helpers for the ear are silent, their surroundings are not": (
        '<p>앞<span class="a vh"><b>새 창</b></span>뒤</p>',
        "앞뒤",
    ),
    "a class that only resembles a silent one is heard": ('<p class="vhs sh-faqs">글</p>', "글"),
    "blocks part words, inline tags do not": ("<p>반<b>품</b>비</p><div>송장</div>번호", "반품비 송장 번호"),
    "cells and terms part words": ("<table><tr><th>가<td>나<tr><td>다</table><dl><dt>라<dd>마</dl>", "가 나 다 라 마"),
    "a line break parts words": ("가<br>나<br/>다<br />라", "가 나 다 라"),
    "void tags hold nothing": (
        '가<img class="vh" alt="x">나<input class="vh">다<wbr>라<hr class="vh">마',
        "가나다라마",
    ),
    "a closed void tag closes nothing": ('<h2 id="a">가<img alt=x></img>나</h2>글', " | a: 가나 = 글"),
    "unclosed items end with their list": ('<ul><li>가<li><span class="vh">x</ul>나', "가 나"),
    "an end without a start is passed over": ("가</div></h2>나</p>다", "가 나 다"),
    "a section that is never closed ends with the page": ('<h2 id="a">가</h2><div><p>글', " | a: 가 = 글"),
    "an empty drawing ends at once": ('<svg class="x"/>가', "가"),
    "entities are letters": (
        "<h2 id=a>A &amp; B &lt;b&gt;</h2>&#44032;&nbsp;&quot;나&quot; &unknown; &",
        ' | a: A & B <b> = 가 "나" &unknown; &',
    ),
    "an id with an entity": ('<h2 id="a&amp;b">가</h2>글', " | a&b: 가 = 글"),
    "comments are silent": ("가<!-- <p>x</p> -->나", "가나"),
    "white space is one space": ("<p>\n  가\t나\r\n 다\u3000라 </p>", "가 나 다 라"),
}


@pytest.mark.parametrize(("html", "expect"), CASES.values(), ids=CASES)
def test_a_page_falls_into_sections(html, expect):
    assert shown(html) == expect


TAGS = st.sampled_from(
    [
        "p",
        "h2 id=a",
        "h2 id=b class=vh",
        "h2",
        "div class=sh-faq",
        "br",
        "br /",
        "img",
        "svg",
        "path /",
        "span",
        "li",
        "b",
    ]
)
PIECE = st.one_of(
    TAGS.map("<{}>".format),
    TAGS.map(lambda tag: f"</{tag.split()[0]}>"),
    st.sampled_from(["가", " ", "&lt;", "<", "&"]),
)


@CHEAP
@given(st.lists(PIECE, max_size=30).map("".join))
def test_whatever_is_closed_or_not_there_are_sections_with_text(html):
    lead, *rest = sections(html)
    assert lead.id == ""
    assert all(one.id and one.text for one in rest)
    assert all("  " not in one.text + one.title and one.text == one.text.strip() for one in [lead, *rest])


@CHEAP
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_plain_text_survives(text):
    from html import escape

    assert shown(f"<p>{escape(text)}</p>") == shown(escape(text))


def test_of_a_dated_value_only_what_holds_is_found():
    from datetime import date

    from sellerhelp.templates import make_environment
    from sellerhelp.values.reader import read_values
    from sellerhelp.values.widgets import ValueWidgets

    from tests.conftest import ROOT
    from tests.test_values_reader import BASE

    env = make_environment([str(ROOT / "overrides")])
    made = ValueWidgets(env, read_values(BASE, "v.yml")[0], date(2026, 11, 1))
    line = f"<p>수수료는 {made.inline('판매수수료')}예요.</p>"
    found = sections(line + str(made.basis_list(line)))
    assert [section.text for section in found] == ["수수료는 2.73%예요."]
    text = sections(made.dated(["판매수수료"]))[0].text
    assert "2.73%" in text and "현재" in text and "2%" not in text.replace("2.73%", "") and "이전" not in text
