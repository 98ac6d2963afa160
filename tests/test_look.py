"""The files of the look: names that carry their content, and the order that makes rules win."""

from __future__ import annotations

import re

import pytest
from sellerhelp.look import APART, SHEETS, Look, compact, make_look, short_hash

PARTS = [part for parts in APART.values() for part in parts]
SOURCES = {name: f"/* {name} */\n.a {{ order: {at}; }}\n".encode() for at, name in enumerate((*SHEETS, *PARTS))} | {
    "main.js": b'import { a } from "./clock.js";\na();\n',
    "clock.js": b"export const a = () => 1;\nexport const b = 2;\n",
    "contact/hours.js": b'import { b } from "../clock.js";\nexport const c = b;\n',
    "favicon.svg": b"<svg/>",
}
FONT, LICENCE = b"wOF2 letters", "허락".encode()


def look(font: bytes | None = FONT, **changes: bytes) -> Look:
    named = {name.replace("__", "/").replace("_", "."): body for name, body in changes.items()}
    return make_look(SOURCES | named, font, LICENCE)


def test_every_address_carries_the_hash_of_what_lies_there():
    made = look()
    assert made.style == f"assets/sellerhelp/look.{short_hash(made.files[made.style])}.css"
    assert made.font == f"assets/sellerhelp/fonts/sh-sans.{short_hash(FONT)}.woff2"
    assert re.fullmatch(r"assets/sellerhelp/js-[0-9a-f]{10}/main\.js", made.script)
    assert (made.files[made.font], made.files["assets/sellerhelp/fonts/LICENSE.txt"]) == (FONT, LICENCE)


def test_equal_sources_give_equal_looks_in_whatever_order_they_come():
    assert make_look(dict(reversed(SOURCES.items())), FONT, LICENCE) == look()


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_change_in_any_sheet_changes_the_address_of_the_style_alone(sheet):
    before, after = look(), make_look(SOURCES | {sheet: b".b{}"}, FONT, LICENCE)
    assert before.style != after.style
    assert (before.script, before.font, before.apart) == (after.script, after.font, after.apart)


@pytest.mark.parametrize("sheet", PARTS)
def test_a_sheet_that_few_pages_need_moves_alone(sheet):
    before, after = look(), make_look(SOURCES | {sheet: b".b{}"}, FONT, LICENCE)
    moved = [name for name in APART if before.apart[name] != after.apart[name]]
    assert moved == [name for name, parts in APART.items() if sheet in parts]
    assert (before.style, before.script) == (after.style, after.script)
    assert after.files[after.apart[moved[0]]].decode().endswith("}")


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ('<sh-dated class="sh-dated">', True),
        ('<div class="sh-calc">', True),
        ('<dl class="sh-glossary">', True),
        ("<sh-checklist>", True),
        ('<figure class="sh-drawing">', True),
        ('<section class="sh-catalogue">', True),
        ('<ul class="sh-archive">', True),
        ('<div class="sh-changes">', True),
        ('<p class="sh-lead">', False),
        ("", False),
    ],
)
def test_a_page_says_itself_whether_it_needs_more(content, wanted):
    assert look().has_more(content) is wanted


@pytest.mark.parametrize("changed", ["main_js", "contact__hours_js", "extra_js"])
def test_all_modules_move_together_when_one_changes(changed):
    before, after = look(), look(**{changed: b"a;\n"})
    assert not {name for name in before.files if name.endswith(".js")} & set(after.files)
    assert len({name.split("/")[2] for name in after.files if name.endswith(".js")}) == 1
    assert before.style == after.style


def test_a_module_that_changes_its_name_alone_moves_them_too():
    renamed = {("moved.js" if name == "contact/hours.js" else name): body for name, body in SOURCES.items()}
    assert make_look(renamed, FONT, LICENCE).script != look().script


def test_modules_keep_their_folders_so_that_relative_imports_hold():
    made = look()
    folder = made.script.removesuffix("main.js")
    assert made.files[folder + "contact/hours.js"] == b'import { b } from "../main.js";\nexport const c = b;\n'


def test_what_every_page_needs_at_once_comes_as_one_file():
    made = look()
    assert made.files[made.script] == b"const a = () => 1;\nconst b = 2;\na();\nexport { b };\n"
    assert not [name for name in made.files if name.endswith("clock.js")]


def test_a_new_font_changes_the_style_that_names_it():
    before, after = look(), look(font=b"other")
    assert (before.font != after.font, before.style != after.style, before.script == after.script) == (True, True, True)
    assert f'url("fonts/sh-sans.{short_hash(b"other")}.woff2")' in after.files[after.style].decode()


@pytest.mark.parametrize("font", [None, b""])
def test_without_a_font_there_is_neither_face_nor_file(font):
    made = look(font=font)
    assert made.font == "" and "@font-face" not in made.files[made.style].decode()
    assert not [name for name in made.files if "/fonts/" in name]


def test_the_sheets_stand_in_their_order_with_print_last():
    made = look()
    assert re.findall(r"order:(\d+)", made.files[made.style].decode()) == [str(at) for at in range(len(SHEETS))]
    assert (SHEETS[0], SHEETS[-1]) == ("css/tokens.css", "css/print.css")


def test_only_styles_and_scripts_and_fonts_are_published():
    assert sorted(name.rsplit(".", 1)[1] for name in look().files) == [*["css"] * 4, "js", "js", "txt", "woff2"]


def test_a_missing_sheet_is_a_broken_set_up():
    with pytest.raises(KeyError, match="print"):
        make_look({name: body for name, body in SOURCES.items() if "print" not in name}, None, b"")


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("/* a\n b */\n\n  .a > .b { color: red; } /* c */\n", ".a>.b{color:red}"),
        ("@media print {\n  a::after { content: '· ; }'; }\n}\n", "@media print{a::after{content:'· ; }'}}"),
        ('a { background: url("x, { y: z"); }', 'a{background:url("x, { y: z")}'),
        (".a .b:not(.c) :is(i, b) { x: 1 }", ".a .b:not(.c) :is(i,b){x:1}"),
        ("a { margin: calc(1px + 2 * (3px - 1px)) -4px; }", "a{margin:calc(1px + 2 * (3px - 1px)) -4px}"),
        ("@media (min-width: 1em) and (x) { a { b: c; } }", "@media (min-width:1em) and (x){a{b:c}}"),
        (".a :hover { b: c }", ".a :hover{b:c}"),
        (".a + .b ~ .c { d: e !important; }", ".a + .b ~ .c{d:e !important}"),
        ("a { --x:  y; color: rgb(1 2 3 / .5); }", "a{--x:y;color:rgb(1 2 3 / .5)}"),
    ],
)
def test_what_says_nothing_is_dropped_and_nothing_else(css, left):
    assert compact(css) == left
    assert compact(left) == left


def test_two_parts_never_hash_like_one():
    assert len({short_hash(b"ab", b"c"), short_hash(b"a", b"bc"), short_hash(b"abc"), short_hash()}) == 4
