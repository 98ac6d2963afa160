"""No text can leave the script element that holds it."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.jsonld import script_json

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "-->",
    "]]>",
    "\u2028\u2029",
    "&lt;/script&gt;",
    "</SCRIPT",
    "\\u003c",
    "\x00\x1f",
]


def parts(html: str) -> list[str]:
    """The page as a browser sees it: tags, and the text of the script."""
    found: list[str] = []
    parser = HTMLParser(convert_charrefs=True)
    parser.handle_starttag = lambda tag, attrs: found.append(f"<{tag}>")
    parser.handle_endtag = lambda tag: found.append(f"</{tag}>")
    parser.handle_data = found.append
    parser.handle_comment = lambda text: found.append(f"comment {text}")
    parser.feed(html)
    parser.close()
    return found


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("shape", [lambda t: t, lambda t: {t: [t]}, lambda t: [{"a": {"b": t}}]])
def test_a_text_comes_back_as_it_was_and_breaks_nothing(text, shape):
    made = script_json(shape(text))
    assert json.loads(made) == shape(text)
    assert not set(made) & set("<>&\u2028\u2029\n")
    assert parts(f"<script>{made}</script><p>뒤</p>") == ["<script>", str(made), "</script>", "<p>", "뒤", "</p>"]


def test_hangul_stays_readable_and_blanks_are_saved():
    assert script_json({"질문": ["네", 1, None]}) == '{"질문":["네",1,null]}'


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(
    st.recursive(
        st.text(max_size=12),
        lambda kids: st.lists(kids, max_size=3) | st.dictionaries(st.text(max_size=4), kids, max_size=3),
    )
)
def test_any_value_survives(value):
    made = script_json(value)
    assert json.loads(made) == value
    assert "<" not in made and ">" not in made
