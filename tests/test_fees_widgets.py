"""The fee estimator as HTML."""

from __future__ import annotations

import json
import re
from datetime import date

from sellerhelp.fees.rates import GRADES, NAMES, read_rates
from sellerhelp.fees.widgets import FeeWidgets
from sellerhelp.templates import make_environment
from sellerhelp.values.reader import read_values
from sellerhelp.values.widgets import ValueWidgets
from sellerhelp.yamltext import Place

from tests.conftest import ROOT

DAY = date(2026, 11, 25)
ENV = make_environment([str(ROOT / "overrides")])
VALUES = read_values((ROOT / "docs/values.yml").read_text("utf-8"), "docs/values.yml")[0]
RATES = read_rates(VALUES, DAY, Place("a.md", 1, 1))[0]


def html(rates=RATES) -> str:
    return FeeWidgets(ENV, rates, ValueWidgets(ENV, VALUES, DAY), DAY).estimator()


def test_the_rates_are_there_for_the_script():
    data = json.loads(re.search(r"<template data-rule>(.*?)</template>", html(), re.S)[1])
    assert list(data) == list(NAMES) and data["smart-marketing"] == [["2025-06-02", 910]]


def test_every_refusal_of_the_rule_has_its_words():
    assert set(re.findall(r'data-stop="([^"]*)"', html())) == {"empty", "number", "discount", "coupon", "much"}


def test_the_worked_example_is_counted_by_the_rule():
    rows = re.findall(r'<tr><th scope="row">([^<]*)</th>(.*?)</tr>', html())
    assert [name for name, _ in rows] == list(GRADES)
    assert re.findall(r">([\d,]+원)<", rows[0][1]) == ["198원", "300원", "9,502원", "9,702원"]
    assert re.findall(r">([\d,]+원)<", rows[4][1]) == ["363원", "300원", "9,337원", "9,537원"]


def test_without_a_script_there_is_no_field():
    assert re.search(r"<form [^>]*hidden", html()) and re.search(r'class="sh-calc__out"[^>]*hidden', html())


def test_without_the_rates_there_is_nothing():
    assert html({}) == ""
