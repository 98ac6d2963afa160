"""Adapter: reads every faq.yml, gives the `/// faq` block its data."""

from pathlib import Path

from mkdocs.plugins import event_priority
from sellerhelp.build.switch import cache_folder
from sellerhelp.faq.answers import render_all
from sellerhelp.faq.block import FaqExtension
from sellerhelp.faq.collection import collect
from sellerhelp.faq.placement import check_page
from sellerhelp.faq.published import PATH, read_published
from sellerhelp.prose.placed import PlacedExtension
from sellerhelp.templates import make_environment
from sellerhelp.widgets import Widgets


def on_config(config):
    site = config.extra["site"]
    folder = cache_folder(Path(config.config_file_path).parent)
    config.extra["sh"] = widgets = Widgets(make_environment(config.theme.dirs, folder), site)
    config.markdown_extensions += [
        FaqExtension(widgets.place_faq),
        PlacedExtension("index", "sh-catalogue", widgets.place_catalogue),
    ]
    return config


def on_files(files, *, config):
    site = config.extra["site"]
    data = [file for file in files if file.src_uri.endswith("/faq.yml") or file.src_uri == PATH]
    for file in data:
        site.sources[f"docs/{file.src_uri}"] = file.content_string
    published = read_published(site.sources.get(f"docs/{PATH}", ""), f"docs/{PATH}")
    sources = {file.src_uri: file.content_string for file in data if file.src_uri != PATH}
    site.collection, problems = collect(sources, [manual.folder for manual in site.manuals], site.heads, published)
    extensions = [name for name in config.markdown_extensions if name != "toc" and not isinstance(name, FaqExtension)]
    site.answers, broken = render_all(site.collection, extensions, config.mdx_configs, site.addresses)
    site.problems += problems + broken
    for path in site.heads:
        site.problems += check_page(site.sources[f"docs/{path}"], f"docs/{path}", site.collection)
    return files


@event_priority(-50)  # why: the last word before the page is parsed: which page the block stands on
def on_page_markdown(markdown, *, page, config, files):
    config.extra["sh"].begin_page(page.file.src_uri, "../" * page.url.removeprefix("./").count("/"))


def on_env(env, *, config, files):
    env.globals["sh"] = config.extra["sh"]
    return env
