"""Modules lose their comments on the way to the browser, and nothing else."""

from __future__ import annotations

import re

import pytest
from sellerhelp.script import bare

from tests.conftest import ROOT

MODULES = sorted((ROOT / "overrides/assets/sellerhelp").rglob("*.js"))


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("// @ts-check\nlet a;", "\nlet a;"),
        ("/** One line. */\nlet a;", "\nlet a;"),
        ("/**\n * Two\n * lines.\n */\nlet a;", "\n\n\n\nlet a;"),
        ("  /** In a class. @param {string} a */\n  b(a) {}", "\nb(a) {}"),
        ("const a = /** @type {HTMLElement} */ (b);", "const a = (b);"),
        ("(/** @type {{a: any}} */ (c)).d", "((c)).d"),
        ("/** @type {A} */ (a).b();\nc();\n/** Two. */\nd();", "(a).b();\nc();\n\nd();"),
        ("  // it's why\nlet a;", "\nlet a;"),
        ("let a; // why", "let a;"),
        ("    // why\n    let a;", "\nlet a;"),
        ('let a = "https://b"; // why', 'let a = "https://b";'),
        ('let a = "b // c";', 'let a = "b // c";'),
        ("let a = `b // ${c}`;", "let a = `b // ${c}`;"),
        ("let a = b // it's why", "let a = b // it's why"),
        ("a = b //2", "a = b //2"),
        ("", ""),
    ],
)
def test_comments_go_and_lines_stay(source, made):
    assert bare(source) == made


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_our_modules_lose_comments_line_by_line_and_nothing_else(path):
    source, made = path.read_text("utf-8").split("\n"), bare(path.read_text("utf-8")).split("\n")
    for written, shipped in zip(source, made, strict=True):
        line = re.sub(r"/\*\* @[^*]*\*/ ?", "", written).strip()
        assert line.startswith(shipped)
        gone = line.removeprefix(shipped).strip()
        is_comment = gone.startswith(("//", "/**", "*")) or gone.endswith("*/")
        assert not gone or (is_comment if not shipped else re.fullmatch(r"//[^\"'`]*", gone)), written
    # A template literal that spans lines would lose its indentation.
    assert all(line.count("`") % 2 == 0 for line in made)


def test_the_time_is_read_in_one_place():
    """A preview of another day moves that one: make serve AS_OF=2026-12-24."""
    said = {
        path.name
        for path in MODULES
        if re.search(r"Date\.now|new Date\(\)|performance\.(now|timeOrigin)", bare(path.read_text("utf-8")))
    }
    assert said == {"clock.js"}
