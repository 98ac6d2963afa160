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
from sellerhelp.search.query import Part, Plan, Synonym, concepts, interpret
from sellerhelp.search.repair import Repair, doubtful_from, is_one_off, repaired, splits
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

    def synonyms(self, first: str) -> Sequence[Synonym]:
        return [one for one in self.found if one.words[0] == first]

    def by_initials(self, consonants: str) -> Sequence[str]:
        return [word for word in self.words if initials(word) == consonants]


def weighed(terms: dict[str, float]) -> str:
    return " ".join(f"{term}:{weight:g}" for term, weight in terms.items())


def said(made: Plan) -> str:
    """Words with their weights; those that say one thing together are joined by +."""
    return " ".join("+".join(f"{part.word}:{part.weight:g}" for part in one.parts) for one in made.concepts)


def phrases(made: Plan) -> list[str]:
    return [one.phrase for one in made.concepts if one.phrase]


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
    "words count whole and pairs a quarter": ("반품하려면", "반품:1", "반품:0.25 품하:0.25 하려:0.25 려면:0.25"),
    "pairs go across spaces and signs": ("송장 번호!", "송장:1 번호:1", "송장:0.25 장번:0.25 번호:0.25"),
    "what stands twice counts twice": ("반품 반품", "반품:1 반품:1", "반품:0.5 품반:0.25"),
    "numbers and Latin words are themselves": ("API 3-4", "api:1 3:1 4:1", "ap:0.25 pi:0.25 i3:0.25 34:0.25"),
    "one letter has no pair": ("폰", "폰:1", ""),
    "nothing": ("", "", ""),
    "only signs": ("?!^~*:", "", ""),
    "only a vowel is searched as it stands": ("ㅏ", "ㅏ:1", ""),
    "full-width and decomposed letters": ("ＡＰＩ \u1107\u1161\u11ab\u1111\u116e\u11b7", "api:1 반품:1", "ap:0.25 pi:0.25 i반:0.25 반품:0.25"),
    # half-typed
    "a syllable that has just begun does not count": ("송장 ㅂ", "송장:1", "송장:0.25"),
    "nor do several loose jamo at the end": ("송장버ㄴㅎ", "송장:1 버:1", "송장:0.25 장버:0.25"),
    "nor if a line break follows": ("송장ㅂ\n", "송장:1 ㅂ:1", "송장:0.25 장ㅂ:0.25"),
    "loose jamo inside stay": ("ㅋㅋ 송장", "ㅋㅋ:1 송장:1", "ㅋㅋ:0.25 ㅋ송:0.25 송장:0.25"),
    # English keys
    "an unknown Latin word is read as Korean keys": ("qothdql", "배송비:1", "배송:0.25 송비:0.25"),
    "capitals too": ("QOTHDQL", "배송비:1", "배송:0.25 송비:0.25"),
    "a known Latin word is not": ("sms", "sms:1", "sm:0.25 ms:0.25"),
    "nor what gives few syllables": ("https", "https:1", "ht:0.25 tt:0.25 tp:0.25 ps:0.25"),
    "nor one letter": ("q", "q:1", ""),
    "capitals are typed with shift": ("Qksvna", "반품:0.9 빤품:0.4", "빤품:0.25 반품:0.225"),
    "a name next to Korean stays a name": ("apiqksvna", "api:1 반품:1", "ap:0.25 pi:0.25 i반:0.25 반품:0.25"),
    "also behind it": ("qksvnaAPI", "반품:1 api:1", "반품:0.25 품a:0.25 ap:0.25 pi:0.25"),
    "keys next to a word": ("반품 qothdql", "반품:1 배송비:1", "반품:0.25 품배:0.25 배송:0.25 송비:0.25"),
    # one wrong jamo
    "one wrong jamo": ("배숑비", "배송비:0.9 배숑비:0.4", "배숑:0.25 숑비:0.25 배송:0.225 송비:0.225"),
    "the ending is kept": ("반퓸하려면", "반품:0.9 반퓸:0.4", "반퓸:0.25 퓸하:0.25 하려:0.475 려면:0.475 반품:0.225 품하:0.225"),
    "two wrong jamo are left alone": ("베숑비", "베숑비:1", "베숑:0.25 숑비:0.25"),
    "one syllable is never repaired": ("숑", "숑:1", ""),
}  # fmt: skip


@pytest.mark.parametrize(("query", "words", "pairs"), PLANS.values(), ids=PLANS)
def test_a_query_becomes_words_and_pairs(query, words, pairs):
    made = plan(query)
    assert (said(made), weighed(made.pairs)) == (words, pairs)
    assert (phrases(made), made.initials, made.choices) == ([], [], [])


def test_english_keys_may_give_initial_consonants():
    # Nothing but consonants is no syllable: the word stays.
    assert plan("qtq").initials == []
    assert plan("ㅂㅅㅂ").initials == ["ㅂㅅㅂ"]


def test_initial_consonants_choose_among_the_words_that_begin_so():
    made = plan("ㅂㅅㅂ ㅂㅍ")
    assert (made.concepts, made.pairs) == ([], {})
    assert made.initials == ["ㅂㅅㅂ", "ㅂㅍ"]
    assert made.choices == [("배송비",), ("반품",)]


def test_consonants_that_no_word_has_leave_an_empty_choice():
    assert plan("ㅎㅎㅎ").choices == [()]


def test_a_long_query_is_cut():
    assert plan("폰" * 10_000).text == "폰" * 200
    assert plan("🚚" * 300).text == "🚚" * 200


# --- repairs --------------------------------------------------------------------------------------


def mended(run: str, first: int = 0, rows: Sequence[str] = ()) -> str | None:
    repair = repaired(run, first, FakeStore(chunks=read_rows(rows).chunks) if rows else FakeStore())
    return repair and f"{repair.text}: {' '.join(repair.words)}"


@pytest.mark.parametrize(
    ("run", "first", "expect"),
    [
        ("배숑비", 0, "배송비: 배송비"),
        ("송장", 0, None),  # itself is no repair
        ("반퓸", 0, "반품: 반품"),
        ("쿠폼", 0, "쿠폰: 쿠폰"),
        ("바코트를", 0, "바코드를: 바코드"),
        ("속장번호", 0, "송장번호: 송장 번호"),
        ("뱨송비", 0, "배송비: 배송비"),
        ("반품송쟝", 2, "반품송장: 반품 송장"),  # behind what is known
        ("반품배숑비를", 2, "반품배송비를: 반품 배송비"),
        ("배송븨", 2, "배송비: 배송비"),  # what stands before the doubt is part of the repair
        ("가나다라마바사", 0, None),
    ],
)
def test_the_one_surface_that_is_one_jamo_off_is_repaired_wherever_it_stands(run, first, expect):
    assert mended(run, first) == expect


def test_what_stands_before_the_doubt_is_not_repaired_alone():
    assert mended("쿠폼바코드") == "쿠폰바코드: 쿠폰 바코드"
    assert mended("쿠폼바코드", 2) is None


def test_what_no_chunk_covers_is_left_out_of_a_repairs_words():
    assert repaired("송쟝쀍", 0, FakeStore()) == Repair("송장쀍", ("송장",))


def test_a_surface_of_few_jamo_is_no_repair():
    rows = ["비\t10", "아이\t10", "밀\t10"]
    assert mended("미", rows=rows) is None and mended("바", rows=rows) is None
    assert mended("아미", rows=rows) == "아이: 아이"
    assert len(jamo("아이")) == 4


def test_function_chunks_are_no_repair():
    assert mended("하려먼") is None


def test_of_repairs_the_cheapest_wins_then_the_first():
    rows = ["배송\t1", "배송비\t90", "배송지\t80", "배송기\t80"]
    assert mended("배송이", rows=rows) == "배송기: 배송기"
    assert mended("배솜비", rows=rows) == "배송비: 배송비"
    # Endings that may follow cost less than letters that nobody knows.
    assert mended("배솜비를", rows=["배송비\t90", "배송\t10", "를\t\t10"]) == "배송비를: 배송비"


def test_a_repair_that_costs_more_than_what_was_typed_is_none():
    assert mended("배송", rows=["배송\t10", "배소\t90"]) is None


@pytest.mark.parametrize(
    ("run", "expect"),
    [
        ("폰", None),
        ("반품", None),
        ("쀍", None),
        ("쀍쀍", 0),
        ("반품쀍", 2),
        ("반품하려면", None),
        ("폰폰", 0),
        ("반품폰폰", 2),
        ("반품폰가", None),
        ("려면", 0),
    ],
)
def test_a_run_is_doubtful_from_a_place_on_or_not(run, expect):
    assert doubtful_from(run, FakeStore()) == expect


@pytest.mark.parametrize(
    ("keys", "expect"),
    [("", []), ("kcd", []), ("kcdl", ["kc dl", "kc dl"]), ("abcde", ["ab cde", "abc de", "abc de", "ab cde"])],
)
def test_a_name_is_parted_from_keys_before_and_behind_it(keys, expect):
    assert [" ".join(pair) for pair in splits(keys)] == expect


def test_a_long_word_of_keys_is_parted_in_few_ways():
    assert len(splits("a" * 200)) == 8


# --- synonyms -------------------------------------------------------------------------------------


def means(words: str, *targets: str, weight: float = 0.7) -> Synonym:
    return Synonym(tuple(words.split()), tuple(tuple(target.split()) for target in targets), weight)


def joined(words: str, *synonyms: Synonym) -> str:
    made = concepts([Part(word, 1.0) for word in words.split()], FakeStore(found=synonyms))
    return " ".join("+".join(part.word for part in one.parts) for one in made)


@pytest.mark.parametrize(
    ("words", "synonyms", "expect"),
    [
        ("돈 안 들어오", "돈+안+들어오", "돈+안+들어오"),
        ("내 돈 안 들어오", "돈+안+들어오", "내 돈+안+들어오"),
        ("돈 안 들어오", "돈+안 돈+안+들어오", "돈+안+들어오"),
        ("돈 안 돈 안", "돈+안", "돈+안 돈+안"),
        ("돈 안 들어오", "돈+안 안+들어오", "돈+안 들어오"),
        ("돈", "돈+안", "돈"),
        ("돈 돈", "돈", "돈 돈"),
        ("", "돈", ""),
    ],
)
def test_the_longest_synonym_joins_its_words_and_none_stands_inside_another(words, synonyms, expect):
    assert joined(words, *(means(one.replace("+", " "), "정산") for one in synonyms.split())) == expect


@pytest.mark.parametrize("query", ["송장 번호", "송장번호", "송장하려면 번호", "thdwkd qjsgh", "내 송장 번호가"])
def test_endings_spaces_and_keyboards_do_not_matter_to_a_synonym(query):
    assert phrases(plan(query, means("송장 번호", "배송지"))) == ["송장 번호"]


def test_words_with_another_between_them_are_not_joined():
    assert phrases(plan("송장 반품 번호", means("송장 번호", "배송지"))) == []


def test_a_repaired_word_may_be_said_in_other_ways_and_the_doubted_one_not():
    made = plan("배숑비")
    assert said(made) == "배송비:0.9 배숑비:0.4"
    assert [part.has_ways for one in made.concepts for part in one.parts] == [True, False]


# --- hostile input --------------------------------------------------------------------------------


@CHEAP
@given(st.text(st.one_of(st.characters(), st.sampled_from("ㄱㅏ가반품배송비qothdql\u1107\u1162\u200b ~^*:3"))))
def test_whatever_is_typed_there_is_a_plan(query):
    made = plan(query, means("폰", "반품"), means("배송", "반품"))
    assert all(part.word and part.weight > 0 for one in made.concepts for part in one.parts)
    assert all(len(pair) == 2 for pair in made.pairs)


@pytest.mark.parametrize("text", ["가", "배숑비", "뷁", "ㄱ", "q", "qothdql ", "3~5일 ", "\u1107\u1162", "폰", "🚚"])
def test_ten_thousand_letters_take_no_time(text):
    before = time.process_time()
    plan((text * 10_000)[:10_000], means("폰", "반품"))
    assert time.process_time() - before < 1
