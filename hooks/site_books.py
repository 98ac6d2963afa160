"""Adapter: prints the books from the finished pages and tells the templates where they lie."""

from functools import partial
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from sellerhelp.book.editions import PATH
from sellerhelp.book.offer import Offer
from sellerhelp.build.switch import cache_folder
from sellerhelp.contact.widgets import korean_day

_command = {"name": "build"}


def on_startup(*, command, dirty):
    _command["name"] = command


@event_priority(-80)  # why: all page HTML exists, and what is wrong has not been told yet
def on_env(env, *, config, files):
    site, printed, today = config.extra["site"], [], korean_day(config.extra["site"].moment)
    options, cache = config.extra["books"], cache_folder(Path(config.config_file_path).parent, "book")
    if _command["name"] == "build" and options["print"]:  # a preview prints nothing, and the gate only proofreads
        from sellerhelp.book.bindery import bound  # why: an edit reads this file, and most print nothing
        from sellerhelp.book.contents import Contents

        source = files.get_file_from_path(PATH)
        html = {file.src_uri: file.page.content or "" for file in files.documentation_pages() if file.page}
        others = [file for file in files if file.src_uri not in html and file.src_uri != PATH]
        others = Contents({file.url: partial(getattr, file, "content_bytes") for file in others})
        printed, problems = bound(site, html, others, source.content_string if source else None, options, today, cache)
        site.problems += problems
    for book in printed:
        files.append(File.generated(config, book.address, content=book.data))
    env.globals["books"] = Offer(config.extra["sh"].env, printed, today)
    return env
