"""Our own template environment: the theme's has autoescape off, ours never has."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup


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
    env.globals["icon"] = lambda name: _icon(env, name)
    return env


def _icon(env: Environment, name: str) -> Markup:
    """Returns the SVG file .icons/<name>.svg, hidden from screen readers."""
    source = env.loader.get_source(env, f".icons/{name}.svg")[0]  # type: ignore[union-attr]
    return Markup(source.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1).strip())
