"""The index of everything: the Korean order, the letters, and what a reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sellerhelp.catalogue import LETTERS, catalogue, letter_of, sort_key
from sellerhelp.widgets import Widgets

from tests.test_widgets import ENV, Seen, site

LETTER = [
    ("가격", "ㄱ"), ("까다로운 반품", "ㄱ"), ("나", "ㄴ"), ("딱지", "ㄷ"), ("빠른정산", "ㅂ"), ("쓰기", "ㅅ"), ("영업일", "ㅇ"), ("짧은 답", "ㅈ"),
    ("힣", "ㅎ"), ("‘배송중’일 때", "ㅂ"), ("(주의) 벌점", "ㅈ"), ("  가", "ㄱ"), ("가".encode().decode(), "ㄱ"), ("ㄱ부터", "ㄱ"), ("ㅃ", "ㅂ"),
    ("ㅂㅅㅂ", "ㅂ"), ("CSV 파일", "A–Z"), ("ｅ쿠폰", "A–Z"), ("Éclair", "A–Z"), ("3~5일", "0–9"), ("３일", "0–9"), ("+82", "0–9"), ("配送", "그 밖"),
    ("…", "그 밖"), ("", "그 밖"), ("🙂 반품", "ㅂ"), ("ㅏ", "그 밖"),
    ("‘OO 스타일’", "ㅅ"), ("○○ 스타일", "ㅅ"), ("OO", "그 밖"), ("zoo", "A–Z"), ("O2O", "A–Z"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "letter"), LETTER)
def test_the_first_consonant_that_is_read_gives_the_letter(text, letter):
    assert letter_of(text) == letter


def test_titles_stand_in_the_order_of_the_korean_alphabet_with_latin_and_digits_after():
    wanted = [
        "가 나다", "가격", "‘가격’ 비교", "까치", "나", "반품 배송비", "반품·교환", "반품비", "하나", "API", "csv", "Zip", "1원", "3일", "配送",
    ]  # fmt: skip
    backwards = wanted[::-1]
    assert sorted(backwards, key=sort_key) == wanted


@given(st.lists(st.text(max_size=8), max_size=12))
def test_any_titles_come_in_whole_groups_in_the_order_of_the_letters(titles):
    letters = [letter_of(title) for title in sorted(titles, key=sort_key)]
    assert [LETTERS.index(letter) for letter in letters] == sorted(LETTERS.index(letter) for letter in letters)


def test_decomposed_hangul_from_macs_stands_where_composed_does():
    assert (letter_of("가나"), sort_key("가나")) == ("ㄱ", sort_key("가나"))


def rows(text: str = "글", here: str = "") -> list[str]:
    groups = catalogue(site(text), here, "../")
    return [f"{group.letter} {row.number or '-'} {row.title} {row.url}" for group in groups for row in group.rows]


def test_pages_have_their_number_and_questions_their_permanent_address():
    assert rows() == [
        "ㄱ 7 글 contact/index.md ../contact/",
        "ㄱ - 글 faq.md ../faq/",
        "ㄱ - 글 index.md ../",
        "ㄱ 3-2 글 orders/confirm.md ../orders/confirm/",
        "ㄱ 3-Q 글 orders/faq.md ../orders/faq/",
        "ㄱ 3 글 orders/index.md ../orders/",
        "ㄱ 3-1 글 orders/invoice.md ../orders/invoice/",
        "ㄱ - 글 orders-one? ../orders/faq/#orders-one",
        "ㄱ - 글 orders-two? ../orders/faq/#orders-two",
        "ㄱ 6 글 policy/index.md ../policy/",
        "ㄱ - 글 policy-one? ../policy/#policy-one",
    ]


def test_the_index_does_not_list_itself():
    assert len(rows(here="faq.md")) == len(rows()) - 1


def test_rows_name_their_manual_but_an_overview_is_the_manual():
    where = {row.title: row.where for group in catalogue(site(), "", "") for row in group.rows}
    assert where["글 orders/invoice.md"] == where["글 orders-one?"] == "글 orders/index.md"
    assert where["글 orders/index.md"] == where["글 faq.md"] == ""


def test_each_letter_is_linked_once_and_its_anchor_is_permanent():
    widgets = Widgets(ENV, site("Z"))
    widgets.begin_page("index-all.md", "../")
    seen = Seen(widgets.place_catalogue())
    assert seen.ids == ["letter-15"] == [link["href"][1:] for link in seen.all("a")[:1]]
    assert [LETTERS[at] for at in (0, 13, 14, 15, 16)] == ["ㄱ", "ㅎ", "A–Z", "0–9", "그 밖"]


def test_the_search_leaves_the_index_out():
    widgets = Widgets(ENV, site())
    widgets.begin_page("index-all.md", "../")
    assert "data-search-exclude" in Seen(widgets.place_catalogue()).tags[0][1]
