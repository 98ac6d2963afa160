"""Answers kept between runs: never wrong, only missing."""

from __future__ import annotations

import pytest
from sellerhelp.memory import Answers, Memory, key_of, recall, remember


def kept(path, recipe="1", **answers):
    memory = Memory(path, recipe)
    for key, answer in answers.items():
        memory.keep(key, answer)
    memory.save()
    return path


def test_an_answer_comes_back_as_it_was(tmp_path):
    path = kept(tmp_path / "deep" / "kept.json", a=[1, "하나", None], b=[])
    memory = Memory(path, "1")
    assert (memory.get("a"), memory.get("b"), memory.get("c")) == ([1, "하나", None], [], None)


def test_other_code_starts_anew(tmp_path):
    path = kept(tmp_path / "kept.json", a=1)
    assert Memory(path, "2").get("a") is None


@pytest.mark.parametrize("at", range(0, 120, 7))
def test_a_damaged_file_counts_as_empty(tmp_path, at):
    path = kept(tmp_path / "kept.json", a="하나", b="둘")
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= 1
    path.write_bytes(data)
    assert Memory(path, "1").get("a") is None


@pytest.mark.parametrize("data", [b"", b"\n", b"\xff\xfe", b"1 2\n{", b"[" * 100_000])
def test_any_other_file_counts_as_empty(tmp_path, data):
    (tmp_path / "kept.json").write_bytes(data)
    assert Memory(tmp_path / "kept.json", "1").get("a") is None


def test_a_folder_in_its_place_stops_nothing(tmp_path):
    (tmp_path / "kept.json").mkdir()
    assert Memory(kept(tmp_path / "kept.json", a=1), "1").get("a") is None


def test_what_was_not_asked_this_time_stays_for_another(tmp_path):
    path = kept(tmp_path / "kept.json", a=1)
    kept(path, b=2)
    assert (Memory(path, "1").get("a"), Memory(path, "1").get("b")) == (1, 2)


def test_what_nobody_asks_goes_when_there_is_very_much_of_it(tmp_path):
    path = kept(tmp_path / "kept.json", **{f"a{number}": number for number in range(1_100)})
    kept(path, b=2)
    memory = Memory(path, "1")
    assert sum(memory.get(f"a{number}") is not None for number in range(1_100)) == 1_000
    assert memory.get("b") == 2


def test_the_parts_of_a_key_are_told_apart():
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of(b"abc", ""), key_of("\ud800")}) == 5


HARD = {
    "": 0,
    "a": 1,
    '"a"': [2],
    "a\nb": {"c": "\n"},
    "송장\\": None,
    ",": "},\n",
    "\ud800": "\ud800",
    '\n"a":9': 3,
    "\u2028": 4,
}


def test_one_answer_is_found_as_in_all_of_them(tmp_path):
    remember(tmp_path / "a", "1", HARD)
    assert recall(tmp_path / "a", "1") == HARD
    for key, answer in HARD.items():
        answers = Answers(tmp_path / "a", "1")
        assert answers[key] == answer
        assert "all" not in vars(answers), "not all were read for one"
        assert [answers.get(other) for other in ("b", '"', "9", "송", "송장")] == [None] * 5


def test_for_many_answers_all_are_read(tmp_path):
    remember(tmp_path / "a", "1", {str(number): number for number in range(200)})
    answers = Answers(tmp_path / "a", "1")
    assert [answers[str(number)] for number in range(200)] == list(range(200))
    assert "all" in vars(answers) and len(answers) == 200


@pytest.mark.parametrize("data", [b"", b"1 seal\n{}", b"\xff\n\xff"])
def test_of_a_damaged_file_no_answer_is_found(tmp_path, data):
    (tmp_path / "a").write_bytes(data)
    answers = Answers(tmp_path / "a", "1")
    assert (answers.get("a"), len(answers)) == (None, 0)
