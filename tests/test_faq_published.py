"""The list of published ids only grows."""

from __future__ import annotations

from sellerhelp.faq.published import HEAD, read_published, write_published


def lines(source: str) -> dict[str, int]:
    return {name: place.line for name, place in read_published(source, "docs/published.txt").items()}


def test_each_id_knows_its_line_and_comments_and_blanks_are_passed_over():
    assert lines("# 머리말\n\na-b\n  c-d  # 까닭\n#e-f\n") == {"a-b": 3, "c-d": 4}


def test_line_ends_of_windows_and_a_byte_order_mark_make_no_id():
    assert lines("\ufeff# 머리말\r\na-b\r\n") == {"a-b": 2}
    assert lines("\ufeffa-b") == {"a-b": 1}


def test_a_place_names_the_file():
    place = read_published("a-b", "docs/published.txt")["a-b"]
    assert str(place.problem("없어요.")) == "docs/published.txt:1:1: 오류: 없어요."


def test_new_ids_are_added_sorted_and_nothing_leaves():
    assert write_published(["c-d", "a-b"], ["b-c", "a-b"]) == HEAD + "a-b\nb-c\nc-d\n"
    assert write_published(["a-b"], []) == HEAD + "a-b\n"


def test_what_was_written_is_read_again_and_writing_twice_changes_nothing():
    text = write_published(["b-c"], ["a-b"])
    assert list(lines(text)) == ["a-b", "b-c"]
    assert write_published(read_published(text, "p"), ["a-b"]) == text


def test_an_empty_list_holds_nothing():
    assert (lines(""), lines(write_published([], []))) == ({}, {})
