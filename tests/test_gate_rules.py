"""The table of rules is the code's: every problem names a rule of it, and every rule is named."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from sellerhelp.gate.rules import BY_ID, FEATURES, RULES

from tests.conftest import ROOT

SOURCES = [*sorted((ROOT / "hooks").rglob("*.py")), *sorted((ROOT / "tools").glob("*.py"))]
# A problem is made here with the rule that its caller names.
PASSES_ON = {"yamltext.py"}


def calls(source: str) -> list[ast.Call]:
    """The calls that make a problem: Problem(...) and place.problem(...)."""
    return [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ("Problem", "problem")
    ]


def nameless(path: Path, source: str) -> list[str]:
    """The calls without a rule. Calls of own methods (self.problem) pass it on in their own way."""
    return [
        f"{path.name}:{call.lineno}"
        for call in calls(source)
        if not any(keyword.arg == "rule" for keyword in call.keywords)
        and not ast.unparse(call.func).startswith("self.")
        and path.name not in PASSES_ON
    ]


def words(source: str) -> set[str]:
    return {
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def named(source: str) -> set[str]:
    """The rules that a source names as an argument `rule=...`."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.keyword) and node.arg == "rule":
            found |= words(ast.unparse(node.value)) if not isinstance(node.value, ast.Name) else set()
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_problem_names_a_rule_of_the_table(path):
    source = path.read_text("utf-8")
    assert nameless(path, source) == []
    assert named(source) - {*BY_ID, ""} == set()


def test_every_rule_is_named_somewhere():
    table = ROOT / "hooks/sellerhelp/gate/rules.py"
    used = set().union(*(words(path.read_text("utf-8")) for path in SOURCES if path != table))
    assert sorted(set(BY_ID) - used) == []


def test_canary_a_problem_without_a_rule_and_one_with_an_unknown_rule_are_found():
    assert nameless(Path("x.py"), "Problem('a', 1, 1, 'b')\nplace.problem('b', rule='c')\n") == ["x.py:1"]
    assert named("place.problem('b', rule='planted-rule' if a else 'link-dead')") == {"planted-rule", "link-dead"}


def test_ids_are_kebab_case_once_and_begin_with_their_feature():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert [name for name in ids if not re.fullmatch("[a-z]+(-[a-z0-9]+)+", name)] == []
    assert {rule.feature for rule in RULES} == set(FEATURES)


def test_titles_are_one_plain_korean_sentence():
    assert [rule.id for rule in RULES if not re.fullmatch(r"[^\n]{5,40}요", rule.title)] == []
