"""A disk without room is named as what it is, wherever it is met, and takes nothing with it."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
import traceback
from pathlib import Path

import pytest
from sellerhelp import disk
from sellerhelp.live.session import Session, Work
from sellerhelp.sealed import write_whole

from tests.conftest import tool

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")


def no_room(*_args, **_options):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def told(act) -> str:
    """Returns the traceback of what fails."""
    try:
        act()
    except Exception:
        return traceback.format_exc()
    raise AssertionError("it did not fail")


def fill_a_database() -> None:
    base = sqlite3.connect(":memory:")
    base.execute("create table t (x)")
    base.execute("pragma max_page_count = 3")
    for _ in range(99):
        base.execute("insert into t values (zeroblob(4000))")


def over_quota() -> None:
    raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))


@pytest.mark.parametrize("act", [no_room, over_quota, fill_a_database])
def test_a_full_disk_is_known_by_what_python_and_sqlite_say(act):
    assert disk.is_full(told(act))


@needs_full
def test_a_device_that_is_full_is_known():
    assert disk.is_full(told(lambda: FULL.write_text("x")))


@pytest.mark.parametrize("act", [lambda: 1 / 0, lambda: Path("/nowhere/there").read_text(), lambda: sqlite3.connect("/nowhere/a.db")])  # fmt: skip
def test_canary_no_other_failure_is_taken_for_it(act):
    assert not disk.is_full(told(act))


def test_a_command_says_so_in_one_line_and_sends_nobody_to_a_record_that_is_not_there(tmp_path, monkeypatch, capsys):
    plainly = tool("plainly")
    monkeypatch.setattr(plainly, "ROOT", tmp_path)
    monkeypatch.setattr("sys.argv", ["tools/planted.py"])
    with pytest.raises(SystemExit) as end:
        plainly.run(no_room)
    assert end.value.code == 2
    assert capsys.readouterr().err == "저장 공간이 모자라 멈췄어요. 쓰지 않는 파일을 지운 뒤 다시 실행하세요.\n"
    assert not (tmp_path / ".cache").exists()


def test_a_record_that_cannot_be_written_does_not_hide_what_happened(tmp_path, monkeypatch):
    plainly = tool("plainly")
    monkeypatch.setattr(plainly, "ROOT", tmp_path)
    (tmp_path / ".cache").write_text("a file where the folder should be")
    said = plainly.failed("도중에 멈췄어요.", "ZeroDivisionError", tmp_path / ".cache" / "planted.log")
    assert said == "도중에 멈췄어요. 개발자에게 .cache/planted.log 파일을 보내 주세요."


@pytest.mark.parametrize(("act", "said"), [
    (no_room, "저장 공간이 모자라 멈췄어요. 쓰지 않는 파일을 지운 뒤 다시 실행하세요.\n"),
    (lambda: 1 / 0, "만드는 도중에 멈췄어요. 개발자에게 .cache/build.log 파일을 보내 주세요.\n"),
])  # fmt: skip
def test_a_build_that_a_full_disk_stops_does_not_blame_the_text(act, said, monkeypatch, capsys, tmp_path):
    builds = tool("build_site")
    monkeypatch.setattr("plainly.ROOT", tmp_path)
    monkeypatch.setattr(builds, "LOG", tmp_path / ".cache" / "build.log")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793527200")
    done = subprocess.CompletedProcess([], 1, stderr=f"INFO - begins\n{told(act)}")
    monkeypatch.setattr(builds.subprocess, "run", lambda *args, **options: done)
    assert not builds.build(tmp_path / "fresh")
    assert capsys.readouterr().err == said


def test_packages_that_find_no_room_are_not_blamed_on_the_network(monkeypatch, tmp_path):
    environment = tool("environment")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "LOG", tmp_path / "setup.log")
    # What pip prints in the middle of an installation.
    said = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
    fail = [sys.executable, "-c", f"print({said!r}); raise SystemExit(1)"]
    run = subprocess.run
    monkeypatch.setattr(environment.subprocess, "run", lambda command, **options: run(fail, **options))
    assert environment._install("site") == (
        "저장 공간이 모자라 꾸러미를 설치하지 못했어요. 쓰지 않는 파일을 지운 뒤 다시 실행하세요."
    )


def test_a_preview_says_so_in_the_page_and_goes_on_when_there_is_room(tmp_path):
    work = Work(no_room, lambda path: False, list, tmp_path / "preview.log")
    session = Session(work)
    session.changed("a.md")
    session.build()
    assert [(problem.text, problem.mend) for problem in session.problems] == [
        ("저장 공간이 모자라 멈췄어요.", "쓰지 않는 파일을 지운 뒤 다시 저장하세요.")
    ]
    assert not work.log.exists()
    session.work = Work(lambda: None, lambda path: False, list, tmp_path / "preview.log")
    session.changed("a.md")
    session.build()
    assert session.problems == []


@needs_full
def test_what_is_remembered_is_written_whole_or_not_at_all_and_no_half_keeps_the_room(tmp_path):
    path = tmp_path / "memory"
    path.write_bytes(b"before")
    (tmp_path / f"memory.{os.getpid()}.part").symlink_to(FULL)
    write_whole(path, b"after" * 9999)
    assert path.read_bytes() == b"before" and [one.name for one in tmp_path.iterdir()] == ["memory"]
    write_whole(path, b"after")
    assert path.read_bytes() == b"after"
