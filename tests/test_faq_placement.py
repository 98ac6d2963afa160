"""Where questions are placed: what a block chooses, and its mistakes (cases/block_problems.yml)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from sellerhelp.faq.collection import Collection, collect
from sellerhelp.faq.placement import EXAMPLE, Placement, check_page, from_options
from sellerhelp.prose.check import block_problems

CASES = Path(__file__).parent / "cases"
TABLE = yaml.safe_load((CASES / "block_problems.yml").read_text(encoding="utf-8"))
FILES = yaml.safe_load((CASES / "faq_problems.yml").read_text(encoding="utf-8"))["base"]
SOURCES = {path: source for path, source in FILES.items() if path.endswith(".yml")}
COLLECTION = collect(SOURCES, ["orders", "policy"], [], {})[0]
BASE = TABLE["base"]


def said(source: str) -> list[str]:
    shown = "docs/orders/faq.md"
    return [str(problem) for problem in block_problems(source, shown) + check_page(source, shown, COLLECTION)]


def test_the_base_has_no_mistake():
    assert said(BASE) == []


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_planted_mistake_gives_exactly_its_message(case):
    assert BASE.count(case["old"]) == 1
    assert len(case["problems"]) == 1
    assert said(BASE.replace(case["old"], case["new"])) == case["problems"]


def test_the_example_in_the_messages_is_right_itself():
    assert said(EXAMPLE.removeprefix("예:\n")) == []


def test_conditions_that_nothing_fits_are_a_mistake():
    problems = check_page("글\n\n/// faq\n    view: list\n///\n", "a.md", Collection(()))
    assert [str(problem) for problem in problems] == [
        "a.md:3:1: 오류: 이 조건에 맞는 질문이 하나도 없어요.\n    " + EXAMPLE.replace("\n", "\n    ")
    ]


def test_every_block_of_a_page_is_checked():
    block = "/// faq\n    manual: order\n///\n\n"
    assert [row.split(": ")[0] for row in said(block * 2)] == ["docs/orders/faq.md:2:13", "docs/orders/faq.md:6:13"]


@pytest.mark.parametrize(
    ("options", "placement"),
    [
        ({}, Placement()),
        ({"manual": None, "tags": None, "ids": None, "view": None}, Placement()),
        ({"manual": "orders", "tags": ["송장"], "view": "table"}, Placement("orders", ("송장",), (), "table")),
        ({"tags": "송장", "ids": "a-b"}, Placement("", ("송장",), ("a-b",), "list")),
        ({"tags": [], "view": "all"}, Placement(view="all")),
        ({"manual": 3, "tags": [1, None], "view": ["list"]}, Placement("3", ("1", "None"), (), "list")),
        ({"tags": {"가": "나"}, "view": "표"}, Placement(tags=("{'가': '나'}",))),
    ],
)
def test_options_become_a_placement_and_what_does_not_fit_its_default(options, placement):
    assert from_options(options) == placement


@pytest.mark.parametrize(
    ("placement", "chosen"),
    [
        (Placement(), ["orders-invoice-typo", "orders-late", "policy-penalty"]),
        (Placement(manual="policy"), ["policy-penalty"]),
        (Placement(tags=("발송",)), ["orders-late"]),
        (Placement(ids=("policy-penalty", "no-such", "orders-late")), ["policy-penalty", "orders-late"]),
        (Placement(manual="orders", ids=("policy-penalty",)), ["policy-penalty"]),
        (Placement(manual="policy", tags=("송장",)), []),
    ],
)
def test_a_placement_chooses_in_the_order_of_its_ids_else_of_the_collection(placement, chosen):
    assert [entry.id for entry in placement.choose(COLLECTION)] == chosen
