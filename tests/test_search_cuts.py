"""Words are cut once, and after an edit only those that the edit may have changed; the cut is the same as anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sellerhelp.sealed import read_sealed, write_sealed
from sellerhelp.search import cuts as module
from sellerhelp.search.build import build
from sellerhelp.search.cuts import Cutter, RememberedCuts, holding, holds
from sellerhelp.search.documents import Document
from sellerhelp.search.earlier import Earlier
from sellerhelp.search.lexicon import Lexicon, read_rows
from sellerhelp.search.segmenter import segment

from tests.test_search_build import analyse

LEXICON = read_rows(["반품\t20", "배송\t25", "배송비\t30", "을\t\t10"])


@pytest.fixture
def segmented(monkeypatch) -> list[str]:
    """The runs that were segmented, in order."""
    seen: list[str] = []
    monkeypatch.setattr(module, "segment", lambda run, lookup: seen.append(run) or segment(run, lookup))
    return seen


def one_build(path: Path, lexicon: Lexicon, *texts: str) -> list[list[str]]:
    cuts = RememberedCuts(path)
    cut = cuts.cutter(lexicon)
    words = [cut(text) for text in texts]
    cuts.save(cut)
    return words


def test_a_run_is_segmented_once_however_often_it_is_read(segmented):
    cut = Cutter(LEXICON)
    assert [cut("반품을 KC 3"), cut("반품을, 배송비")] == [["반품", "kc", "3"], ["반품", "배송비"]]
    assert segmented == ["반품을", "배송비"]


def test_the_next_build_segments_only_what_is_new(segmented, tmp_path):
    path = tmp_path / "deep" / "cuts"
    first = one_build(path, LEXICON, "반품을 배송비", "배송")
    assert one_build(path, LEXICON, "반품을 배송비", "배송") == first and len(segmented) == 3
    one_build(path, LEXICON, "반품을 배송비", "배송을 반품")
    assert segmented[3:] == ["배송을", "반품"]


def test_what_holds_a_chunk_with_another_cost_is_segmented_again(segmented, tmp_path):
    path = tmp_path / "cuts"
    one_build(path, LEXICON, "반품을 배송비 배송비반품 쿠폰")
    other = read_rows(["반품\t20", "배송\t25", "배송비\t31", "을\t\t10"])
    segmented.clear()
    assert one_build(path, other, "반품을 배송비 배송비반품 쿠폰") == [["반품", "배송비", "배송비", "반품", "쿠폰"]]
    assert segmented == ["배송비", "배송비반품"]


@pytest.mark.parametrize(
    ("rows", "text", "expect"),
    [
        (["반품\t20", "을\t\t10"], "배송비", ["배송비"]),  # dropped: unknown syllables, one word
        (["배송\t25", "비\t20", "배\t90"], "배송비", ["배송", "비"]),
        (["배송비\t30\t\t배송 비용"], "배송비", ["배송", "비용"]),  # the same cost, other words
        (["반품을\t20\t\t반품하"], "반품을", ["반품하"]),  # added
    ],
)
def test_another_lexicon_is_never_answered_from_memory(tmp_path, rows, text, expect):
    one_build(tmp_path / "cuts", LEXICON, text)
    assert one_build(tmp_path / "cuts", read_rows(rows), text) == [expect]


ROWS = st.lists(
    st.tuples(st.text("배송비반품을", min_size=1, max_size=3), st.integers(1, 150), st.booleans()).map(
        lambda made: f"{made[0]}\t{made[1]}" if made[2] else f"{made[0]}\t\t{made[1]}"
    ),
    max_size=8,
)


@given(ROWS, ROWS, st.lists(st.text("배송비반품을 a", max_size=8), max_size=4))
def test_with_and_without_memory_the_cuts_are_the_same(tmp_path_factory, before, after, texts):
    path = tmp_path_factory.mktemp("cuts") / "cuts"
    one_build(path, read_rows(before), *texts)
    anew = Cutter(read_rows(after))
    assert one_build(path, read_rows(after), *texts) == [anew(text) for text in texts]


@pytest.mark.parametrize(
    ("run", "surface", "expect"),
    [
        ("반품배송비", "배송", True),
        ("반품배송비", "송배", False),
        ("가" * 11 + "나", "가" * 11 + "나", True),
        ("가" * 12 + "나", "가" * 12 + "나", False),
        ("", "가", False),
    ],
)
def test_a_run_holds_what_the_segmenter_would_find_in_it(run, surface, expect):
    assert holds(run, {surface}) is expect


@given(
    st.lists(st.text("가나다", max_size=15), max_size=8),
    st.sets(st.text("가나다", min_size=1, max_size=14), max_size=4),
)
def test_few_surfaces_are_looked_for_as_many_are(runs, surfaces):
    assert holding(runs, surfaces) == {run for run in runs if holds(run, surfaces)}


def test_few_new_cuts_are_no_reason_to_write_after_an_edit(segmented, tmp_path):
    path = tmp_path / "cuts"
    one_build(path, LEXICON, "반품을")
    kept = path.read_bytes()
    cuts = RememberedCuts(path, goes_on=True)
    cut = cuts.cutter(LEXICON)
    assert (cut("반품을"), cut("배송비")) == (["반품"], ["배송비"])
    cuts.save(cut)
    assert segmented == ["반품을", "배송비"] and path.read_bytes() == kept
    RememberedCuts(path).save(cut)
    assert path.read_bytes() != kept


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:-1], lambda data: data[:40] + b"x" + data[41:]]
)
def test_a_damaged_file_starts_anew(segmented, tmp_path, damage):
    path = tmp_path / "cuts"
    one_build(path, LEXICON, "반품을")
    path.write_bytes(damage(path.read_bytes()))
    assert one_build(path, LEXICON, "반품을") == [["반품"]]
    assert segmented == ["반품을", "반품을"]


def test_another_segmenter_starts_anew(segmented, tmp_path):
    path = tmp_path / "cuts"
    one_build(path, LEXICON, "반품을")
    write_sealed(path, read_sealed(path) | {"version": "another"})
    one_build(path, LEXICON, "반품을")
    assert segmented == ["반품을", "반품을"]


def page(at: int, body: str) -> Document:
    return Document("page", f"p{at}/", f"p{at}/", f"반품 {chr(0xAC00 + 7 * at)}글", body)


def test_of_a_site_one_edited_page_does_not_segment_the_others_again(segmented, tmp_path):
    syllables = [chr(0xAC00 + 11 * at) for at in range(900)]
    bodies = [
        " ".join(f"{syllables[at]}송장 {syllables[at + 300]}{syllables[at + 600]}" for at in range(n, n + 5))
        for n in range(200)
    ]
    pages = [page(at, body) for at, body in enumerate(bodies)]
    first = build(pages, [], [], Earlier(analyse, RememberedCuts(tmp_path / "cuts")))
    cold = len(segmented)
    assert cold == len(set(segmented)) > 600
    segmented.clear()
    edited = [page(0, "뷁송장 고친 글이에요."), *pages[1:]]
    warm = build(edited, [], [], Earlier(analyse, RememberedCuts(tmp_path / "cuts")))
    assert "뷁송장" in segmented and len(segmented) < cold / 20, f"{len(segmented)} of {cold} runs"
    assert warm.files == build(edited, [], [], Earlier(analyse, RememberedCuts(tmp_path / "none"))).files != first.files
