"""ES modules as one classic script: the plain statements are understood, everything else is refused by name."""

from __future__ import annotations

import re

import pytest
from sellerhelp.offline.classic import classic, read_module

from tests.conftest import ROOT

UNDERSTOOD = [
    ("import './a.js';", '__require("a.js");', {"a.js": []}, {}),
    ('import { a } from "./a.js";', 'const { a } = __require("a.js");', {"a.js": ["a"]}, {}),
    ('import { a as b, c } from "../a.js"', 'const { a: b, c } = __require("a.js");', {"a.js": ["a", "c"]}, {}),
    ('import {\n  a,\n  c,\n} from "./a.js";', 'const { a, c } = __require("a.js");', {"a.js": ["a", "c"]}, {}),
    ('import * as all from "./a.js";', 'const all = __require("a.js");', {"a.js": []}, {}),
    ("export const a = 1;", "const a = 1;", {}, {"a": "a"}),
    ("export function f() {}", "function f() {}", {}, {"f": "f"}),
    ("export async function f() {}", "async function f() {}", {}, {"f": "f"}),
    ("export class A {}", "class A {}", {}, {"A": "A"}),
    ("const a = 1;\nexport { a, a as b };", "const a = 1;\n", {}, {"a": "a", "b": "a"}),
    ('const a = import("./a.js");', 'const a = __load("./a.js");', {}, {}),
    ("new URL('a', import.meta.url)", "new URL('a', __here)", {}, {}),
    ("function load() {}\nconst require = 1;", "function load() {}\nconst require = 1;", {}, {}),
    ("// import nothing\n * export nothing", "// import nothing\n * export nothing", {}, {}),
]


@pytest.mark.parametrize(("source", "body", "imports", "exports"), UNDERSTOOD, ids=[case[0] for case in UNDERSTOOD])
def test_a_statement_becomes_what_a_classic_script_can_say(source, body, imports, exports):
    name = "deep/m.js" if "../" in source else "m.js"
    module = read_module(name, source)
    assert (module.body, module.imports, module.exports) == (body, imports, exports)


REFUSED = [
    "export let a = 1;",
    "export var a = 1;",
    "export default 1;",
    'export * from "./a.js";',
    'export { a } from "./a.js";',
    "export const { a } = b;",
    "  import { a } from x;",
]


@pytest.mark.parametrize("source", REFUSED)
def test_what_is_not_understood_is_refused_with_its_place(source):
    with pytest.raises(ValueError, match=re.escape(f"m.js: not understood: {source.strip()}")):
        read_module("m.js", source)


@pytest.mark.parametrize("source", ['import a from "./a.js";', 'import a, { b } from "./a.js";'])
def test_default_imports_are_refused(source):
    with pytest.raises(ValueError, match=r"m\.js: not understood: import a"):
        read_module("m.js", source)


@pytest.mark.parametrize("name", ["__require", "__load", "__here"])
def test_a_name_of_the_bundles_own_is_refused(name):
    with pytest.raises(ValueError, match=rf"m\.js: {name} is a name of the bundle's own"):
        read_module("m.js", f"const {name} = 1;")


def test_a_name_that_nobody_exports_is_refused():
    with pytest.raises(ValueError, match=r"m\.js: a\.js has no b, c"):
        classic({"a.js": "export const a = 1;", "m.js": 'import { a, b, c } from "./a.js";'})


def test_a_file_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match=r"m\.js: a\.js has no file"):
        classic({"m.js": 'import "./a.js";'})


def test_imports_in_a_circle_are_refused_but_later_ones_may_close_it():
    with pytest.raises(ValueError, match=r"a\.js -> b\.js -> a\.js"):
        classic({"a.js": 'import "./b.js";', "b.js": 'import "./a.js";'})
    assert classic({"a.js": 'import("./b.js");', "b.js": 'import "./a.js";'})


def test_equal_modules_give_equal_scripts_in_whatever_order_they_come():
    sources = {"b.js": "export const b = 1;", "a.js": 'import { b } from "./b.js";'}
    assert classic(sources) == classic(dict(reversed(sources.items())))


def test_all_our_own_modules_are_understood():
    folder = ROOT / "overrides" / "assets" / "sellerhelp"
    sources = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.js")}
    made = classic(sources)
    assert all(f'"{name}": (__require, __load, __here)' in made for name in sources)
