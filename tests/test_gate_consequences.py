"""One mistake, one message: what only follows from another is left out, and nothing else is."""

from __future__ import annotations

from sellerhelp.gate.consequences import without_consequences
from sellerhelp.problem import Problem


def problem(rule: str, path: str = "docs/a.md", line: int = 1, level: str = "error") -> Problem:
    return Problem(path, line, 1, "글", rule=rule, level=level)


def rules(*problems: Problem) -> list[str]:
    return [one.rule for one in without_consequences(problems)]


def test_a_number_is_not_missed_on_a_page_whose_head_cannot_be_read():
    assert rules(problem("yaml-syntax"), problem("page-number-missing")) == ["yaml-syntax"]
    assert rules(problem("yaml-syntax", "docs/b.md"), problem("page-number-missing")) == [
        "yaml-syntax", "page-number-missing",
    ]  # fmt: skip


def test_a_warning_causes_nothing_and_nothing_causes_itself():
    assert rules(problem("head-review-overdue", level="warning"), problem("published-new", level="warning")) == [
        "head-review-overdue", "published-new",
    ]  # fmt: skip
    assert rules(problem("link-frame"), problem("link-frame", line=2)) == ["link-frame", "link-frame"]


def test_signs_are_told_unless_their_line_has_a_better_reason():
    assert rules(problem("block-unknown", line=3), problem("markup-left", line=3), problem("markup-left", line=4)) == [
        "block-unknown", "markup-left",
    ]  # fmt: skip


def test_most_problems_follow_from_nothing():
    assert rules(problem("link-dead"), problem("link-dead", line=2), problem("table-cells")) == [
        "link-dead", "link-dead", "table-cells",
    ]  # fmt: skip
