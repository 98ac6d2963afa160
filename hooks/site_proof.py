"""Adapter: for the gate, what is wrong with the books, without printing them."""

from functools import partial
from pathlib import Path

from mkdocs.plugins import event_priority
from sellerhelp.book.offer import Offer
from sellerhelp.build.switch import cache_folder
from sellerhelp.contact.widgets import korean_day
from sellerhelp.memory import Memory
from sellerhelp.recipe import code_digest


@event_priority(-80)  # why: all page HTML exists, and what is wrong has not been told yet
def on_env(env, *, config, files):
    site, today = config.extra["site"], korean_day(config.extra["site"].moment)
    if not site.is_check:
        return env
    from sellerhelp.book.contents import Contents  # why: only a check needs them, and every edit reads this file
    from sellerhelp.book.editions import PATH, read_edition
    from sellerhelp.book.emit_book import Press
    from sellerhelp.book.library import Pages
    from sellerhelp.book.paper import PAPERS
    from sellerhelp.book.proof import promised_books, proofread

    memory = Memory(cache_folder(Path(config.config_file_path).parent, "book") / "proof.json", code_digest())
    source = files.get_file_from_path(PATH)
    edition, problems = read_edition(source.content_string if source else None)
    press = Press(PAPERS[config.extra["books"]["paper"]], False, today, config.site_url or "", edition)
    html = {file.src_uri: file.page.content or "" for file in files.documentation_pages() if file.page}
    others = [file for file in files if file.src_uri not in html and file.src_uri != PATH]
    contents = Contents({file.url: partial(getattr, file, "content_bytes") for file in others})
    found = proofread(
        site.manuals, Pages(html, site.addresses, contents, site.sources, site.heads, site.plain), press, memory
    )
    site.problems += problems + [problem for problem in found if problem.rule != "book-link"]  # why: links tells it
    memory.save()
    books = promised_books(site.manuals)
    site.files |= {book.address for book in books}
    env.globals["books"] = Offer(config.extra["sh"].env, books, today)
    return env
