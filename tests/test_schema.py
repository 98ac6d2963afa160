"""Mappings are read by their keys; each way to go wrong has one message."""

from __future__ import annotations

from datetime import date

import pytest
from sellerhelp.schema import Key, day, matching, one_of, read_map, text, texts, whole
from sellerhelp.yamltext import read_yaml

KEYS = [
    Key("name", text, "name: 송장", required=True),
    Key("words", texts, "words: [송장, 발송]", default=()),
    Key("tags", texts, "tags: [송장]", default=()),
    Key("code", matching(r"[a-z]+", "소문자만 적어요."), "code: abc", default=""),
    Key("view", one_of("list", "table"), "view: table", default="list"),
    Key("day", day, "day: 2026-11-22"),
    Key("rank", whole, "rank: 1"),
]


def read(source: str, keys: list[Key] = KEYS) -> tuple[dict | None, list[str]]:
    problems = []
    values = read_map(read_yaml(source, "a.yml").root, keys, "항목", problems)
    return values, [str(problem) for problem in problems]


def test_right_values_are_read_and_trimmed():
    values, problems = read(
        "name: ' 송장 '\nwords: [가, 나]\ncode: ab\nview: table\nday: 2026-02-28\nrank: 12\ntags: 하나\n"
    )
    assert problems == []
    assert values == {
        "name": "송장", "words": ("가", "나"), "tags": ("하나",), "code": "ab", "view": "table", "day": date(2026, 2, 28), "rank": 12,
    }  # fmt: skip


def test_what_is_left_out_gets_its_default():
    values, problems = read("name: 송장")
    assert (values, problems) == (
        {"name": "송장", "words": (), "tags": (), "code": "", "view": "list", "day": None, "rank": None}, [],
    )  # fmt: skip


WRONG = [
    ("- a", "1:1", "항목에는 ‘이름: 값’ 줄이 와야 해요.", "예: name: 송장"),
    ("a", "1:1", "항목에는 ‘이름: 값’ 줄이 와야 해요.", "예: name: 송장"),
    ("code: a", "1:1", "항목에 ‘name’ 줄이 없어요.", "예: name: 송장"),
    ("name: a\nword: b", "2:1", "항목에 모르는 이름 ‘word’가 있어요.", "‘words’를 쓰려고 했나요?"),
    (
        "name: a\n색: b",
        "2:1",
        "항목에 모르는 이름 ‘색’이 있어요.",
        "쓸 수 있는 이름: name, words, tags, code, view, day, rank",
    ),
    ("name:", "1:6", "‘name’가 비어 있어요.", "예: name: 송장"),
    ("name: ' '", "1:7", "‘name’가 비어 있어요.", "예: name: 송장"),
    ("name: [a]", "1:7", "‘name’에는 글 하나가 와야 해요.", "예: name: 송장"),
    ("name: {a: b}", "1:7", "‘name’에는 글 하나가 와야 해요.", "예: name: 송장"),
    ("name: a\nwords: {b: c}", "2:8", "‘words’에는 목록이 와야 해요.", "예: words: [송장, 발송]"),
    ("name: a\nwords: [b, [c]]", "2:12", "‘words’ 목록의 항목에는 글 하나가 와야 해요.", "예: words: [송장, 발송]"),
    ("name: a\nwords: ''", "2:8", "‘words’가 비어 있어요.", "예: words: [송장, 발송]"),
    ("name: a\ncode: A", "2:7", "‘code’의 값 ‘A’를 쓸 수 없어요. 소문자만 적어요.", "예: code: abc"),
    ("name: a\ncode: |\n  a\n  b", "2:7", "‘code’의 값 ‘a\nb’를 쓸 수 없어요. 소문자만 적어요.", "예: code: abc"),
    ("name: a\nview: lists", "2:7", "‘view’의 값 ‘lists’를 몰라요.", "‘list’를 쓰려고 했나요?"),
    ("name: a\nview: 표", "2:7", "‘view’의 값 ‘표’를 몰라요.", "쓸 수 있는 값: list, table"),
    ("name: a\nday: 2026-02-29", "2:6", "‘day’의 날짜 ‘2026-02-29’를 읽을 수 없어요.", "예: day: 2026-11-22"),
    ("name: a\nday: 20261122", "2:6", "‘day’의 날짜 ‘20261122’를 읽을 수 없어요.", "예: day: 2026-11-22"),
    ("name: a\nday: 2026-W47-7", "2:6", "‘day’의 날짜 ‘2026-W47-7’을 읽을 수 없어요.", "예: day: 2026-11-22"),
    ("name: a\nday: ２０２６-11-22", "2:6", "‘day’의 날짜 ‘２０２６-11-22’를 읽을 수 없어요.", "예: day: 2026-11-22"),
    ("name: a\nrank: 0", "2:7", "‘rank’에는 1부터 세는 수가 와야 해요.", "예: rank: 1"),
    ("name: a\nrank: -1", "2:7", "‘rank’에는 1부터 세는 수가 와야 해요.", "예: rank: 1"),
    ("name: a\nrank: 1.5", "2:7", "‘rank’에는 1부터 세는 수가 와야 해요.", "예: rank: 1"),
    ("name: a\nrank: 1000000", "2:7", "‘rank’에는 1부터 세는 수가 와야 해요.", "예: rank: 1"),
]


@pytest.mark.parametrize(
    ("source", "place", "said", "mend"), WRONG, ids=[case[0].replace("\n", " / ") for case in WRONG]
)
def test_one_mistake_gives_one_message(source, place, said, mend):
    assert read(source)[1] == [f"a.yml:{place}: 오류: {said}\n    {mend}"]


@pytest.mark.parametrize("name", ["words", "code", "view", "day", "rank"])
def test_a_value_that_cannot_be_read_leaves_the_default(name):
    values, problems = read(f"name: a\n{name}: {{}}")
    assert (len(problems), values[name]) == (1, next(key.default for key in KEYS if key.name == name))


def test_several_mistakes_are_told_together_in_the_order_of_the_keys():
    assert [row.split("\n")[0] for row in read("rank: x\nday: y\n색: z")[1]] == [
        "a.yml:3:1: 오류: 항목에 모르는 이름 ‘색’이 있어요.",
        "a.yml:1:1: 오류: 항목에 ‘name’ 줄이 없어요.",
        "a.yml:2:6: 오류: ‘day’의 날짜 ‘y’를 읽을 수 없어요.",
        "a.yml:1:7: 오류: ‘rank’에는 1부터 세는 수가 와야 해요.",
    ]


def test_a_required_list_may_not_be_empty_but_another_may():
    keys = [Key("tags", texts, "tags: [송장]", required=True, default=()), Key("also", texts, "also: [가]", default=())]
    values, problems = read("tags: []\nalso: []", keys)
    assert (values, problems) == (
        {"tags": (), "also": ()},
        ["a.yml:1:7: 오류: ‘tags’가 비어 있어요.\n    예: tags: [송장]"],
    )


def test_a_required_key_whose_value_is_a_refused_alias_is_not_missing_as_well():
    reading = read_yaml("code: &a abc\nname: *a", "a.yml")
    problems = []
    read_map(reading.root, KEYS, "항목", problems)
    assert (len(reading.problems), problems) == (2, [])
