"""A drawing alone in its paragraph becomes a part of the page."""

from __future__ import annotations

from markdown import Markdown
from sellerhelp.drawings.extension import DrawingExtension
from sellerhelp.drawings.reader import read_drawing

DRAWING, _ = read_drawing(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><text>결제 &lt;1&gt;</text></svg>',
    "a",
)


def convert(source: str) -> str:
    return Markdown(extensions=[DrawingExtension({"img/flow.svg": DRAWING}.get)]).convert(source)


def test_it_is_written_into_the_page_with_its_words():
    assert convert("![결제에서 <정산>까지](img/flow.svg)") == (
        '<figure class="sh-drawing"><svg height="9" role="img" viewBox="0 0 9 9" width="9" xmlns="http://www.w3.org/2000/svg">'
        "<title>결제에서 &lt;정산&gt;까지</title><text>결제 &lt;1&gt;</text></svg></figure>"
    )


def test_a_size_beside_it_changes_nothing():
    md = Markdown(extensions=["attr_list", DrawingExtension({"img/flow.svg": DRAWING}.get)])
    assert md.convert("![흐름](img/flow.svg){ width=9 height=9 }").startswith('<figure class="sh-drawing"><svg ')


def test_the_same_drawing_may_stand_twice():
    html = convert("![하나](img/flow.svg)\n\n![둘](img/flow.svg)")
    assert html.count("<svg") == 2 and "<title>하나" in html and "<title>둘" in html


def test_without_words_among_words_or_unknown_it_stays_an_image():
    for source in ("![](img/flow.svg)", "글 ![그림](img/flow.svg)", "![그림](img/other.svg)", "![그림](photo.png)"):
        assert "<img" in convert(source) and "<svg" not in convert(source)
