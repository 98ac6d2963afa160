"""Writes ES modules as one classic script: browsers refuse modules from file://.

Goal: our own modules, as they are written. Not a goal: any JavaScript. Plain import
and export statements at the start of a line are understood; everything else that
a module may do with them is refused by name, never guessed. esbuild would do more,
but would be one more program to pin and to trust for these few rules.

The script holds each module as a function and starts the one that its own tag
names in data-entry. Loaded again, it starts another entry of the same modules.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_IMPORT = re.compile(r"""^import\s+(?:(?P<what>[^"';]+?)\s+from\s+)?["'](?P<path>[^"']+)["'];?[ \t]*$""", re.M)
_DECLARED = re.compile(r"^export\s+(?P<kind>async function\*?|function\*?|class|const)\s+(?P<name>[\w$]+)", re.M)
_LISTED = re.compile(r"^export\s+\{(?P<names>[^}]*)\};?[ \t]*$", re.M)
_LEFT = re.compile(r"^\s*(?:import|export)\b(?!\s*\()[^\n]*", re.M)
_OURS = re.compile(r"\b__(?:require|load|here)\b")  # names that no module may shadow
_PART = re.compile(r"(?P<name>[\w$]+)(?:\s+as\s+(?P<other>[\w$]+))?")
_RUNTIME = """"use strict";
(() => {
  const tag = document.currentScript;
  const root = new URL(".", tag.src);
  const begun = new Map();
  const require = (name) => {
    if (!begun.has(name)) {
      const here = new URL(name, root).href;
      const load = async (path) => {
        await null; // a browser, too, runs what is imported later after the module that asks for it
        return require(new URL(path, here).href.slice(root.href.length));
      };
      begun.set(name, modules[name](require, load, here));
    }
    return begun.get(name);
  };
  const modules = {
%s
  };
  globalThis.sh ??= { require };
  globalThis.sh.require(tag.dataset.entry);
})();
"""


@dataclass
class Module:
    """imports: the module's own paths -> the names wanted of each. exports: name outside -> name inside."""

    name: str
    body: str = ""
    imports: dict[str, list[str]] = field(default_factory=dict)
    exports: dict[str, str] = field(default_factory=dict)


def classic(sources: Mapping[str, str]) -> str:
    """Returns one script of all modules. sources: path below their folder -> text.

    Raises ValueError when a module uses what is not understood, names what is not there, or imports in a circle.
    """
    modules = {name: read_module(name, sources[name]) for name in sorted(sources)}
    for module in modules.values():
        for path, names in module.imports.items():
            known = modules[path].exports if path in modules else None
            if known is None or (missing := [name for name in names if name not in known]):
                raise ValueError(f"{module.name}: {path} has no {', '.join(missing) if known is not None else 'file'}")
    _refuse_circles(modules)
    return _RUNTIME % "\n".join(_function(module) for module in modules.values())


def read_module(name: str, source: str) -> Module:
    """Takes the imports and exports of a module apart from its body."""
    module = Module(name)
    body = _IMPORT.sub(lambda found: _required(module, found["what"] or "", found["path"]), source)
    body = _DECLARED.sub(lambda found: _declared(module, found), body)
    body = _LISTED.sub(lambda found: _listed(module, found["names"]), body)
    if taken := _OURS.search(source):
        raise ValueError(f"{name}: {taken[0]} is a name of the bundle's own")
    if left := _LEFT.search(body):
        raise ValueError(f"{name}: not understood: {left[0].strip()}")
    module.body = re.sub(r"\bimport\(", "__load(", body).replace("import.meta.url", "__here")
    return module


def _required(module: Module, what: str, path: str) -> str:
    target = posixpath.normpath(posixpath.join(posixpath.dirname(module.name), path))
    wanted = module.imports.setdefault(target, [])
    call = f"__require({json.dumps(target)});"
    if not what:
        return call
    if whole := re.fullmatch(r"\*\s+as\s+([\w$]+)", what):
        return f"const {whole[1]} = {call}"
    if not re.fullmatch(r"\{[^{}]*\}", what):
        raise ValueError(f"{module.name}: not understood: import {what}")
    parts = list(_parts(what[1:-1]))
    wanted += [name for name, _ in parts]
    names = ", ".join(name if name == other else f"{name}: {other}" for name, other in parts)
    return f"const {{ {names} }} = {call}"


def _parts(names: str) -> Iterator[tuple[str, str]]:
    for one in filter(None, (part.strip() for part in names.split(","))):
        found = _PART.fullmatch(one)
        if not found:
            raise ValueError(f"not understood: {one}")
        yield found["name"], found["other"] or found["name"]


def _declared(module: Module, found: re.Match[str]) -> str:
    module.exports[found["name"]] = found["name"]
    return f"{found['kind']} {found['name']}"


def _listed(module: Module, names: str) -> str:
    module.exports |= {other: name for name, other in _parts(names)}
    return ""


def _function(module: Module) -> str:
    given = ", ".join(other if name == other else f"{other}: {name}" for other, name in sorted(module.exports.items()))
    return f"{json.dumps(module.name)}: (__require, __load, __here) => {{\n{module.body}\nreturn {{ {given} }};\n}},"


def _refuse_circles(modules: Mapping[str, Module]) -> None:
    done: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> None:
        if name in way:
            raise ValueError(f"imports in a circle: {' -> '.join((*way[way.index(name) :], name))}")
        if name not in done:
            for path in modules[name].imports:
                walk(path, (*way, name))
            done.add(name)

    for name in modules:
        walk(name, ())
