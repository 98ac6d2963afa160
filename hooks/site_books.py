"""Adapter: prints the books from the finished pages and tells the templates where they lie."""

from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from sellerhelp.book.editions import PATH, keep_record, read_edition
from sellerhelp.book.emit_book import Press
from sellerhelp.book.library import Pages, write_manuscripts
from sellerhelp.book.offer import Offer
from sellerhelp.book.paper import PAPERS
from sellerhelp.build.switch import cache_folder
from sellerhelp.contact.widgets import korean_day
from sellerhelp.problem import errors

_command = {"name": "build"}


def on_startup(*, command, dirty):
    _command["name"] = command


@event_priority(-80)  # why: all page HTML exists, and what is wrong has not been told yet
def on_env(env, *, config, files):
    site, printed, today = config.extra["site"], [], korean_day(config.extra["site"].moment)
    options, cache = config.extra["books"], cache_folder(Path(config.config_file_path).parent, "book")
    if _command["name"] == "build" and options["print"]:  # a preview prints nothing, and the gate only proofreads
        from sellerhelp.book.shelf import print_books  # why: the press takes long to load

        source = files.get_file_from_path(PATH)
        edition, wrong = read_edition(source.content_string if source else None)
        press = Press(PAPERS[options["paper"]], options["bleed"], today, config.site_url or "", edition)
        html = {file.src_uri: file.page.content or "" for file in files.documentation_pages() if file.page}
        others = {file.url: file.content_bytes for file in files if file.src_uri not in html and file.src_uri != PATH}
        manuscripts, chapters, found = write_manuscripts(
            site.manuals, Pages(html, site.addresses, others, site.sources, site.heads, site.plain), press
        )
        site.problems += wrong + [
            problem for problem in found if problem.rule != "book-link"
        ]  # why: site_report tells it
        if not errors(site.problems):
            keep_record(cache, today, chapters)
            printed, said = print_books(manuscripts, cache, site.moment, options["bleed"])
            site.problems += said
    for book in printed:
        files.append(File.generated(config, book.address, content=book.data))
    env.globals["books"] = Offer(config.extra["sh"].env, printed, today)
    return env
