"""The canaries of the whole FAQ: each planted mistake gives exactly its messages (cases/faq_problems.yml)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from sellerhelp.faq.answers import render_all
from sellerhelp.faq.collection import collect
from sellerhelp.faq.published import read_published
from sellerhelp.problem import Problem, errors

TABLE = yaml.safe_load((Path(__file__).parent / "cases/faq_problems.yml").read_text(encoding="utf-8"))
BASE = TABLE["base"]
PAGES = {
    "faq.md": "faq/", "orders/index.md": "orders/", "orders/invoice.md": "orders/invoice/",
    "policy/index.md": "policy/", "policy/penalty.md": "policy/penalty/",
}  # fmt: skip
# Two mistakes at once are told together.
TWO = {"an id renamed without was and still named in a comment", "a removed id and a broken entry in one file"}


def problems_of(files: dict[str, str]) -> list[Problem]:
    sources = {path: source for path, source in files.items() if path != "published.txt"}
    published = read_published(files["published.txt"], "docs/published.txt")
    collection, problems = collect(sources, ["orders", "policy"], PAGES, published)
    return problems + render_all(collection, ["tables"], {}, PAGES)[1]


def test_the_base_has_no_mistake():
    assert problems_of(BASE) == []


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_planted_mistake_gives_exactly_its_messages(case):
    before = BASE.get(case["file"], "")
    assert before.count(case["old"]) == 1
    problems = problems_of(BASE | {case["file"]: before.replace(case["old"], case["new"])})
    assert [str(problem) for problem in problems] == case["problems"]
    assert len(problems) == (2 if case["name"] in TWO else 1)


def test_all_but_the_unrecorded_id_fail_the_build():
    mild = [case["name"] for case in TABLE["cases"] if not any(": 오류: " in problem for problem in case["problems"])]
    assert mild == ["an id that was never published"]


def test_every_key_of_an_entry_has_a_canary():
    told = "\n".join(problem for case in TABLE["cases"] for problem in case["problems"])
    for key in ("id", "question", "answer", "tags", "updated", "featured"):
        assert f"‘{key}’" in told, key


def test_a_file_that_cannot_be_read_does_not_make_its_published_questions_vanish():
    broken = BASE | {"orders/faq.yml": BASE["orders/faq.yml"] + "  :\t: :\n"}
    assert [problem.path for problem in problems_of(broken)] == ["docs/orders/faq.yml"]
    assert len(errors(problems_of(broken))) == 1
