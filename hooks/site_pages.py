"""Adapter: takes the HTML of a page from an earlier build, if its text, its head and all that its templates ask are the same."""

from pathlib import Path

from mkdocs.plugins import event_priority
from sellerhelp.build.frame import framed
from sellerhelp.build.recipe import code_recipe, config_recipe


@event_priority(-110)  # why: before any hook has read a file, so that what it holds is no part of the configuration
def on_config(config):
    path = Path(config.config_file_path)
    settings = config_recipe(path.read_text("utf-8"), {**config, **config.extra})
    config.extra["recipe"] = code_recipe(path.parent / "hooks") + settings
    return config


@event_priority(-120)  # why: every hook has given its globals, and nothing is asked before the pages are written
def on_env(env, *, config, files):
    remembered = config.extra.get("remembered")
    return framed(env, remembered, config.extra["recipe"], Path(config.theme.custom_dir)) if remembered else env


@event_priority(-90)  # why: the gate stops what is wrong at -100; what was right is kept
def on_post_build(*, config):
    if remembered := config.extra.get("remembered"):
        remembered.store.save()
