"""The analyser's answers are remembered, so that a check without news never loads it."""

from __future__ import annotations

import json

from sellerhelp.search.lexicon import Morpheme
from sellerhelp.words.language import Language, RememberedLanguage


class Model:
    """Stands for Kiwi: counts how often it was loaded and asked."""

    def __init__(self):
        self.loaded, self.asked = 0, []

    def reader(self):
        self.loaded += 1
        return lambda text: self.asked.append(text) or [Morpheme(text, "NNG", 0, len(text))]

    def joiner(self):
        self.loaded += 1
        return lambda parts: self.asked.append(parts) or "".join(form for form, _ in parts)


def run(folder, *texts, version="1"):
    model = Model()
    language = RememberedLanguage(folder, version, model.reader, model.joiner)
    for text in texts:
        assert language.morphemes(text)[0].form == text
        assert language.join([(text, "NNG"), ("을", "JKO")]) == text + "을"
    language.save()
    return model


def test_the_second_check_loads_nothing(tmp_path):
    assert run(tmp_path, "송장", "반품").loaded == 2
    assert run(tmp_path, "반품", "송장").loaded == 0


def test_only_news_are_asked(tmp_path):
    run(tmp_path, "송장")
    assert run(tmp_path, "송장", "반품").asked == ["반품", [("반품", "NNG"), ("을", "JKO")]]


def test_a_check_of_few_files_forgets_nothing(tmp_path):
    run(tmp_path, "송장", "반품")
    run(tmp_path, "교환")
    assert run(tmp_path, "송장", "반품", "교환").loaded == 0


def test_what_nobody_asks_goes_when_there_is_very_much_of_it(tmp_path):
    run(tmp_path, *(f"말{number}" for number in range(10_100)))
    run(tmp_path, "송장")
    assert list(json.loads((tmp_path / "sentences.json").read_text("utf-8").split("\n", 1)[1])) == ["송장"]


def test_another_model_starts_anew(tmp_path):
    run(tmp_path, "송장")
    assert run(tmp_path, "송장", version="2").loaded == 2


def test_a_text_without_end_is_cut_before_it_is_analysed():
    asked = []
    Language(lambda text: asked.append(text) or [], lambda parts: "").morphemes("가" * 100_000)
    assert [len(text) for text in asked] == [1000]
