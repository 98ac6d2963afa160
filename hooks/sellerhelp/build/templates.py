"""The host's template environment, with quicker look-ups and with somebody who may know what a page will look like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, Template

# (template's name, how to render, context) -> HTML
Rendered = Callable[[str, Callable[[], str], Mapping[str, Any]], str]


class KeptTemplates:
    """What the host gets instead of its environment. Templates that a template includes come from the real one."""

    def __init__(self, env: Environment, rendered: Rendered):
        # One page includes forty templates; the look-up of each takes longer than most take to render.
        env.get_template = cache(env.get_template)  # type: ignore[method-assign]
        self._env, self._rendered = env, rendered

    def __getattr__(self, name: str) -> Any:
        return getattr(self._env, name)

    def get_template(self, name: str) -> KeptTemplate:
        return KeptTemplate(self._env.get_template(name), self._rendered)


class KeptTemplate:
    def __init__(self, template: Template, rendered: Rendered):
        self._template, self._kept = template, rendered

    def __getattr__(self, name: str) -> Any:
        return getattr(self._template, name)

    def render(self, context: Mapping[str, Any]) -> str:
        return self._kept(self._template.name or "", lambda: self._template.render(context), context)
