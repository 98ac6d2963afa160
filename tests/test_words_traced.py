"""Every letter of a text knows where it was typed."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.words.traced import Lines, Traced, aligned, joined, whole
from sellerhelp.yamltext import read_yaml

VALUES = [
    "a: 송장을 고쳐요.",
    "a: '송장을 고쳐요. 이건 ''따옴표''예요.'",
    'a: "송장을 \\"고쳐요\\". 탭은 없어요."',
    "a: |\n  첫 줄이에요.\n\n    들여 쓴 줄이에요.\n  끝이에요.\n",
    "a: >-\n  첫 줄이\n  이어져요.\n\n  새 문단이에요.\n",
    "a: 여러 줄에\n  걸친 값이에요.",
    "a:   앞에 빈칸이 있어요.   # 주석",
]


@pytest.mark.parametrize("source", VALUES)
def test_a_yaml_value_is_found_letter_by_letter(source):
    node = read_yaml(source, "x.yml").root.items["a"]
    start = Lines(source).offset(node.place.line, node.place.column)
    text = aligned(node.value, node.raw, start)
    assert text.text == node.value == yaml.safe_load(source)["a"]
    wrong = [(letter, source[at]) for letter, at in zip(text.text, text.at, strict=True) if source[at] != letter]
    assert [pair for pair in wrong if not pair[0].isspace()] == []
    assert list(text.at) == sorted(text.at)


def test_a_literal_block_is_found_line_by_line_as_it_is_letter_by_letter():
    lines = ["송장을", "", "    고쳐요. | 셋", "- 하나  ", "끝이에요."]
    for chomp in ("", "-", "+"):
        source = f"a: |{chomp}\n" + "".join(f"  {line}\n" if line else "\n" for line in lines)
        node = read_yaml(source, "x.yml").root.items["a"]
        text = aligned(node.value, node.raw, 3)
        assert text.text == yaml.safe_load(source)["a"]
        assert [source[at] for at in text.at] == list(text.text)
        # A value that is not what stands there goes the long way, and loses no letter.
        assert len(aligned(node.value + "더", node.raw, 3).at) == len(node.value) + 1


def test_an_escaped_letter_does_not_lead_the_rest_astray():
    source = 'a: "\\u00e9 송장 \\x41 끝"'
    node = read_yaml(source, "x.yml").root.items["a"]
    text = aligned(node.value, node.raw, 3)
    assert text.text == "é 송장 A 끝"
    assert source[text.at[2]] == "송" and source[text.at[-1]] == "끝"


def test_a_part_may_be_kept_or_replaced():
    text = whole("가 **나** 다").sub(re.compile(r"\*\*(.+?)\*\*"), lambda found: found.span(1))
    assert (text.text, list(text.at)) == ("가 나 다", [0, 1, 4, 7, 8])
    text = text.sub(re.compile("나"), lambda found: "XX")
    assert (text.text, list(text.at)) == ("가 XX 다", [0, 1, 4, 4, 7, 8])
    assert text.span(2, 4) == (4, 5)


def test_joined_texts_keep_their_places():
    text = joined([Traced("가", [3]), Traced("", []), Traced("나", [9])], " ")
    assert (text.text, list(text.at)) == ("가 나", [3, 9, 9])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_ends_as_the_file_says(end):
    lines = Lines(f"가나{end}다{end}{end}라")
    assert [lines.place(at) for at in (0, 1, 2 + len(end))] == [(1, 1), (1, 2), (2, 1)]
    assert lines.place(3 + 3 * len(end)) == (4, 1)
    assert lines.offset(4, 1) == 3 + 3 * len(end)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_value_against_any_raw_text_has_a_place_for_every_letter(value, raw):
    text = aligned(value, raw, 7)
    assert len(text.at) == len(value)
    assert all(7 <= at < 7 + max(len(raw), 1) for at in text.at)
