"""Our own template environment: the theme's has autoescape off, ours never has."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from sellerhelp.compiled import CompiledTemplates
from sellerhelp.recipe import code_digest

FALLBACK_ICON = "sellerhelp/manual"


def make_environment(folders: Iterable[str], cache_folder: Path | None = None) -> Environment:
    """Returns an environment that escapes everything and refuses unknown names.

    folders: where templates are looked for, first match wins (overrides/ before the theme, for its icons).
    cache_folder: where templates stay compiled between runs.
    """
    env = Environment(
        loader=FileSystemLoader(list(folders)),
        bytecode_cache=CompiledTemplates(cache_folder / "own-templates", code_digest()) if cache_folder else None,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # A page of questions shows one chevron eighty times: each file is read once a build.
    env.globals["icon"] = cache(lambda name: _icon(env, name))
    return env


def _icon(env: Environment, name: str) -> Markup:
    """Returns the SVG file .icons/<name>.svg, hidden from screen readers; a name without one gets an open book."""
    assert env.loader
    try:
        source = env.loader.get_source(env, f".icons/{name}.svg")[0]
    except TemplateNotFound:
        source = env.loader.get_source(env, f".icons/{FALLBACK_ICON}.svg")[0]
    return Markup(source.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1).strip())
