"""What is said of a text is always the same, and kept only of texts that come again."""

from __future__ import annotations

from sellerhelp import repeated as module
from sellerhelp.repeated import Repeated


def test_a_text_is_asked_about_twice_at_most():
    asked = []
    said = Repeated(lambda text: asked.append(text) or text.upper())
    assert [said(text) for text in "aabaab"] == list("AABAAB")
    assert asked == ["a", "a", "b", "b"] and said.known == {"a": "A", "b": "B"}


def test_texts_that_come_once_are_not_kept_and_the_others_not_for_ever(monkeypatch):
    monkeypatch.setattr(module, "_MOST", 50)
    monkeypatch.setattr(module, "_MOST_ONCE", 100)
    said = Repeated(len)
    assert [said(str(number)) for number in range(1_000)] == [len(str(number)) for number in range(1_000)]
    assert not said.known and len(said._once) <= 101
    for number in range(200):
        for _ in range(3):
            assert said(f"x{number}") == len(f"x{number}")
    assert len(said.known) <= 51
