"""What the audit makes of Lighthouse's reports; the audit itself is `make audit`."""

from __future__ import annotations

import json

import pytest

from tests.bench.audit import LOCK, MUSTS, below, medians, told

FINE = dict.fromkeys(MUSTS, 100.0)


def report(**changed: float | None) -> dict:
    return {"categories": {name: {"score": {**dict.fromkeys(MUSTS, 1), **changed}[name]} for name in MUSTS}}


def test_scores_are_of_a_hundred_and_the_median_counts():
    runs = [told(report(performance=score)) for score in (0.9, 1, 0.97, 0.99, 0.98)]
    assert medians(runs) == {**FINE, "performance": 98}


def test_a_category_without_a_score_is_no_zero():
    with pytest.raises(RuntimeError, match="seo"):
        told(report(seo=None))


def test_canary_each_category_below_its_bound_is_named():
    assert below({"home": FINE}) == []
    for name, most in MUSTS.items():
        assert below({"home": FINE, "contact": {**FINE, name: most - 1}}) == [f"contact: {name} {most - 1} < {most}"]


def test_every_package_of_the_lock_has_its_hash_and_no_registry():
    packages = json.loads((LOCK / "package-lock.json").read_text("utf-8"))["packages"]
    assert "node_modules/lighthouse" in packages
    for name, package in packages.items():
        assert not name or package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
