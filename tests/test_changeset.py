"""Several files change together, or none does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sellerhelp.changeset import apply, difference

OLD = {"a.yml": b"a\r\n", "b/c.yml": b"c\n", "d.yml": b"d\n"}
NEW = {"a.yml": b"A\r\n", "b/c.yml": b"C\n", "new/e.yml": b"E\n", "d.yml": None}


@pytest.fixture
def root(tmp_path) -> Path:
    for name, content in OLD.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_all_files_change_and_nothing_is_left_over(root):
    apply(root, NEW)
    assert files(root) == {"a.yml": b"A\r\n", "b/c.yml": b"C\n", "new/e.yml": b"E\n"}


@pytest.mark.parametrize("failing", range(3))
@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_a_failure_in_the_middle_leaves_everything_as_it_was(root, failing, error):
    count = iter(range(9))

    def replace(source, target):
        if next(count) == failing:
            raise error
        os.replace(source, target)

    with pytest.raises(error):
        apply(root, NEW, replace)
    assert files(root) == OLD


def test_a_file_that_cannot_be_written_stops_before_anything_is_replaced(root):
    with pytest.raises(OSError):
        apply(root, {**NEW, "a.yml/below.yml": b"x"})
    assert files(root) == OLD


def test_a_files_mode_stays(root):
    (root / "a.yml").chmod(0o600)
    apply(root, NEW)
    assert [(root / name).stat().st_mode & 0o777 for name in ("a.yml", "new/e.yml")] == [0o600, 0o644]


def test_the_difference_is_unified_and_knows_files_that_come_and_go():
    said = difference({"a": "1\n2\n", "c": "x"}, {"a": "1\n3\n", "b": "neu\n", "c": None})
    assert said.splitlines() == [
        "--- a", "+++ a", "@@ -1,2 +1,2 @@", " 1", "-2", "+3",
        "--- /dev/null", "+++ b", "@@ -0,0 +1 @@", "+neu",
        "--- c", "+++ /dev/null", "@@ -1 +0,0 @@", "-x", "\\ 파일 끝에 줄바꿈 없음",
    ]  # fmt: skip
    assert difference({"a": "1"}, {"a": "1"}) == ""
