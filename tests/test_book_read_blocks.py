"""What HTML becomes: the document's outline, printed in one line a block."""

from __future__ import annotations

import pytest
from sellerhelp.book.document import (
    Anchor,
    Callout,
    Figure,
    Heading,
    Hours,
    Inline,
    Listing,
    Panel,
    Paragraph,
    Preformatted,
    Question,
    Quote,
    Rule,
    Styled,
    Table,
    Terms,
    Track,
    plain,
    walk,
)
from sellerhelp.book.read_blocks import read_page


def outline(html: str) -> list[str]:
    return [shown(block) for block in read_page(html)[0]]


def shown(block) -> str:
    marks = "".join(f"#{node.name} " for node in walk(block) if isinstance(node, Anchor))
    if isinstance(block, Listing):
        return f"{block.kind}: " + " / ".join(", ".join(map(shown, item)) for item in block.items)
    if isinstance(block, Table):
        rows = [" | ".join(plain(cell) for cell in row) for row in (*block.head, *block.body)]
        return f"table {len(block.head)}+{len(block.body)} [{plain(block.caption)}]: " + " // ".join(rows)
    names = {
        Heading: "h", Paragraph: "p", Callout: "callout", Panel: "panel", Question: "question", Quote: "quote",
        Rule: "rule", Track: "track", Terms: "terms", Figure: "figure", Preformatted: "pre", Hours: "hours",
    }  # fmt: skip
    name = names[type(block)] + (str(block.level) if isinstance(block, Heading) else "")
    kind = getattr(block, "kind", "")
    return f"{name}{' ' + kind if kind else ''}: {marks}{plain(block)}"


CASES = [
    ("<p>가 <b>나</b>\n  다</p>", ["p: 가 나 다"]),
    ("가<p>나</p>다<br>라", ["p: 가", "p: 나", "p: 다 라"]),
    ('<h2 id="a">제목<a class="headerlink" href="#a">¶</a></h2>', ["h2: #a 제목"]),
    ('<ul><li>하나</li><li>둘<ul><li>셋</li></ul></li></ul>', ["bullets: p: 하나 / p: 둘, bullets: p: 셋"]),
    ('<ol class="sh-steps"><li><p>먼저</p><p class="sh-sign"><span class="vh">확인: </span>됐어요</p></li></ol>',
     ["steps: p: 먼저, p sign: 됐어요"]),
    ('<ul><li><input type="checkbox"> 챙길 것</li></ul>', ["checks: p: 챙길 것"]),
    ('<ol class="sh-track"><li>결제</li><li class="is-here">발송<span class="vh"> (이 쪽)</span></li></ol>',
     ["track: 결제 발송"]),
    ('<div class="admonition danger"><p class="admonition-title">위험</p><p>글</p></div>', ["callout danger: 위험 글"]),
    ("<details><summary>더 보기</summary><p>글</p></details>", ["panel: 더 보기 글"]),
    ('<details class="sh-q"><summary><span>왜요?</span></summary><div class="sh-q__answer"><span class="sh-anchor" '
     'id="q-1"></span><p>그래요.</p><p class="sh-q__more"><a href="x/">3-1 쪽</a><a href="#q-1" data-sh-copy>주소</a></p></div></details>',
     ["question: #q-1 왜요? 그래요. 3-1 쪽"]),
    ('<div class="tabbed-set"><input type="radio"><div class="tabbed-labels"><label>가</label><label>나</label></div>'
     '<div class="tabbed-content"><div class="tabbed-block"><p>1</p></div><div class="tabbed-block"><p>2</p></div></div></div>',
     ["panel: 가 1", "panel: 나 2"]),
    ("<dl><dt>말</dt><dd>뜻</dd><dt>또</dt><dd><p>하나</p><p>둘</p></dd></dl>", ["terms: 말 뜻 또 하나 둘"]),
    ("<ul><li><h3>전화</h3><p>급할 때</p></li></ul>", ["terms: 전화 급할 때"]),
    ("<pre><code>a\n  b\n</code></pre>", ["pre: a b"]),
    ("<blockquote><p>인용</p></blockquote><hr>", ["quote: 인용", "rule: "]),
    ('<figure><img src="a.png" alt="그림"><figcaption>설명</figcaption></figure>', ["figure: 설명"]),
    ('<p><img src="a.png" alt="그림"></p>', ["figure: "]),
    ("<sh-anything><section><p>안</p></section></sh-anything>", ["p: 안"]),
    ("<p>값 <sh-value data-x>3,000원</sh-value>이에요</p>", ["p: 값 3,000원이에요"]),
    ("<div data-sh-screen><p>화면</p></div><div data-sh-book hidden><p>책</p></div>", ["p: 책"]),
    ("<script>x()</script><style>p{}</style><button>누름</button>", []),
    ("<table></table><ul></ul><p> </p><details></details><ol class='sh-track'></ol>", ["panel: "]),
    ("<table><caption>표</caption><thead><tr><th>가</th><th>나</th></tr></thead><tbody><tr><th>1</th><td>2</td></tr></tbody></table>",
     ["table 1+1 [표]: 가 | 나 // 1 | 2"]),
    ("<table><tr><th>가</th><th>나</th></tr><tr><td>1</td><td>2</td></tr></table>", ["table 1+1 []: 가 | 나 // 1 | 2"]),
    ('<table><tr><th>가</th><th><span class="vh">눈금</span></th></tr><tr><td>1</td><td><svg aria-hidden="true"></svg></td></tr></table>',
     ["table 1+1 []: 가 // 1"]),
    ("<table><tr><td>바깥<table><tr><td>안</td></tr></table></td></tr></table>", ["table 0+1 []: 바깥 안"]),
    ('<svg data-ruler data-from="540" data-to="1080" data-width="540" aria-hidden="true"><rect data-part="left" x="0" '
     'width="180"/><rect data-part="left" x="240" width="300"/></svg>', ["hours: "]),
]  # fmt: skip


@pytest.mark.parametrize(("html", "blocks"), CASES, ids=[" ".join(case[1])[:40] or "nothing" for case in CASES])
def test_it_becomes_these_blocks(html, blocks):
    assert outline(html) == blocks


def test_the_ruler_is_read_back_into_minutes():
    html = (
        '<svg data-ruler data-from="540" data-to="1080" data-width="360"><rect data-part="left" x="0" width="120"/>'
        '<rect data-part="left" x="160" width="200"/></svg>'
    )
    assert read_page(html)[0] == (Hours(540, 1080, ((540, 720), (780, 1080))),)


def test_nothing_that_stands_in_text_is_lost():
    from tests.booklets import ROOT

    html = (ROOT / "tests" / "cases" / "book_page.html").read_text("utf-8")
    blocks, troubles, _ = read_page(html)
    assert not troubles
    for word in (
        "앞의글",
        "굵게",
        "기울여",
        "지운말",
        "단추",
        "코드",
        "경로",
        "링크",
        "각주말",
        "칸글",
        "뜻풀이",
        "답글",
        "탭글",
    ):
        assert word in plain(blocks), word
    assert not [node for node in walk(blocks) if isinstance(node, Inline) and plain(node) == "감춘말"]


def test_versions_of_a_value_are_rows_with_what_they_are_in_a_column_of_its_own():
    version = (
        '<li class="is-{}"><p class="sh-dated__when"><span class="sh-tag">{}</span> {}<span data-left></span></p>'
        '<p class="sh-dated__value"><small>{}</small> {}</p>{}</li>'
    )
    rows = version.format("past", "이전", "6월 1일까지", "유입수수료", "2%", "") + version.format(
        "now", "현재", "6월 2일부터", "판매수수료", "3%", '<p class="sh-dated__note">부가세 별도</p>'
    )
    html = f'<sh-dated class="sh-dated"><p class="sh-dated__title">수수료</p><ol>{rows}</ol></sh-dated>'
    ((table,), _, _) = read_page(html)
    assert plain(table.caption) == "수수료"
    cells = [[plain(cell) for cell in row] for row in (*table.head, *table.body)]
    assert cells == [
        ["언제", "구분", "값", "조건"],
        ["6월 1일까지", "이전", "유입수수료 2%", ""],
        ["6월 2일부터", "현재", "판매수수료 3%", "부가세 별도"],
    ]
    faded = [
        [node.style for node in walk(cell) if isinstance(node, Styled) and node.style != "small"]
        for row in table.body
        for cell in row
    ]
    assert faded == [[], ["faded"], ["faded"], [], [], [], [], []]
