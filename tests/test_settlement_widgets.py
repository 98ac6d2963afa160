"""The calculator and the answers for today as HTML."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from sellerhelp.settlement.rule import EVENTS, KINDS, METHODS
from sellerhelp.settlement.widgets import SettlementWidgets
from sellerhelp.templates import make_environment
from sellerhelp.values.reader import read_values
from sellerhelp.values.widgets import ValueWidgets

from tests.conftest import ROOT
from tests.test_settlement_rule import DATA, DAYS, TABLE, TERMS
from tests.test_settlement_terms import SOURCE

ENV = make_environment([str(ROOT / "overrides")])
TODAY = date(2026, 11, 25)
VALUES = ValueWidgets(ENV, read_values(SOURCE, "v.yml")[0], TODAY)


def widgets(days=DAYS, terms=TERMS) -> SettlementWidgets:
    return SettlementWidgets(ENV, days, terms, VALUES, TODAY)


def data(html: str) -> dict:
    return json.loads(re.search(r"<template data-rule>(.*?)</template>", html, re.S)[1])


def options(html: str, name: str) -> list[str]:
    return re.findall(r'<option value="([^"]*)"', re.search(rf'<select name="{name}">(.*?)</select>', html, re.S)[1])


def test_the_calculator_offers_what_the_rule_knows():
    html = widgets().calculator()
    assert data(html) == {"days": DATA, "terms": TABLE["terms"]}
    assert (options(html, "kind"), options(html, "method")) == (list(KINDS), list(METHODS))
    assert set(options(html, "event")) == set(EVENTS)
    assert options(html, "extensions") == ["0", "1", "2", "3"]
    assert 'min="2025-01-01" max="2027-12-31"' in html


def test_every_note_and_every_stop_of_the_rule_has_its_words():
    html = widgets().calculator()
    notes = {note for case in TABLE["cases"] for note in case.get("notes", ())}
    stops = {case["stop"] for case in TABLE["cases"]} - {""}
    assert set(re.findall(r'data-note="([^"]*)"', html)) == notes
    assert set(re.findall(r'data-stop="([^"]*)"', html)) == stops | {"day"}


def test_without_a_script_there_is_a_table_and_no_field():
    html = widgets().calculator()
    assert re.search(r"<form [^>]*hidden", html) and re.search(r'class="sh-calc__out"[^>]*hidden', html)
    assert html.count('<tr><th scope="row">') == 6


def test_without_a_calendar_there_is_the_rule_in_words():
    html = widgets(days=None).calculator()
    assert data(html) is None and "<table" not in html
    assert "정산기준일의 다음 영업일이에요" in html


@pytest.mark.parametrize("made", [widgets(terms=None).calculator(), widgets(terms=None).today_band("", {})])
def test_without_the_numbers_there_is_nothing(made):
    assert made == ""


def test_the_front_page_says_the_three_rules_in_words_with_the_ways_to_more():
    html = widgets().today_band(
        "../", {"settlement/cycle.md": "settlement/cycle/", "orders/returns.md": "orders/returns/"}
    )
    assert re.findall(r'href="([^"]*)"', html) == [
        "../settlement/cycle/#calculate", "../settlement/cycle/#calculate", "../orders/returns/",
    ]  # fmt: skip
    assert re.findall(r'data-count="([^"]*)"', html) == ["dispatch", "settle", "returns"]
    assert re.findall(r'data-name="([^"]*)"', html) == ["발송기한", "정산까지", "반품 접수 기간"]
    assert html.count('sh-todays__result" hidden') == 3
    assert data(html)["days"]["from"] == "2026-11-18"


def test_a_site_without_those_pages_has_no_dead_links():
    assert "href" not in widgets().today_band("", {})
