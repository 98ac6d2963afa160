"""After an edit only the words that differ are read, and what is learnt is the same as from nothing."""

from __future__ import annotations

import random

import pytest
from sellerhelp.search import learnt as module
from sellerhelp.search import lexicon
from sellerhelp.search.learnt import RememberedLearnt
from sellerhelp.search.lexicon import Morpheme

from tests.test_search_lexicon import Made, learnt_of

SYLLABLES = "가나다라마바사"
SPOKEN = ["가나", "아자", "다"]


def taken_apart(run):
    """A noun and a particle, a verb that shares its last letter with its ending, or one noun."""
    if run.endswith("다"):
        return [Morpheme(run, "VV", 0, len(run)), Morpheme("어", "EC", len(run) - 1, 1)]
    if len(run) > 2:
        return [Morpheme(run[:-1], "NNG", 0, len(run) - 1), Morpheme(run[-1], "JKO", len(run) - 1, 1)]
    return [Morpheme(run, "NNG", 0, len(run))]


class Asking(Made):
    def __init__(self):
        self.asked = []
        super().__init__(lambda run: self.asked.append(run) or taken_apart(run), {"가다": ["가다어"]})


def some_counts(dice):
    return {"".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))): dice.randint(1, 5) for _ in range(40)}


@pytest.mark.parametrize("most", [100_000, 60], ids=["all words", "the common ones"])
def test_after_any_edits_what_is_learnt_is_what_is_learnt_from_nothing(tmp_path, monkeypatch, most):
    monkeypatch.setattr(lexicon, "_MOST_LETTERS", most)
    monkeypatch.setattr(module, "_MOST_DRIFT", 20)
    dice = random.Random(3)
    counts = some_counts(dice)
    RememberedLearnt(tmp_path / "learnt", "1").lexicon(counts, Asking(), SPOKEN)
    for _ in range(40):
        for word in dice.sample(sorted(counts), min(3, len(counts))):
            del counts[word]
        counts |= dict(list(some_counts(dice).items())[: dice.randint(2, 6)])
        quick = RememberedLearnt(tmp_path / "learnt", "1", goes_on=True).lexicon(counts, Asking(), SPOKEN)
        anew = learnt_of(counts, Asking(), SPOKEN)
        assert quick.chunks == anew.chunks and list(quick.rows()) == list(anew.rows())


def test_only_words_that_differ_are_read_and_few_are_no_reason_to_write(tmp_path):
    path, counts = tmp_path / "learnt", {"가나": 3, "다라": 2, "마바사": 1}
    RememberedLearnt(path, "1").lexicon(counts, Asking(), [])
    kept, asking = path.read_bytes(), Asking()
    RememberedLearnt(path, "1", goes_on=True).lexicon({"가나": 3, "다라": 4, "사": 1}, asking, [])
    assert sorted(asking.asked) == ["다라", "마바사", "사"]
    assert path.read_bytes() == kept


@pytest.mark.parametrize("damage", ["another recipe", "a damaged file", "a whole build"])
def test_all_is_read_where_nothing_can_be_gone_on_from(tmp_path, damage):
    path, counts = tmp_path / "learnt", {"가나": 3, "다라": 2}
    RememberedLearnt(path, "1").lexicon(counts, Asking(), [])
    if damage == "a damaged file":
        path.write_bytes(path.read_bytes()[:-1])
    recipe, goes_on = ("2" if damage == "another recipe" else "1"), damage != "a whole build"
    asking = Asking()
    RememberedLearnt(path, recipe, goes_on=goes_on).lexicon(counts, asking, [])
    assert sorted(asking.asked) == ["가나", "다라"]
