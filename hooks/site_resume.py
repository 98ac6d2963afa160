"""Adapter: keeps what a sound build knows, so that the next one can go on from it (tools/quick_build.py does)."""

import contextlib
import os
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from sellerhelp.problem import errors
from sellerhelp.resume.frozen import Unfit
from sellerhelp.resume.keeping import Host, Keeping

FOLDER = "SELLERHELP_KEEP"  # where to keep it: set by who publishes the site
_BY_NEIGHBOURS, _BY_TEXT = ["previous_page", "next_page"], ["content", "markdown", "render", "toc"]
_NOT_KEPT = [*_BY_NEIGHBOURS, *_BY_TEXT, "links_to_anchors", "present_anchor_ids"]
# A page's title comes from its text as long as that is there.
_LEFT_OUT = {Page: lambda page: dict.fromkeys(_NOT_KEPT) | {"title": page.title}, File: lambda _: {"_content": None}}


@event_priority(100)  # why: before anything is read
def on_pre_build(*, config):
    if os.environ.get(FOLDER):
        config.extra["keeping"] = Keeping(Path(config.config_file_path).parent, dict(config.extra))


def on_nav(nav, *, config, files):
    if keeping := config.extra.get("keeping"):
        keeping.nav = nav
    return nav


@event_priority(-115)  # why: every hook has given its globals, and nobody stands in their place yet
def on_env(env, *, config, files):
    if keeping := config.extra.get("keeping"):
        keeping.know(env.globals, (file.page for file in files.documentation_pages()))
        keeping.files, keeping.env = [file for file in files if not file.src_uri.startswith("search/")], env
    return env


@event_priority(-150)  # why: the site is finished, and nothing was wrong
def on_post_build(*, config):
    keeping = config.extra.get("keeping")
    if keeping and not errors(config.extra["site"].problems):
        kept = {"nav": keeping.nav, "files": keeping.files, "css": config.extra_css, "javascript": config.extra_javascript, "menu": config.nav}  # fmt: skip
        known = {"config": config, "theme": config.theme, "env": keeping.env}
        with contextlib.suppress(*Unfit, OSError):  # a disk that refuses is no mistake of a writer
            keeping.write(Path(os.environ[FOLDER]), config.extra, Host(kept, known, _LEFT_OUT), Path(config.site_dir))
