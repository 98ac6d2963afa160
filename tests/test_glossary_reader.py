"""The glossary's file: what it gives, and what is wrong in it."""

from __future__ import annotations

from sellerhelp.glossary.reader import read_glossary

GOOD = """\
- id: confirm
  word: 구매확정
  means: 받았다고 확인하는 단계예요.
  also: [구매결정]
  page: orders/confirm.md#when
  tooltip: no
  facts: [orders-001]
"""


def read(source):
    terms, problems = read_glossary(source, "docs/glossary.yml", ["orders/confirm.md", "orders/index.md"])
    return terms, [f"{one.line}:{one.column} {one.text} / {one.mend} [{one.rule}]" for one in problems]


def test_an_entry_keeps_all_that_was_written():
    (term,), problems = read(GOOD)
    assert problems == []
    assert (term.id, term.word, term.also, term.page) == (
        "confirm",
        "구매확정",
        ("구매결정",),
        "orders/confirm.md#when",
    )
    assert term.is_quiet and [one.value for one in term.facts] == ["orders-001"]


def test_an_empty_file_is_an_empty_glossary():
    assert read("") == ([], [])
    assert read("# nothing yet\n") == ([], [])


def test_a_page_that_is_not_there_is_named_with_the_nearest():
    terms, problems = read(GOOD.replace("confirm.md", "confrim.md"))
    assert len(terms) == 1
    assert problems == [
        "5:9 용어 ‘구매확정’이 가리키는 쪽 ‘orders/confrim.md’가 없어요. / "
        "‘orders/confirm.md’를 가리키려고 했나요? [glossary-page]"
    ]


def test_a_word_that_is_another_ones_name_is_refused():
    terms, problems = read(GOOD + "- {id: decide, word: 구매결정, means: 같은 말이에요.}\n")
    assert [term.word for term in terms] == ["구매확정"]
    assert problems == [
        "8:22 ‘구매결정’이 두 번 있어요. 첫 번째는 2번째 줄의 ‘구매확정’이에요. / "
        "한 용어에 한 번만 적으세요. 다른 이름은 also에 적어요. [glossary-twice]"
    ]


def test_unknown_keys_and_bad_ids_are_refused():
    terms, problems = read("- {id: 확정, word: 구매확정, means: 뜻이에요., meaning: 뜻}\n")
    assert terms == []
    assert sorted(one.rpartition("[")[2] for one in problems) == ["data-pattern]", "data-unknown]"]
