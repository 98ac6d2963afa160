"""Adapter: builds the search index from the finished pages and gives the theme's dialog our worker."""

from importlib.metadata import version
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from sellerhelp.search.analysis import RememberedAnalyser
from sellerhelp.search.build import STUB, build
from sellerhelp.search.collect import documents, promises
from sellerhelp.search.cuts import RememberedCuts
from sellerhelp.search.kiwi import KiwiAnalyser
from sellerhelp.search.synonyms import PATH, read_synonyms

CACHE = Path(".cache/search")


@event_priority(-40)  # why: all page HTML exists, and the letters of the index still reach the font
def on_env(env, *, config, files):
    site = config.extra["site"]
    pages = {file.src_uri: file.page.content or "" for file in files.documentation_pages() if file.page}
    source = files.get_file_from_path(PATH)
    site.sources[f"docs/{PATH}"] = source.content_string if source else "groups: []"
    # Their index is never read: what would gather it takes a second.
    config.plugins["material/search"].search_index.add_entry_from_context = lambda page: None
    if site.is_check:
        return env  # hooks/site_promises.py looks whether what it promises holds
    pairs, problems = read_synonyms(site.sources[f"docs/{PATH}"], f"docs/{PATH}")
    cache = Path(config.config_file_path).parent / CACHE
    analyse = RememberedAnalyser(cache / "words.json", version("kiwipiepy_model"), KiwiAnalyser)
    built = build(documents(site, pages), pairs, promises(site), analyse, RememberedCuts(cache / "cuts.json"))
    analyse.save()
    site.problems += problems + built.problems
    for name, text in built.files.items():
        files.append(File.generated(config, built.folder + name, content=text))
    env.globals["search"] = built
    return env


@event_priority(-60)  # why: the search plugin writes its index in this event at 0
def on_post_build(*, config):
    Path(config.site_dir, "search", "search_index.json").write_text(STUB, "utf-8")
