"""Adapter: builds the search index from the finished pages and gives the theme's dialog our worker."""

from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from sellerhelp.build.switch import cache_folder
from sellerhelp.search.built import STUB


@event_priority(-40)  # why: all page HTML exists, and the letters of the index still reach the font
def on_env(env, *, config, files):
    from sellerhelp.search.collect import documents  # why: an edit reads this file, and makes its index elsewhere
    from sellerhelp.search.site_index import site_index
    from sellerhelp.search.synonyms import PATH

    site = config.extra["site"]
    pages = {file.src_uri: file.page.content or "" for file in files.documentation_pages() if file.page}
    source = files.get_file_from_path(PATH)
    site.sources[f"docs/{PATH}"] = source.content_string if source else "groups: []"
    # Their index is never read: what would gather it takes a second.
    theirs = config.plugins["material/search"].search_index
    theirs.add_entry_from_context, theirs.generate_search_index = lambda page: None, lambda previous: STUB
    if site.is_check:
        return env  # hooks/site_promises.py looks whether what it promises holds
    config.extra["documents"] = found = documents(site, pages, config.extra["by_text"])
    built = site_index(site, found, cache_folder(Path(config.config_file_path).parent, "search"))
    site.problems += built.problems
    for name, text in built.files.items():
        files.append(File.generated(config, built.folder + name, content=text))
    env.globals["search"] = built
    return env
