"""A spreadsheet goes in, and nothing but what it changes is another byte."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from sellerhelp.faq.entry import read_entries
from sellerhelp.problem import Problem
from sellerhelp.sheets.columns import COLUMNS, MANUAL, cell_text, values_of
from sellerhelp.sheets.csvfile import write_csv
from sellerhelp.sheets.exporting import csv_rows, export, read_file
from sellerhelp.sheets.importing import begin_import
from sellerhelp.sheets.layout import read_layout
from sellerhelp.sheets.library import Library, make_library, read_docs
from sellerhelp.sheets.workbook import write_workbook

from tests.conftest import ROOT

TODAY = "2026-11-22"
HEAD = "---\ntitle: {}\nnumber: {}\ndescription: 설명이에요.\nupdated: 2026-11-22\n---\n\n## 글 {{#text}}\n"
# Every shape in which a writer may have typed an entry.
ORDERS = """# 머리말
# 둘째 줄

# ── 발주 ──
- id: orders-one  # 처음
  question: 첫 질문인가요?
  answer: |  # 답
    네, 그래요.

    # 글 안의 우물 정
    둘째 문단이에요.  [쪽](invoice.md#text)

  # 다른 말
  also:   # 왜
    - 하나
    # 사이
    - '둘'   # 끝

    # 뒤
  tags: [가, "나"]  # 태그
  updated: 2026-11-22

- question: 'id가 둘째인가요?'
  id: orders-two
  answer: >-
    접은
    글이에요.
  tags: 가
  updated: 2026-11-21   # 날
  featured: 2
  related:
  - invoice.md
  - ../policy/index.md#text

# ── 발송 ──
-
  id: orders-three
  question: "큰따옴표 \\"셋\\"인가요?"
  answer: 한 줄이에요.
  also: [하나,
    둘]
  tags:
    - 가
  updated: 2026-11-20
  was: [orders-old]
  finds: [셋 찾기]
- {id: orders-four, question: 흐름인가요?, answer: 네., tags: [나], updated: 2026-11-19}

# 끝말
"""
POLICY = "- id: policy-one\n  question: 정책인가요?\n  answer: 네.\n  tags: [다]\n  updated: 2026-11-22\n"
DOCS = {
    "orders/index.md": HEAD.format("주문·배송", 3),
    "orders/invoice.md": HEAD.format("송장", "3-1"),
    "orders/faq.yml": ORDERS,
    "policy/index.md": HEAD.format("정책", 6),
    "policy/faq.yml": POLICY,
    "published.txt": "orders-one\norders-two\norders-three\norders-old\norders-four\n",
}


def library_of(docs: dict[str, str]) -> Library:
    library, unread = make_library(docs)
    assert unread == []
    return library


def nothing_wrong(texts) -> list[Problem]:
    return []


def edited(library: Library, edit, kind: str = ".csv"):
    """Exports, lets a function change the rows of cells (manual first), imports."""
    head, *rows = csv_rows(library.sheets())
    rows = edit([dict(zip(head, row, strict=True)) for row in rows])
    data = write_csv([head, *([row[name] for name in head] for row in rows)])
    return begin_import(library, read_file(data, f"faq{kind}"), TODAY, "remove", nothing_wrong)


def change(name: str, **cells: str):
    titles = {column.key: column.title for column in (MANUAL, *COLUMNS)}

    def edit(rows):
        return [
            {**row, **{titles[key]: text for key, text in cells.items()}} if row["id"] == name else row for row in rows
        ]

    return edit


def said(done) -> list[str]:
    return [str(problem) for problem in done.problems]


@pytest.mark.parametrize("kind", [".xlsx", ".csv"])
@pytest.mark.parametrize("docs", [DOCS, {name: text.replace("\n", "\r\n") for name, text in DOCS.items()}, read_docs(ROOT / "docs")[0]], ids=["lf", "crlf", "own"])  # fmt: skip
def test_export_and_import_without_a_change_change_nothing(docs, kind):
    library = library_of(docs)
    data, problems = export(library, kind, 1793527200)
    done = begin_import(library, read_file(data, f"faq{kind}"), TODAY, "refuse", nothing_wrong)
    assert (problems, done.problems, dict(done.sources), done.plan.is_empty) == ([], (), {}, True)


CHANGES = [
    ("orders-one", {"question": "다른 질문인가요?"}, "  question: 첫 질문인가요?\n", "  question: 다른 질문인가요?\n"),
    ("orders-one", {"answer": "짧아요."},
     "  answer: |  # 답\n    네, 그래요.\n\n    # 글 안의 우물 정\n    둘째 문단이에요.  [쪽](invoice.md#text)\n",
     "  answer: 짧아요.  # 답\n"),
    ("orders-one", {"answer": "네.\n\n- 하나\n- 둘"},
     "    네, 그래요.\n\n    # 글 안의 우물 정\n    둘째 문단이에요.  [쪽](invoice.md#text)\n", "    네.\n\n    - 하나\n    - 둘\n"),
    ("orders-one", {"also": "하나\n셋\n둘"}, "    # 사이\n    - '둘'", "    - 셋\n    # 사이\n    - '둘'"),
    ("orders-one", {"also": "하나"}, "\n    - '둘'   # 끝\n", "\n"),
    ("orders-one", {"also": "넷: 다섯\n둘"}, "    - 하나\n", "    - '넷: 다섯'\n"),
    ("orders-one", {"also": ""}, "  also:   # 왜\n    - 하나\n    # 사이\n    - '둘'   # 끝\n", ""),
    ("orders-one", {"tags": "가"}, '[가, "나"]', "[가]"),
    ("orders-one", {"tags": "새\n가\n나\n[괄호]"}, '[가, "나"]', "[새, 가, \"나\", '[괄호]']"),
    ("orders-one", {"featured": "3", "was": "orders-older"}, "  updated: 2026-11-22\n\n- question",
     "  updated: 2026-11-22\n  was: [orders-older]\n  featured: 3\n\n- question"),
    ("orders-one", {"updated": "2026. 12. 1."}, "updated: 2026-11-22\n\n-", "updated: 2026-12-01\n\n-"),
    ("orders-two", {"question": "작은따옴표 '둘'인가요?"}, "'id가 둘째인가요?'", "'작은따옴표 ''둘''인가요?'"),
    ("orders-two", {"answer": "첫 줄이에요.\n둘째 줄이에요."}, "  answer: >-\n    접은\n    글이에요.\n",
     "  answer: |\n    첫 줄이에요.\n    둘째 줄이에요.\n"),
    ("orders-two", {"tags": "가\n나"}, "  tags: 가\n", "  tags: [가, 나]\n"),
    ("orders-two", {"updated": "2026-11-30"}, "2026-11-21   # 날", "2026-11-30   # 날"),
    ("orders-two", {"featured": ""}, "  featured: 2\n", ""),
    ("orders-two", {"related": "../policy/index.md#text"}, "  - invoice.md\n", ""),
    ("orders-two", {"related": "invoice.md\n../policy/index.md#text\nindex.md"}, "../policy/index.md#text\n\n",
     "../policy/index.md#text\n  - index.md\n\n"),
    ("orders-three", {"question": "큰따옴표 \"넷\"인가요?"}, '\\"셋\\"', '\\"넷\\"'),
    ("orders-three", {"answer": "여러\n줄이에요."}, "  answer: 한 줄이에요.\n", "  answer: |\n    여러\n    줄이에요.\n"),
    ("orders-three", {"also": "둘"}, "[하나,\n    둘]", "[둘]"),
    ("orders-four", {"question": "블록인가요?"},
     "- {id: orders-four, question: 흐름인가요?, answer: 네., tags: [나], updated: 2026-11-19}\n",
     "- id: orders-four\n  question: 블록인가요?\n  answer: |\n    네.\n  tags: [나]\n  updated: 2026-11-19\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "cells", "old", "new"), CHANGES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_change_replaces_its_own_text_and_nothing_else(name, cells, old, new, end):
    assert ORDERS.count(old) == 1
    library = library_of({**DOCS, "orders/faq.yml": ORDERS.replace("\n", end)})
    done = edited(library, change(name, **cells))
    assert said(done) == []
    assert done.sources == {"orders/faq.yml": ORDERS.replace(old, new).replace("\n", end)}


def insert(after: str, **cells: str):
    """Puts a new row after that of an id ("" for the top)."""
    titles = {column.key: column.title for column in (MANUAL, *COLUMNS)}
    blank = dict.fromkeys(titles.values(), "")

    def edit(rows):
        at = next((number for number, row in enumerate(rows, 1) if row["id"] == after), 0)
        manual = rows[max(at - 1, 0)]["매뉴얼"]
        fresh = {**blank, "매뉴얼": manual, **{titles[key]: text for key, text in cells.items()}}
        return [*rows[:at], fresh, *rows[at:]]

    return edit


def test_a_new_question_goes_after_the_row_above_it_with_a_permanent_id():
    library = library_of(DOCS)
    done = edited(
        library, insert("orders-two", question="송장번호를 고칠 수 있나요?", answer="네.\n\n그래요.", tags="가")
    )
    new = """
- id: orders-songjangbeonhoreul-gochil-su
  question: 송장번호를 고칠 수 있나요?
  answer: |
    네.

    그래요.
  tags: [가]
  updated: 2026-11-22
"""
    assert said(done) == []
    old = "../policy/index.md#text\n\n"
    assert done.sources == {"orders/faq.yml": ORDERS.replace(old, old[:-1] + new + "\n")}
    assert done.plan.additions[0].has_proposed_id


def test_new_questions_follow_each_other_in_the_order_of_their_rows():
    library = library_of(DOCS)
    one = insert("policy-one", id="policy-two", question="둘?", answer="네.", tags="다")
    other = insert("policy-two", id="policy-three", question="셋?", answer="네.", tags="다")
    done = edited(library, lambda rows: other(one(rows)))
    assert re.findall("id: (.*)", done.sources["policy/faq.yml"]) == ["policy-one", "policy-two", "policy-three"]
    first = edited(library, insert("", id="orders-zero", question="영?", answer="네.", tags="가"))
    assert first.sources["orders/faq.yml"].index("orders-zero") < ORDERS.index("- id: orders-one") + 20


def test_importing_the_same_new_row_again_changes_nothing():
    docs = dict(DOCS)
    edit = insert("orders-two", question="새로운가요?", answer="네.", tags="가")
    docs |= edited(library_of(docs), edit).sources
    again = library_of(docs)
    done = edited(again, lambda rows: edit([row for row in rows if row["질문"] != "새로운가요?"]))
    assert done.plan.is_empty and "updated" not in str(done.sources)


def test_a_question_that_goes_leaves_comments_and_one_gap():
    library = library_of(DOCS)

    def edit(rows):
        return [
            row for row in change("orders-one", was="orders-three\norders-old")(rows) if row["id"] != "orders-three"
        ]

    done = edited(library, edit)
    assert said(done) == []
    text = done.sources["orders/faq.yml"]
    assert "orders-three\n" not in text.replace("[orders-three", "") and "# ── 발송 ──\n- {id: orders-four" in text
    assert text.endswith("updated: 2026-11-19}\n\n# 끝말\n")


def test_a_published_question_may_only_go_when_another_takes_its_id_over():
    done = edited(library_of(DOCS), lambda rows: [row for row in rows if row["id"] != "orders-four"])
    assert said(done) == [
        "faq: 오류: 공개했던 질문 ‘orders-four’을 지우면 그 주소로 오는 독자가 길을 잃어요.\n"
        "    그 답을 이어받은 질문의 ‘옛 id’ 칸에 ‘orders-four’을 적으세요."
    ]
    assert done.sources == {}


def test_a_new_id_that_names_the_old_one_renames_the_question_in_place():
    done = edited(library_of(DOCS), change("orders-two", id="orders-second", was="orders-two"))
    assert said(done) == []
    assert done.sources["orders/faq.yml"] == ORDERS.replace("id: orders-two", "id: orders-second").replace(
        "updated: 2026-11-21   # 날\n", "updated: 2026-11-21   # 날\n  was: [orders-two]\n"
    )


def test_a_question_that_moves_to_another_manual_takes_its_comments_and_links_along():
    done = edited(library_of(DOCS), change("orders-one", manual="정책"))
    assert said(done) == []
    assert sorted(done.sources) == ["orders/faq.yml", "policy/faq.yml"]
    moved = done.sources["policy/faq.yml"]
    assert "- id: orders-one  # 처음\n" in moved and "- '둘'   # 끝\n" in moved
    assert "[쪽](../orders/invoice.md#text)" in moved
    assert "orders-one" not in done.sources["orders/faq.yml"]
    assert "# ── 발주 ──\n\n- question: 'id가 둘째인가요?'" in done.sources["orders/faq.yml"]


def test_a_manual_that_the_file_does_not_hold_loses_nothing():
    done = edited(library_of(DOCS), lambda rows: [row for row in rows if row["매뉴얼"] == "정책"])
    assert (said(done), dict(done.sources)) == ([], {})


def test_the_gates_words_name_the_cell_that_they_are_about():
    library = library_of(DOCS)
    head, *rows = csv_rows(library.sheets())
    rows[0][3] = "[쪽](없어요.md)"
    wrong = Problem("docs/orders/faq.yml", 7, 11, "링크가 가리키는 곳이 없어요.", "고치세요.", rule="link-dead")
    done = begin_import(
        library, read_file(write_csv([head, *rows]), "질문.csv"), TODAY, "refuse", lambda texts: [wrong]
    )
    assert [problem.path for problem in done.problems] == ["질문!D2"]
    assert str(done.problems[0]).startswith("질문!D2: 오류: 링크가")


def test_canary_a_value_that_would_not_be_read_back_is_not_written(monkeypatch):
    monkeypatch.setattr("sellerhelp.sheets.splice.scalar", lambda text, *rest, **more: f"'{text}!'")
    done = edited(library_of(DOCS), change("orders-one", tags="가\n다"))
    assert "faq.yml에 적힌 모양이 달라서 저절로 고칠 수 없어요." in said(done)[0] and done.sources == {}
    assert {problem.rule for problem in done.problems} == {"sheets-layout"}


LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\u2028\u2029\ufeff"
)
WORDS = st.text(
    st.one_of(st.sampled_from("가나다 abc=+-@'\"#:[]{},&*!|>%`\\~?.0 \t"), LETTERS), min_size=1, max_size=24
)
LINES = st.lists(WORDS, min_size=1, max_size=5).map("\n".join)
EDITS = st.dictionaries(
    st.sampled_from(["orders-one", "orders-two", "orders-three", "orders-four", "policy-one"]),
    st.fixed_dictionaries(
        {},
        optional={
            "question": WORDS,
            "answer": LINES,
            "also": LINES,
            "tags": LINES,
            "updated": st.dates().map(str),
            "featured": st.integers(1, 99).map(str),
            "related": LINES,
            "finds": LINES,
        },
    ),
    max_size=4,
)


@seed(20261122)
@settings(max_examples=150, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(EDITS, st.sampled_from(["\n", "\r\n"]), st.sampled_from([".xlsx", ".csv"]))
def test_after_random_edits_the_questions_are_the_edited_ones_and_the_rest_is_the_same_bytes(edits, end, kind):
    library = library_of({name: text.replace("\n", end) for name, text in DOCS.items()})
    sheets = library.sheets()
    wanted = {}
    for sheet in sheets:
        for row in sheet.rows:
            new = {key: text for key, text in edits.get(row["id"], {}).items() if text.strip()}
            wanted[row["id"]] = {**row, **{key: as_value(key, text) for key, text in new.items()}}
    sheets = [replace(sheet, rows=tuple(wanted[row["id"]] for row in sheet.rows)) for sheet in sheets]
    data = write_workbook(sheets, 0) if kind == ".xlsx" else write_csv(csv_rows(sheets))
    done = begin_import(library, read_file(data, f"faq{kind}"), TODAY, "refuse", nothing_wrong)
    assert said(done) == []
    after = {**library.sources, **done.sources}
    found = {one.id: values_of(one) for path, text in after.items() for one in read_entries(text, path, path)[0]}
    assert {name: as_cells(row) for name, row in found.items()} == {name: as_cells(row) for name, row in wanted.items()}
    for path, text in library.sources.items():
        untouched = [
            name for name in read_layout(text).entries if as_cells(wanted[name]) == as_cells(values(library, name))
        ]
        for name in untouched:
            assert chunk(text, name) == chunk(after[path], name)
        assert between(text) == between(after[path])


def values(library: Library, name: str):
    return values_of(library.collection.by_id()[name])


def as_value(key: str, text: str):
    from sellerhelp.sheets.clean import cleaned
    from sellerhelp.sheets.columns import BY_KEY, from_cell_text

    return from_cell_text(cleaned(text), BY_KEY[key].kind) or ("가",)


def as_cells(row) -> dict[str, str]:
    return {key: cell_text(value) for key, value in row.items()}


def chunk(text: str, name: str) -> str:
    layout = read_layout(text)
    return text[layout.entries[name].dash : layout.end_of_line(layout.entries[name].end)]


def between(text: str) -> list[str]:
    """What stands outside of the entries: comments and gaps."""
    layout = read_layout(text)
    spans = [(entry.dash, layout.end_of_line(entry.end)) for entry in layout.entries.values()]
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]
