"""What an import knows of the site."""

from __future__ import annotations

from sellerhelp.sheets.library import make_library, read_docs

from tests.conftest import ROOT


def test_the_manuals_with_questions_stand_in_order():
    docs, problems = read_docs(ROOT / "docs")
    library, unread = make_library(docs)
    assert (problems, unread) == ([], [])
    assert list(library.titles) == ["opening", "products", "orders", "settlement", "ads", "policy", "contact"]
    assert sum(len(sheet.rows) for sheet in library.sheets()) == len(library.collection.entries) > 80


def test_a_file_that_is_not_utf_8_is_named(tmp_path):
    (tmp_path / "orders").mkdir()
    (tmp_path / "orders" / "faq.yml").write_bytes("질문".encode("cp949"))
    texts, problems = read_docs(tmp_path)
    assert (texts, [problem.rule for problem in problems]) == ({}, ["sheets-source"])
    assert str(problems[0]) == (
        "docs/orders/faq.yml: 오류: 글자를 읽을 수 없는 파일이에요.\n    편집기에서 ‘UTF-8’로 저장하세요."
    )


def test_a_file_with_a_mistake_is_not_written_over():
    _, unread = make_library({"orders/faq.yml": "- id: orders-one\n  quest: 하나\n"})
    assert {problem.path for problem in unread} == {"docs/orders/faq.yml"}
