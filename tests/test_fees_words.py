"""The words of an estimate, with the table that the browser runs too."""

from __future__ import annotations

import pytest
from sellerhelp.fees.estimate import Line, Span
from sellerhelp.fees.words import formula, per_cent, won

from tests.test_fees_estimate import TABLE

WORDS = TABLE["words"]


@pytest.mark.parametrize(("ends", "said"), WORDS["won"])
def test_won_are_grouped_by_thousands(ends, said):
    assert won(Span(*ends)) == said


@pytest.mark.parametrize(("ends", "said"), WORDS["per_cent"])
def test_a_rate_has_no_idle_zeros(ends, said):
    assert per_cent(Span(*ends)) == said


@pytest.mark.parametrize(("what", "base", "rate", "said"), WORDS["formulas"])
def test_a_formula_shows_base_and_rate(what, base, rate, said):
    assert formula(Line(what, Span(*base), Span(*rate), Span(0, 0))) == said
