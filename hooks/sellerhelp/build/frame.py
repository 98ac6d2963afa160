"""The templates of pages as a build uses them: what they ask is noted, and HTML that has the same answers is taken over."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial, reduce
from pathlib import Path
from typing import Any

from jinja2 import Environment

from sellerhelp.build.drawer import drawer
from sellerhelp.build.printed import Opaque
from sellerhelp.build.recipe import templates_digest
from sellerhelp.build.remembered import Remembered, key_of
from sellerhelp.build.shown import Shown
from sellerhelp.build.templates import KeptTemplates
from sellerhelp.dense import dense
from sellerhelp.valid import valid


def own_things(names: Mapping[str, Any]) -> dict[str, Any]:
    """Returns what of a template environment's globals is ours."""
    return {name: thing for name, thing in names.items() if type(thing).__module__.startswith("sellerhelp.")}


def framed(env: Environment, remembered: Remembered, recipe: str, overrides: Path) -> KeptTemplates:
    """Returns the environment that pages are rendered with. recipe: of code and configuration. overrides: the folder."""
    things = own_things(env.globals)
    things["search"], marks = things["search"].late()
    env.globals.update({name: remembered.asked.thing(name, thing) for name, thing in things.items()})
    env.globals["drawer"] = drawer(env)
    recipe = key_of(recipe, templates_digest(overrides), repr(sorted(things))).hex()
    return KeptTemplates(env, partial(_rendered, remembered, recipe, Shown(), marks))


def _rendered(remembered, recipe, shown, marks, name, render, context):  # type: ignore[no-untyped-def]
    page = context["page"]
    try:
        key = page and key_of("page", recipe, name, *shown(page, context))
    except Opaque:
        key = None
    make = lambda: dense(valid(render()))  # noqa: E731
    html = remembered(key, make) if key else make()
    return reduce(lambda text, mark: text.replace(mark, marks[mark]), marks, html)
