"""Every scalar stays what was typed, every mistake has its place, and nothing makes the reader hang or raise."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.yamltext import MAX_BYTES, MAX_DEPTH, List, Map, Node, Text, read_yaml


def plain(node: Node | None) -> object:
    """A tree without its places."""
    if isinstance(node, Map):
        return {key: plain(value) for key, value in node.items.items()}
    return [plain(item) for item in node] if isinstance(node, List) else node.value if node else None


def printed(source: str, first_line: int = 1) -> list[str]:
    return [str(problem) for problem in read_yaml(source, "a.yml", first_line).problems]


WORDS = [
    "10:00",
    "1:30:15",
    "on",
    "yes",
    "No",
    "off",
    "~",
    "null",
    "0o17",
    "1e3",
    "2026-11-22",
    ".5",
    "1_000",
    "3-1",
    "true",
]


@pytest.mark.parametrize("word", WORDS)
def test_a_scalar_stays_the_text_that_was_typed(word):
    reading = read_yaml(f"a: {word}\nb: [{word}]\n{word}: x\n", "a.yml")
    assert (plain(reading.root), reading.problems) == ({"a": word, "b": [word], word: "x"}, [])


def test_every_value_knows_its_place_and_how_it_was_typed():
    root = read_yaml("제목: '가: 나'\n목록:\n  - 하나\n  - |\n    둘\n    셋\n끝: x\n", "a.yml", 10).root
    title, items = root.get("제목"), root.get("목록").items
    assert (title.place.line, title.place.column, title.raw) == (10, 5, "'가: 나'")
    assert (root.keys["목록"].line, root.keys["목록"].column) == (11, 1)
    assert [(item.place.line, item.place.column) for item in items] == [(12, 5), (13, 5)]
    assert (items[1].value, items[1].raw.startswith("|\n    둘\n    셋")) == ("둘\n셋\n", True)


def test_a_byte_order_mark_and_windows_line_ends_move_no_place():
    reading = read_yaml("\ufeffa: 1\r\nb: 가\r\nc: x y\r\n", "a.yml")
    assert plain(reading.root) == {"a": "1", "b": "가", "c": "x y"}
    assert [(text.place.line, text.place.column, text.raw) for text in reading.root.items.values()] == [
        (1, 4, "1"), (2, 4, "가"), (3, 4, "x y"),
    ]  # fmt: skip


@pytest.mark.parametrize("source", ["", "\ufeff", "# 나중에\n", "\n\n", "---\n", "   "])
def test_an_empty_document_is_nothing_and_no_mistake(source):
    reading = read_yaml(source, "a.yml")
    assert (plain(reading.root) or None, reading.problems) == (None, [])


UNREADABLE = "YAML을 읽을 수 없어요.\n    "
QUOTE = "작은따옴표로 감싸세요."
SYNTAX = [
    ("a: b: c", 1, 5, "값 안에 ‘: ’이 있으면 값을 작은따옴표로 감싸세요. 예: question: '정산: 언제 되나요?'"),
    ("a: b\nc\nd: e", 3, 1, "이름 뒤에 ‘:’과 한 칸을 적으세요. 예: title: 발주확인"),
    ("- a: b\n  - c", 2, 3, "들여쓰기와 줄 맨 앞의 ‘- ’를 위아래 줄과 맞추세요."),
    ("a:\n\tb: c", 2, 1, "탭 대신 빈칸 두 개로 들여 쓰세요."),
    ("a:\n  - b\n\t- c", 3, 1, "탭 대신 빈칸 두 개로 들여 쓰세요."),
    ("a: @b", 1, 4, f"특수문자(@, `, %)로 시작하는 값은 {QUOTE}"),
    ("a: `b`", 1, 4, f"특수문자(@, `, %)로 시작하는 값은 {QUOTE}"),
    ("a: %b", 1, 4, f"특수문자(@, `, %)로 시작하는 값은 {QUOTE}"),
    ("a: 'b\n", 1, 4, "따옴표가 닫히지 않았어요. 여닫는 따옴표를 맞추세요."),
    ('가: "나', 1, 4, "따옴표가 닫히지 않았어요. 여닫는 따옴표를 맞추세요."),
    ("a: *b", 1, 4, f"‘*’로 시작하는 값은 {QUOTE}"),
    ("a: *송장", 1, 5, f"‘*’나 ‘&’로 시작하는 값은 {QUOTE}"),
    ("a: &송장 b", 1, 5, f"‘*’나 ‘&’로 시작하는 값은 {QUOTE}"),
    ("a: !중요 b", 1, 5, f"‘!’로 시작하는 값은 {QUOTE}"),
    ("a: [b, c", 2, 1, "여는 괄호를 닫고 값 사이에 쉼표를 적으세요. 예: tags: [송장, 발송]"),
    ("a: {b: c", 2, 1, "여는 괄호를 닫고 값 사이에 쉼표를 적으세요. 예: tags: [송장, 발송]"),
    ("a: b\n---\nc: d", 2, 1, "들여쓰기와 따옴표를 살펴보세요. 예: question: '송장을 고칠 수 있나요?'"),
    ("가: \x07나", 1, 4, "보이지 않는 특수문자가 있어요. 그 자리를 지우고 다시 적으세요."),
    ("a: b\r\n가: 나\x00", 2, 5, "보이지 않는 특수문자가 있어요. 그 자리를 지우고 다시 적으세요."),
    ("a: \ud800", 1, 4, "보이지 않는 특수문자가 있어요. 그 자리를 지우고 다시 적으세요."),
    ("a: \ufffe", 1, 4, "보이지 않는 특수문자가 있어요. 그 자리를 지우고 다시 적으세요."),
]


@pytest.mark.parametrize(("source", "line", "column", "mend"), SYNTAX, ids=[repr(case[0]) for case in SYNTAX])
def test_an_unreadable_document_says_where_and_what_usually_helps(source, line, column, mend):
    assert printed(source) == [f"a.yml:{line}:{column}: 오류: {UNREADABLE}{mend}"]
    assert read_yaml(source, "a.yml").root is None


ALIAS = "오류: 별칭(*이름)은 쓸 수 없어요.\n    값을 그 자리에 다시 적으세요."
ANCHOR = "오류: ‘&’로 시작하는 값은 쓸 수 없어요.\n    값을 작은따옴표로 감싸세요."
TAG = "오류: ‘!’로 시작하는 값은 쓸 수 없어요.\n    값을 작은따옴표로 감싸세요."
REFUSED = [
    ("a: b\na: c", ["a.yml:2:1: 오류: ‘a’가 두 번 있어요. 첫 번째는 1번째 줄이에요.\n    하나만 남기세요."]),
    ("[a]: b", ["a.yml:1:1: 오류: 이름은 글자여야 해요.\n    예: question: 언제 입금되나요?"]),
    ("a: &b c\nd: *b", [f"a.yml:1:4: {ANCHOR}", f"a.yml:2:4: {ALIAS}"]),
    ("a: &b {c: d}\ne:\n  <<: *b", [f"a.yml:1:4: {ANCHOR}", f"a.yml:3:7: {ALIAS}"]),
    ("a: &b [*b]", [f"a.yml:1:4: {ANCHOR}", f"a.yml:1:8: {ALIAS}"]),
    ("a: !b c", [f"a.yml:1:4: {TAG}"]),
    ("a: ! c", [f"a.yml:1:4: {TAG}"]),
    ("a: !!python/object/apply:os.system ['true']", [f"a.yml:1:4: {TAG}"]),
]


@pytest.mark.parametrize(("source", "problems"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_is_refused_is_named_where_it_stands(source, problems):
    assert printed(source) == problems


def test_the_first_of_two_equal_keys_counts():
    assert plain(read_yaml("a: b\na: c", "a.yml").root) == {"a": "b"}


def test_lines_are_counted_from_where_the_source_stands_in_its_file():
    assert printed("a: b: c", 7)[0].startswith("a.yml:7:5: ")
    assert printed("a: b\na: c", 7)[0].startswith("a.yml:8:1: 오류: ‘a’가 두 번 있어요. 첫 번째는 7번째")


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def test_twelve_levels_may_be_used_and_the_thirteenth_is_named():
    assert printed(nested(MAX_DEPTH)) == []
    assert printed(nested(MAX_DEPTH + 1)) == [
        "a.yml:1:13: 오류: 들여쓰기가 너무 깊어요.\n    12단계까지만 쓸 수 있어요."
    ]


BOMBS = {
    "laughs": "a: &a [x]\n" + "".join(f"{after}: &{after} [{f'*{name}, ' * 9}]\n" for name, after in zip("abcdefgh", "bcdefghi", strict=True)),
    "open brackets": "[" * 1_000_000,
    "closed brackets": nested(100_000),
    "open braces": "{a: " * 100_000,
    "stairs": "".join(" " * step + "a:\n" for step in range(1_900)),
    "dashes": "- " * 500_000,
    "questions": "? " * 500_000,
    "one long word": "가" * 1_999_999,
    "quotes": "'" * 1_999_999,
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_or_read_in_bounded_time(name):
    start = time.process_time()
    reading = read_yaml(BOMBS[name], "a.yml")
    assert time.process_time() - start < 10
    assert bool(reading.problems) == (name != "one long word")


def test_a_huge_file_is_not_even_read():
    assert printed("a" * (MAX_BYTES + 1)) == ["a.yml: 오류: 파일이 너무 커요.\n    2MB보다 작게 나누세요."]


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text(st.characters() | st.sampled_from("-:[]{}&*!|>'\"%@`#?, \n\t가\ufeff\u2028\ud800"), max_size=60))
def test_random_text_never_raises_and_a_problem_has_a_place(text):
    for problem in read_yaml(text, "a.yml", 2).problems:
        assert problem.line >= 2 and problem.column >= 1 and problem.text and problem.mend


def test_a_text_keeps_what_was_typed_after_letters_of_four_bytes():
    assert read_yaml("😀: 😀 a\nb: '다'", "a.yml").root.get("b") == Text(
        "다", read_yaml("\nb: 1", "a.yml").root.get("b").place, "'다'"
    )


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("is: {{ 판매수수료 }}", "1:5: 오류: ‘{{’로 시작하는 값은 그대로 쓸 수 없어요."),
        ("- {{ 판매수수료 }}", "1:3: 오류: ‘{{’로 시작하는 값은 그대로 쓸 수 없어요."),
        ("a: b\nis: {{ 판매수수료 }} 안", "2:17: 오류: YAML을 읽을 수 없어요."),
    ],
)
def test_a_value_that_begins_with_braces_wants_quotes(source, said):
    problems = read_yaml(source, "a.yml").problems
    mend = "값을 작은따옴표로 감싸세요. 예: is: '{{ 판매수수료 }}'"
    assert [str(problem) for problem in problems] == [f"a.yml:{said}\n    {mend}"]
