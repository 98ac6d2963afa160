"""Drawings of writers: what they may hold, and what is told about the rest."""

from __future__ import annotations

import xml.etree.ElementTree as etree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.drawings.form import ATTRIBUTES, COLOURS, ELEMENTS
from sellerhelp.drawings.reader import LARGEST, NOTHING, read_drawing
from sellerhelp.look import APART

from tests.conftest import ROOT

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 96" width="360" height="96">'
BOX = '<rect x="4" y="4" width="352" height="88" fill="#ffffff" stroke="#13202a"/>'


def rules(source: str) -> list[str]:
    return [problem.rule for problem in read_drawing(source, "docs/a.svg")[1]]


def test_shapes_and_words_are_kept_and_own_names_are_left_out():
    drawing, problems = read_drawing(
        f'{HEAD}<title>흐름</title>{BOX}<text x="9" y="9">발송<tspan dx="2">처리</tspan> 뒤</text></svg>', "docs/a.svg"
    )
    assert problems == []
    assert [child.tag for child in drawing.root] == ["rect", "text"]
    assert "".join(drawing.root.itertext()) == "발송처리 뒤"
    assert drawing.root.get("viewBox") == "0 0 360 96" and "xmlns" not in drawing.root.attrib


@pytest.mark.parametrize(
    ("part", "rule"),
    [
        ("<script>alert(1)</script>", "drawing-part"),
        ('<a href="javascript:alert(1)"><text>문의</text></a>', "drawing-part"),
        ('<image href="https://elsewhere.example/a.png"/>', "drawing-part"),
        ('<foreignObject width="9" height="9"/>', "drawing-part"),
        ('<use href="#a"/>', "drawing-part"),
        ("<style>text{fill:red}</style>", "drawing-part"),
        ('<rect onload="alert(1)"/>', "drawing-part"),
        ('<rect style="fill:red"/>', "drawing-part"),
        ('<rect id="a"/>', "drawing-part"),
        ('<rect fill="url(#a)"/>', "drawing-colour"),
        ('<rect stroke="#0D4768"/>', "drawing-colour"),
        ('<text font-size="8">작은 글</text>', "drawing-letters"),
        ('<g font-size="8"><text>작은 글</text></g>', "drawing-letters"),
    ],
)
def test_what_a_page_or_a_press_cannot_take_is_refused(part, rule):
    assert rule in rules(f"{HEAD}{part}</svg>")


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<svg",
        f"{HEAD}<text></svg>",
        f'<!DOCTYPE svg [<!ENTITY a "{"a" * 99}"><!ENTITY b "{"&a;" * 99}">]>{HEAD}<text>&b;</text></svg>',
        f'<!DOCTYPE svg SYSTEM "file:///etc/passwd">{HEAD}&x;</svg>',
        f"{HEAD}</svg>{HEAD}</svg>",
        "\x00",
    ],
)
def test_a_file_that_is_no_drawing_is_told_in_a_line(source):
    drawing, problems = read_drawing(source, "docs/a.svg")
    assert drawing is NOTHING
    assert [problem.rule for problem in problems] == ["drawing-broken"]


def test_a_file_without_bounds_is_not_even_read():
    assert rules(HEAD + " " * LARGEST) == ["drawing-large"]


def test_letters_are_judged_as_a_phone_shows_them():
    wide = HEAD.replace("360", "640")
    assert rules(f'{wide}<text font-size="19">글</text></svg>') == ["drawing-letters"]
    assert rules(f'{wide}<text font-size="20">글</text></svg>') == []


def test_every_colour_has_its_token_in_the_style_sheet():
    css = (ROOT / "overrides/assets/sellerhelp/css/drawing.css").read_text()
    assert "css/drawing.css" in APART["more"]
    missing = [
        f'[{name}="{code}"]' for name in ("fill", "stroke") for code in COLOURS if f'[{name}="{code}"]' not in css
    ]
    assert missing == []


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200) | st.text(alphabet="<>/svgtexrc&;#\"'= 가\x00", max_size=120).map(lambda s: HEAD + s))
def test_any_text_gives_a_drawing_or_a_problem(source):
    drawing, problems = read_drawing(source, "docs/a.svg")
    assert problems or all(
        element.tag in ELEMENTS and set(element.attrib) <= ATTRIBUTES for element in drawing.root.iter()
    )
    etree.tostring(drawing.root)
