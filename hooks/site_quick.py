"""Adapter: leaves out of a check what only a published site needs."""

from mkdocs.plugins import event_priority


@event_priority(-110)  # why: every hook has added its files, and site_report has noted their addresses
def on_env(env, *, config, files):
    for file in list(files) if config.extra["site"].is_check else ():
        if not file.is_documentation_page():
            files.remove(file)  # to copy the theme's thousand files would take a second
    return env
