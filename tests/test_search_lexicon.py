"""What is learnt from analysed words, what its rows look like, and what Kiwi says about single words."""

from __future__ import annotations

import math
import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.search import lexicon as module
from sellerhelp.search.kiwi import KiwiAnalyser, morphemes
from sellerhelp.search.learnt import RememberedLearnt
from sellerhelp.search.lexicon import Lexicon, Morpheme, chunks_of, is_content, read_rows
from sellerhelp.search.segmenter import Chunk, words
from sellerhelp.search.text import clean, runs

CHEAP = settings(max_examples=200, deadline=None, derandomize=True, database=None)
HOOKS = Path(__file__).parents[1] / "hooks/sellerhelp"


def learnt_of(counts, analyse, spoken=()) -> Lexicon:
    """A lexicon that is learnt from nothing."""
    return RememberedLearnt().lexicon(counts, analyse, spoken)


def learn(texts: list[str], *rest) -> Lexicon:
    """A lexicon of all that stands in texts."""
    return learnt_of(Counter(run for text in texts for run in runs(clean(text))), *rest)


def analysed(said: str) -> list[Morpheme]:
    """Reads "반품/NNG/0+2 하/XSV/2+1"."""
    pieces = [piece.split("/") for piece in said.split()]
    return [Morpheme(form, tag, *map(int, place.split("+"))) for form, tag, place in pieces]


class Made:
    """An analyser of a function and, by stem, its forms."""

    def __init__(self, analyse, forms=()):
        self.analyse, self.known = analyse, dict(forms)

    def __call__(self, run):
        return self.analyse(run)

    def forms(self, stem, tag):
        return self.known.get(stem, [])


@pytest.mark.parametrize(
    ("run", "said", "expect"),
    [
        ("", "", ""),
        ("반품", "반품/NNG/0+2", "반품=반품"),
        ("반품을", "반품/NNG/0+2 을/JKO/2+1", "반품=반품 을"),
        ("반품하려면", "반품/NNG/0+2 하/XSV/2+1 려면/EC/3+2", "반품=반품 하려면"),
        ("송장번호", "송장/NNG/0+2 번호/NNG/2+2", "송장=송장 번호=번호"),
        ("됩니까", "되/VV/0+1 ㅂ니까/EF/0+3", "됩니까=되"),
        ("아름다워서", "아름답/VA/0+4 어서/EC/3+2", "아름다워서=아름답"),
        ("해줘", "하/XSV/0+1 어/EC/0+1 주/VX/1+1 어/EF/1+1", "해줘"),
        ("뭐예요", "뭐/NP/0+1 이/VCP/1+0 예요/EF/1+2", "뭐=뭐 예요"),
        ("알려요", "알/VV/0+1 려고/EC/1+1 하/VX/2+0 어요/EF/1+2", "알=알 려요"),
        ("달라면", "다르/VV/0+1 라고/EC/1+1 하/VV/2+0 면/EC/2+1", "달=다르 라면"),
        ("네이버쇼핑", "네이버/NNP/0+5 쇼핑/NNP/0+5", "네이버쇼핑=네이버,쇼핑"),
    ],
)
def test_a_word_falls_into_content_and_function_chunks(run, said, expect):
    shown = [f"{surface}={','.join(meant)}" if meant else surface for surface, meant in chunks_of(run, analysed(said))]
    assert " ".join(shown) == expect


@CHEAP
@given(st.lists(st.tuples(st.sampled_from(["NNG", "VV", "EC", "JX", "VCP"]), st.integers(0, 6), st.integers(0, 4))))
def test_chunks_neither_overlap_nor_are_empty_whatever_the_analyser_says(said):
    found = [Morpheme("꼴", tag, start, length) for tag, start, length in sorted(said, key=lambda one: one[1])]
    run = "가나다라마바사아자차"
    at = 0
    for surface, _ in chunks_of(run, found):
        assert surface
        assert run.index(surface) >= at
        at = run.index(surface) + len(surface)


@pytest.mark.parametrize(
    ("tags", "said"),
    [("NNG NNP NNB NP NR VV VA MM MAG MAJ IC XR XPN SL SH SN", True),
     ("VCP VCN VX XSV XSA XSN JKS JKO JX EC EF EP ETM ETN SF SW W_URL Z_CODA UN", False)],
)  # fmt: skip
def test_particles_endings_and_suffixes_carry_no_meaning(tags, said):
    assert {tag: is_content(tag) for tag in tags.split()} == dict.fromkeys(tags.split(), said)


# --- learning -------------------------------------------------------------------------------------

SAID = {
    "반품을": "반품/NNG/0+2 을/JKO/2+1",
    "반품": "반품/NNG/0+2",
    "해요": "하/VV/0+1 어요/EF/0+2",
    "환불이": "환불/NNG/0+2 이/JKS/2+1",
    "이": "이/NP/0+1",
}


def test_costs_are_the_logarithm_of_how_often_a_chunk_occurs():
    asked = []
    texts = ["반품을 반품 API", "해요? 반품을, 환불이 이"]
    learnt = learn(texts, Made(lambda run: asked.append(run) or analysed(SAID[run])))
    assert asked == ["반품을", "반품", "이", "해요", "환불이"]  # each once, common ones first
    assert learnt.chunks == {
        "반품": Chunk(round(-math.log(3 / 6), 1), ("반품",), None),
        "을": Chunk(None, (), round(-math.log(2 / 3), 1)),
        "이": Chunk(1.8, ("이",), 1.1),
        "해요": Chunk(1.8, ("하",), None),
        "환불": Chunk(1.8, ("환불",), None),
    }


def test_the_commonest_reading_of_a_surface_stands():
    said = {"걸어": "걷/VV/0+1 어/EC/1+1", "걸린": "걸리/VV/0+2", "걸": "걸/NNB/0+1"}
    learnt = learn(["걸어 걸어 걸 걸린"], Made(lambda run: analysed(said[run])))
    assert learnt.chunks["걸"] == Chunk(round(-math.log(2 / 4), 1), ("걷",), None)


def test_of_readings_as_common_the_first_in_order_stands():
    said = {"가고": "나/VV/0+1 고/EC/1+1", "가면": "가/VV/0+1 면/EC/1+1"}
    assert learn(["가고 가면"], Made(lambda run: analysed(said[run]))).chunks["가"].words == ("가",)


def test_nothing_is_learnt_from_nothing():
    assert learn([], Made(lambda run: [])).chunks == learn(["", "API 3 ㅋㅋ"], Made(lambda run: [])).chunks == {}


def test_only_common_words_are_read_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(module, "_MOST_LETTERS", 4)
    learnt = learn(["환불 환불 반품 배송"], Made(lambda run: [Morpheme(run, "NNG", 0, 2)]))
    assert sorted(learnt.chunks) == ["반품", "환불"]


def test_what_sellers_say_is_learnt_however_much_text_there_is(monkeypatch):
    monkeypatch.setattr(module, "_MOST_LETTERS", 4)
    noun = Made(lambda run: [Morpheme(run, "NNG", 0, 2)])
    learnt = learn(["환불 환불 환불 반품 반품 배송"], noun, ["손님 환불", "배송"])
    assert {surface: chunk.content for surface, chunk in learnt.chunks.items()} == {
        "환불": 0.7,
        "반품": 1.4,
        "배송": 2.1,
        "손님": 2.1,
    }


def test_the_forms_of_a_verb_that_nobody_wrote_are_known_and_those_that_somebody_wrote_stay():
    said = {"바꾸면": "바꾸/VV/0+2 면/EC/2+1", "바꾼": "바꾼/NNG/0+2", "달": "달/NNG/0+1"}
    forms = {"바꾸": ["바꿔", "바꿨", "바꾼", "면"], "달": ["단"]}
    learnt = learn(["바꾸면 바꾸면 바꾼 달"], Made(lambda run: analysed(said[run]), forms))
    assert learnt.chunks["바꿔"] == learnt.chunks["바꿨"] == Chunk(4.0, ("바꾸",), None)
    assert learnt.chunks["바꾼"].words == ("바꾼",)
    assert learnt.chunks["면"] == Chunk(4.0, ("바꾸",), 0.0), "what is an ending stays one too"
    assert "단" not in learnt.chunks, "nouns have no forms"


# --- rows -----------------------------------------------------------------------------------------

CHUNKS = {
    "배송": Chunk(2.5, ("배송",), None),
    "안돼": Chunk(5.0, ("안", "되"), None),
    "을": Chunk(None, (), 1.9),
    "이": Chunk(6.5, ("이",), 2.0),
    "한": Chunk(6.3, ("하",), 3.0),
    "흔": Chunk(0.0, ("흔",), 0.0),
}


def test_a_row_holds_the_surface_the_costs_in_tenths_and_other_words():
    assert Lexicon(CHUNKS).rows() == [
        "배송\t25",
        "안돼\t50\t\t안 되",
        "을\t\t19",
        "이\t65\t20",
        "한\t63\t30\t하",
        "흔\t0\t0",
    ]


def test_rows_that_are_read_are_the_lexicon():
    assert read_rows(Lexicon(CHUNKS).rows()).chunks == CHUNKS


WORD = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=4)
TENTHS = st.integers(0, 300).map(lambda tenths: tenths / 10)
CONTENT = st.tuples(TENTHS, st.lists(WORD, min_size=1, max_size=3).map(tuple), st.one_of(st.none(), TENTHS))
FUNCTION = st.tuples(st.none(), st.just(()), TENTHS)


@CHEAP
@given(st.dictionaries(WORD, st.one_of(CONTENT, FUNCTION).map(lambda chunk: Chunk(*chunk))))
def test_any_rows_that_are_read_are_the_lexicon(chunks):
    assert read_rows(Lexicon(chunks).rows()).chunks == chunks


def test_what_is_learnt_survives_its_rows():
    texts = ["반품을 " * 7 + "반품 해요 환불이 이 이 이"]
    learnt = learn(texts, Made(lambda run: analysed(SAID[run])))
    assert read_rows(learnt.rows()).chunks == learnt.chunks


# --- Kiwi -----------------------------------------------------------------------------------------


def token(form: str, tag: str, start: int, length: int) -> SimpleNamespace:
    return SimpleNamespace(form=form, tag=tag, start=start, len=length)


@pytest.mark.parametrize(
    ("one", "expect"),
    [
        (token("반품", "NNG", 0, 2), [Morpheme("반품", "NNG", 0, 2)]),
        (token("돕", "VV-I", 0, 1), [Morpheme("돕", "VV", 0, 1)]),
        (token("묻", "VV-R", 0, 1), [Morpheme("묻", "VV", 0, 1)]),
        (token("이", "VCP", 1, 0), []),
        (token("네이버 쇼핑", "NNP", 0, 3), [Morpheme("네이버", "NNP", 0, 3), Morpheme("쇼핑", "NNP", 0, 3)]),
        (token("\u1107\u1162", "NNG", 0, 1), [Morpheme("배", "NNG", 0, 1)]),
        (token("비", "NNG", 2, 9), [Morpheme("비", "NNG", 2, 1)]),
        (token("비", "NNG", -1, 2), [Morpheme("비", "NNG", 0, 1)]),
        (token("비", "NNG", 3, 1), []),
        (token("", "NNG", 0, 1), []),
    ],
    ids=lambda one: one.form + one.tag if isinstance(one, SimpleNamespace) else "",
)
def test_a_token_becomes_morphemes_inside_a_word_of_three_letters(one, expect):
    assert morphemes(one, 3) == expect


@pytest.fixture(scope="module")
def analyse():
    return KiwiAnalyser()


@pytest.mark.parametrize(
    ("run", "expect"),
    [
        ("반품하려면", "반품 하려면"),
        ("정산이", "정산 이"),
        ("송장번호입력", "송장 번호 입력"),
        ("도와주세요", "도 와주세요"),
        ("네이버쇼핑에서도", "네이버 쇼핑 에서도"),
        ("알려요", "알 려요"),
        ("뭐예요", "뭐 예요"),
        ("됩니까", "됩니까"),
    ],
)
def test_kiwi_takes_words_apart_as_we_expect(analyse, run, expect):
    assert " ".join(surface for surface, _ in chunks_of(run, analyse(run))) == expect


@CHEAP
@given(run=st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=12))
def test_kiwi_covers_any_word_with_morphemes_that_lie_inside_it(analyse, run):
    found = analyse(run)
    assert all(0 <= one.start < one.start + one.length <= len(run) for one in found)
    assert all(one.form and not re.search(r"\s|-", one.form + one.tag) for one in found)
    assert "".join(surface for surface, _ in chunks_of(run, found)) == run


def test_what_was_learnt_from_a_text_cuts_that_text(analyse):
    text = "반품하려면 배송비를 내요. 배송이 늦으면 반품 배송비를 환불해 드려요. 송장 번호를 입력하세요."
    learnt = learn([text] * 5, analyse)
    found = words(clean("반품배송비를 환불하려면 송장번호를"), learnt.lookup)
    assert " ".join(found) == "반품 배송비 환불 송장 번호"


@pytest.mark.parametrize(
    ("stem", "tag", "expect"),
    [
        ("바꾸", "VV", "바꿔 바꿨 바꾼 바꿀 바꿉 바꿈"),
        ("빌리", "VV", "빌려 빌렸 빌린 빌릴 빌립 빌림"),
        ("모르", "VV", "몰라 몰랐 모른 모를 모릅 모름"),
        ("들어오", "VV", "들어와 들어왔 들어온 들어올 들어옵 들어옴"),
        ("켜", "VV", "켰"),
        ("되", "VV", "됐"),
        ("찾", "VV", ""),
    ],
)
def test_kiwi_says_what_becomes_of_a_stem_before_endings_that_melt_with_it(analyse, stem, tag, expect):
    assert " ".join(analyse.forms(stem, tag)) == expect


def test_only_one_file_knows_kiwi():
    importing = re.compile(r"^\s*(import|from) kiwipiepy\b", re.M)
    assert [path.name for path in HOOKS.rglob("*.py") if importing.search(path.read_text("utf-8"))] == ["kiwi.py"]
