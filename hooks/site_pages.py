"""Adapter: takes the HTML of a page from an earlier build, if its text, its head and all that its templates ask are the same."""

from functools import partial, reduce
from pathlib import Path

from mkdocs.plugins import event_priority
from sellerhelp.build.printed import Opaque
from sellerhelp.build.recipe import code_recipe, config_recipe, templates_digest
from sellerhelp.build.remembered import key_of
from sellerhelp.build.shown import Shown
from sellerhelp.build.templates import KeptTemplates
from sellerhelp.dense import dense
from sellerhelp.valid import valid


@event_priority(-110)  # why: before any hook has read a file, so that what it holds is no part of the configuration
def on_config(config):
    path = Path(config.config_file_path)
    settings = config_recipe(path.read_text("utf-8"), {**config, **config.extra})
    config.extra["recipe"] = code_recipe(path.parent / "hooks") + settings
    return config


@event_priority(-120)  # why: every hook has given its globals, and nothing is asked before the pages are written
def on_env(env, *, config, files):
    if not (remembered := config.extra.get("remembered")):
        return env
    things = {name: thing for name, thing in env.globals.items() if type(thing).__module__.startswith("sellerhelp.")}
    things["search"], marks = things["search"].late()
    env.globals.update({name: remembered.asked.thing(name, thing) for name, thing in things.items()})
    overrides = templates_digest(Path(config.theme.custom_dir))
    recipe = key_of(config.extra["recipe"], overrides, repr(sorted(things))).hex()
    return KeptTemplates(env, partial(_rendered, remembered, recipe, Shown(), marks))


def _rendered(remembered, recipe, shown, marks, name, render, context):
    page = context["page"]
    try:
        key = page and key_of("page", recipe, name, *shown(page, context))
    except Opaque:
        key = None
    make = lambda: dense(valid(render()))  # noqa: E731
    html = remembered(key, make) if key else make()
    return reduce(lambda text, mark: text.replace(mark, marks[mark]), marks, html)


@event_priority(-90)  # why: the gate stops what is wrong at -100; what was right is kept
def on_post_build(*, config):
    if remembered := config.extra.get("remembered"):
        remembered.store.save()
