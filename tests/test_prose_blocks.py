"""The blocks of a page as they were written."""

from __future__ import annotations

import pytest
from sellerhelp.prose.blocks import WrittenBlock, unclosed_blocks, unknown_blocks, written_blocks
from sellerhelp.prose.check import KNOWN, block_problems
from sellerhelp.yamltext import List, Map


def blocks(source: str) -> list[WrittenBlock]:
    return list(written_blocks(source, "a.md"))


def names(source: str) -> list[str]:
    return [f"{block.name}:{block.place.line}" for block in blocks(source)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("/// faq\n///", ["faq:1"]),
        ("글\n\n///faq\n///", ["faq:3"]),
        ("   ///// 주의 | 제목\n/////", ["주의:1"]),
        ("/// 주의 | 제목 | 둘\n///", ["주의:1"]),
        ("//// 주의\n/// faq\n///\n////\n/// track\n///", ["주의:1", "faq:2", "track:5"]),
        ("/// faq\r\n///\r\n\r\n/// track\r\n///", ["faq:1", "track:4"]),
        ("    /// faq\n    ///", []),
        ("// faq", []),
        ("/// 두 말\n///", []),
        ("글 /// faq", []),
        ("///", []),
        ("", []),
    ],
)
def test_blocks_are_found_where_the_host_finds_them(source, found):
    assert names(source) == found


CODE = [
    "```\n{}\n```", "```yaml\n{}\n```", "~~~\n{}\n~~~", "````\n```\n{}\n```\n````", "```\n~~~\n{}\n```", "~~~\n```\n{}\n~~~",
    "```\n```yaml\n{}\n```",
]  # fmt: skip


@pytest.mark.parametrize("code", CODE)
def test_fenced_code_is_left_alone_and_what_follows_is_not(code):
    source = code.format("/// 없는블록") + "\n\n/// 없어요\n///"
    assert [name.split(":")[0] for name in names(source)] == ["없어요"]
    assert [problem.text for problem in block_problems(source, "a.md")] == ["모르는 블록 ‘없어요’예요."]


@pytest.mark.parametrize("line", ["```한 줄``` 코드", "  ```", "글 ```"])
def test_marks_that_open_no_fence_hide_no_block(line):
    assert names(f"{line}\n\n/// faq\n///") == ["faq:3"]


@pytest.mark.parametrize("pad", [4, 6])
def test_options_know_where_they_stand_in_the_page(pad):
    rows = ["manual: orders", "tags: [송장, 발송]", "ids:", "  - a-b"]
    block = blocks("글\n\n/// faq\n" + "".join(f"{' ' * pad}{row}\n" for row in rows) + "///\n")[0]
    assert isinstance(block.options, Map)
    assert (block.options.place.line, block.options.place.column) == (4, pad + 1)
    assert [(place.line, place.column) for place in block.options.keys.values()] == [
        (4, pad + 1),
        (5, pad + 1),
        (6, pad + 1),
    ]
    found = [
        block.place_of(*words)
        for words in (("manual", "orders"), ("tags", "발송"), ("ids", "a-b"), ("view", "x"), ("tags", "y"))
    ]
    assert [(place.line, place.column) for place in found] == [
        (4, pad + 9),
        (5, pad + 12),
        (7, pad + 5),
        (3, 1),
        (3, 1),
    ]


def test_options_that_are_a_list_know_their_places_too():
    block = blocks("/// faq\n    - 가\n    - [나]\n///")[0]
    assert isinstance(block.options, List)
    assert [(item.place.line, item.place.column) for item in block.options] == [(2, 7), (3, 7)]


@pytest.mark.parametrize(
    ("option", "place", "text"),
    [
        ("a: b: c", "2:9", "YAML을 읽을 수 없어요."),
        ("a: &x b", "2:8", "‘&’로 시작하는 값은 쓸 수 없어요."),
        ("a: b\n    a: c", "3:5", "‘a’가 두 번 있어요. 첫 번째는 2번째 줄이에요."),
    ],
)
def test_mistakes_in_options_stand_in_the_column_of_the_page(option, place, text):
    problems = blocks(f"/// faq\n    {option}\n///")[0].problems
    assert [f"{problem.line}:{problem.column} {problem.text}" for problem in problems] == [f"{place} {text}"]


def test_options_end_with_the_indentation_or_a_blank_line():
    assert blocks("/// faq\n    a: b\nc: d\n///")[0].options.items.keys() == {"a"}
    assert blocks("/// faq\n    a: b\n\n    c: d\n///")[0].options.items.keys() == {"a"}
    assert blocks("/// faq\n\n    a: b\n///")[0].options is None


def test_an_unknown_block_is_named_with_the_nearest_or_with_all():
    problems = unknown_blocks(written_blocks("/// 알아두\n///\n\n/// xyz\n///", "a.md"), KNOWN)
    assert [str(problem) for problem in problems] == [
        "a.md:1:1: 오류: 모르는 블록 ‘알아두’예요.\n    ‘알아두기’를 쓰려고 했나요?",
        "a.md:4:1: 오류: 모르는 블록 ‘xyz’예요.\n    쓸 수 있는 블록: faq, contact, index, track, value, settlement-date, fees, notices, changes, checklist, glossary, 알아두기, 주의, 되돌릴수없음",
    ]


@pytest.mark.parametrize("name", KNOWN)
def test_every_block_that_the_site_knows_passes(name):
    assert unknown_blocks(written_blocks(f"/// {name}\n글\n///\n", "a.md"), KNOWN) == []


OPEN = "블록이 닫히지 않았어요.\n    블록 끝에"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("/// faq\n///", []),
        ("//// 주의\n/// faq\n///\n////", []),
        ("/// 주의\n/// faq\n///\n///", []),
        ("/// faq\n", [f"a.md:1:1: 오류: ‘faq’ {OPEN} ///만 있는 줄을 넣으세요."]),
        ("글\n\n//// 주의\n글\n///\n", [f"a.md:3:1: 오류: ‘주의’ {OPEN} ////만 있는 줄을 넣으세요."]),
        ("//// 주의\n/// faq\n////", [f"a.md:2:1: 오류: ‘faq’ {OPEN} ///만 있는 줄을 넣으세요."]),
        ("/// faq\n```\n///\n```", [f"a.md:1:1: 오류: ‘faq’ {OPEN} ///만 있는 줄을 넣으세요."]),
        ("///\n///", []),
    ],
)
def test_a_block_whose_end_is_missing_is_named_and_no_other(source, found):
    assert [str(problem) for problem in unclosed_blocks(source, "a.md")] == found
