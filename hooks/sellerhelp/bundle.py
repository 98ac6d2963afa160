"""Joins the modules that every page needs at once into one, so that they come in one answer and pack better.

Goal: our own modules, as they are written. Not a goal: any JavaScript. A module's top-level names move into one
scope; two modules that declare the same name are refused by name, never renamed. What a module imports later, when
it is needed, stays a file of its own and takes the joined names from the entry.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Collection, Mapping

_IMPORT = re.compile(r"""^import\s+(?:\{(?P<names>[^{}]*)\}\s+from\s+)?["'](?P<path>\.[^"']+)["'];?[ \t]*\n?""", re.M)
_LATER = re.compile(r"""\bimport\(\s*(?P<quote>["'`])(?P<path>\.[^"'`]*)(?P=quote)""")
_DECLARED = re.compile(r"^(?P<export>export\s+)?(?:async\s+)?(?:function\*?|class|const|let)\s+(?P<name>[\w$]+)", re.M)
_EXPORT = re.compile(r"^export\s+(?=async\b|function\b|class\b|const\b|let\b)", re.M)
_LEFT = re.compile(r"^(?:\s*(?:import\b(?!\s*\()|export\b)|(?:const|let)\s*[{\[]|var\b)[^\n]*", re.M)


def bundled(sources: Mapping[str, str], entry: str, apart: Collection[str] = ()) -> dict[str, str]:
    """Returns the modules with those that the entry imports at once joined into it; these have no file any more.

    sources: path below their folder -> text, whose top-level statements begin their line. apart: what is never joined.
    Raises ValueError when a module uses what is not understood, or two that are joined declare the same name.
    """
    order = _order(sources, entry, apart)
    exported: set[str] = set()
    declared: dict[str, str] = {}
    for name in order:
        for found in _DECLARED.finditer(sources[name]):
            if found["name"] in declared:
                raise ValueError(f"{name} and {declared[found['name']]} are joined and both declare {found['name']}")
            declared[found["name"]] = name
            if found["export"]:
                exported.add(found["name"])
    out: dict[str, str] = {}
    wanted: set[str] = set()
    for name, source in sources.items():
        if name not in order:
            out[name] = _IMPORT.sub(lambda found, name=name: _redirected(found, name, order, entry, wanted), source)
    if unknown := sorted(wanted - exported):
        raise ValueError(f"{entry}: no joined module exports {', '.join(unknown)}")
    own = {found["name"] for found in _DECLARED.finditer(sources[entry]) if found["export"]}
    kept: dict[str, set[str]] = {}
    body = "\n".join(_inside(name, sources[name], entry, order, kept) for name in order)
    taken = "".join(f"import {{ {', '.join(sorted(names))} }} from {json.dumps(way)};\n" for way, names in kept.items())
    given = f"export {{ {', '.join(sorted(wanted | own))} }};\n" if wanted | own else ""
    out[entry] = f"{taken}{body}\n{given}"
    return out


def _imported(name: str, source: str) -> list[str]:
    return [_target(name, found["path"]) for found in _IMPORT.finditer(source)]


def declared(source: str) -> list[str]:
    """Returns the names that a module declares at its top."""
    return [found["name"] for found in _DECLARED.finditer(source)]


def _target(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _order(sources: Mapping[str, str], entry: str, apart: Collection[str]) -> list[str]:
    """The entry and all that it imports at once, each after what it imports, as a browser would run them."""
    order: list[str] = []
    begun: set[str] = set()

    def walk(name: str, by: str) -> None:
        if name not in sources:
            raise ValueError(f"{by}: there is no {name}")
        if name in begun:
            if name not in order:
                raise ValueError(f"{by}: imports {name} in a circle")
            return
        begun.add(name)
        for path in _imported(name, sources[name]):
            if path not in apart:
                walk(path, name)
        order.append(name)

    walk(entry, entry)
    return order


def _inside(name: str, source: str, entry: str, order: list[str], kept: dict[str, set[str]]) -> str:
    """A joined module's text: no imports and exports, and later imports counted from the entry's folder.

    kept: takes what is imported from modules that stay apart, by their way from the entry.
    """
    for found in _IMPORT.finditer(source):
        if " as " in (found["names"] or ""):
            raise ValueError(f"{name}: not understood: {found[0].strip()}")
        if (path := _target(name, found["path"])) not in order:
            kept.setdefault(_way(entry, path), set()).update(_names(found))
    body = _EXPORT.sub("", _IMPORT.sub("", source))
    if left := _LEFT.search(body):
        raise ValueError(f"{name}: not understood: {left[0].strip()}")
    return _LATER.sub(lambda found: _moved(found, name, entry), body)


def _moved(found: re.Match[str], name: str, entry: str) -> str:
    if posixpath.dirname(name) == posixpath.dirname(entry):
        return found[0]
    if found["quote"] == "`":
        raise ValueError(f"{name}: not understood: {found[0]}")
    return f"import({json.dumps(_way(entry, _target(name, found['path'])))}"


def _way(name: str, target: str) -> str:
    way = posixpath.relpath(target, posixpath.dirname(name) or ".")
    return way if way.startswith(".") else f"./{way}"


def _names(found: re.Match[str]) -> list[str]:
    return [one.strip() for one in (found["names"] or "").split(",") if one.strip()]


def _redirected(found: re.Match[str], name: str, order: list[str], entry: str, wanted: set[str]) -> str:
    """The import of a module that comes later: what it takes from a joined one, it takes from the entry."""
    if _target(name, found["path"]) not in order:
        return found[0]
    names = _names(found)
    wanted.update(one.split(" as ")[0].strip() for one in names)
    return f"import {{ {', '.join(names)} }} from {json.dumps(_way(name, entry))};\n"
