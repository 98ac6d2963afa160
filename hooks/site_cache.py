"""Adapter: takes the text of a page from an earlier build, if all that its Markdown asks has the same answers."""

from functools import partial
from pathlib import Path

import markdown
from mkdocs.plugins import event_priority
from mkdocs.structure import pages as host
from mkdocs.structure.pages import Page
from sellerhelp.build import switch
from sellerhelp.build.extensions import note_questions, printed_parser
from sellerhelp.build.links import NotedFiles, look_up
from sellerhelp.build.one_markdown import OneMarkdown
from sellerhelp.build.recipe import code_recipe
from sellerhelp.build.remembered import Remembered, key_of

# What the host's rendering leaves on a page.
_MADE = ("content", "toc", "_title_from_render", "present_anchor_ids")


@event_priority(-100)  # why: every hook has added its extensions
def on_config(config):
    is_on = switch.is_on() and getattr(host, "markdown", None)
    host.markdown = OneMarkdown() if is_on else markdown
    if is_on:
        root, site = Path(config.config_file_path).parent, config.extra["site"]
        path = switch.cache_folder(root, "build") / "pages.db"
        config.extra["remembered"] = remembered = Remembered.opened(path, lambda: len(site.problems))
        note_questions(config.markdown_extensions, remembered.asked)
        parser = printed_parser(config.markdown_extensions, config.mdx_configs) + repr(config.use_directory_urls)
        config.extra["render"] = partial(_render, remembered, code_recipe(root / "hooks") + parser)
    return config


@event_priority(-100)  # why: the text as the host renders it
def on_page_markdown(text, *, page, config, files):
    if "render" in config.extra:
        page.render = partial(config.extra["render"], page)


def _render(remembered, recipe, page, config, files):
    def make():
        Page.render(page, config, NotedFiles(files, asked_file))
        links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
        return [getattr(page, name) for name in _MADE], links

    asked_file = remembered.asked.way("file", lambda path: look_up(files, path))
    begin = partial(config.extra["sh"].begin_page, page.file.src_uri, config.extra["sh"].root)
    made, links = remembered(key_of("text", recipe, page.file.src_uri, page.url, page.markdown), make, begin)
    vars(page).update(zip(_MADE, made, strict=True))
    page.links_to_anchors = {files.get_file_from_path(path): anchors for path, anchors in links.items()}
