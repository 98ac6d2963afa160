"""The commands of the Makefile: each can be loaded, and the report on facts tells what it promises."""

from __future__ import annotations

import shutil

import pytest

from tests.conftest import ROOT, tool

TOOLS = sorted(path.stem for path in (ROOT / "tools").glob("*.py"))


@pytest.mark.parametrize("name", TOOLS)
def test_a_command_can_be_loaded(name):
    assert tool(name).__doc__


def test_facts_reports_on_our_own_base(capsys):
    assert tool("facts").main([]) == 0
    assert capsys.readouterr().out


def test_facts_names_what_rests_on_a_fact(capsys, tmp_path, monkeypatch):
    facts = tool("facts")
    shutil.copytree(ROOT / "tests" / "canaries" / "facts-unknown" / "docs", tmp_path / "docs")
    monkeypatch.setattr(facts, "ROOT", tmp_path)
    monkeypatch.setattr(facts, "DOCS", tmp_path / "docs")
    page = tmp_path / "docs" / "orders" / "invoice.md"
    page.write_text(page.read_text("utf-8").replace("[orders-01]", "[orders-001]"), "utf-8")
    assert facts.main(["orders-001"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["    docs/orders/invoice.md:1  송장 고치기"]
    assert facts.main(["orders-01"]) == 1
    assert capsys.readouterr().err == "사실 ‘orders-01’이 없어요. ‘orders-001’을 찾았나요?\n"
