"""Adapter: publishes the style sheet, the font and the scripts under names that carry their hash."""

import re
from functools import partial
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from sellerhelp.build.switch import cache_folder
from sellerhelp.look import FOLDER, make_look
from sellerhelp.theme_style import theme_style
from sellerhelp.type.glyphs import letters
from sellerhelp.type.subset import LICENSE, cached_subset

# What no page shows: wordings that are looked for, the fact base. Questions stand in the pages.
UNSEEN = re.compile(r"(?:synonyms|terms|faq|editions)\.yml$|/_facts/")


@event_priority(-90)  # why: the sources leave the site only after every hook has seen the files
def on_files(files, *, config):
    for file in [file for file in files if file.src_uri.startswith(FOLDER) and file.src_uri.endswith((".css", ".js"))]:
        files.remove(file)
    return files


@event_priority(-50)  # why: all page HTML exists, and what is wrong has not been told yet
def on_env(env, *, config, files):
    folder = (overrides := Path(config.theme.custom_dir)) / FOLDER
    sources = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*s"))}
    # The search knows letters that readers type and no page shows.
    scripts = {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.js")) if path.parent.name != "search"}
    texts = [path.read_text("utf-8") for path in sorted(overrides.rglob("*.html"))]
    config.extra["letters_elsewhere"] = [*scripts.values(), *texts]
    texts += [page.page.content or "" for page in files.documentation_pages() if page.page]
    font = None
    if config.extra["type"] == "subset":
        seen = [text for path, text in config.extra["site"].sources.items() if not UNSEEN.search(path)]
        cache = cache_folder(Path(config.config_file_path).parent, "type")
        font = cached_subset(letters([*scripts.values(), *texts, *seen]), cache)
    installed = next(Path(folder) for folder in config.theme.dirs if Path(folder, "base.html").is_file())
    look = make_look(sources, font, LICENSE.read_bytes(), partial(theme_style, installed, texts, scripts.values()))
    for address, content in look.files.items():
        files.append(File.generated(config, address, content=content))
    env.globals["look"] = look
    config.extra_css.append(look.style)
    script = ExtraScriptValue(look.script)
    script.type = "module"
    config.extra_javascript.append(script)
    return env
