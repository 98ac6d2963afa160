"""The bench: its formats, its figures, and a site that it measures wrongly when the search is wrong."""

from __future__ import annotations

import time

import pytest
from sellerhelp.search.jamo import jamo

from tests.bench.asking import Answer, Start
from tests.bench.corpus import Query, Question, bare, page, read_corpus, read_queries
from tests.bench.figures import cost, latency, quality, rows_of, waiting, weight
from tests.bench.host import Line
from tests.bench.perturb import WAYS, perturbed
from tests.bench.search import spread, table
from tests.conftest import ROOT


def test_a_corpus_may_name_its_columns_in_either_way():
    rows = [
        '\ufeff{"id": "a-1", "question": " 하나 ", "answer": "답"}',
        "",
        '{"title": "둘", "text": "글"}',
        '{"question": "셋"}',
    ]
    assert read_corpus("\n".join(rows)) == [Question("하나", "답"), Question("둘", "글"), Question("셋", "")]


@pytest.mark.parametrize("row", ['{"answer": "답"}', "[1]", '{"question": ""}'])
def test_a_row_without_a_question_is_named(row):
    with pytest.raises(ValueError, match="corpus line 2: no question"):
        read_corpus('{"question": "하나"}\n' + row)


def test_queries_need_two_columns_in_any_order_and_the_rest_may_be_missing():
    assert read_queries("query\tfaq_index\n송장\t3\n", 9) == [Query("송장", "-", frozenset({3}))]
    full = 'style\tfaq_index\talso_right\tquery\ntypo\t3\t4, 5;6\t송쟝 "x\n-\t\t\t답 없음\n'
    assert read_queries(full, 9) == [
        Query('송쟝 "x', "typo", frozenset({3, 4, 5, 6})),
        Query("답 없음", "-", frozenset()),
    ]


def test_a_missing_column_and_a_row_beyond_the_corpus_are_named():
    with pytest.raises(ValueError, match="queries: no column faq_index"):
        read_queries("query\n송장\n", 9)
    with pytest.raises(ValueError, match="queries line 3: row 9 of a corpus of 9"):
        read_queries("query\tfaq_index\n송장\t8\n반품\t9\n", 9)


def test_somebodys_text_stays_text():
    made = page(Question('"제목": <b>', "# 제목\n/// faq\n{{ 값 }} <script>"))
    assert 'title: "\\"제목\\": <b>"' in made
    assert made.endswith("\n\n<p># 제목 /// faq &#123;&#123; 값 }} &lt;script&gt;</p>\n")


def test_the_bare_theme_holds_nothing_of_ours():
    lines = bare((ROOT / "mkdocs.yml").read_text("utf-8")).splitlines()
    config = "\n".join(line for line in lines if "#" not in line)
    assert "hooks" not in config and "sellerhelp" not in config and "custom_dir" not in config
    assert "lang: ko" in config and "name: material" in config


def answer(*locations: str, warm: float = 1, size: int = 0, is_late: bool = False) -> Answer:
    return Answer(list(locations), warm, is_late, size)


def test_addresses_become_rows_and_copies_count_once():
    assert rows_of(["p3/", "p13/?h=a#b", "http://a/p4/", "other/"], 10) == [3, 4, -1]


def test_recall_counts_the_first_right_page_by_style():
    queries = [Query("a", "x", frozenset({1})), Query("b", "x", frozenset({2, 3})), Query("c", "y", frozenset({4}))]
    queries += [Query("nobody knows", "y", frozenset())]
    answers = [answer("p1/"), answer("p9/", "p3/", "p2/"), answer(), answer("p1/")]
    made = quality(queries, answers, 10)
    assert made["all"] == {"queries": 3, "recall@1": 33.3, "recall@5": 66.7, "mrr": 0.5, "zero": 1}
    assert made["x"] == {"queries": 2, "recall@1": 50.0, "recall@5": 100.0, "mrr": 0.75, "zero": 0}
    assert made["y"] == {"queries": 1, "recall@1": 0.0, "recall@5": 0.0, "mrr": 0, "zero": 1}


def test_the_sixth_page_is_too_late():
    made = quality([Query("a", "x", frozenset({6}))], [answer("p1/", "p2/", "p3/", "p4/", "p5/", "p6/")], 10)
    assert (made["all"]["recall@5"], made["all"]["mrr"]) == (0, 0.167)


def test_times_and_bytes_are_medians_and_the_worst_is_told():
    assert latency([answer(warm=one) for one in range(1, 101)]) == {"p50": 51, "p95": 96, "most": 100, "given up": 0}
    starts = [
        Start(10, 100, 20, 5, 900.4, 30, None),
        Start(10, 300, 20, 7, None, 50, 400),
        Start(10, 120, 20, 9, 800, 40, 500),
    ]
    sizes = weight([answer(size=999), answer(size=2), answer(size=4)], starts)
    assert sizes == {
        "before the box": 10, "first result": 120, "first result, scripts in it": 20, "first result, most": 300, "requests for it": 7,
        "second page's query": 40, "later query": 3,
    }  # fmt: skip
    assert waiting(starts) == {
        "first page": 850, "first page, most": 900, "second page": 450, "second page, most": 500, "nothing seen": 2,
    }  # fmt: skip


def test_without_starts_there_are_no_figures_of_them():
    assert waiting([])["first page"] == 0 and weight([], [])["first result"] == 0


def test_items_are_picked_all_over_the_list():
    assert spread(list(range(10)), 4) == [0, 2, 5, 7]
    assert spread([1, 2], 5) == [1, 2] and spread([1, 2], 0) == []


def test_the_table_sets_systems_side_by_side_also_where_one_has_no_figure():
    rows = table({"ours": {"a": {"x": 1234.0}}, "peer": {"a": {"x": 2, "y": 3}}}).split("\n")
    assert [row.split() for row in rows] == [["ours", "peer"], ["a:", "x", "1,234", "2"], ["a:", "y", "3"]]


def test_a_slow_line_takes_its_time_and_shares_it():
    took = []
    for _ in range(3):  # a busy machine may hold up one of them
        line = Line(rate=100_000, delay=0.05)
        begin = time.monotonic()
        line.send(b"x" * 20_000, lambda piece: None)
        took.append(time.monotonic() - begin)
    assert 0.2 <= min(took) < 1


@pytest.mark.parametrize(
    ("way", "text", "expect"),
    [
        ("no spaces", "정산 언제", "정산언제"),
        ("English keys", "배송비 KC 깎아 줘", "qothdql KC RkRdk wnj"),
        ("English keys", "값 왜", "rkqt dho"),
    ],
)
def test_a_query_is_mistyped_in_the_way_that_was_asked_for(way, text, expect):
    assert WAYS[way](text) == expect


def test_one_wrong_jamo_is_one_and_the_same_every_time():
    for text in ("정산이 왜 늦어요", "뷁", "괜찮은 값"):
        wrong = WAYS["one wrong jamo"](text)
        assert wrong == WAYS["one wrong jamo"](text) and len(wrong) == len(text)
        assert sum(one != other for one, other in zip(jamo(text), jamo(wrong), strict=True)) == 1
    assert WAYS["one wrong jamo"]("kc 3") == "kc 3"
    assert len({WAYS["one wrong jamo"]("정산이 왜 늦어요", turn) for turn in range(3)}) == 3


def test_only_well_typed_queries_that_change_and_count_are_mistyped():
    right = frozenset({1})
    queries = [Query("가 나", "keyword", right), Query("가나", "keyword", right), Query("가 다", "typo", right)]
    queries += [Query("가 라", "keyword", frozenset())]
    assert perturbed(queries, WAYS["no spaces"]) == [(queries[0], Query("가나", "keyword", right))]
    assert len(perturbed(queries, WAYS["one wrong jamo"], 3)) == 6


def test_what_mistyping_costs_is_the_difference_of_recall():
    before, after = ({"all": {"queries": 4, "recall@1": 50.0, "recall@5": five, "zero": 1}} for five in (75.0, 50.5))
    assert cost(before, after)["recall@5, points lost"] == 24.5
    assert cost({}, {}) == {"queries": 0}
