"""The analyser is asked once for each word, over many builds."""

from __future__ import annotations

import json

import pytest
from sellerhelp.search.analysis import RememberedAnalyser
from sellerhelp.search.lexicon import Morpheme

SAID = {
    "반품을": [Morpheme("반품", "NNG", 0, 2), Morpheme("을", "JKO", 2, 1)],
    "송장": [Morpheme("송장", "NNG", 0, 2)],
    "뷁": [],
}


class Real:
    """Stands for Kiwi: counts how often it was made and asked."""

    def __init__(self):
        self.made, self.asked = 0, []

    def make(self):
        self.made += 1
        return self

    def __call__(self, word):
        self.asked.append(word)
        return SAID[word]

    def forms(self, stem, tag):
        self.asked.append(f"{stem}/{tag}")
        return [stem + "다"]


def build(path, *words: str, version: str = "1") -> Real:
    """One build that asks for these words; says what the analyser had to do."""
    real = Real()
    analyse = RememberedAnalyser(path, version, real.make)
    assert [analyse(word) for word in words] == [SAID[word] for word in words]
    analyse.save()
    return real


def stored(path) -> list[str]:
    return list(json.loads(path.read_text("utf-8").split("\n", 1)[1]))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "er" / "words.json"


def test_the_second_build_needs_no_analyser(path):
    first, second = build(path, "반품을", "송장", "뷁"), build(path, "송장", "반품을", "뷁")
    assert (first.made, first.asked) == (1, ["반품을", "송장", "뷁"])
    assert (second.made, second.asked) == (0, [])


def test_the_forms_of_a_stem_are_remembered_too(path):
    first, second = Real(), Real()
    for real in (first, second):
        analyse = RememberedAnalyser(path, "1", real.make)
        assert analyse.forms("바꾸", "VV") == ["바꾸다"]
        analyse.save()
    assert (first.asked, second.asked, second.made) == (["바꾸/VV"], [], 0)


def test_only_new_words_are_asked_for(path):
    build(path, "송장")
    real = build(path, "송장", "반품을")
    assert (real.made, real.asked) == (1, ["반품을"])


def test_words_that_are_gone_are_forgotten(path):
    build(path, "송장", "반품을")
    build(path, "반품을")
    assert stored(path) == ["반품을"]
    assert build(path, "송장").asked == ["송장"]


def test_another_version_of_the_analyser_starts_anew(path):
    build(path, "송장", "반품을")
    assert build(path, "송장", version="2").asked == ["송장"]
    assert stored(path) == ["송장"]
    assert build(path, "송장", version="2").made == 0


DAMAGED = [
    "",
    "{",
    '{"version": "1"}',
    '{"words": {}}',
    "[]",
    "3",
    "null",
    '"x"',
    '{"version": "1", "words": ["송장"]}',
]
DAMAGED += ['{"version": "1", "words": null}', '{"version": "1", "words": 3}', '{"version": "1", "words": []}']


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_file_starts_anew(path, text):
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    assert build(path, "송장").asked == ["송장"]
    assert build(path, "송장").made == 0


def test_a_file_that_was_cut_at_any_byte_starts_anew(path):
    build(path, "송장", "반품을")
    whole = path.read_bytes()
    for end in range(0, len(whole), 5):
        path.write_bytes(whole[:end])
        assert build(path, "송장", "반품을").made == 1
        assert path.read_bytes() == whole


def test_a_folder_in_its_place_is_no_file_of_answers(path):
    path.mkdir(parents=True)
    assert RememberedAnalyser(path, "1", Real().make)("송장") == SAID["송장"]


def test_a_build_that_changes_nothing_writes_nothing(path):
    build(path, "송장")
    before = path.stat()
    build(path, "송장")
    assert path.stat().st_mtime_ns == before.st_mtime_ns and path.stat().st_ino == before.st_ino


def test_no_half_written_file_stays(path):
    build(path, "송장")
    build(path, "송장", "반품을")
    assert [one.name for one in path.parent.iterdir()] == ["words.json"]


def test_a_file_with_another_letter_starts_anew(path):
    build(path, "송장", "반품을")
    path.write_text(path.read_text("utf-8").replace("NNG", "NNP", 1), "utf-8")
    assert build(path, "송장").made == 1


def test_a_build_that_asks_for_few_forgets_none(path):
    build(path, "송장")
    for words, expect in ((["송장"], ["송장"]), (["반품을"], ["송장", "반품을"])):
        analyse = RememberedAnalyser(path, "1", Real().make)
        assert [analyse(word) for word in words] == [SAID[word] for word in words]
        analyse.save(is_whole=False)
        assert stored(path) == expect
