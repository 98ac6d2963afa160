"""The sentence of a notice: pieces, links, and what is left of half a link."""

from __future__ import annotations

import pytest
from sellerhelp.notices.notice import Part
from sellerhelp.notices.sentence import has_broken_link, is_one_sentence, read_sentence

PARTS = [
    ("글이에요.", [Part("글이에요.")]),
    ("  줄을\n  바꿔도 한 줄  ", [Part("줄을 바꿔도 한 줄")]),
    ("[가](a.md)[나](b.md#c) 다", [Part("가", "a.md"), Part("나", "b.md#c"), Part(" 다")]),
    ("앞 [가](https://a.example/b)", [Part("앞 "), Part("가", "https://a.example/b")]),
    ("**굵게** <b> `글`", [Part("**굵게** <b> `글`")]),
    ("", []),
]


@pytest.mark.parametrize(("written", "parts"), PARTS)
def test_a_sentence_is_cut_into_plain_pieces_and_links_and_nothing_else(written, parts):
    assert list(read_sentence(written)) == parts


@pytest.mark.parametrize(
    "written", ["[가](a.md", "[가]", "가](a.md)", "[가] (a.md)", "[[가](a.md)", "[](a.md)", "[가]()"]
)
def test_half_a_link_is_seen(written):
    assert has_broken_link(read_sentence(written))


@pytest.mark.parametrize("written", ["(가) 나", "[가](a.md)(나)", "1) 가"])
def test_brackets_that_are_no_link_are_left_alone(written):
    assert not has_broken_link(read_sentence(written))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("하나예요.", True), ("하나예요", True), ("12. 25. 쉬어요.", True), ("A.B사가 쉬어요.", True), ("하나예요. 둘이에요.", False),
        ("쉬나요? 네.", False), ("‘쉬어요.’ 그래요.", False), ("쉬어요.  ", True),
    ],
)  # fmt: skip
def test_sentences_end_after_a_korean_word(text, is_one):
    assert is_one_sentence(text) is is_one
