"""What is made of what sellers type: words, pairs, repairs, synonyms. A store made by hand answers for the index."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.search import query as module
from sellerhelp.search.jamo import initials, jamo
from sellerhelp.search.lexicon import read_rows
from sellerhelp.search.query import Plan, Synonym, found_synonyms, interpret, is_one_off, repaired
from sellerhelp.search.segmenter import Chunk

CHEAP = settings(max_examples=200, deadline=None, derandomize=True, database=None)
TABLE = json.loads((Path(__file__).parent / "cases/search_query.json").read_text("utf-8"))
ROWS = """\
반품	20
배송	15
배송비	30
배송지	40
송장	25
번호	30
정산	25
정산하	60		정산
폰	50
쿠폰	30
바코드	40
려면		30
하려면		25
이		10
가	70	10""".splitlines()
WORDS = ["반품", "배송", "배송비", "배송지", "송장", "번호", "정산", "폰", "쿠폰", "바코드", "api", "sms", "3-4"]


@dataclass
class FakeStore:
    """Knows the rows above; has_word only what a document has."""

    words: Sequence[str] = tuple(WORDS)
    found: Sequence[Synonym] = ()
    chunks: dict[str, Chunk] = field(default_factory=lambda: read_rows(ROWS).chunks)

    def chunk(self, surface: str) -> Chunk | None:
        return self.chunks.get(surface)

    def has_word(self, word: str) -> bool:
        return word in self.words

    def starting(self, syllable: str) -> Sequence[str]:
        return [one for one, chunk in self.chunks.items() if one[0] == syllable and len(one) > 1 and chunk.words]

    def ending(self, syllable: str) -> Sequence[str]:
        return [one for one, chunk in self.chunks.items() if one[-1] == syllable and len(one) > 1 and chunk.words]

    def synonyms(self, head: str) -> Sequence[Synonym]:
        return [one for one in self.found if one.surface[:2] == head]

    def by_initials(self, consonants: str) -> Sequence[str]:
        return [word for word in self.words if initials(word) == consonants]


def weighed(terms: dict[str, float]) -> str:
    return " ".join(f"{term}:{weight:g}" for term, weight in terms.items())


def plan(query: str, *synonyms: Synonym) -> Plan:
    return interpret(query, FakeStore(found=synonyms))


# --- the tables -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("one", "other", "expect"), TABLE["is_one_off"])
def test_words_are_one_jamo_apart_or_not(one, other, expect):
    assert is_one_off(one, other) is is_one_off(other, one) is expect


@pytest.mark.parametrize(("text", "expect"), TABLE["loose_consonants"])
def test_a_query_of_first_consonants_is_nothing_else(text, expect):
    assert module.loose_consonants(text) == expect


LOOSE = st.text("ㄱㄴㅏ", max_size=7)


def all_one_off(word: str) -> set[str]:
    """The definition, letter by letter."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {a + b[1:] for a, b in cuts if b} | {a + x + b for a, b in cuts for x in "ㄱㄴㅏ"}
    found |= {a + x + b[1:] for a, b in cuts if b for x in "ㄱㄴㅏ"} | {
        a + b[1] + b[0] + b[2:] for a, b in cuts if b[1:]
    }
    return found - {word}


@CHEAP
@given(LOOSE, LOOSE)
def test_one_off_is_what_replacing_dropping_adding_and_swapping_make(one, other):
    assert is_one_off(one, other) is (other in all_one_off(one))
    assert all(is_one_off(one, near) for near in all_one_off(one))


# --- words and pairs ------------------------------------------------------------------------------

PLANS = {
    "words count whole and pairs half": ("반품하려면", "반품:1", "반품:0.5 품하:0.5 하려:0.5 려면:0.5"),
    "pairs go across spaces and signs": ("송장 번호!", "송장:1 번호:1", "송장:0.5 장번:0.5 번호:0.5"),
    "what stands twice counts twice": ("반품 반품", "반품:2", "반품:1 품반:0.5"),
    "numbers and Latin words are themselves": ("API 3-4", "api:1 3:1 4:1", "ap:0.5 pi:0.5 i3:0.5 34:0.5"),
    "one letter has no pair": ("폰", "폰:1", ""),
    "nothing": ("", "", ""),
    "only signs": ("?!^~*:", "", ""),
    "only a vowel is searched as it stands": ("ㅏ", "ㅏ:1", ""),
    "full-width and decomposed letters": ("ＡＰＩ \u1107\u1161\u11ab\u1111\u116e\u11b7", "api:1 반품:1", "ap:0.5 pi:0.5 i반:0.5 반품:0.5"),
    # half-typed
    "a syllable that has just begun does not count": ("송장 ㅂ", "송장:1", "송장:0.5"),
    "nor do several loose jamo at the end": ("송장버ㄴㅎ", "송장:1 버:1", "송장:0.5 장버:0.5"),
    "nor if a line break follows": ("송장ㅂ\n", "송장:1 ㅂ:1", "송장:0.5 장ㅂ:0.5"),
    "loose jamo inside stay": ("ㅋㅋ 송장", "ㅋㅋ:1 송장:1", "ㅋㅋ:0.5 ㅋ송:0.5 송장:0.5"),
    # English keys
    "an unknown Latin word is read as Korean keys": ("qothdql", "배송비:1", "배송:0.5 송비:0.5"),
    "capitals too": ("QOTHDQL", "배송비:1", "배송:0.5 송비:0.5"),
    "a known Latin word is not": ("sms", "sms:1", "sm:0.5 ms:0.5"),
    "nor what gives few syllables": ("https", "https:1", "ht:0.5 tt:0.5 tp:0.5 ps:0.5"),
    "nor one letter": ("q", "q:1", ""),
    "keys next to a word": ("반품 qothdql", "반품:1 배송비:1", "반품:0.5 품배:0.5 배송:0.5 송비:0.5"),
    # one wrong jamo
    "one wrong jamo": ("배숑비", "배숑비:0.5 배송비:0.9", "배숑:0.5 숑비:0.5 배송:0.45 송비:0.45"),
    "the ending is kept": ("반퓸하려면", "반퓸:0.5 반품:0.9", "반퓸:0.5 퓸하:0.5 하려:0.95 려면:0.95 반품:0.45 품하:0.45"),
    "two wrong jamo are left alone": ("베숑비", "베숑비:1", "베숑:0.5 숑비:0.5"),
    "one syllable is never repaired": ("숑", "숑:1", ""),
}  # fmt: skip


@pytest.mark.parametrize(("query", "words", "pairs"), PLANS.values(), ids=PLANS)
def test_a_query_becomes_words_and_pairs(query, words, pairs):
    made = plan(query)
    assert (weighed(made.words), weighed(made.pairs)) == (words, pairs)
    assert (made.choices, made.initials) == ([], [])


def test_english_keys_may_give_initial_consonants():
    # Nothing but consonants is no syllable: the word stays.
    assert plan("qtq").initials == []
    assert plan("ㅂㅅㅂ").initials == ["ㅂㅅㅂ"]


def test_initial_consonants_choose_among_the_words_that_begin_so():
    made = plan("ㅂㅅㅂ ㅂㅍ")
    assert (made.words, made.pairs) == ({}, {})
    assert made.initials == ["ㅂㅅㅂ", "ㅂㅍ"]
    assert made.choices == [(1.0, (("배송비",),)), (1.0, (("반품",),))]


def test_consonants_that_no_word_has_leave_an_empty_choice():
    assert plan("ㅎㅎㅎ").choices == [(1.0, ())]


def test_a_long_query_is_cut():
    assert plan("폰" * 10_000).text == "폰" * 200
    assert plan("🚚" * 300).text == "🚚" * 200


# --- repairs --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("run", "expect"),
    [
        ("배숑비", ("배숑비", "배송비")),
        ("송장", None),  # itself is no repair
        ("반퓸", ("반퓸", "반품")),
        ("쿠폼", ("쿠폼", "쿠폰")),
        ("바코트를", ("바코트", "바코드")),
        ("정샨", ("정샨", "정산")),
        ("속장번호", ("속장", "송장")),
        ("가나다라마바사", None),
    ],
)
def test_the_beginning_of_a_run_is_repaired(run, expect):
    assert repaired(run, FakeStore()) == expect


def test_a_surface_of_few_jamo_is_no_repair():
    store = FakeStore(chunks=read_rows(["비서\t10", "비밀\t10"]).chunks)
    assert len(jamo("비서")) == 4 and repaired("비저", store) is None
    assert repaired("비멸", store) == ("비멸", "비밀")


def test_function_chunks_are_no_repair():
    assert repaired("하려먼", FakeStore()) is None


def test_the_longest_repair_wins_then_the_commonest_then_the_first():
    rows = ["배송\t1", "배송비\t90", "배송지\t80", "배송기\t80"]
    store = FakeStore(chunks=read_rows(rows).chunks)
    assert repaired("배송이", store) == ("배송이", "배송기")
    assert repaired("배솜비", store) == ("배솜비", "배송비")


def test_the_first_syllable_may_be_the_wrong_one():
    assert repaired("뱨송비", FakeStore()) == ("뱨송비", "배송비")


@pytest.mark.parametrize(
    ("run", "words", "expect"),
    [
        ("폰", ["폰"], False),
        ("반품", ["반품"], False),
        ("쀍쀍", ["쀍쀍"], True),
        ("반품쀍", ["반품", "쀍"], True),
        ("폰폰", ["폰", "폰"], True),
        ("폰폰폰폰폰폰", ["폰"] * 6, False),
        ("려면", [], False),
    ],
)
def test_a_run_is_doubtful_or_not(run, words, expect):
    assert module.is_doubtful(run, words, FakeStore()) is expect


# --- synonyms -------------------------------------------------------------------------------------


def means(surface: str, *targets: str, weight: float = 0.7) -> Synonym:
    return Synonym(surface, tuple((target,) for target in targets), weight)


def found(text: str, words: str, *synonyms: Synonym) -> str:
    return " ".join(one.surface for one in found_synonyms(text, words.split(), FakeStore(found=synonyms)))


def test_a_synonym_is_a_choice_with_its_weight():
    assert plan("택배비", means("택배비", "배송비", "반품", weight=0.9)).choices == [(0.9, (("배송비",), ("반품",)))]


@pytest.mark.parametrize(
    ("text", "surfaces", "expect"),
    [
        ("택배비가", "택배비", "택배비"),
        ("택 배 비가", "택배비", "택배비"),
        ("내택배비", "택배비", "택배비"),
        ("택배비", "택배 택배비 배비", "택배비"),
        ("택배비택배", "택배 택배비", "택배비 택배"),
        ("택배택배", "택배", "택배 택배"),
        ("택배송", "택배 배송", "택배"),
        ("택배", "택배비", ""),
        ("", "택배", ""),
        ("택배", "택배 택배", "택배 택배"),
    ],
)
def test_the_longest_synonym_stands_at_each_place_and_none_inside_another(text, surfaces, expect):
    assert found(text, "", *map(means, surfaces.split())) == expect


@pytest.mark.parametrize(
    ("text", "words", "expect"),
    [
        ("쿠폰", "쿠폰", ""),
        ("쿠폰이", "쿠폰", ""),
        ("폰", "폰", "폰"),
        ("폰", "", ""),
        ("폰 번호", "폰 번호", "폰"),
        ("내 폰", "내 폰", "폰"),
        ("폰폰", "폰", "폰 폰"),
    ],
)
def test_a_synonym_of_one_letter_has_to_be_a_word_of_its_own(text, words, expect):
    assert found(text, words, means("폰", "휴대폰")) == expect


def test_at_the_end_of_a_query_it_has_to_be_one_too():
    synonym = means("폰", "휴대폰")
    assert plan("쿠폰", synonym).choices == []
    assert plan("내 폰", synonym).choices == [(0.7, (("휴대폰",),))]


def test_synonyms_are_read_after_the_keyboard_is_mended():
    assert plan("xorqoql", means("택배비", "배송비")).choices == [(0.7, (("배송비",),))]


# --- hostile input --------------------------------------------------------------------------------


@CHEAP
@given(st.text(st.one_of(st.characters(), st.sampled_from("ㄱㅏ가반품배송비qothdql\u1107\u1162\u200b ~^*:3"))))
def test_whatever_is_typed_there_is_a_plan(query):
    made = plan(query, means("폰", "반품"), means("배송", "반품"))
    assert all(made.words) and all(weight > 0 for weight in made.words.values())
    assert all(len(pair) == 2 for pair in made.pairs)


@pytest.mark.parametrize("text", ["가", "배숑비", "뷁", "ㄱ", "q", "qothdql ", "3~5일 ", "\u1107\u1162", "폰", "🚚"])
def test_ten_thousand_letters_take_no_time(text):
    before = time.process_time()
    plan((text * 10_000)[:10_000], means("폰", "반품"))
    assert time.process_time() - before < 1
