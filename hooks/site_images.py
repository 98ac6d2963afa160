"""Adapter: publishes writers' pictures as WebP, too, and lets the pages show them so."""

from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from sellerhelp.build.switch import cache_folder
from sellerhelp.gate.address import split
from sellerhelp.images.lighter import KINDS, SUFFIX, lighter
from sellerhelp.images.markup import with_lighter


@event_priority(-50)  # why: all files are there, and those of the site are not counted yet
def on_env(env, *, config, files):
    cache = cache_folder(Path(config.config_file_path).parent, "images")
    config.extra["lighter"] = set()
    for file in [one for one in files if one.src_uri.lower().endswith(KINDS) and one.src_dir == config.docs_dir]:
        if data := None if config.extra["site"].is_check else lighter(file.content_bytes, cache):
            files.append(File.generated(config, file.src_uri + SUFFIX, content=data))
            config.extra["lighter"].add(file.url)
    return env


def on_post_page(html, *, page, config):
    def lighter_of(source):
        path, mark, rest = source.partition("?") if "?" in source else source.partition("#")
        is_there = (
            ":" not in path
            and not path.startswith("//")
            and split(path, page.url.removeprefix("./"))[0] in config.extra["lighter"]
        )
        return f"{path}{SUFFIX}{mark}{rest}" if is_there else None

    return with_lighter(html, lighter_of)
