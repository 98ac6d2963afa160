"""The project that the check is timed on: as large as asked, every number and id its own."""

from __future__ import annotations

import importlib.util
import re

import pytest
import yaml

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("bench_check", ROOT / "tests" / "bench" / "check.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_pages_and_questions_are_multiplied_with_names_of_their_own(bench, tmp_path):
    before = len(bench.pages(ROOT)), len(bench.questions(ROOT))
    bench.project(tmp_path / "made", before[0] + 20, before[1] + 30)
    made = tmp_path / "made"
    assert (len(bench.pages(made)), len(bench.questions(made))) == (before[0] + 20, before[1] + 30)
    heads = [path.read_text("utf-8").split("---\n")[1] for path in bench.pages(made)]
    numbers = [found[1] for head in heads if (found := re.search(r"^number: (.*)$", head, re.M))]
    assert len(set(numbers)) == len(numbers)
    ids = [one["id"] for path in made.glob("docs/*/faq.yml") for one in yaml.safe_load(path.read_text("utf-8"))]
    assert len(set(ids)) == len(ids) == before[1] + 30


def test_words_of_copies_are_all_different(bench):
    assert len({bench.word(number) for number in range(8_000)}) == 8_000
