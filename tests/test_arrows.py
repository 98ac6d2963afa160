"""Which module may import which: the logic never knows its host, and no circle closes."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).parent.parent / "hooks"
HOST = {"mkdocs", "material"}
MOST_LINES = 40


def modules(folder: Path) -> dict[str, Path]:
    """Every module below the folder by its dotted name; a package by its own."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def adapters(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted(folder.glob("*.py"))}


def _nodes(tree: ast.AST, typing: bool) -> Iterator[ast.AST]:
    """All nodes of a tree; without `typing` those below `if TYPE_CHECKING` are left out."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.If) and not typing and "TYPE_CHECKING" in ast.unparse(child.test):
            for other in child.orelse:
                yield other
                yield from _nodes(other, typing)
            continue
        yield child
        yield from _nodes(child, typing)


def imports(name: str, path: Path, typing: bool = True) -> set[str]:
    """The dotted names that a module imports, wherever in it; `from a import b` gives a and a.b."""
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    found = set()
    for node in _nodes(ast.parse(path.read_text("utf-8")), typing):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    return found


def wrong_arrows(folder: Path) -> list[str]:
    """Says which imports go where none may go."""
    outside = set(adapters(folder))
    said = []
    for name, path in modules(folder).items():
        tops = {target.split(".")[0] for target in imports(name, path)}
        is_logic = name.split(".")[0] == "sellerhelp"
        refused = ({"tests"} | outside | (HOST if is_logic else set())) - {name}
        said += [f"{name} -> {top}" for top in sorted(tops & refused)]
    return said


def circles(folder: Path) -> list[str]:
    """Says each circle of imports at run time among the modules of sellerhelp."""
    known = {name: path for name, path in modules(folder).items() if name.split(".")[0] == "sellerhelp"}
    graph = {name: sorted(imports(name, path, typing=False) & set(known) - {name}) for name, path in known.items()}
    said: list[str] = []
    done: set[str] = set()

    def walk(name: str, way: list[str]) -> None:
        if name in way:
            said.append(" -> ".join([*way[way.index(name) :], name]))
        elif name not in done:
            for target in graph[name]:
                walk(target, [*way, name])
            done.add(name)

    for name in graph:
        walk(name, [])
    return said


def lines_of_code(path: Path) -> int:
    """Lines that hold more than comments, blanks and docstrings."""
    source = path.read_text("utf-8")
    texts = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            texts |= set(range(node.lineno, node.end_lineno + 1))
    empty = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    rows = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in empty:
            rows |= set(range(token.start[0], token.end[0] + 1))
    return len(rows - texts)


def long_adapters(folder: Path) -> list[str]:
    counted = {name: lines_of_code(path) for name, path in adapters(folder).items()}
    return [f"{name}: {lines}" for name, lines in counted.items() if lines > MOST_LINES]


def test_the_checker_sees_the_whole_tree():
    assert {"site_faq", "sellerhelp", "sellerhelp.problem", "sellerhelp.faq.entry", "sellerhelp.prose"} <= set(
        modules(HOOKS)
    )
    assert len(adapters(HOOKS)) >= 5


def test_no_import_goes_where_none_may_go():
    assert wrong_arrows(HOOKS) == []


def test_no_circle_closes_among_the_logic():
    assert circles(HOOKS) == []


def test_adapters_stay_short():
    assert long_adapters(HOOKS) == []


SOUND = {
    "site_a.py": "from mkdocs.plugins import event_priority\nfrom sellerhelp.one import a\n",
    "site_b.py": "import sellerhelp.two\n",
    "sellerhelp/__init__.py": "",
    "sellerhelp/one.py": "from sellerhelp.two import b\n",
    "sellerhelp/two.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from sellerhelp.one import a\n",
    "sellerhelp/deep/__init__.py": "",
    "sellerhelp/deep/three.py": "from ..one import a\n",
}


def planted(folder: Path, path: str = "", more: str = "") -> Path:
    for name, source in SOUND.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(source + (more if name == path else ""), encoding="utf-8")
    return folder


def test_a_sound_tree_passes(tmp_path):
    tree = planted(tmp_path)
    assert (wrong_arrows(tree), circles(tree), long_adapters(tree)) == ([], [], [])


ARROWS = [
    ("sellerhelp/one.py", "import mkdocs.config\n", "sellerhelp.one -> mkdocs"),
    ("sellerhelp/one.py", "def f():\n    from material import plugins\n", "sellerhelp.one -> material"),
    ("sellerhelp/two.py", "    from mkdocs import x\n", "sellerhelp.two -> mkdocs"),
    ("sellerhelp/deep/three.py", "import site_a\n", "sellerhelp.deep.three -> site_a"),
    ("sellerhelp/__init__.py", "from site_b import x\n", "sellerhelp -> site_b"),
    ("site_b.py", "from site_a import on_env\n", "site_b -> site_a"),
    ("site_b.py", "import tests.test_arrows\n", "site_b -> tests"),
    ("sellerhelp/deep/__init__.py", "from tests import x\n", "sellerhelp.deep -> tests"),
]


@pytest.mark.parametrize(("path", "more", "said"), ARROWS, ids=[case[2] for case in ARROWS])
def test_a_planted_arrow_is_found_alone(tmp_path, path, more, said):
    tree = planted(tmp_path, path, more)
    assert (wrong_arrows(tree), circles(tree)) == ([said], [])


CIRCLES = [
    ("sellerhelp/two.py", "from sellerhelp.one import a\n", "sellerhelp.one -> sellerhelp.two -> sellerhelp.one"),
    ("sellerhelp/two.py", "else:\n    import sellerhelp.one\n", "sellerhelp.one -> sellerhelp.two -> sellerhelp.one"),
    ("sellerhelp/two.py", "def f():\n    from .deep import three\n",
     "sellerhelp.deep.three -> sellerhelp.one -> sellerhelp.two -> sellerhelp.deep.three"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "more", "said"), CIRCLES, ids=["at the top", "in an else", "in a function, relative"])
def test_a_planted_circle_is_found_alone(tmp_path, path, more, said):
    tree = planted(tmp_path, path, more)
    assert (circles(tree), wrong_arrows(tree)) == ([said], [])


def test_a_long_adapter_is_found_and_comments_do_not_count(tmp_path):
    quiet = '"""Text\nof two lines."""\n\n# why\n' * 30
    tree = planted(tmp_path, "site_b.py", "a = 1\n" * (MOST_LINES - 1) + quiet)
    assert long_adapters(tree) == []
    assert long_adapters(planted(tmp_path, "site_b.py", "a = 1\n" * MOST_LINES + quiet)) == [
        f"site_b: {MOST_LINES + 1}"
    ]
