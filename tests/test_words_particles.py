"""Doubled particles and wrong copulas are found, their look-alikes are not (cases/words_particles.json)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sellerhelp.words.particles import doubled_particles, wrong_copulas

TABLE = json.loads((Path(__file__).parent / "cases/words_particles.json").read_text("utf-8"))
FIND = {"twice": doubled_particles, "copula": wrong_copulas}


def rows(kind):
    return [(name, row) for name, lists in TABLE.items() if name in FIND for row in lists[kind]]


@pytest.mark.parametrize(
    ("name", "row"), rows("wrong"), ids=lambda value: value if isinstance(value, str) else value[0]
)
def test_a_slip_is_found_and_mended(name, row, language):
    written, right = row
    (slip,) = FIND[name](written, language)
    assert written[: slip.start] + slip.instead + written[slip.end :] == right


@pytest.mark.parametrize(("name", "text"), rows("told"))
def test_behind_a_label_the_right_form_is_not_known(name, text, language):
    assert [slip.instead for slip in FIND[name](text, language)] == [""]


@pytest.mark.parametrize(("name", "text"), rows("right"))
def test_what_only_looks_alike_is_left_alone(name, text, language):
    assert list(FIND[name](text, language)) == []
