"""What stays of the theme's style sheets: what some page can match, and nothing that hangs on the rest."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
from sellerhelp.theme_style import drop_unused, theme_style, trimmed

THEME = Path(next(iter(material.__path__))) / "templates"
KNOWN = {"a", "md-nav", "b-c", "ltr", "button", "<p", "<i", "<input"}


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{x:1}", ".a{x:1}"),
        (".z{x:1}", ""),
        (".a .z{x:1}", ""),
        (".a,.z,p{x:1}", ".a,p{x:1}"),
        (".a:not(.z){x:1}", ".a:not(.z){x:1}"),
        (".a:is(.z,.b-c) i{x:1}", ".a:is(.z,.b-c) i{x:1}"),
        ("#z>p{x:1}", ""),
        ("input[type=z]{x:1}", "input[type=z]{x:1}"),
        ("[dir=rtl] p{x:1}[dir=ltr] p{x:2}", "[dir=ltr] p{x:2}"),
        ("[data-md-color-primary=z]{x:1}", ""),
        ("p>z{x:1}i+z p{x:2}i z{x:3}i~i{x:4}", "i~i{x:4}"),
        ("p:not(z),z:hover{x:1}", "p:not(z){x:1}"),
        ("p[title='a z']{x:1}", "p[title='a z']{x:1}"),
        ("p[role=button]{x:1}p[role=z]{x:2}", "p[role=button]{x:1}"),
        ("[data-md-color-switching] *,[data-md-color-switching] :after{x:1}", ""),
        ("@media print{.z{x:1}}", ""),
        ("@media print{.z{x:1}.a{x:2}}", "@media print{.a{x:2}}"),
        ("@supports (x:1){@media print{.a{x:2}}}", "@supports (x:1){@media print{.a{x:2}}}"),
        ("@keyframes z{0%{x:1}to{x:2}}", "@keyframes z{0%{x:1}to{x:2}}"),
        ('@charset "UTF-8";.a{x:"}"}', '.a{x:"}"}'),
        (".a:after{content:'{;}'}.z{x:1}", ".a:after{content:'{;}'}"),
    ],
)
def test_a_rule_stays_when_what_it_asks_for_may_be_there(css, kept):
    assert trimmed(css, KNOWN.__contains__) == kept


@pytest.mark.parametrize(
    ("css", "own", "kept"),
    [
        (":root{--x:1;--y:2}", "p{o:var(--y)}", ":root{--y:2}"),
        (":root{--x:var(--y);--y:2}", "", ""),
        (":root{--x:url('data:a;b,<c>')}p{o:1}", "", "p{o:1}"),
        (':root{--x:url("data:a(b);c\'");--y:1}p{o:1}', "var(--y)", ":root{--y:1}p{o:1}"),
        ("@keyframes m{to{x:1}}p{animation:m 1s}", "", "@keyframes m{to{x:1}}p{animation:m 1s}"),
        ("@keyframes m{to{x:1}}p{o:1}", "", "p{o:1}"),
        ("@keyframes m{to{x:1}}", "p{animation-name:m}", "@keyframes m{to{x:1}}"),
    ],
)
def test_variables_and_animations_go_with_their_last_use(css, own, kept):
    assert drop_unused("i{a:b}" + css, own) == "i{a:b}" + kept


def test_what_the_bundle_makes_counts_where_its_block_stands_in_a_page():
    made = theme_style(THEME, ['<div class="md-nav md-search-result">'], ['toggle("js-made")'], "")
    assert ".md-nav__link--active" in made and ".md-search-result__article" in made
    assert ".md-annotation" not in made and ".md-version" not in made and ".highlight" not in made


def test_what_a_page_uses_stays_and_the_rest_is_most_of_it():
    plain, rich = (
        theme_style(THEME, [text], [], "") for text in ("<p>", '<div class="highlight tabbed-set"><code><label><sup>')
    )
    assert ".md-typeset sup" in rich and ".md-typeset sup" not in plain
    assert ".highlight" in rich and ".tabbed-set" in rich
    whole = sum(path.stat().st_size for path in THEME.glob("assets/stylesheets/[mp]a*.css"))
    assert len(plain) < len(rich) < whole / 2


def test_what_is_left_is_whole_rules_of_the_theme():
    made = theme_style(THEME, ['<div class="md-nav highlight">'], [], "")
    assert trimmed(made, lambda name: True) == made
    assert drop_unused(made, "") == made


def test_the_rule_for_any_element_while_colours_switch_is_there_to_be_dropped():
    sheets = "".join(path.read_text("utf-8") for path in (THEME / "assets/stylesheets").glob("*.css"))
    assert "[data-md-color-switching] *" in sheets
    assert "color-switching" not in theme_style(
        THEME, ['<body data-md-color-switching="">'], ["data-md-color-switching"], ""
    )
