"""What a page asked is asked again before it is used; what cannot be compared is never kept."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sellerhelp.build.asked import Asked
from sellerhelp.build.printed import Opaque, Printer
from sellerhelp.build.remembered import Remembered, key_of
from sellerhelp.build.store import Store
from sellerhelp.yamltext import Place


@dataclass(frozen=True)
class Word:
    text: str
    place: Place


class Widgets:
    size = 3

    def __init__(self, text):
        self.text, self.calls = text, 0

    def card(self, root):
        self.calls += 1
        return f"{root}{self.text}" * 100

    def question(self, path, card):
        return f"{path} {card}"

    def site(self):
        return self


def remembered(tmp_path, asked, troubles=lambda: 0):
    return Remembered(Store(tmp_path / "pages.db"), asked, troubles)


def made(tmp_path, answer, make=None, troubles=lambda: 0):
    """Makes a page that asks one question, in a build of its own; says whether it was made or taken."""
    asked = Asked()
    way = asked.way("word", answer)
    keep = remembered(tmp_path, asked, troubles)
    value = keep(key_of("page"), make or (lambda: f"page {way('x')}"))
    keep.store.save()
    return value, keep.made


def test_a_page_is_taken_over_while_every_answer_is_the_same(tmp_path):
    assert made(tmp_path, lambda name: f"{name}1") == ("page x1", 1)
    assert made(tmp_path, lambda name: f"{name}1") == ("page x1", 0)
    assert made(tmp_path, lambda name: f"{name}2") == ("page x2", 1)


def test_where_something_stands_is_no_answer(tmp_path):
    made(tmp_path, lambda name: Word("a", Place("f", 1, 1)), lambda: "one")
    keep = made(tmp_path, lambda name: Word("a", Place("f", 9, 1)))
    assert keep[1] == 0


def test_what_cannot_be_compared_is_made_each_time(tmp_path):
    for _ in range(2):
        assert made(tmp_path, lambda name: object())[1] == 1


def test_a_page_with_a_problem_is_made_each_time(tmp_path):
    problems: list[str] = []

    def make():
        problems.append("wrong")
        return "page"

    for _ in range(2):
        assert made(tmp_path, str, make, lambda: len(problems))[1] == 1


def test_a_question_that_fails_now_is_answered_otherwise(tmp_path):
    made(tmp_path, lambda name: "x")
    with pytest.raises(KeyError):
        made(tmp_path, lambda name: {}[name])


def things(tmp_path, text):
    asked = Asked()
    widgets = Widgets(text)
    sh = asked.thing("sh", widgets)
    keep = remembered(tmp_path, asked)
    value = keep(key_of("page"), lambda: sh.question("a.md", sh.card("../")) + str(sh.size))
    keep.store.save()
    return value, keep.made


def test_what_templates_ask_is_asked_again_and_long_arguments_are_earlier_answers(tmp_path):
    first = things(tmp_path, "one")
    assert things(tmp_path, "one") == (first[0], 0)
    assert things(tmp_path, "two") == (first[0].replace("one", "two"), 1)
    assert (tmp_path / "pages.db").read_bytes().count(b"../one" * 100) < 3


def test_a_question_is_answered_once_a_build_from_the_second_time_on():
    asked, widgets = Asked(), Widgets("x")
    sh = asked.thing("sh", widgets)
    assert len({sh.card("../") for _ in range(5)}) == 1
    assert widgets.calls == 2


def test_a_thing_that_hands_out_an_object_keeps_the_page_from_being_kept(tmp_path):
    for _ in range(2):
        asked = Asked()
        sh = asked.thing("sh", Widgets("x"))
        keep = remembered(tmp_path, asked)
        keep(key_of("page"), lambda: sh.site().text)  # noqa: B023
        assert keep.made == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("a", b"a"), ("1", 1), (["ab", ""], ["a", "b"]), ({"a": 1}, {"a": "1"}), ((1, 2), ("1,2",)), (None, "None")],
)
def test_different_values_have_different_prints(one, other):
    assert Printer()(one) != Printer()(other)


def test_a_value_that_may_change_has_no_print():
    with pytest.raises(Opaque):
        Printer()([object()])
    with pytest.raises(Opaque):
        Printer()(lambda: 1)
