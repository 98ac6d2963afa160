"""make page and make rename, as writers call them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import tool
from tests.writers_tree import files, make, make_tree


@pytest.fixture
def tree(tmp_path) -> Path:
    return make_tree(tmp_path)


def test_a_new_page_has_only_todo_left(tree):
    done = make(tree, "page", MANUAL="orders", TITLE="선물 주문 처리", NAME="gift-order")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "쪽 3-2를 만들었어요: docs/orders/gift-order.md"
    checked = make(tree, "check")
    found = [line for line in checked.stdout.splitlines() if ": 오류: " in line]
    assert found and {line.rpartition(" ")[2] for line in found} == {"[page-todo]"}


def test_a_page_that_is_there_is_never_written_over(tree):
    before = files(tree / "docs")
    done = make(tree, "page", MANUAL="orders", TITLE="제목", NAME="invoice")
    assert (
        done.stderr.splitlines()[0]
        == "‘docs/orders/invoice.md’가 이미 있어요. 다른 이름을 붙이세요. 예: NAME=invoice-2"
    )
    assert done.returncode != 0 and files(tree / "docs") == before


def test_the_name_of_the_machine_is_not_taken_for_a_file_name(tree, monkeypatch):
    monkeypatch.setenv("NAME", "DESKTOP-1")
    assert "docs/orders/seonmul.md" in make(tree, "page", MANUAL="orders", TITLE="선물").stdout


def test_a_page_is_renamed_with_its_links_and_can_be_renamed_back(tree):
    before = files(tree / "docs")
    shown = make(tree, "rename", FROM="orders/invoice.md", TO="orders/typo.md", DRY="1")
    assert shown.stdout.splitlines()[-1] == "DRY=1이라 바꾸지 않았어요." and files(tree / "docs") == before
    done = make(tree, "rename", FROM="docs/orders/invoice.md", TO="orders/typo")
    assert done.returncode == 0, done.stderr
    last = done.stdout.splitlines()[-1]
    assert last.startswith("이름을 바꿨어요: docs/orders/invoice.md → docs/orders/typo.md. 링크를 고친 파일은 ")
    assert "-  related: [invoice.md]\n+  related: [typo.md]\n" in done.stdout
    after = files(tree / "docs")
    assert "orders/typo.md" in after and not any(
        b"invoice.md" in text for path, text in after.items() if path.endswith("faq.yml")
    )
    checked = make(tree, "check")
    assert checked.returncode == 0, checked.stdout


def test_what_would_be_wrong_afterwards_changes_nothing(tree):
    (tree / "docs/policy").mkdir()
    before = files(tree / "docs")
    done = make(tree, "rename", FROM="orders/invoice.md", TO="nowhere/typo.md")
    assert done.stderr.splitlines()[0] == "‘docs/nowhere’ 폴더가 없어요. 있는 매뉴얼의 폴더를 적으세요."
    assert done.returncode != 0 and files(tree / "docs") == before


def test_a_fault_of_ours_is_told_in_one_line_and_logged(tmp_path, monkeypatch, capsys):
    plainly = tool("plainly")
    monkeypatch.setattr(plainly, "ROOT", tmp_path)
    monkeypatch.setattr("sys.argv", ["tools/planted.py"])
    with pytest.raises(SystemExit) as end:
        plainly.run(lambda: 1 / 0)
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert said == "도중에 멈췄어요. 바꾼 것은 없어요. 개발자에게 .cache/planted.log 파일을 보내 주세요.\n"
    assert "ZeroDivisionError" in (tmp_path / ".cache/planted.log").read_text("utf-8")


@pytest.mark.parametrize("command", ["ids", "facts", "rename"])
def test_a_file_in_an_old_encoding_is_told_and_not_sent_to_a_developer(tree, command):
    (tree / "docs/orders/invoice.md").write_bytes("---\ntitle: 송장\n---\n".encode("cp949"))
    before = files(tree / "docs")
    done = make(tree, command, FROM="orders/faq.md", TO="orders/back.md")
    assert done.returncode != 0 and files(tree / "docs") == before
    assert done.stderr.splitlines()[0] == (
        "글자를 읽을 수 없는 파일이 있어요. make check로 그 파일을 찾아 UTF-8로 저장하세요."
    )
