"""make faq-export and make faq-import, as writers call them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.writers_tree import files, make, make_tree


@pytest.fixture
def tree(tmp_path) -> Path:
    return make_tree(tmp_path)


def exported(tree: Path, name: str = "질문 모음.xlsx") -> Path:
    done = make(tree, "faq-export", FILE=name)
    assert (done.returncode, done.stderr) == (0, "")
    return tree / name


def change(path: Path, **cells) -> None:
    workbook = load_workbook(path)
    for name, value in cells.items():
        workbook["주문·배송"][name] = value
    workbook.save(path)


def test_an_export_tells_what_it_wrote(tree):
    done = make(tree, "faq-export")
    assert done.stdout.splitlines() == ["질문 2개를 적었어요: build/faq.xlsx", "질문 2개를 적었어요: build/faq.csv"]
    assert sorted(files(tree / "build")) == ["faq.csv", "faq.xlsx"]


def test_an_import_of_what_was_exported_changes_nothing(tree):
    for name in ("가.xlsx", "나.csv"):
        exported(tree, name)
        before = files(tree / "docs")
        done = make(tree, "faq-import", FILE=name)
        assert done.stdout.splitlines() == [
            "요약: 새 질문 0, 바뀐 질문 0, 옮긴 질문 0, 지운 질문 0, 받지 않은 곳 0",
            "바뀐 것이 없어요.",
        ]
        assert (done.returncode, files(tree / "docs")) == (0, before)


def test_a_change_is_shown_judged_and_written_once(tree):
    path = exported(tree)
    change(path, B2="송장번호는 고칠 수 있나요?")
    before = files(tree / "docs")
    shown = make(tree, "faq-import", FILE=path.name, DRY="1")
    assert shown.stdout.splitlines()[-1] == "DRY=1이라 쓰지 않았어요." and files(tree / "docs") == before
    done = make(tree, "faq-import", FILE=path.name)
    assert done.returncode == 0, done.stderr
    assert "-  question: 송장번호를 잘못 적었어요.\n+  question: 송장번호는 고칠 수 있나요?\n" in done.stdout
    assert done.stdout.splitlines()[-1] == "1개 파일에 썼어요: docs/orders/faq.yml"
    again = make(tree, "faq-import", FILE=path.name)
    assert again.stdout.splitlines()[-1] == "바뀐 것이 없어요."


def test_what_the_gate_refuses_is_named_by_its_cell_and_nothing_is_written(tree):
    path = exported(tree)
    change(path, B2="고쳤나요?", C2="[송장](invoce.md)을 보세요.")
    before = files(tree / "docs")
    done = make(tree, "faq-import", FILE=path.name)
    assert done.returncode != 0 and files(tree / "docs") == before
    assert done.stderr.splitlines()[:4] == [
        "── 주문·배송!C2: 오류 1개",
        "주문·배송!C2: 오류: ‘invoce.md’라는 쪽이 없어요. [link-dead]",
        "    ‘invoice.md’를 가리키려고 했나요?",
        "받지 않은 곳이 있어 아무것도 바꾸지 않았어요. 고친 뒤 다시 실행하세요.",
    ]


def test_a_mistake_in_a_sheet_is_named_by_its_cell_and_nothing_is_written(tree):
    path = exported(tree)
    change(path, B2="=1+1", F2="어제")
    before = files(tree / "docs")
    done = make(tree, "faq-import", FILE=path.name)
    assert done.returncode != 0 and files(tree / "docs") == before
    assert "주문·배송!B2: 오류: 수식이 있어요. [sheets-formula]" in done.stderr
    assert "주문·배송!F2: 오류: ‘고친 날’의 날짜 ‘어제’를 읽을 수 없어요. [data-date]" in done.stderr


WRONG = [
    ("faq-import", {}, "들여올 파일을 알려 주세요. 예: make faq-import FILE=faq.xlsx"),
    ("faq-import", {"FILE": "없음.xlsx"}, "‘없음.xlsx’를 읽을 수 없어요. 파일 이름과 폴더를 확인하세요."),
    ("faq-import", {"FILE": "docs"}, "‘docs’를 읽을 수 없어요. 파일 이름과 폴더를 확인하세요."),
    ("faq-export", {"FILE": "faq.pdf"}, "파일 이름은 .xlsx나 .csv로 끝나야 해요. 예: make faq-export FILE=faq.xlsx"),
    ("faq-export", {"FILE": "mkdocs.yml/faq.csv"}, "‘mkdocs.yml/faq.csv’를 쓸 수 없어요. 엑셀에서 열려 있으면 닫고, 폴더를 확인하세요."),
]  # fmt: skip


@pytest.mark.parametrize(("target", "variables", "words"), WRONG)
def test_a_wrong_call_is_answered_in_one_line(tree, target, variables, words):
    before = files(tree / "docs")
    done = make(tree, target, **variables)
    assert done.returncode != 0 and files(tree / "docs") == before
    assert done.stderr.splitlines()[0] == words
