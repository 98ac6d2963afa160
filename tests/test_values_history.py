"""The changes that the versions of values are."""

from __future__ import annotations

from sellerhelp.values.history import explained, history
from sellerhelp.values.reader import read_values

from tests.test_values_reader import BASE

VALUES = read_values(BASE, "v.yml")[0]
USES = "수수료는 {{ 판매수수료 }}, 기한은 {{ 발송기한 }}이에요. {{ 모름 }}"
SHOWS = "/// value\n    names: [판매수수료]\n///\n\n/// value\n    names: 모름\n///\n\n/// value\n///\n"


def test_a_value_is_explained_where_its_versions_stand_else_where_it_is_first_used():
    assert explained(VALUES, {"b.md": USES, "c.md": SHOWS, "a.md": "글"}) == {"판매수수료": "c.md", "발송기한": "b.md"}
    assert explained(VALUES, {"b.md": USES, "a.md": USES}) == {"판매수수료": "a.md", "발송기한": "a.md"}
    assert explained(VALUES, {}) == {}


def test_each_turn_is_told_on_its_day_with_what_was_before():
    told = history(VALUES, {"c.md": SHOWS, "b.md": USES}, {"c.md": "c/", "b.md": "b/"})
    assert [f"{one.date} {one.kind} {one.title} | {one.text} | {one.address} | {one.key}" for one in told] == [
        "2025-06-02 값 스마트스토어 판매수수료 | 유입수수료 2% → 2.73% (부가세 별도) | c/ | value/판매수수료"
    ]


def test_a_first_version_with_a_day_is_told_alone():
    source = BASE.replace("    - until: 2025-06-01\n", "    - from: 2022-01-31\n")
    told = history(read_values(source, "v.yml")[0], {"b.md": USES}, {"b.md": "b/"})
    assert [(str(one.date), one.text) for one in told] == [
        ("2022-01-31", "유입수수료 2%"), ("2025-06-02", "유입수수료 2% → 2.73% (부가세 별도)"),
    ]  # fmt: skip
