"""The rules behind the tools, in Chromium: the tables that Python runs, in five time zones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "cases"
SETTLEMENT = json.loads((CASES / "settlement.json").read_text("utf-8"))
WORDS = json.loads((CASES / "settlement_words.json").read_text("utf-8"))
FORCE = json.loads((CASES / "values_force.json").read_text("utf-8"))["cases"]
FEES = json.loads((CASES / "fees.json").read_text("utf-8"))
ZONES = ["Asia/Seoul", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/London", "Asia/Kathmandu"]
SALE = {
    "quantity": 1, "discount": 0, "coupon": 0, "delivery": 0, "store": "smart", "inflow": "normal",
    "grade": "unknown", "coupon_base": "unknown", "delivery_base": "unknown",
}  # fmt: skip


@pytest.fixture(params=ZONES)
def ask(request, browser, assets_url):
    """Evaluates an expression of a module m with an argument a, in a page of a time zone."""
    context = browser.new_context(timezone_id=request.param)
    page = context.new_page()
    page.route(
        "**/blank.html", lambda route: route.fulfill(body="<!doctype html><title>t</title>", content_type="text/html")
    )
    page.goto(f"{assets_url}/blank.html")

    def evaluate(module: str, expression: str, argument):
        address = f"{assets_url}/sellerhelp/{module}"
        return page.evaluate(f"async (a) => {{ const m = await import({address!r}); return {expression}; }}", argument)

    yield evaluate
    context.close()


PLANS = """a.cases.map(({question}) => {
  const made = m.plan(question, a.days, a.terms);
  const skipped = made.steps.flatMap((step) => step.way).filter((day) => !day.number);
  return {
    path: made.steps.map((step) => `${step.what} ${step.end}`), skipped: skipped.map((day) => `${day.day} ${day.name}`),
    stop: made.stop, notes: made.notes.sort(),
  };
})"""


def test_every_plan_of_the_table(ask):
    made = ask("settlement/rule.js", PLANS, SETTLEMENT)
    assert len(made) == len(SETTLEMENT["cases"]) >= 80
    for case, plan in zip(SETTLEMENT["cases"], made, strict=True):
        expected = {name: case[name] for name in ("path", "skipped", "stop", "notes") if name in case}
        assert {name: plan[name] for name in expected} == expected, case["name"]


def test_notes_are_those_of_python_for_every_case(ask):
    from sellerhelp.settlement.rule import plan

    from tests.test_settlement_rule import DAYS, TERMS, asked

    made = ask("settlement/rule.js", PLANS, SETTLEMENT)
    ours = [sorted(plan(asked(case["question"]), DAYS, TERMS).notes) for case in SETTLEMENT["cases"]]
    assert [one["notes"] for one in made] == ours


def test_every_word_of_a_plan(ask):
    dates = ask(
        "settlement/words.js",
        "a.map(([day, year]) => m.dateWords(day, year === null ? undefined : String(year)))",
        WORDS["dates"],
    )
    assert dates == [said for *_, said in WORDS["dates"]]
    way = "a.map(({way}) => way.map(([day, number, name]) => ({day, number, name})))"
    said = ask("settlement/words.js", f"{way}.map((way) => [m.skipWords(way), m.countWords(way)])", WORDS["ways"])
    assert said == [[case["skipped"], case["counted"]] for case in WORDS["ways"]]
    steps = ask("settlement/words.js", "a.map((step) => m.stepWords(step, step.extended))", WORDS["steps"])
    assert steps == [case["said"] for case in WORDS["steps"]]


def test_every_version_in_force(ask):
    held = ask("values/force.js", "a.map(({versions, day}) => m.inForce(versions, day))", FORCE)
    assert held == [case["holds"] for case in FORCE]


def test_every_estimate_of_the_table(ask):
    cases = [{"sale": SALE | case["sale"], "day": case["day"]} for case in FEES["cases"]]
    found = ask(
        "fees/estimate.js",
        "a.cases.map(({sale, day}) => m.estimate(sale, a.rates, day))",
        {"cases": cases, "rates": FEES["rates"]},
    )
    for case, made in zip(FEES["cases"], found, strict=True):
        assert made["wrong"] == case.get("wrong", ""), case["name"]
        if not made["wrong"]:
            fees = {line["what"]: [line["fee"]["least"], line["fee"]["most"]] for line in made["lines"]}
            settled = [made["settled"]["least"], made["settled"]["most"]]
            assert (made["paid"], fees, settled) == (case["paid"], case["fees"], case["settled"]), case["name"]


def test_every_word_of_an_estimate(ask):
    words = FEES["words"]
    span = "(([least, most]) => ({least, most}))"
    assert ask("fees/words.js", f"a.map(([ends]) => m.won({span}(ends)))", words["won"]) == [
        said for _, said in words["won"]
    ]
    rates = ask("fees/words.js", f"a.map(([ends]) => m.perCent({span}(ends)))", words["per_cent"])
    assert rates == [said for _, said in words["per_cent"]]
    lines = f"a.map(([what, base, rate]) => m.formula({{what, base: {span}(base), rate: {span}(rate)}}))"
    assert ask("fees/words.js", lines, words["formulas"]) == [said for *_, said in words["formulas"]]


def test_today_is_the_day_in_korea(ask):
    moments = ["2026-12-23T14:59:59Z", "2026-12-23T15:00:00Z", "2026-12-31T15:00:00Z", "2027-02-28T15:00:00Z"]
    said = ask("clock.js", "a.map((at) => { globalThis.__shNow = Date.parse(at); return m.today(); })", moments)
    assert said == ["2026-12-23", "2026-12-24", "2027-01-01", "2027-03-01"]
