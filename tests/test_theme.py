"""The theme's files that ours replace: a new release of them must be looked at, file by file."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import material

from tests.conftest import ROOT

THEME = Path(next(iter(material.__path__))) / "templates"
OVERRIDES = ROOT / "overrides"
RECORD = ROOT / "tests" / "cases" / "theme_originals.json"


def replaced() -> list[str]:
    """The templates that exist both in overrides/ and in the installed theme."""
    ours = [path.relative_to(OVERRIDES).as_posix() for path in sorted(OVERRIDES.rglob("*.html"))]
    return [name for name in ours if (THEME / name).is_file()]


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def changed(record: dict[str, str], theme: Path) -> list[str]:
    """Names the originals that are not as they were when ours was written."""
    return [name for name, mark in record.items() if fingerprint(theme / name) != mark]


def test_each_replaced_template_of_the_theme_is_the_one_that_ours_was_written_for():
    record = json.loads(RECORD.read_text("utf-8"))
    assert sorted(record) == sorted([*replaced(), "base.html"])
    assert changed(record, THEME) == [], "compare these with our copies, then renew tests/cases/theme_originals.json"


def test_canary_a_changed_original_is_named(tmp_path):
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "nav.html").write_text("new release")
    assert changed({"partials/nav.html": "0" * 16}, tmp_path) == ["partials/nav.html"]
