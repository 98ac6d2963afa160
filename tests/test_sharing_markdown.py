"""Blocks of a page as Markdown, from HTML as pages have it."""

from __future__ import annotations

import pytest
from sellerhelp.book.read_blocks import read_page
from sellerhelp.sharing.markdown import escaped, markdown, to_copy

CASES = {
    "a heading with its place": ('<h2 id="send">보내기<a href="#send" class="headerlink">¶</a></h2>', "## 보내기 {#send}\n"),
    "words with a weight": ("<p>꼭 <strong>먼저</strong> <em>보고</em> <del>말고</del></p>", "꼭 **먼저** *보고* ~~말고~~\n"),
    "a button": ("<p><kbd>발송처리</kbd>를 눌러요</p>", "`발송처리`를 눌러요\n"),
    "a line that ends early": ("<p>하나<br>둘</p>", "하나  \n둘\n"),
    "steps with what hangs below": (
        "<ol><li><p>먼저</p><ul><li>가</li></ul></li><li>다음</li></ol>",
        "1. 먼저\n\n   - 가\n2. 다음\n",
    ),
    "a table with a caption": (
        "<table><caption>수수료</caption><thead><tr><th>일</th><th>값</th></tr></thead><tbody><tr><td>가|나</td><td>3%</td></tr></tbody></table>",
        "표: 수수료\n\n| 일 | 값 |\n| --- | --- |\n| 가\\|나 | 3% |\n",
    ),
    "a box": (
        '<div class="admonition warning"><p class="admonition-title">주의</p><p>되돌릴 수 없어요.</p></div>',
        "> **주의**\n>\n> 되돌릴 수 없어요.\n",
    ),
    "a question with its place and pages": (
        '<details class="sh-q"><summary>늦으면요?</summary>'
        '<div class="sh-q__answer"><span class="sh-anchor" id="orders-late"></span><p>기다려요.</p><p class="sh-q__more"><a href="../late/#a">3-3 늦음</a></p></div></details>',
        "### 늦으면요? {#orders-late}\n\n기다려요.\n\n[3-3 늦음](../late/index.md#a)\n",
    ),
    "a link away": ('<p><a href="https://a.example/(b)">가기</a></p>', "[가기](https://a.example/%28b%29)\n"),
    "a picture": ('<p><img src="img/a.png" alt="화면"></p>', "![화면](img/a.png)\n"),
    "a drawing": ('<p><svg aria-label="차례"><title>차례예요</title></svg></p>', "그림: 차례예요\n"),
    "text with a meaning to Markdown": ("<p># *a* [b](c) &lt;i&gt; &amp;amp; 1. 가</p>", "\\# \\*a\\* \\[b\\](c) \\<i\\> \\&amp; 1. 가\n"),
    "a number that begins a line": ("<p>3. 가</p>", "3\\. 가\n"),
    "letters of a program": ("<pre>a ``` b</pre>", "````\na ``` b\n````\n"),
    "what only a screen shows": ('<div data-sh-screen><p>계산기</p></div><p>글</p>', "글\n"),
}  # fmt: skip


@pytest.mark.parametrize("what", CASES)
def test_a_block_in_markdown(what):
    html, wanted = CASES[what]
    assert markdown(read_page(html)[0]) == wanted


@pytest.mark.parametrize(
    ("address", "copy"),
    [
        ("../faq/#a", "../faq/index.md#a"),
        ("./", "./index.md"),
        ("..", "../index.md"),
        ("#a", "#a"),
        ("../../books/all.pdf", "../../books/all.pdf"),
        ("https://a.example/", "https://a.example/"),
        ("tel:1588", "tel:1588"),
    ],
)
def test_a_link_to_a_page_leads_to_its_copy(address, copy):
    assert to_copy(address) == copy


def test_no_letter_of_a_title_means_anything():
    assert escaped("<script>") == "\\<script\\>"
    assert escaped("- 가") == "\\- 가"
