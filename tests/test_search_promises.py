"""Search promises: one that holds is silent, one that cannot hold fails the build, word for word."""

from __future__ import annotations

import pytest
from sellerhelp.problem import errors
from sellerhelp.search.cuts import Cutter
from sellerhelp.search.documents import Document
from sellerhelp.search.index import Index, make_index
from sellerhelp.search.lexicon import read_rows
from sellerhelp.search.promises import Promise, check, first_results
from sellerhelp.yamltext import Place

LEXICON = read_rows(["송장\t20", "반품\t20", "배송비\t20", "정산\t20", "번호\t20", "을\t\t10"])
PLACE = Place("docs/orders/faq.yml", 7, 12)


def document(kind: str, page: str, anchor: str, title: str, body: str = "") -> Document:
    return Document(kind, page, page + anchor, title, body, page_title="" if kind == "page" else f"쪽 {page}")


DOCUMENTS = [
    document("page", "orders/", "", "송장", "송장 번호"),
    document("section", "orders/", "#a", "송장 송장", "송장"),
    document("section", "orders/", "#b", "송장 번호", "송장"),
    document("question", "orders/", "#q1", "송장 번호를 고칠 수 있나요?", "송장"),
    document("question", "orders/", "#q2", "송장은 어디에 넣나요?", "송장 송장 송장"),
    document("page", "money/", "", "정산", "정산"),
    document("section", "money/", "#c", "배송비", "배송비"),
    document("page", "returns/", "", "반품", "반품, 그리고 긴 글 속의 송장 하나"),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return make_index(DOCUMENTS, Cutter(LEXICON))


def said(index: Index, query: str, location: str) -> list[str]:
    return [str(problem) for problem in check(index, [Promise(query, location, PLACE)])]


@pytest.mark.parametrize(
    ("query", "location"),
    [
        ("정산", "money/"),
        ("배송비", "money/"),  # its section is found: that is the page
        ("반품을", "returns/"),
        ("송장번호 고칠 수 있나요", "orders/#q1"),
        ("송장", "orders/"),
        ("qksvna", "returns/"),
        ("ㅂㅍ", "returns/"),
    ],
)
def test_a_promise_that_holds_is_silent(index, query, location):
    assert said(index, query, location) == []


def test_canary_a_promise_that_cannot_hold_is_told_with_what_came_instead(index):
    assert said(index, "정산", "returns/") == [
        "docs/orders/faq.yml:7:12: 오류: ‘정산’으로 찾으면 이 글이 처음 3개 안에 나오지 않아요. 대신 나온 것: ‘정산’\n"
        "    제목이나 본문, also에 그 말을 쓰거나 docs/synonyms.yml에 뜻이 같은 말을 더하세요."
    ]
    assert errors(check(index, [Promise("정산", "returns/", PLACE)])), "it must fail the build"


def test_what_came_instead_is_named_by_the_best_of_each_page(index):
    assert said(index, "반품 배송비 정산", "orders/#q1")[0].split("\n")[0] == (
        "docs/orders/faq.yml:7:12: 오류: ‘반품 배송비 정산’으로 찾으면 이 글이 처음 3개 안에 나오지 않아요. "
        "대신 나온 것: ‘배송비’, ‘반품’"
    )


def test_a_query_that_finds_nothing_says_so(index):
    assert said(index, "로고 ?!", "returns/") == [
        "docs/orders/faq.yml:7:12: 오류: ‘로고 ?!’로 찾으면 이 글이 처음 3개 안에 나오지 않아요. 대신 나온 것: 결과 없음\n"
        "    제목이나 본문, also에 그 말을 쓰거나 docs/synonyms.yml에 뜻이 같은 말을 더하세요."
    ]


MANY = [document("page", f"p{at}/", "", "송장 " * (5 - at) + "글 " * at) for at in range(5)]


def test_the_fourth_page_is_too_late():
    index = make_index([*MANY, document("page", "q/", "", "글")], Cutter(LEXICON))
    assert [said(index, "송장", f"p{at}/") == [] for at in range(5)] == [True, True, True, False, False]


def test_results_are_groups_of_a_page_each_with_its_address_and_no_more_than_are_shown(index):
    assert [list(group) for group in first_results(index, "송장")] == [
        ["orders/#a", "orders/", "orders/#b", "orders/#q2"],
        ["returns/"],
    ]
    assert first_results(index, "배송비") == [{"money/#c": "배송비", "money/": ""}]


def test_a_promise_of_a_place_that_does_not_exist_is_broken(index):
    assert len(said(index, "정산", "gone/")) == len(said(index, "정산", "")) == 1


def test_no_promise_no_problem(index):
    assert check(index, []) == []
    assert len(check(make_index([], Cutter(LEXICON)), [Promise("송장", "orders/", PLACE)])) == 1
