"""What tests lay aside goes with them; a run without room for it says so before it begins."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOM, ROOT, no_room

# A process that ends like one that was killed: nothing that it has promised to put away is put away.
PLANTED = """
import multiprocessing, os, pathlib, tempfile

def lay_aside():
    pathlib.Path(tempfile.mkdtemp(), "a").write_bytes(bytes(999))
    os._exit(0)

def test_planted(tmp_path):
    one = multiprocessing.get_context("fork").Process(target=lay_aside)
    one.start(), one.join()
    (tmp_path / "b").write_text("b")
    assert PASSES
"""


@pytest.fixture
def temporary(tmp_path) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def run(temporary: Path, passes: bool) -> int:
    planted = temporary.parent / "test_planted.py"
    planted.write_text(PLANTED.replace("PASSES", str(passes)), "utf-8")
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "-p", "tests.conftest", str(planted)]
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(command, cwd=ROOT, env={**environ, "TMPDIR": str(temporary)}, capture_output=True).returncode


def test_tests_that_pass_leave_nothing(temporary):
    assert run(temporary, passes=True) == 0
    assert list(temporary.iterdir()) == []


def test_canary_what_a_failed_test_laid_aside_can_be_looked_at_until_the_next_run(temporary):
    assert run(temporary, passes=False) == 1
    left = [path.name for path in temporary.rglob("*") if path.is_file()]
    assert {"a", "b"} <= set(left)
    assert run(temporary, passes=True) == 0
    assert list(temporary.iterdir()) == []


def test_too_little_room_is_said_in_one_line():
    assert no_room(ROOM) == ""
    assert no_room(240_000_000) == (
        "시험에는 임시 폴더의 저장 공간이 2GB 필요한데 0.2GB만 남았어요. 쓰지 않는 파일을 지운 뒤 다시 실행하세요."
    )
