"""The forms for review tools, as those tools document them."""

from __future__ import annotations

import json

from sellerhelp.gate.formats import as_github, as_gitlab, as_json
from sellerhelp.problem import Fix, Problem

DEAD = Problem("docs/a.md", 3, 7, "링크 ‘b.md’가 없어요.", "예:\nc.md", rule="link-dead", fix=Fix(3, 7, "b", "c"))
OLD = Problem("docs/a,b.md", 0, 0, "100% 지났어요.", "", "warning", "head-review-overdue")


def test_json_counts_and_lists_everything():
    assert json.loads(as_json([OLD, DEAD, DEAD])) == {
        "version": 1,
        "errors": 1,
        "warnings": 1,
        "problems": [
            {"path": "docs/a,b.md", "line": 0, "column": 0, "level": "warning", "rule": "head-review-overdue",
             "text": "100% 지났어요.", "mend": "", "fixable": False},
            {"path": "docs/a.md", "line": 3, "column": 7, "level": "error", "rule": "link-dead",
             "text": "링크 ‘b.md’가 없어요.", "mend": "예:\nc.md", "fixable": True},
        ],
    }  # fmt: skip


def test_github_gets_one_escaped_command_a_problem():
    assert as_github([DEAD, OLD]).split("\n") == [
        "::warning file=docs/a%2Cb.md,line=1,col=1,title=head-review-overdue::100%25 지났어요.",
        "::error file=docs/a.md,line=3,col=7,title=link-dead::링크 ‘b.md’가 없어요. 예:%0Ac.md",
    ]


def test_gitlab_gets_what_code_quality_asks_for():
    rows = json.loads(as_gitlab([DEAD, OLD]))
    assert rows[1]["check_name"] == "link-dead" and rows[1]["severity"] == "major"
    assert rows[1]["location"] == {"path": "docs/a.md", "lines": {"begin": 3}}
    assert (rows[0]["severity"], rows[0]["location"]["lines"]) == ("minor", {"begin": 1})
    assert all(set(row) == {"description", "check_name", "fingerprint", "severity", "location"} for row in rows)


def fingerprints(*lines: int) -> list[str]:
    problems = [Problem("docs/a.md", line, 1, "없어요.", rule="link-dead") for line in lines]
    return [row["fingerprint"] for row in json.loads(as_gitlab(problems))]


def test_a_fingerprint_follows_a_mistake_that_only_moved_and_two_equal_ones_differ():
    assert fingerprints(3) == fingerprints(9)
    assert len(set(fingerprints(3, 9))) == 2


def test_nothing_found_is_still_the_form():
    assert (as_github([]), as_gitlab([]), json.loads(as_json([]))["problems"]) == ("", "[]", [])
