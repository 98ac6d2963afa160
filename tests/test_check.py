"""`make check` says the same whatever it remembers: nothing, the last run, another version of the pages, or rubbish."""

from __future__ import annotations

import contextlib
import os
import random
import runpy
import shutil
import sys
from pathlib import Path

import pytest
from mkdocs.config.config_options import Hooks

from tests.conftest import ROOT
from tests.random_edits import forked

SOUND = ROOT / "tests" / "canaries" / "_sound" / "docs"
LINKED = (".venv", "hooks", "overrides", "requirements", "mkdocs.yml")
# Each makes the check look again at something that it remembers: (file, old, new).
EDITS = (
    ("orders/invoice.md", "height=8 }", "height=8 }\n\n고객이 볼 수 있어요. [고치기](index.md#nowhere)를 보세요."),
    ("orders/index.md", "updated:", "finds: [외계인 침공]\nupdated:"),
    ("orders/faq.yml", "question: ", "question: 손님과 "),
    ("orders/invoice.md", "{#edit}", "{#edited}"),
    ("orders/index.md", "title:", "titel:"),
)


@pytest.fixture
def project(tmp_path) -> Path:
    for name in LINKED:
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    shutil.copytree(SOUND, tmp_path / "docs")
    return tmp_path


def said(project: Path) -> str:
    """Returns what a check prints, made in a fork of a process that has everything imported."""
    told = project / "told"
    told.mkdir(exist_ok=True)
    run = forked(_check, project, told)
    run.join()
    assert run.exitcode in (0, 1) and (told / "wrong").read_text("utf-8") == ""
    return (told / "said").read_text("utf-8")


def _check(project: Path, told: Path) -> None:
    os.chdir(project)
    sys.argv = ["tools/check.py", "--today", "2026-11-01"]
    Hooks._load_hook.cache_clear()
    with contextlib.ExitStack() as streams:
        for name, redirect in (("said", contextlib.redirect_stdout), ("wrong", contextlib.redirect_stderr)):
            streams.enter_context(redirect(streams.enter_context((told / name).open("w", encoding="utf-8"))))
        runpy.run_path("tools/check.py", run_name="__main__")


def edit(project: Path, change: tuple[str, str, str]) -> None:
    name, old, new = change
    path = project / "docs" / name
    text = path.read_text("utf-8")
    assert old in text, change
    path.write_text(text.replace(old, new, 1), "utf-8")


def remembered(project: Path) -> list[Path]:
    return sorted(path for path in (project / ".cache").rglob("*") if path.is_file())


def test_an_edit_is_seen_as_if_nothing_were_remembered(project):
    told = [said(project)]
    for change in EDITS:
        edit(project, change)
        warm = said(project)
        shutil.move(project / ".cache", project / "aside")
        assert warm == said(project)
        shutil.rmtree(project / ".cache")
        shutil.move(project / "aside", project / ".cache")
        told.append(warm)
    assert len(set(told)) == len(told)


def test_what_is_damaged_is_found_out_again(project):
    for change in EDITS[:3]:
        edit(project, change)
    cold = said(project)
    assert len(remembered(project)) > 5 and said(project) == cold
    chance = random.Random(4)
    for path in remembered(project):
        data = bytearray(path.read_bytes())
        for _ in range(1 + len(data) // 500):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(bytes(data[: chance.choice([len(data), len(data) // 2, 0])]))
    assert said(project) == cold
    assert said(project) == cold


def test_a_check_writes_nothing_but_what_it_remembers(project):
    before = {path: path.read_bytes() for path in project.rglob("docs/**/*") if path.is_file()}
    said(project)
    assert {path: path.read_bytes() for path in project.rglob("docs/**/*") if path.is_file()} == before
    assert not (project / "site").exists()
