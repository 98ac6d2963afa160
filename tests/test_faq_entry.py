"""One faq.yml becomes entries; broken ones are left out and named."""

from __future__ import annotations

from datetime import date

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.faq.entry import EXAMPLE, read_entries

FULL = """# 머리말
- id: orders-invoice-typo
  question: ' 송장번호를 고칠 수 있나요? '
  answer: |
    ‘배송중’일 때만 고칠 수 있어요.

    자세히는 [송장](invoice.md#edit)에 있어요.
  also: [송장 오타, 운송장 수정]
  tags: [송장, 발송]
  updated: 2026-11-22
  was: orders-invoice-wrong
  featured: 12
  related:
    - invoice.md#edit
    - ../settlement/cycle.md
- {id: orders-late-2, question: 늦어요, answer: 늘리세요, tags: 발송, updated: 2026-01-02}
"""


def read(source: str, path: str = "orders/faq.yml"):
    return read_entries(source, path, f"docs/{path}")


def test_a_full_entry_is_read_as_a_whole():
    (entry, short), problems = read(FULL)
    assert problems == []
    assert (entry.id, entry.question) == ("orders-invoice-typo", "송장번호를 고칠 수 있나요?")
    assert entry.answer == "‘배송중’일 때만 고칠 수 있어요.\n\n자세히는 [송장](invoice.md#edit)에 있어요."
    assert (entry.also, entry.tags, entry.was) == (
        ("송장 오타", "운송장 수정"),
        ("송장", "발송"),
        ("orders-invoice-wrong",),
    )
    assert (entry.updated, entry.featured) == (date(2026, 11, 22), 12)
    assert [(link.target, link.place.line, link.place.column) for link in entry.related] == [
        ("invoice.md#edit", 14, 7), ("../settlement/cycle.md", 15, 7),
    ]  # fmt: skip
    assert (entry.manual, entry.source) == ("orders", "orders/faq.yml")
    assert (str(entry.place.path), entry.place.line, entry.place.column) == ("docs/orders/faq.yml", 2, 3)
    assert (entry.answer_place.line, entry.answer_place.column) == (4, 11)
    assert (short.also, short.tags, short.was, short.featured, short.related) == ((), ("발송",), (), None, ())


def test_the_example_in_the_messages_is_right_itself():
    entries, problems = read(EXAMPLE.removeprefix("예:\n"))
    assert ([entry.id for entry in entries], problems) == (["orders-invoice-typo"], [])


def test_a_broken_entry_is_left_out_and_its_neighbours_stay():
    entries, problems = read(FULL.replace("question: 늦어요", "question: ''") + FULL.replace("typo", "edit"))
    assert [entry.id for entry in entries] == ["orders-invoice-typo", "orders-invoice-edit", "orders-late-2"]
    assert [(problem.line, problem.column, problem.text) for problem in problems] == [
        (16, 33, "‘question’이 비어 있어요.")
    ]


def test_what_an_entry_can_do_without_may_be_wrong_and_the_entry_stays():
    entries, problems = read(FULL.replace("2026-01-02", "언젠가"))
    assert ([entry.updated for entry in entries], len(problems)) == ([date(2026, 11, 22), None], 1)


def test_an_id_is_lower_case_words_joined_by_hyphens():
    good = ["a-b", "orders-1", "a1-b2-c3"]
    bad = ["a", "-a", "a-", "a--b", "A-b", "1-a", "a_b-c", "a-b c", "a-가", "a-b\\n"]
    source = '- {{id: "{}", question: q, answer: a, tags: t, updated: 2026-11-22}}'
    assert [len(read(source.format(name))[0]) for name in good] == [1, 1, 1]
    assert [len(read(source.format(name))[1]) for name in bad[:-1]] == [1] * 9
    assert read(source.format(bad[-1]))[0][0].id == "a-b"  # the ends are trimmed


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates()
KEYS = st.sampled_from(["id", "question", "answer", "also", "tags", "updated", "was", "featured", "related", "<<", ""])
TREES = st.recursive(
    LEAVES,
    lambda kids: st.lists(kids, max_size=4) | st.dictionaries(KEYS | st.text(max_size=3), kids, max_size=6),
    max_leaves=20,
)
CHEAP = settings(max_examples=250, deadline=None, derandomize=True, database=None)


def is_sound(source: str) -> None:
    entries, problems = read(source)
    assert entries or problems
    for entry in entries:
        assert entry.id and entry.question and entry.answer and entry.place.line > 0
    for problem in problems:
        assert problem.path == "docs/orders/faq.yml" and problem.text and problem.mend


@CHEAP
@given(TREES)
def test_random_structures_never_raise(tree):
    is_sound(yaml.safe_dump(tree, allow_unicode=True))


@CHEAP
@given(st.lists(st.dictionaries(KEYS, LEAVES | st.lists(LEAVES, max_size=3), max_size=9), max_size=4))
def test_random_entries_never_raise(rows):
    is_sound(yaml.safe_dump(rows, allow_unicode=True))


@CHEAP
@given(st.text(max_size=40))
def test_random_text_never_raises(text):
    is_sound(text)


@CHEAP
@given(st.integers(0, len(FULL)), st.text(st.sampled_from("-:[]{}&*!|>'\"%@`#?, \n\t가\x00"), max_size=4))
def test_a_right_file_with_random_letters_put_in_never_raises(at, letters):
    is_sound(FULL[:at] + letters + FULL[at:])
