"""What every page depends on beside its own text: our code, what is installed, the overrides, the configuration."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from sellerhelp.recipe import code_digest

_INSTALLED = ("mkdocs", "properdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2", "MarkupSafe")
# Where things lie, and when: no page may show it but through a question.
_PLACES = {"site_dir", "docs_dir", "config_file_path", "watch", "moment"}
_ENVIRONMENT = re.compile(r"!ENV\s+(\[[^\]]*\]|\S+)")


@cache
def code_recipe(adapters: Path) -> str:
    """Returns a digest of the logic, of the adapters and of what is installed.

    It is found out once a process: a preview goes on with the code that it has loaded. adapters: their folder.
    """
    installed = " ".join(f"{name} {_version(name)}" for name in _INSTALLED)
    return f"{code_digest()} {installed} {files_digest(sorted(adapters.glob('*.py')))}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def files_digest(paths: Iterable[Path]) -> str:
    """Returns a digest of files, their names included."""
    digest = hashlib.blake2b(digest_size=16)
    for path in paths:
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def templates_digest(folder: Path) -> str:
    """Returns a digest of the templates and icons of overrides/; style sheets and scripts carry their own in their names."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".svg", ".xml"))
    return files_digest(paths) + " ".join(path.relative_to(folder).as_posix() for path in paths)


def config_recipe(source: str, values: Mapping[str, Any], environ: Mapping[str, str] = os.environ) -> str:
    """Prints a configuration.

    source: of mkdocs.yml, with the variables that it reads. values: what else may set, such as a command's options;
    what is no JSON comes from the source and our code.
    """
    names = sorted({name for found in _ENVIRONMENT.findall(source) for name in re.findall(r"[A-Z_][A-Z0-9_]*", found)})
    return source + repr([(name, environ.get(name)) for name in names]) + "".join(_printed(values))


def _printed(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        if key not in _PLACES:
            with contextlib.suppress(TypeError, ValueError):
                yield f"\n{key}: {json.dumps(value, sort_keys=True)}"
