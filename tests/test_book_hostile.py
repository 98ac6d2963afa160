"""Whatever a writer types, in whatever place, is printed letter for letter or refused with a clear error."""

from __future__ import annotations

import unicodedata
from html import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sellerhelp.book.face import read_face
from sellerhelp.book.press import Compiler

from tests.booklets import CACHE, MOMENT, booklet, problems_of, text_of

MARKUP = '#let x = 1 #import "a" @label $x^2$ *굵게* _기울임_ `코드` <label> [상자] = 제목 - 목록 + 번호 / 말: 뜻 \\u{41} // 주석 /* 주석 */ ~ -- --- ... \'q\' "q" https://a.kr 2026. 12. 1.'
PLACES = {
    "paragraph": "<p>{}</p>",
    "heading": "<h2 id='a'>{}</h2><p>글</p>",
    "list": "<ul><li>{}</li></ul>",
    "step": "<ol class='sh-steps'><li><p>{0}</p><p>{0}</p></li></ol>",
    "cell": "<table><thead><tr><th>{0}</th><th>값</th></tr></thead><tbody><tr><td>{0}</td><td>1</td></tr></tbody></table>",
    "caption": "<table><caption>{}</caption><tbody><tr><td>1</td></tr></tbody></table>",
    "bold": "<p>앞<strong>{}</strong>뒤</p>",
    "link": "<p><a href='https://a.example/#{{}}$'>{}</a></p>",
    "key": "<p><kbd>{}</kbd>을 누르세요.</p>",
    "code": "<p><code>{}</code></p>",
    "question": "<details class='sh-q' id='q'><summary>{0}</summary><div class='sh-q__answer'><p>{0}</p></div></details>",
    "callout": "<div class='admonition'><p class='admonition-title'>{0}</p><p>{0}</p></div>",
    "term": "<dl><dt id='t'>{0}</dt><dd>{0}</dd></dl>",
    "checks": "<ul class='sh-check'><li>{}</li></ul>",
    "tab": "<div class='tabbed-set'><div class='tabbed-labels'><label>{0}</label></div><div class='tabbed-content'><div><p>{0}</p></div></div></div>",
}


def letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize("place", PLACES)
def test_markup_of_the_press_is_text_everywhere(place):
    data, problems = booklet(PLACES[place].format(escape(MARKUP))).printed()
    assert problems == []
    assert letters(MARKUP) in letters(text_of(data))


@pytest.mark.parametrize("text", ["👍", "שלום", "مرحبا"], ids=["emoji", "Hebrew", "Arabic"])
def test_letters_that_the_face_has_not_are_refused_with_their_place(text):
    problems = problems_of(f"<p>글 {text}</p>", f"글 {text}")
    assert len(problems) == len(set(text))
    assert all("[book-glyph]" in problem and "docs/orders/page.md:7:" in problem for problem in problems)


def test_marks_that_turn_the_direction_are_left_out():
    data, problems = booklet("<p>주문\u202e거꾸로\u202c 확인</p>").printed()
    assert problems == [] and "주문거꾸로 확인" in text_of(data)


@pytest.mark.parametrize("place", ["paragraph", "list", "cell", "bold", "callout"])
def test_a_word_of_ten_thousand_letters_breaks_and_copies_out_or_is_refused(place):
    word = "가나다라마" * 2000
    data, problems = booklet(PLACES[place].format(word)).printed()
    if problems:
        assert {problem.rule for problem in problems} <= {"book-long-label", "book-overfull-cell"}
    else:
        # Page numbers and running heads stand between its parts.
        text = text_of(data)
        assert all(text.count(letter) >= 2000 for letter in "가나라마")


def test_a_table_of_two_hundred_rows_repeats_its_head():
    rows = "".join(f"<tr><td>줄{number}</td><td>값 {number}</td></tr>" for number in range(200))
    data, problems = booklet(
        f"<table><thead><tr><th>머리글</th><th>값</th></tr></thead><tbody>{rows}</tbody></table>"
    ).printed()
    text = text_of(data)
    assert problems == [] and text.count("머리글") >= 4 and all(f"줄{number}" in text for number in range(200))


@pytest.mark.parametrize("depth", [9, 40])
def test_lists_go_nine_deep_and_deeper_ones_are_refused(depth):
    html = "<ul><li>겹" * depth + "</li></ul>" * depth
    rules = {problem.rule for problem in booklet(html).manuscripts()[1]}
    assert rules == (set() if depth == 9 else {"book-too-deep"})
    if depth == 9:
        assert text_of(booklet(html).printed()[0]).count("겹") >= 9


_TEXT = st.text(
    st.sampled_from("#@$*_`<>[]{}()\\/\"'~-+=.,:;!?%&^| \n가나다1234abc원일쪽。「」…·–§한글"), min_size=1, max_size=40
)


@pytest.fixture(scope="module")
def compiler(tmp_path_factory):
    return Compiler(tmp_path_factory.mktemp("press"), CACHE)


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(sorted(PLACES)), _TEXT), min_size=12, max_size=24))
def test_any_mix_of_marks_in_any_place_compiles(compiler, parts):
    known = read_face().glyphs
    parts = [
        (place, "".join(letter for letter in text if ord(letter) in known or letter == "\n")) for place, text in parts
    ]
    html = "".join(PLACES[place].format(escape(text)).replace("'q'", f"'q{at}'").replace("'a'", f"'a{at}'").replace("id='t'", f"id='t{at}'")
                   for at, (place, text) in enumerate(parts))  # fmt: skip
    book = booklet(html)
    assert [problem.rule for problem in book.manuscripts()[1]] == []
    data, _ = compiler.compile(book.typst(), MOMENT)
    from sellerhelp.book.pack import pack

    copied = letters(text_of(pack(data, False).data))
    for place, text in parts:
        if place in ("paragraph", "callout", "term"):
            for word in text.split():
                assert letters(word) in copied
