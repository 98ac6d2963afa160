"""The README tells what is there, no more and no less."""

from __future__ import annotations

import re

from sellerhelp.gate.rules import FEATURES, RULES

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def table(heading: str) -> list[str]:
    """What stands in backticks in the first column of the table below a heading."""
    section = README.split(f"## {heading}\n", 1)[1].split("\n## ")[0]
    cells = re.findall(r"^\| (`[^|]+`) \|", section, re.M)
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


def missing_rooms(rooms: list[str], names: list[str]) -> list[str]:
    """Folders of the tree that the rooms table does not name."""
    return [name for name in names if name + "/" not in rooms]


def top_folders() -> list[str]:
    made = {"site", "build", "books", "site-offline", "__pycache__"}
    return [
        path.name for path in sorted(ROOT.iterdir()) if path.is_dir() and path.name[0] != "." and path.name not in made
    ]


def test_every_room_of_the_table_exists():
    for room in table("Rooms"):
        assert (ROOT / room).is_dir(), room


def test_every_folder_has_a_row_in_the_rooms_table():
    logic = [path for path in sorted((ROOT / "hooks" / "sellerhelp").iterdir()) if (path / "__init__.py").is_file()]
    names = [*top_folders(), *(f"hooks/sellerhelp/{path.name}" for path in logic)]
    assert missing_rooms(table("Rooms"), names) == []


def test_canary_a_folder_without_a_row_is_named():
    assert missing_rooms(table("Rooms"), ["docs", "planted"]) == ["planted"]


def test_the_commands_are_those_of_the_makefile():
    told = [row.removeprefix("make ") for row in table("Two commands")]
    there = re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.M)
    assert sorted(told) == sorted(set(there) - {"help"})


def test_blocks_keys_and_views_are_those_of_the_code():
    from sellerhelp.contact.block import VIEWS as CONTACT_VIEWS
    from sellerhelp.faq.placement import VIEWS as FAQ_VIEWS
    from sellerhelp.prose.check import KNOWN

    for block in KNOWN:
        assert f"/// {block}" in README, block
    assert f"view: {'|'.join(FAQ_VIEWS)}" in README
    assert f"view: {'|'.join(CONTACT_VIEWS)}" in README


def checked() -> list[str]:
    """The rows that the table of rules asks for."""
    rules: dict[str, list[str]] = {}
    for rule in RULES:
        rules.setdefault(FEATURES[rule.feature], []).append(rule.id)
    return [f"| {what} | {len(ids)} | `{'`, `'.join(ids[:3])}` |" for what, ids in rules.items()]


def test_what_is_checked_is_the_table_of_rules():
    section = README.split("## What is checked\n", 1)[1].split("\n## ")[0]
    rows = [row for row in section.splitlines() if row.startswith("| ")][1:]
    assert rows == checked()


def test_it_fits_on_a_screen_or_so():
    assert len(README.splitlines()) <= 130


def test_continuous_integration_calls_the_readmes_test_command():
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text()
