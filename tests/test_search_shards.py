"""The files of an index: what is written is what a browser finds again, each key in its own file."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.search import shards as module
from sellerhelp.search.cuts import Cutter
from sellerhelp.search.documents import Document
from sellerhelp.search.index import make_index
from sellerhelp.search.levels import LEVELS, LONGEST_LISTS, quantised
from sellerhelp.search.lexicon import read_rows
from sellerhelp.search.postings import Postings
from sellerhelp.search.query import Synonym
from sellerhelp.search.shards import as_browsers_see_it, encode, letter, shards_of, write_files

CHEAP = settings(max_examples=300, deadline=None, derandomize=True, database=None)


def decode(text: str) -> dict[int, int]:
    """Reads as store.js does: digits from 45 up go on, least first."""
    values = [ord(one) - (36 if ord(one) > 92 else 35) for one in text]
    found, number, at = {}, -1, 0
    while at < len(values):
        step, place = 0, 1
        while values[at] >= 45:
            step, place, at = step + (values[at] - 45) * place, place * 45, at + 1
        number += step + values[at] * place + 1
        found[number] = values[at + 1]
        at += 2
    return found


def encoded(levels: dict[int, int]) -> str:
    """Encodes one list between others, which must not reach into it."""
    lists = {"앞": {2: 1, 70: 3}, "": levels, "뒤": {0: 9}}
    found = Postings.of({term: one for term, one in lists.items() if one})
    return dict(zip(found.terms, encode(found), strict=True)).get("", "")


POSTINGS = st.dictionaries(st.one_of(st.integers(0, 300), st.integers(0, 10**9)), st.integers(0, LEVELS)).map(
    lambda found: dict(sorted(found.items()))
)


@CHEAP
@given(POSTINGS)
def test_what_is_encoded_is_decoded(postings):
    assert decode(encoded(postings)) == postings


@pytest.mark.parametrize("step", [0, 1, 43, 44, 45, 46, 89, 90, 2024, 2025, 2026, 91_124, 91_125, 91_126, 10**12])
def test_steps_at_the_edges_of_a_digit_survive(step):
    assert decode(encoded({step: 90, 2 * step + 1: 1})) == {step: 90, 2 * step + 1: 1}


def test_neighbours_take_two_letters_each():
    assert encoded({}) == ""
    assert encoded({0: 1, 1: 90, 45: 0}) == "#$#~N#"
    assert len(encoded(dict.fromkeys(range(100), 5))) == 200


def test_no_letter_needs_escaping():
    letters = [letter(value) for value in range(LEVELS + 1)]
    assert len(set(letters)) == 91
    assert json.dumps("".join(letters)) == f'"{"".join(letters)}"'
    assert all(one.isascii() and one.isprintable() and one not in ' "\\' for one in letters)


# --- which file -----------------------------------------------------------------------------------


def test_a_key_has_the_number_that_fnv_1a_gives():
    # http://www.isthe.com/chongo/src/fnv/test_fnv.c
    assert shards_of(["", "foobar", "a"], 2**32) == [2166136261, 0xBF9CF968, 0xE40C292C]


@pytest.mark.parametrize("count", [1, 2, 7, 64, 300])
def test_keys_spread_over_the_files(count):
    keys = [a + b for a in "가나다라마바사아자차카타파하반품배송" for b in "가각간갈감갑강개거게고과구그기"] + [
        str(n) for n in range(1000)
    ]
    sizes = Counter(shards_of(keys, count))
    mean = len(keys) / count
    assert set(sizes) <= set(range(count))
    assert max(sizes.values()) < mean + 6 * mean**0.5 + 1


# --- weights --------------------------------------------------------------------------------------


def test_weights_become_levels_and_what_rounds_to_nothing_is_dropped():
    postings = {"가": {0: 9.0, 3: 4.5, 5: 0.04}, "나": {1: 0.01}}
    assert quantised(Postings.of(postings), 9.0, 9) == {"가": {0: 90, 3: 45}}


def test_a_long_list_keeps_its_heaviest_and_of_equal_ones_the_first():
    weights = {number: 2.0 if number % 2 else 1.0 for number in range(100)}
    kept = quantised(Postings.of({"가": weights, "나": {0: 2.0}}), 2.0, 50)
    assert list(kept["가"]) == [number for number in range(100) if number % 2]
    weights = dict.fromkeys(range(55), 1.0) | {54: 2.0}
    assert list(quantised(Postings.of({"가": weights}), 2.0, 50)["가"]) == [*range(49), 54]


@CHEAP
@given(st.dictionaries(st.integers(0, 50), st.floats(0.001, 50), min_size=1))
def test_no_weight_is_off_by_more_than_half_a_level(weights):
    most = max(weights.values())
    levels = quantised(Postings.of({"가": weights}), most, 60).get("가", {})
    assert list(levels) == sorted(levels)
    assert all(abs(levels.get(number, 0) - weight / most * LEVELS) <= 0.5 for number, weight in weights.items())


# --- the files ------------------------------------------------------------------------------------

NOUNS = ["반품", "배송비", "송장", "정산", "교환", "쿠폰", "광고", "상품", "주문", "취소", "심사", "서류"]
LEXICON = read_rows([f"{noun}\t{20 + at}" for at, noun in enumerate(NOUNS)] + ["을\t\t10", "하\t\t12", "이\t40\t11"])
SYNONYMS = [
    Synonym(("택배비",), (("배송비",),), 0.9),
    Synonym(("택배", "요금"), (("배송비",), ("송장",)), 0.5),
    Synonym(("폰",), (("광고", "상품"),), 0.7),
]


def made_documents(count: int = 40) -> list[Document]:
    found = []
    for at in range(count):
        title = f"{NOUNS[at % 12]} {NOUNS[at * 5 % 12]} <{at}>"
        body = " ".join(NOUNS[at * step % 12] + "을" for step in range(1, 9))
        page = f"쪽{at // 3}/"
        kind, location = ("page", page) if at % 3 == 0 else ("section", f"{page}#{at}")
        found.append(Document(kind, page, location, title, body, page_title="쪽 제목", number="3-4", manual="주문"))
    return found


@pytest.fixture(scope="module")
def built():
    index, scale = as_browsers_see_it(make_index(made_documents(), Cutter(LEXICON), SYNONYMS))
    return index, scale, write_files(index, scale)


def contents(files: dict[str, str], name: str) -> dict:
    """All keys of the files t0.json, t1.json and so on; none stands twice."""
    found: dict = {}
    for file, text in files.items():
        if file[0] == name and file != "core.json":
            entries = json.loads(text)
            assert not found.keys() & entries.keys()
            found |= entries
    return found


def test_every_key_lies_in_the_file_where_a_browser_looks_for_it(built, monkeypatch):
    index, scale, _ = built
    monkeypatch.setattr(module, "TERM_LETTERS", 300)
    monkeypatch.setattr(module, "LEXICON_LETTERS", 60)
    files = write_files(index, scale)
    counts = {one[0]: int(one[1:]) for one in json.loads(files["core.json"])["files"].split()}
    assert counts["t"] > 5 and counts["l"] > 3 and counts["e"] > 1
    for kind, count in counts.items():
        assert sorted(file for file in files if file[0] == kind) == sorted(f"{kind}{at}.json" for at in range(count))
        for at in range(count):
            keys = [key[1:] for key in json.loads(files[f"{kind}{at}.json"])]
            assert shards_of(keys, count) == [at] * len(keys)


def test_the_lists_in_the_files_are_the_weights_of_the_index(built):
    index, scale, files = built
    terms = contents(files, "t")
    for sign, kind in (("w", "words"), ("m", "ways"), ("b", "pairs"), ("i", "titles")):
        read = {
            key[1:]: {number: level * scale[kind] for number, level in decode(text).items()}
            for key, text in terms.items()
            if key[0] == sign
        }
        assert read == getattr(index, kind)
    assert {key[0] for key in terms} == set("wmbic")


def test_the_lexicon_in_the_files_is_the_lexicon(built):
    lexicon = contents(built[2], "l")
    rows = [row for key, text in lexicon.items() if key[0] == "l" for row in text.split("\n")]
    assert read_rows(rows).chunks == LEXICON.chunks
    assert all(row.startswith(key[1]) for key, text in lexicon.items() if key[0] == "l" for row in text.split("\n"))
    ends = {row.split("\t")[0] for text in contents(built[2], "e").values() for row in text.split("\n")}
    assert ends == {noun for noun in NOUNS if len(noun) > 1}


def test_what_may_be_typed_lies_with_the_lexicon_by_its_first_letter_with_all_that_may_be_meant(built):
    lexicon = contents(built[2], "l")
    assert lexicon["s택"] == [["택배 요금", "배송비,송장"], ["택배비", "배송비"]]
    assert lexicon["s폰"] == [["폰", "광고 상품"]]


def test_documents_lie_in_files_of_a_few_and_pages_as_runs(built):
    index, scale, files = built
    core = json.loads(files["core.json"])
    assert core["perFile"] == module.DOCUMENTS and core["scale"] == scale
    shown = [name for name in files if name[0] == "d"]
    assert len(shown) == 40 / module.DOCUMENTS
    rows = [row for at in range(len(shown)) for row in json.loads(files[f"d{at}.json"])]
    assert [row[:5] for row in rows] == [
        [one.location, one.title, one.body, one.number, one.manual] for one in index.documents
    ]
    assert [row[5:] for row in rows[:3]] == [[], ["쪽0/", "쪽 제목"], ["쪽0/", "쪽 제목"]]
    assert core["pages"] == [3] * 13 + [1]


def test_an_index_of_nothing_has_files_too():
    files = write_files(*as_browsers_see_it(make_index([], Cutter(read_rows([])))))
    assert {name: json.loads(text) for name, text in files.items()} == {
        "t0.json": {},
        "l0.json": {},
        "e0.json": {},
        "d0.json": [],
        "core.json": {
            "files": "t1 l1 e1",
            "perFile": module.DOCUMENTS,
            "scale": {"words": 0.011111, "ways": 0.011111, "pairs": 0.011111, "titles": 0.011111},
            "pages": [],
        },
    }


def test_lists_in_the_files_are_cut_at_their_lightest():
    count = LONGEST_LISTS["words"] + 30
    documents = [Document("page", f"{at}/", f"{at}/", "반품", "반품 " * (1 if at < 30 else 3)) for at in range(count)]
    index, scale = as_browsers_see_it(make_index(documents, Cutter(LEXICON)))
    kept = decode(contents(write_files(index, scale), "t")["w반품"])
    assert list(kept) == list(range(30, count))
    assert list(index.words["반품"]) == list(kept), "the build's own check must search what browsers search"


def test_no_file_is_far_larger_than_asked_for():
    documents = made_documents(600)
    index, scale = as_browsers_see_it(make_index(documents, Cutter(LEXICON), SYNONYMS))
    files = write_files(index, scale)
    longest = max(len(text) for entries in [contents(files, "t")] for text in map(str, entries.values()))
    assert max(len(text) for name, text in files.items() if name[0] == "t") < 3 * (module.TERM_LETTERS + longest)


def test_the_same_documents_give_the_same_files():
    once, again = (
        write_files(*as_browsers_see_it(make_index(made_documents(), Cutter(LEXICON), SYNONYMS))) for _ in range(2)
    )
    assert once == again


def test_seeing_twice_as_browsers_do_changes_little(built):
    index, scale, _ = built
    again, same = as_browsers_see_it(index)
    assert same == pytest.approx(scale, abs=1e-6)
    assert {term: list(found) for term, found in again.words.items()} == {
        term: list(found) for term, found in index.words.items()
    }
