"""An abbreviation is explained where a page or an answer first uses it."""

from __future__ import annotations

import pytest
from sellerhelp.words.abbreviations import unexplained
from sellerhelp.words.passage import Passage
from sellerhelp.words.traced import whole


def found(*texts: str, kinds: str = "p", units: str = "") -> list[str]:
    names = {"p": "prose", "h": "heading", "c": "cell"}
    kinds, units = kinds.ljust(len(texts), "p"), units.ljust(len(texts), "1")
    group = [
        Passage("a.md", names[kind], unit, whole(text)) for text, kind, unit in zip(texts, kinds, units, strict=True)
    ]
    return [use.short for use in unexplained(group, {"PC", "A/S"})]


EXPLAINED = ["SKU(재고 관리 번호)를 적어요.", "재고 관리 번호(SKU)를 적어요.", "SKU (재고 관리 번호)", "PC에서 해요.", "A/S를 받아요.",
             "iPhone", "F12를 눌러요.", "2.0", "브랜드CRM", "https", "Excel", "index.md", "a", "A", "X", "5MB까지", "10KB"]  # fmt: skip
BARE = [
    ("SKU를 적어요.", "SKU"),
    ("CPC광고예요.", "CPC"),
    ("(API)로 해요.", "API"),
    ("B2B예요.", "B2B"),
    ("R&D예요.", "R&D"),
    ("SKU(ID)예요.", "SKU"),
]


@pytest.mark.parametrize("text", EXPLAINED)
def test_a_known_or_explained_one_is_fine(text):
    assert found(text) == []


@pytest.mark.parametrize(("text", "short"), BARE)
def test_a_bare_one_is_found(text, short):
    assert short in found(text)


def test_once_explained_is_enough_for_the_unit_and_only_for_it():
    assert found("SKU(재고 관리 번호)예요.", "SKU를 적어요.") == []
    assert found("SKU를 적어요.", "SKU(재고 관리 번호)예요.") == ["SKU"]
    assert found("SKU(재고 관리 번호)예요.", "SKU를 적어요.", units="12") == ["SKU"]
    assert found("SKU를 적어요.", "SKU를 고쳐요.") == ["SKU"]


@pytest.mark.parametrize("kind", ["h", "c"])
def test_a_heading_or_a_cell_may_be_explained_below(kind):
    assert found("SKU 고치기", "SKU(재고 관리 번호)를 고쳐요.", kinds=kind) == []
    assert found("SKU 고치기", "고쳐요.", kinds=kind) == ["SKU"]
