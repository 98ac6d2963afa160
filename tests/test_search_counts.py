"""What is counted, weighed and cut in arrays is what plain dicts say; and what was counted before is not counted again."""

from __future__ import annotations

import pickle
import random
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.search import counts as module
from sellerhelp.search.counts import KINDS, Counts, RememberedCounts, count
from sellerhelp.search.documents import Document
from sellerhelp.search.fields import FIELDS
from sellerhelp.search.levels import LEVELS, quantised
from sellerhelp.search.postings import Postings
from sellerhelp.search.ways import Ways

CHEAP = settings(max_examples=200, deadline=None, derandomize=True, database=None)
WORDS = ["반품", "배송비", "송장번호", "정산", "API", "3-4", "교환을", "ㅂㅅ", "쿠폰"]


def made(dice: random.Random) -> Document:
    text = lambda most: " ".join(dice.choices(WORDS, k=dice.randint(0, most)))  # noqa: E731
    kind = dice.choice(["page", "section", "question", "term"])
    return Document(kind, "a/", "a/", text(3), text(12), (text(1),), (text(2), text(1)), text(2), "3-4")


def plain(counts: Counts) -> list[tuple[int, int, str, int]]:
    """Rows as they are read: document, field, term, times."""
    rows = zip(counts.documents, counts.fields, counts.places, counts.times, strict=True)
    return sorted((int(number), int(field), counts.terms[place], int(times)) for number, field, place, times in rows)


def by_hand(documents: list[Document], fields, terms) -> list[tuple[int, int, str, int]]:
    return sorted(
        (number, at, term, times)
        for number, document in enumerate(documents)
        for at, field in enumerate(fields)
        for term, times in Counter(terms(field.text(document))).items()
    )


@pytest.fixture
def read(monkeypatch) -> list[str]:
    """The texts that were cleaned to be counted."""
    seen: list[str] = []
    clean = module.clean
    monkeypatch.setattr(module, "clean", lambda text: seen.append(text) or clean(text))
    return seen


def test_everything_is_counted_as_by_hand():
    dice = random.Random(3)
    documents = [made(dice) for _ in range(40)]
    kinds = RememberedCounts().of(documents)
    assert {kind: plain(one) for kind, one in kinds.items()} == {
        kind: by_hand(documents, fields, terms) for kind, (fields, terms) in KINDS.items()
    }
    body = [field.name for field in FIELDS].index("body")
    words = Counter(word for one in documents for word in KINDS["runs"][1](one.body))
    assert kinds["runs"].in_all([body]) == words


def test_nothing_is_counted_in_nothing():
    kinds = RememberedCounts().of([])
    assert all(plain(one) == [] and one.terms == [] for one in kinds.values())
    assert plain(kinds["runs"].cut(lambda run: (run,))) == []


def test_after_any_edits_the_counts_are_those_of_a_count_anew(tmp_path, read):
    dice = random.Random(5)
    documents = [made(dice) for _ in range(30)]
    for _ in range(60):
        at = dice.randrange(len(documents) + 1)
        documents[at : at + dice.randint(0, 3)] = [made(dice) for _ in range(dice.randint(0, 2))]
        if dice.random() < 0.2:
            dice.shuffle(documents)
        quick = RememberedCounts(tmp_path / "counts", "1").of(documents)
        assert {kind: plain(one) for kind, one in quick.items()} == {
            kind: plain(one) for kind, one in RememberedCounts().of(documents).items()
        }
        assert all(len(set(one.terms)) == len(one.terms) for one in quick.values())
        assert all(set(np.unique(one.places)) == set(range(len(one.terms))) for one in quick.values()), (
            "terms of nobody"
        )


def test_only_a_text_that_is_new_is_read(tmp_path, read):
    dice = random.Random(7)
    documents = [made(dice) for _ in range(9)]
    RememberedCounts(tmp_path / "counts", "1").of(documents)
    read.clear()
    RememberedCounts(tmp_path / "counts", "1").of(documents)
    assert read == []
    documents[4] = replace(documents[4], title="새 제목", body="새 글", tags=(), also=(), page_title="")
    RememberedCounts(tmp_path / "counts", "1").of(documents)
    assert set(read) <= {"새 제목", "새 글", "3-4"} and "새 글" in read


def test_few_new_texts_are_no_reason_to_write_after_an_edit(tmp_path, read):
    dice = random.Random(8)
    documents = [made(dice) for _ in range(9)]
    path = tmp_path / "counts"
    RememberedCounts(path, "1").of(documents)
    kept = path.read_bytes()
    documents[4] = replace(documents[4], body="새 글")
    found = RememberedCounts(path, "1", goes_on=True).of(documents)
    assert path.read_bytes() == kept
    assert {kind: plain(one) for kind, one in found.items()} == {
        kind: plain(one) for kind, one in RememberedCounts().of(documents).items()
    }
    documents = [made(dice) for _ in range(200)]
    RememberedCounts(path, "1", goes_on=True).of(documents)
    assert path.read_bytes() != kept


def test_what_names_a_text_stays_with_its_document_and_with_no_other(tmp_path):
    document = made(random.Random(4))
    RememberedCounts().of([document])
    again = pickle.loads(pickle.dumps(document))
    assert vars(again) == vars(document) and again == document
    assert len(vars(replace(document, body="새 글"))) == len(vars(document)) - 1


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:-1], lambda data: data[:40] + b"x" + data[41:]]
)
def test_a_damaged_file_and_other_code_start_anew(tmp_path, read, damage):
    documents = [made(random.Random(9)) for _ in range(3)]
    path = tmp_path / "counts"
    first = RememberedCounts(path, "1").of(documents)
    path.write_bytes(damage(path.read_bytes()))
    read.clear()
    again = RememberedCounts(path, "1").of(documents)
    assert read and plain(again["runs"]) == plain(first["runs"])
    read.clear()
    RememberedCounts(path, "2").of(documents)
    assert read


def test_the_counts_of_words_are_those_of_the_runs_that_hold_them():
    dice = random.Random(11)
    documents = [made(dice) for _ in range(30)]
    parts = {"반품": ("반", "품", "반"), "배송비": ("배송",), "정산": (), "교환을": ("교환", "배송")}
    cut = lambda run: parts.get(run, (run,))  # noqa: E731
    terms = lambda text: [part for run in KINDS["runs"][1](text) for part in cut(run)]  # noqa: E731
    found = RememberedCounts().of(documents)["runs"].cut(cut)
    assert plain(found) == by_hand(documents, FIELDS, terms) == plain(count(documents, terms, FIELDS))


# --- lists ----------------------------------------------------------------------------------------

LISTS = st.dictionaries(
    st.text("가나다", min_size=1, max_size=2),
    st.dictionaries(st.integers(0, 40), st.sampled_from([0.01, 0.5, 1.0, 1.001, 2.0, 5.0]), min_size=1),
    max_size=5,
)


@CHEAP
@given(LISTS)
def test_arrays_are_read_as_the_dicts_that_they_were_made_of(lists):
    found = Postings.of(lists)
    assert found == lists and dict(found.sizes()) == {term: len(one) for term, one in lists.items()}
    assert all(list(found[term]) == sorted(one) and found.size(term) == len(one) for term, one in lists.items())
    assert "없는 말" not in found and found.size("없는 말") == 0 and found.get("없는 말") is None


@CHEAP
@given(LISTS, st.integers(1, 12))
def test_lists_are_cut_as_sorting_would_cut_them(lists, longest):
    most = max((weight for one in lists.values() for weight in one.values()), default=1.0)
    expect = {}
    for term, one in lists.items():
        levels = {number: round(weight / most * LEVELS) for number, weight in one.items()}
        heaviest = sorted((-level, number) for number, level in levels.items() if level)[:longest]
        if heaviest:
            expect[term] = {number: -level for level, number in heaviest}
    assert quantised(Postings.of(lists), most, longest) == expect


def test_of_what_a_phrase_may_mean_the_best_counts(monkeypatch):
    """Against plain dicts; and a list that files would cut is cut no further than they would."""
    from sellerhelp.search import ways

    dice = random.Random(13)
    words = {word: {number: dice.uniform(0.1, 9) for number in dice.sample(range(400), 200)} for word in "가나다라마바"}
    meanings = {
        f"말{at}": [
            (tuple(tuple(dice.sample("가나다라마바", dice.randint(1, 3))) for _ in range(3)), dice.uniform(0.1, 2))
            for _ in range(dice.randint(1, 3))
        ]
        for at in range(20)
    }
    expect = {}
    for phrase, ones in meanings.items():
        best: dict[int, float] = {}
        for targets, weight in ones:
            for target in targets:
                said: dict[int, float] = {}
                for word in target:
                    for number, value in words[word].items():
                        said[number] = said.get(number, 0.0) + value
                for number, value in said.items():
                    best[number] = max(best.get(number, 0.0), weight * value)
        expect[phrase] = best
    monkeypatch.setattr(ways, "_LONGEST", 400)
    assert Ways(Postings.of(words), 400).of(meanings) == expect
    monkeypatch.setattr(ways, "_LONGEST", 30)
    cut = Ways(Postings.of(words), 400).of(meanings)
    most = max(value for one in expect.values() for value in one.values())
    assert quantised(cut, most, 30) == quantised(Postings.of(expect), most, 30)
    assert sum(size for _, size in cut.sizes()) < sum(map(len, expect.values())) / 2
