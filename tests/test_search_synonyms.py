"""The synonym file: what it means, and every mistake word for word with its place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from sellerhelp.search.query import Synonym
from sellerhelp.search.synonyms import PATH, Pair, compiled, read_synonyms, said
from sellerhelp.search.text import clean, runs, squeeze

SOURCE = (Path(__file__).parents[1] / "docs" / PATH).read_text("utf-8")


def read(source: str) -> tuple[list[Pair], list[str]]:
    pairs, problems = read_synonyms(source, "docs/synonyms.yml")
    return pairs, [str(problem).removeprefix("docs/synonyms.yml:") for problem in problems]


def test_the_words_of_a_group_mean_each_other():
    assert read("groups:\n  - {words: [구매자, 손님, 고객], weight: 0.9}\n") == (
        [
            Pair("구매자", ("손님", "고객"), 0.9),
            Pair("손님", ("구매자", "고객"), 0.9),
            Pair("고객", ("구매자", "손님"), 0.9),
        ],
        [],
    )


def test_a_one_way_entry_is_not_found_backwards():
    assert read(
        "one_way:\n  - from: [물건, 제품]\n    to: [상품]\n    weight: '.5'\n  - {from: 돈, to: [정산, 환불]}\n"
    ) == (
        [Pair("물건", ("상품",), 0.5), Pair("제품", ("상품",), 0.5), Pair("돈", ("정산", "환불"), 0.7)],
        [],
    )


@pytest.mark.parametrize("source", ["", "# 비었어요\n", "groups: []", "groups: []\none_way: []", "{}"])
def test_a_file_without_entries_is_no_mistake(source):
    assert read(source) == ([], [])


@pytest.mark.parametrize(
    ("weight", "value"), [("1", 1.0), ("1.0", 1.0), ("0.05", 0.05), (".25", 0.25), ("0.7", 0.7), ("'0.7'", 0.7)]
)
def test_weights_go_from_a_twentieth_to_one(weight, value):
    assert read(f"groups: [{{words: [가, 나], weight: {weight}}}]")[0][0].weight == value


PROBLEMS = {
    "a list instead of a map": (
        "- words: [가, 나]",
        ["1:1: 오류: 동의어 파일에는 ‘이름: 값’ 줄이 와야 해요.\n    예: groups:\n      - words: [구매자, 손님]"],
    ),
    "an unknown key at the top": (
        "group: []",
        ["1:1: 오류: 동의어 파일에 모르는 이름 ‘group’가 있어요.\n    ‘groups’를 쓰려고 했나요?"],
    ),
    "groups that are no list": (
        "groups: 구매자, 손님",
        ["1:9: 오류: ‘groups’에는 ‘- ’로 시작하는 목록이 와야 해요.\n    예:\n    groups:\n      - words: [구매자, 손님]"],
    ),
    "one_way that is no list": (
        "one_way:\n  from: [물건]\n  to: [상품]",
        ["2:3: 오류: ‘one_way’에는 ‘- ’로 시작하는 목록이 와야 해요.\n    예:\n    one_way:\n      - from: [물건]\n        to: [상품]"],
    ),
    "a group that is no map": (
        "groups:\n  - [구매자, 손님]",
        ["2:5: 오류: 동의어 묶음에는 ‘이름: 값’ 줄이 와야 해요.\n    예: words: [구매자, 손님]"],
    ),
    "a group without words": (
        "groups:\n  - weight: 0.7",
        ["2:5: 오류: 동의어 묶음에 ‘words’ 줄이 없어요.\n    예: words: [구매자, 손님]"],
    ),
    "an empty group": ("groups:\n  - words: []", ["2:12: 오류: ‘words’가 비어 있어요.\n    예: words: [구매자, 손님]"]),
    "a group of one word": (
        "groups:\n  - words: [구매자]",
        ["2:5: 오류: 묶음에는 낱말이 둘 이상 있어야 해요.\n    예: words: [구매자, 손님]"],
    ),
    "a bare word": (
        "groups:\n  - words: 구매자",
        ["2:5: 오류: 묶음에는 낱말이 둘 이상 있어야 해요.\n    예: words: [구매자, 손님]"],
    ),
    "a word that is a map": (
        "groups:\n  - words: [구매자, 손님, {고객: 1}]",
        ["2:22: 오류: ‘words’ 목록의 항목에는 글 하나가 와야 해요.\n    예: words: [구매자, 손님]"],
    ),
    "an empty word": (
        "groups:\n  - words: [구매자, 손님, '']",
        ["2:22: 오류: ‘words’ 목록에 빈 항목이 있어요.\n    예: words: [구매자, 손님]"],
    ),
    "an unknown key in a group": (
        "groups:\n  - words: [가, 나]\n    wight: 0.7",
        ["3:5: 오류: 동의어 묶음에 모르는 이름 ‘wight’가 있어요.\n    ‘weight’를 쓰려고 했나요?"],
    ),
    "the same word twice but for its spaces": (
        "groups:\n  - words: [판매자 센터, 판매자센터, 셀러센터]",
        ["2:5: 알림: ‘판매자센터’가 한 묶음에 두 번 있어요. 띄어쓰기는 보지 않아요.\n    하나를 지우세요."],
    ),
    "a weight over one": (
        "groups:\n  - {words: [가, 나], weight: 2}",
        ["2:29: 오류: 무게 ‘2’를 쓸 수 없어요. 0.1부터 1.0까지예요.\n    예: weight: 0.7"],
    ),
    "a weight of nothing": (
        "groups:\n  - {words: [가, 나], weight: 0.00}",
        ["2:29: 오류: 무게 ‘0.00’을 쓸 수 없어요. 0.1부터 1.0까지예요.\n    예: weight: 0.7"],
    ),
    "a weight in words": (
        "one_way:\n  - {from: [가], to: [나], weight: 높음}",
        ["2:34: 오류: 무게 ‘높음’을 쓸 수 없어요. 0.1부터 1.0까지예요.\n    예: weight: 0.5"],
    ),
    "a weight that is a list": (
        "groups:\n  - {words: [가, 나], weight: [0.7]}",
        ["2:29: 오류: ‘weight’에는 글 하나가 와야 해요.\n    예: weight: 0.7"],
    ),
    "one way that is no map": (
        "one_way:\n  - 물건",
        ["2:5: 오류: 한쪽 동의어에는 ‘이름: 값’ 줄이 와야 해요.\n    예: from: [물건]"],
    ),
    "one way from nowhere": (
        "one_way:\n  - to: [상품]",
        ["2:5: 오류: 한쪽 동의어에 ‘from’ 줄이 없어요.\n    예: from: [물건]"],
    ),
    "one way to nowhere": (
        "one_way:\n  - from: [물건]",
        ["2:5: 오류: 한쪽 동의어에 ‘to’ 줄이 없어요.\n    예: to: [상품]"],
    ),
    "one way to an empty list": (
        "one_way:\n  - {from: [물건], to: []}",
        ["2:22: 오류: ‘to’가 비어 있어요.\n    예: to: [상품]"],
    ),
    "one way with an unknown key": (
        "one_way:\n  - {from: [물건], to: [상품], words: [가, 나]}",
        ["2:28: 오류: 한쪽 동의어에 모르는 이름 ‘words’가 있어요.\n    쓸 수 있는 이름: from, to, weight"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expect"), PROBLEMS.values(), ids=PROBLEMS)
def test_every_mistake_is_told_with_its_place(source, expect):
    assert read(source)[1] == expect


def test_a_broken_weight_is_the_usual_one_and_a_broken_entry_leaves_the_others():
    pairs, problems = read("groups:\n  - {words: [가, 나], weight: 9}\n  - words: []\n  - {words: [다, 라]}\n")
    assert [(pair.typed, pair.weight) for pair in pairs] == [("가", 0.7), ("나", 0.7), ("다", 0.7), ("라", 0.7)]
    assert len(problems) == 2


def test_a_file_that_is_no_yaml_has_a_problem_and_no_pairs():
    pairs, problems = read("groups: [가, ")
    assert pairs == [] and len(problems) == 1


def test_typed_and_meant_words_are_cut_as_the_index_cuts():
    pairs = [
        Pair("판매자 센터 ", ("셀러센터", "셀러 센터", "ＡＰＩ 키"), 0.8),
        Pair("?!", ("반품",), 0.8),
        Pair("반품", ("?!",), 0.8),
    ]

    def cut(text):
        return [word for run in runs(clean(text)) for word in ("셀러 센터" if run == "셀러센터" else run).split()]

    assert compiled(pairs, cut) == [Synonym(("판매자", "센터"), (("셀러", "센터"), ("api", "키")), 0.8)]


def test_what_is_cut_like_the_typed_word_is_no_synonym_of_it():
    pairs = [Pair("반품을", ("반품",), 0.8), Pair("반품", ("반품을", "환불"), 0.8)]
    cut = {"반품을": ["반품"], "반품": ["반품"], "환불": ["환불"]}
    assert compiled(pairs, cut.get) == [Synonym(("반품",), (("환불",),), 0.8)]


def test_all_that_the_file_says_is_there_to_learn_once():
    assert said([Pair("반품", ("환불",), 0.8), Pair("환불", ("반품", "취소 요청"), 0.8)]) == [
        "반품",
        "취소 요청",
        "환불",
    ]


# --- the file of this site ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site_file():
    return read_synonyms(SOURCE, f"docs/{PATH}")


def test_the_file_of_the_site_reads_without_problems_and_is_large(site_file):
    pairs, problems = site_file
    assert [str(problem) for problem in problems] == []
    assert SOURCE.count("words: [") + SOURCE.count("from: [") >= 450
    assert len(pairs) > 1000


def test_every_typed_word_of_the_file_can_be_found_in_a_query(site_file):
    pairs, _ = site_file
    assert [pair.typed for pair in pairs if not squeeze(clean(pair.typed))] == []
    assert [pair for pair in pairs if squeeze(clean(pair.typed)) in {squeeze(clean(word)) for word in pair.meant}] == []


def test_no_word_of_the_file_means_half_the_trade(site_file):
    """A word in many groups is a sign that it is too vague for any."""
    pairs, _ = site_file
    assert [word for word, count in Counter(pair.typed for pair in pairs).items() if count > 6] == []
