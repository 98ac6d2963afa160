"""The estimator, with the table that the browser runs too, and what must hold for any sale."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.fees.estimate import MOST, UNKNOWN, Sale, estimate
from sellerhelp.fees.rates import GRADES, WHOLE, Rate

TABLE = json.loads((Path(__file__).parent / "cases/fees.json").read_text("utf-8"))
RATES = {name: Rate(tuple((day, rate) for day, rate in versions)) for name, versions in TABLE["rates"].items()}
DAY = "2026-11-25"


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_case_of_the_table(case):
    found = estimate(Sale(**case["sale"]), RATES, case["day"])
    assert found.wrong == case.get("wrong", "")
    if not found.wrong:
        assert found.paid == case["paid"]
        assert {line.what: [line.fee.least, line.fee.most] for line in found.lines} == case["fees"]
        assert [found.settled.least, found.settled.most] == case["settled"]


def test_the_table_holds_every_grade_store_inflow_and_refusal():
    sales = [case["sale"] for case in TABLE["cases"]]
    assert {sale.get("grade", UNKNOWN) for sale in sales} == {*GRADES, UNKNOWN}
    assert {case.get("wrong", "") for case in TABLE["cases"]} == {"", "empty", "discount", "coupon", "much"}
    for name, all_of in (("coupon_base", {"before", "after"}), ("delivery_base", {"yes", "no"})):
        assert {sale.get(name) for sale in sales} == all_of | {None}


SALES = st.builds(
    Sale,
    price=st.integers(0, MOST),
    quantity=st.integers(0, 99),
    discount=st.integers(0, 100_000),
    coupon=st.integers(0, 100_000),
    delivery=st.integers(0, 100_000),
    store=st.sampled_from(["smart", "brand"]),
    inflow=st.sampled_from(["normal", "marketing"]),
    grade=st.sampled_from([*GRADES, UNKNOWN]),
    coupon_base=st.sampled_from(["before", "after", UNKNOWN]),
    delivery_base=st.sampled_from(["yes", "no", UNKNOWN]),
)


@settings(max_examples=300)
@given(SALES)
def test_money_neither_vanishes_nor_appears(sale):
    found = estimate(sale, RATES, DAY)
    if found.wrong:
        return
    gross = found.paid - sale.coupon + sale.delivery
    assert found.settled.least + sum(line.fee.most for line in found.lines) == gross
    assert found.settled.most + sum(line.fee.least for line in found.lines) == gross
    assert found.settled.least <= found.settled.most <= gross
    assert all(0 <= line.fee.least <= line.fee.most for line in found.lines)


@settings(max_examples=300)
@given(SALES, st.sampled_from(GRADES), st.sampled_from(["before", "after"]), st.sampled_from(["yes", "no"]))
def test_what_a_reader_says_stays_within_what_was_open(sale, grade, coupon_base, delivery_base):
    open_ = Sale(**{**vars(sale), "grade": UNKNOWN, "coupon_base": UNKNOWN, "delivery_base": UNKNOWN})
    said = Sale(**{**vars(sale), "grade": grade, "coupon_base": coupon_base, "delivery_base": delivery_base})
    wide, narrow = estimate(open_, RATES, DAY), estimate(said, RATES, DAY)
    assert wide.wrong == narrow.wrong
    assert wide.settled.least <= narrow.settled.least == narrow.settled.most <= wide.settled.most


def test_the_greatest_sale_stays_exact_in_a_browser():
    # Number.MAX_SAFE_INTEGER; 100 % is the highest rate that a value can hold.
    assert MOST * WHOLE * 11 < 2**53
