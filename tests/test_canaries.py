"""Every rule is alive: its planted defect, laid over a sound little project, gives exactly its own message.

tests/canaries/_sound/docs is the sound project. tests/canaries/<rule> (or <rule>.<variant>) holds
  canary.yml     how the defect is planted, in this order, every part optional:
                 remove: [paths]
                 change: {path: [{old: what stands there once, new: what stands there instead}]}
                 files: {path: text, with escapes where Git or a disk cannot hold it}
                 repeat: {path: [text, times]}   (added at the end)
                 links: {path: target}
  docs/...       optional, whole files that replace or join those of the sound project
  said.txt       the whole output of the check, compared word for word
UPDATE=1 writes said.txt anew: read it before it is committed.
"""

from __future__ import annotations

import datetime
import os
import shutil
from pathlib import Path

import pytest
import yaml
from sellerhelp.gate.fix import fixed
from sellerhelp.gate.fix import write as write_fixes
from sellerhelp.gate.rules import BY_ID, RULES
from sellerhelp.gate.show import report, summary

from tests.conftest import ROOT, tool

CANARIES = ROOT / "tests" / "canaries"
SOUND = CANARIES / "_sound" / "docs"
NAMES = sorted(path.name for path in CANARIES.iterdir() if path.is_dir() and path.name != "_sound")
TODAY = datetime.date(2026, 11, 1)
check = tool("check").check
# Rules whose problems come out of no build of docs/, each with the test that plants its defect.
OTHER: dict[str, str] = {
    "feedback-endpoint": "tests/test_feedback_endpoint.py::test_everything_else_is_refused_at_the_settings_place",
    **dict.fromkeys(
        ("book-picture", "book-alt-text", "book-no-print-form", "book-too-deep", "book-link", "book-anchor",
         "book-long-address", "book-long-label", "book-overfull-cell", "book-overfull-line", "book-glyph"),
        "tests/test_book_problems.py::test_every_rule_of_the_code_has_its_canary",
    ),
    "book-edition": "tests/test_book_editions.py::test_a_spoilt_record_is_told_and_not_used",
    "book-press": "tests/test_book_problems.py::test_what_the_press_itself_refuses_is_told_with_its_page",
    **dict.fromkeys(
        ("sheets-size", "sheets-kind", "sheets-macro", "sheets-link", "sheets-object", "sheets-encrypted", "sheets-bomb",
         "sheets-entity", "sheets-rows", "sheets-broken"),
        "tests/test_sheets_archive.py::test_a_harmful_file_is_refused_in_its_own_words",
    ),
    **dict.fromkeys(("sheets-encoding", "sheets-quotes"), "tests/test_sheets_csvfile.py::test_what_is_no_table_is_refused"),
    **dict.fromkeys(("sheets-merged", "sheets-hidden"), "tests/test_sheets_xlsx.py::test_what_cannot_be_seen_or_told_apart_is_said"),
    **dict.fromkeys(
        ("sheets-empty", "sheets-manual", "sheets-column", "sheets-row", "sheets-double", "sheets-formula", "sheets-length",
         "sheets-control", "sheets-number"),
        "tests/test_sheets_table.py::test_a_mistake_is_named_by_its_cell",
    ),
    **dict.fromkeys(
        ("sheets-blank", "sheets-removed", "sheets-orphaned"),
        "tests/test_sheets_changes.py::test_a_row_that_cannot_be_taken_says_why",
    ),
    "sheets-layout": "tests/test_sheets_importing.py::test_canary_a_value_that_would_not_be_read_back_is_not_written",
    "sheets-source": "tests/test_sheets_library.py::test_a_file_that_is_not_utf_8_is_named",
    "sheets-unlike": "tests/test_sheets_exporting.py::test_what_a_sheet_cannot_hold_is_not_written",
}  # fmt: skip


def lay(canary: Path, docs: Path) -> Path:
    """Makes the project of a canary."""
    shutil.copytree(SOUND, docs)
    plan = canary / "canary.yml"
    more = yaml.safe_load(plan.read_text("utf-8")) if plan.is_file() else {}
    for path in more.get("remove", ()):
        shutil.rmtree(docs / path) if (docs / path).is_dir() else (docs / path).unlink()
    if (canary / "docs").is_dir():
        shutil.copytree(canary / "docs", docs, dirs_exist_ok=True, symlinks=True)
    for path, changes in more.get("change", {}).items():
        text = (docs / path).read_text("utf-8")
        for change in changes:
            assert text.count(change["old"]) == 1, (
                f"{change['old']!r} stands {text.count(change['old'])} times in {path}"
            )
            text = text.replace(change["old"], change["new"])
        (docs / path).write_text(text, "utf-8")
    for path, text in more.get("files", {}).items():
        write(docs / path, text.encode("utf-8", "surrogateescape"))
    for path, (text, times) in more.get("repeat", {}).items():
        target = docs / path
        write(
            target, (target.read_bytes() if target.is_file() else b"") + text.encode("utf-8", "surrogateescape") * times
        )
    for path, target in more.get("links", {}).items():
        (docs / path).symlink_to(target)
    return docs


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def rule_of(name: str) -> str:
    return name.partition(".")[0]


def test_the_sound_project_has_no_mistake(tmp_path):
    found = check(lay(CANARIES / "_sound", tmp_path / "docs"), TODAY)
    assert report(found.problems, found.sources) == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_planted_defect_gives_exactly_its_own_message(name, tmp_path):
    found = check(lay(CANARIES / name, tmp_path / "docs"), TODAY)
    said = f"{report(found.problems, found.sources)}\n{summary(found.problems)}\n"
    expected = CANARIES / name / "said.txt"
    if os.environ.get("UPDATE"):
        expected.write_text(said, "utf-8")
    assert said == expected.read_text("utf-8")
    rule = BY_ID[rule_of(name)]
    assert {problem.rule for problem in found.problems} == {rule.id}
    assert {problem.level for problem in found.problems} == {rule.level}
    assert bool(fixed(found.problems, found.sources)) == rule.fixes


@pytest.mark.parametrize("name", [name for name in NAMES if BY_ID[rule_of(name)].fixes])
def test_a_fix_leaves_nothing_to_tell(name, tmp_path):
    docs = lay(CANARIES / name, tmp_path / "docs")
    found = check(docs, TODAY)
    write_fixes(fixed(found.problems, found.sources), tmp_path)
    found = check(docs, TODAY)
    assert report(found.problems, found.sources) == ""


def test_every_rule_has_a_canary_and_every_canary_a_rule():
    proven = {rule_of(name) for name in NAMES}
    assert sorted([*proven, *OTHER]) == sorted(rule.id for rule in RULES)
    for rule, test in OTHER.items():
        path, name = test.split("::")
        cases = (ROOT / "tests/cases/book_problems.yml").read_text("utf-8") if rule.startswith("book-") else ""
        source = (ROOT / path).read_text("utf-8")
        assert (f'"{rule}"' in source or f"[{rule}]" in cases) and f"def {name}(" in source, test
