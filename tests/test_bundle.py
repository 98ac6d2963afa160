"""Modules joined into the one that imports them: what runs, what stays a file, what is refused by name."""

from __future__ import annotations

import re

import pytest
from sellerhelp.bundle import bundled
from sellerhelp.look import ENTRIES

from tests.conftest import ROOT

FOLDER = ROOT / "overrides/assets/sellerhelp"
SOURCES = {path.relative_to(FOLDER).as_posix(): path.read_text("utf-8") for path in sorted(FOLDER.rglob("*.js"))}


def test_what_is_imported_at_once_comes_before_the_entry_and_has_no_file():
    made = bundled(
        {
            "main.js": 'import { a } from "./deep/a.js";\nimport "./b.js";\na();\n',
            "deep/a.js": 'import { b } from "../b.js";\nexport function a() {\n  return b;\n}\n',
            "b.js": "export const b = 1;\nlet unseen = 2;\n",
            "other.js": "export const z = 1;\n",
        },
        "main.js",
    )
    assert made["main.js"].split() == [
        "const",
        "b",
        "=",
        "1;",
        "let",
        "unseen",
        "=",
        "2;",
        "function",
        "a()",
        "{",
        "return",
        "b;",
        "}",
        "a();",
    ]
    assert made["other.js"] == "export const z = 1;\n"
    assert sorted(made) == ["main.js", "other.js"]


def test_a_later_module_takes_the_joined_names_from_the_entry_wherever_it_lies():
    made = bundled(
        {
            "main.js": 'import { a } from "./x/a.js";\nimport("./x/late.js");\n',
            "x/a.js": 'export const a = 1;\nexport const b = 2;\nexport const own = 3;\nimport("./late.js");\n',
            "x/late.js": 'import { b as c, a } from "./a.js";\nimport { z } from "../z.js";\nc;\n',
            "z.js": 'import { a } from "./x/a.js";\nexport const z = a;\n',
        },
        "main.js",
    )
    assert made["x/late.js"] == 'import { b as c, a } from "../main.js";\nimport { z } from "../z.js";\nc;\n'
    assert made["z.js"].startswith('import { a } from "./main.js";\n')
    assert made["main.js"].rstrip().endswith("export { a, b };")
    assert made["main.js"].count('import("./x/late.js")') == 2, "counted from the entry's folder"


def test_a_second_entry_takes_what_the_first_has_from_there():
    made = bundled(
        {
            "main.js": "export const now = 1;\n",
            "v/value.js": 'import { now } from "../main.js";\nimport { rule } from "./rule.js";\nexport const v = now + rule;\n',
            "v/rule.js": 'import { now } from "../main.js";\nexport const rule = now;\n',
            "v/dated.js": 'import { rule } from "./rule.js";\n',
        },
        "v/value.js",
        ["main.js"],
    )
    assert made["v/value.js"].startswith('import { now } from "../main.js";\n')
    assert made["v/value.js"].rstrip().endswith("export { rule, v };")
    assert made["v/value.js"].count("import") == 1
    assert made["v/dated.js"] == 'import { rule } from "./value.js";\n'
    assert made["main.js"] == "export const now = 1;\n"


REFUSED = [
    ({"m.js": 'import "./a.js";\nconst x = 1;', "a.js": "export const x = 2;"}, "m.js and a.js are joined and both declare x"),
    ({"m.js": 'import "./a.js";\nclass X {}', "a.js": "async function X() {}"}, "both declare X"),
    ({"m.js": 'import "./gone.js";'}, "m.js: there is no gone.js"),
    ({"m.js": 'import "./a.js";', "a.js": 'import "./b.js";', "b.js": 'import "./a.js";'}, "b.js: imports a.js in a circle"),
    ({"m.js": 'import { a as b } from "./a.js";', "a.js": "export const a = 1;"}, "m.js: not understood: import { a as b }"),
    ({"m.js": 'import * as a from "./a.js";', "a.js": ""}, "m.js: not understood: import *"),
    ({"m.js": "export default 1;"}, "m.js: not understood: export default"),
    ({"m.js": "const { a } = b;"}, "m.js: not understood: const { a }"),
    ({"m.js": "const [a] = b;"}, "m.js: not understood: const [a]"),
    ({"m.js": "var a = 1;"}, "m.js: not understood: var a"),
    ({"m.js": 'import "./x/a.js";', "x/a.js": "import(`./${a}.js`);"}, "x/a.js: not understood: import(`"),
    ({"m.js": 'import "./a.js";', "a.js": "", "late.js": 'import { a } from "./a.js";'}, "m.js: no joined module exports a"),
]  # fmt: skip


@pytest.mark.parametrize(("sources", "said"), REFUSED, ids=[said for _, said in REFUSED])
def test_what_is_not_understood_is_refused_by_name(sources, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        bundled(sources, "m.js")


def test_the_same_modules_in_another_order_give_the_same_files():
    assert bundled(SOURCES, "main.js") == bundled(dict(reversed(SOURCES.items())), "main.js")


def test_no_module_of_ours_is_lost():
    made = SOURCES
    for at, entry in enumerate(ENTRIES):
        made = bundled(made, entry, ENTRIES[:at])
    text = "\n".join(made.values())
    for name, source in SOURCES.items():
        for declared in re.findall(r"^(?:export )?(?:async )?(?:function\*?|class) (\w+)", source, re.M):
            assert re.search(rf"(?:function\*?|class) {declared}\b", text), (name, declared)
    imported = {path for body in made.values() for path in re.findall(r'^import .*"(.+)";', body, re.M)}
    assert imported and {path.rsplit("/", 1)[1] for path in imported} <= {name.rsplit("/", 1)[-1] for name in made}
