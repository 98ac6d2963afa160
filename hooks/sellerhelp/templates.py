"""Our own template environment: the theme's has autoescape off, ours never has."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from markupsafe import Markup

FALLBACK_ICON = "sellerhelp/manual"


def make_environment(folders: Iterable[str]) -> Environment:
    """Returns an environment that escapes everything and refuses unknown names.

    folders: where templates are looked for, first match wins (overrides/ before the theme, for its icons).
    """
    env = Environment(
        loader=FileSystemLoader(list(folders)),
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
