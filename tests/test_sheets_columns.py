"""The columns are the keys of an entry, whoever adds one."""

from __future__ import annotations

from sellerhelp.faq.entry import KEYS, read_entries
from sellerhelp.schema import Key, text
from sellerhelp.sheets import columns
from sellerhelp.sheets.columns import COLUMNS, cell_text, from_cell_text, values_of

FULL = """- id: orders-one
  question: ' 첫 질문인가요? '
  answer: |
    네.

    둘.
  also: 하나
  tags: [가, 나]
  updated: 2026-11-22
  was: [orders-old]
  featured: 3
  related: [invoice.md#edit]
  finds: [' 찾기 ']
"""


def test_every_key_of_an_entry_has_a_column_that_somebody_told_about():
    assert [column.key for column in COLUMNS] == [key.name for key in KEYS]
    assert [column.key for column in COLUMNS if column.title == column.key] == ["id"]


def test_a_key_of_tomorrow_has_a_plain_column():
    column = columns._column(Key("team", text, "team: 주문"))
    assert (column.title, column.kind, column.note) == ("team", "text", "faq.yml의 team 줄이에요. 예: team: 주문")


def test_values_are_what_was_typed():
    entry = read_entries(FULL, "orders/faq.yml", "docs/orders/faq.yml")[0][0]
    values = values_of(entry)
    assert {key: value for key, value in values.items() if value} == {
        "id": "orders-one", "question": "첫 질문인가요?", "answer": "네.\n\n둘.", "also": ("하나",), "tags": ("가", "나"),
        "updated": "2026-11-22", "was": ("orders-old",), "featured": "3", "related": ("invoice.md#edit",), "finds": ("찾기",),
    }  # fmt: skip


def test_a_list_is_one_item_a_line_and_blank_lines_are_nothing():
    assert cell_text(("가", "나")) == "가\n나"
    assert (from_cell_text("가\n\n 나 \n", "lines"), from_cell_text("가\n나", "text")) == (("가", "나"), "가\n나")
