"""A copy of the project with the sound little docs, for commands that change files; called as writers do, by make."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

SOUND = ROOT / "tests" / "canaries" / "_sound" / "docs"


def make_tree(folder: Path) -> Path:
    """Copies what the commands need. Nothing in the copy leads back to the project."""
    for name in ("hooks", "overrides", "tools"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(SOUND, folder / "docs")
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    for name in ("mkdocs.yml", "Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def make(tree: Path, target: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs make in a tree with this test's own Python; variables are given as writers give them."""
    words = ["make", "--no-print-directory", target, "ENVIRONMENT=@:", f"RUN={sys.executable}"]
    words += [f"{name}={value}" for name, value in variables.items()]
    # What `make test ARGS=...` hands down is not for these.
    environ = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "ARGS", "SOURCE_DATE"))
    }
    done = subprocess.run(words, cwd=tree, env=environ, capture_output=True, text=True, encoding="utf-8")
    assert "Traceback" not in done.stdout + done.stderr
    return done


def files(folder: Path) -> dict[str, bytes]:
    """Returns every file below a folder: path -> bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
