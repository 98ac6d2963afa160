"""Adapter: leaves out of a check what only a published site needs, and out of every build what the last one knew."""

from pathlib import Path

from mkdocs.plugins import event_priority
from sellerhelp.build.by_text import NEVER, ByText
from sellerhelp.build.switch import cache_folder
from sellerhelp.compiled import CompiledTemplates
from sellerhelp.recipe import code_digest


def on_files(files, *, config):
    remembered = config.extra.get("remembered")
    config.extra["by_text"] = ByText(remembered.store) if remembered else NEVER
    return files


@event_priority(-110)  # why: every hook has added its files, and site_report has noted their addresses
def on_env(env, *, config, files):
    env.bytecode_cache = CompiledTemplates(
        cache_folder(Path(config.config_file_path).parent, "theme-templates"), code_digest()
    )
    for file in list(files) if config.extra["site"].is_check else ():
        if not file.is_documentation_page():
            files.remove(file)  # to copy the theme's thousand files would take a second
    return env
