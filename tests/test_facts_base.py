"""The project's own fact base is sound, whole, and stays out of the site."""

from __future__ import annotations

from pathlib import Path

from sellerhelp.facts.base import read_base

from tests.conftest import ROOT

FOLDER = ROOT / "docs" / "_facts"


def own() -> dict[str, str]:
    return {f"docs/_facts/{path.name}": path.read_text("utf-8") for path in FOLDER.glob("*.md")}


def test_the_fact_base_of_the_project_has_no_problem():
    facts, problems = read_base(own())
    assert problems == []
    assert len(facts) == sum(line.startswith("- ") for source in own().values() for line in source.splitlines())


def test_each_file_gives_its_own_ids():
    facts, _ = read_base({"docs/_facts/a.md": "- a-001 가 [faq:1]\n", "docs/_facts/b.md": "- a-002 나 [faq:1]\n"})
    assert list(facts) == ["a-001"]


def test_facts_are_not_published(site: Path):
    assert not (site / "_facts").exists()
    assert not any("[faq:" in path.read_text("utf-8") for path in site.rglob("*.html"))
