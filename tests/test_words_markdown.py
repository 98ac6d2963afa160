"""What a reader reads of a Markdown text: kinds, letters, places."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.words.markdown import passages
from sellerhelp.words.traced import whole


def read(source: str) -> list[tuple[str, str]]:
    return [(kind, text.text) for kind, text in passages(whole(source))]


CASES = [
    ("a paragraph over two lines", "송장을\n고쳐요.\n\n다음 글", [("prose", "송장을 고쳐요."), ("prose", "다음 글")]),
    ("a heading without its id", "## 송장 고치기 {#edit}", [("heading", "송장 고치기")]),
    ("a menu path, a key and a quote are labels", "**판매관리 > 배송현황**에서 `송장수정`을 눌러 ‘배송중’을 봐요.",
     [("prose", "X에서 X을 눌러 ‘X’을 봐요.")]),
    ("bold and italic words are words", "**꼭** *먼저* 봐요.", [("prose", "꼭 먼저 봐요.")]),
    ("a link is its text", "[취소 처리](cancel.md#x)로 가요.", [("prose", "취소 처리로 가요.")]),
    ("pictures, tags, comments and attributes are nothing", "![고객](a.png){ width=8 }끝<br>이에요<!-- 고객 -->.{: .x }",
     [("prose", "{ width=8 }끝이에요."), ("cell", "고객")]),
    ("addresses are labels", "https://naver.com/고객 과 help@naver.com 을 봐요.", [("prose", "X고객 과 X 을 봐요.")]),
    ("a dated value is a label", "{{ 판매수수료 }}를 떼요.", [("prose", "X를 떼요.")]),
    ("steps with their signs", "1. 열어요.\n\n    확인: 바뀌면 돼요.\n\n2. 닫아요.",
     [("prose", "열어요."), ("prose", "바뀌면 돼요."), ("prose", "닫아요.")]),
    ("a table with its caption", "표: 값\n\n| 이름 | 값 |\n|---|--:|\n| 하나 | `a|b`예요 |",
     [("prose", "값"), ("cell", "이름"), ("cell", "값"), ("cell", "하나"), ("cell", "X예요")]),
    ("a block's title is a heading, its options are silent", "/// 알아두기 | PC에서 해요\n앱은 안 돼요.\n///\n\n/// track\n    steps: [고객]\n///",
     [("heading", "PC에서 해요"), ("prose", "앱은 안 돼요.")]),
    ("code is silent", "```\n고객\n```\n\n    고객\n\n글", [("prose", "글")]),
    ("a quotation and a definition are silent", "> 고객\n\n[a]: https://x.kr\n\n글", [("prose", "글")]),
    ("a list in a list", "- 하나\n    - 둘\n- [ ] 셋", [("prose", "하나"), ("prose", "둘"), ("prose", "셋")]),
    ("an escaped mark", "별\\*표", [("prose", "별*표")]),
    ("Windows line ends", "하나\r\n둘\r\n\r\n셋", [("prose", "하나 둘"), ("prose", "셋")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_reader_reads(source, expected):
    assert read(source) == expected


def test_every_letter_stands_where_it_was_typed():
    source = "첫 줄이\n  둘째 줄로  \r\n이어져요.\n\n표: 값\n\n1. **꼭** [여기](a.md)를 봐요.\n\n    | 가 | 나 |\n    |---|---|\n    | 다 | `라` |\n"
    for _, text in passages(whole(source)):
        for letter, at in zip(text.text, text.at, strict=True):
            assert source[at] == letter or letter in "X "


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="가나 \n\r|`*_[]()<>{}#-+1.:\\/~!‘’“”\"'X\t&;=@", max_size=120))
def test_any_text_is_read(source):
    for kind, text in passages(whole(source)):
        assert kind in ("prose", "cell", "heading") and text.text.strip()
        assert len(text.at) == len(text.text) and all(0 <= at < len(source) for at in text.at)


LONG = ["`" * 40_000, "[" * 40_000, "‘" * 40_000, "*" * 40_000, "<a" * 20_000, "{#" * 20_000, "_a" * 20_000, "![" * 20_000,
        "<!--" * 10_000, "|" * 40_000, "# " * 20_000, "a@" * 20_000, "~~" * 20_000, "> " * 20_000, "{{" * 20_000,
        "가" * 200_000, " " * 100_000 + "가", "[가](" * 10_000, "\n" * 50_000, "/// a\n    b\n" * 5_000]  # fmt: skip


@pytest.mark.parametrize("source", LONG, ids=lambda source: f"{source[:4]!r}")
def test_a_long_text_costs_no_more_than_its_length(source):
    began = time.process_time()
    list(passages(whole(source)))
    assert time.process_time() - began < 3
