"""Adapter: reads the notices, gives the templates their bars and the `/// notices` block its archive."""

from sellerhelp.notices.reader import PATH, read_notices
from sellerhelp.notices.widgets import NoticeWidgets
from sellerhelp.prose.placed import PlacedExtension


def on_config(config):
    extra = config.extra
    extra["notices"] = widgets = NoticeWidgets(extra["sh"].env, extra["site"], [])
    place = PlacedExtension("notices", "sh-notices-block", lambda: widgets.archive(extra["sh"].root))
    config.markdown_extensions.append(place)
    return config


def on_files(files, *, config):
    site = config.extra["site"]
    file = files.get_file_from_path(PATH)
    source = site.sources[f"docs/{PATH}"] = file.content_string if file else ""
    manuals = [manual.folder for manual in site.manuals]
    config.extra["notices"].notices, problems = read_notices(source, f"docs/{PATH}", manuals, site.heads)
    site.problems += problems
    return files


def on_env(env, *, config, files):
    env.globals["notices"] = config.extra["notices"]
    return env
