"""What somebody wrote and where: links, pictures, tags, references, names of pages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.gate.written import prose, written


def rows(source: str, shown: str = "docs/a.md") -> list[str]:
    """Prints each find as kind, target, place and place of the target."""
    return [
        f"{'/' * one.is_end}{one.kind} {one.target} {one.place.line}:{one.place.column} {one.at.line}:{one.at.column}"
        for one in written(source, shown)
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("가 [나](b.md#c) 다", ["link b.md#c 1:3 1:7"]),
        ("[나](<b c.md>)", ["link b c.md 1:1 1:6"]),
        ('[나](b.md "제목")', ["link b.md 1:1 1:5"]),
        ("[나](a(b)c)", ["link a(b)c 1:1 1:5"]),
        ("[가\n나](b.md)", ["link b.md 1:1 2:4"]),
        ("![그림](a.png){ width=1 }", ["image a.png 1:1 1:7"]),
        ("[![그림](a.png)](b.md)", ["link b.md 1:1 1:16", "image a.png 1:2 1:8"]),
        ("<https://a.b/>", ["link https://a.b/ 1:1 1:2"]),
        ("[가][나]\n\n[나]: b.md", ["use 나 1:1 1:5", "definition b.md 3:1 3:6"]),
        ("[가][]", ["use 가 1:1 1:5"]),
        ('<a href="b/">나</a>', ["tag a 1:1 1:1", "/tag a 1:15 1:15"]),
        ("<br/>", ["tag br 1:1 1:1"]),
        ("a < b > c", []),
        (r"\[나](b.md)", []),
        ("`[나](b.md)` ``<b>`` x", []),
        ("```\n[나](b.md)\n```\n[다](c.md)", ["link c.md 4:1 4:5"]),
        ("~~~~\n[나](b.md)\n~~~\n~~~~\n", []),
        ("<!-- [나](b.md) -->", []),
        ("---\nrelated:\n  - page: ../b.md#c\n---\n[다](d.md)", ["path ../b.md#c 3:11 3:11", "link d.md 5:1 5:5"]),
    ],
)
def test_everything_written_is_found_with_its_place(source, found):
    assert rows(source) == found


def test_data_files_hold_links_and_names_of_pages():
    assert rows("- answer: 가 [나](b.md)\n  related: [c.md, ../d/e.md#f]\n", "docs/a/faq.yml") == [
        "link b.md 1:13 1:17", "path c.md 2:13 2:13", "path ../d/e.md#f 2:19 2:19",
    ]  # fmt: skip


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.text("[]()!<>`-=\"'ab\n\\#/:{}. ", max_size=80))
def test_no_text_raises_and_every_place_lies_inside(source):
    lines = source.split("\n")
    assert len(prose(source)) == len(source)
    for one in written(source, "docs/a.md"):
        assert source.split("\n")[one.place.line - 1][one.place.column - 1 :]
        assert one.at.column <= len(lines[one.at.line - 1]) + 1


@pytest.mark.parametrize("piece", ["[", "[a](", "![", "<a ", "<a b='", "`", "``a ", "<!--", "```\n", "[a][", "(", "{"])
def test_no_repetition_takes_long(piece):
    before = time.process_time()
    written(piece * (30_000 // len(piece)), "docs/a.md")
    assert time.process_time() - before < 3
