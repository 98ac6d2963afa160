"""Adapter: builds the search index from the finished pages and gives the theme's dialog our worker."""

from importlib.metadata import version
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from sellerhelp.build.switch import cache_folder
from sellerhelp.recipe import code_digest
from sellerhelp.search.analysis import RememberedAnalyser
from sellerhelp.search.build import STUB, build_or_recall
from sellerhelp.search.collect import documents, promises
from sellerhelp.search.cuts import RememberedCuts
from sellerhelp.search.kiwi import KiwiAnalyser
from sellerhelp.search.synonyms import PATH, read_synonyms


@event_priority(-40)  # why: all page HTML exists, and the letters of the index still reach the font
def on_env(env, *, config, files):
    site = config.extra["site"]
    pages = {file.src_uri: file.page.content or "" for file in files.documentation_pages() if file.page}
    source = files.get_file_from_path(PATH)
    site.sources[f"docs/{PATH}"] = source.content_string if source else "groups: []"
    # Their index is never read: what would gather it takes a second.
    theirs = config.plugins["material/search"].search_index
    theirs.add_entry_from_context, theirs.generate_search_index = lambda page: None, lambda previous: STUB
    if site.is_check:
        return env  # hooks/site_promises.py looks whether what it promises holds
    pairs, problems = read_synonyms(site.sources[f"docs/{PATH}"], f"docs/{PATH}")
    cache = cache_folder(Path(config.config_file_path).parent, "search")
    found = documents(site, pages, config.extra["by_text"])
    model = version("kiwipiepy_model")
    analyse, cuts = RememberedAnalyser(cache / "words.json", model, KiwiAnalyser), RememberedCuts(cache / "cuts.json")
    recipe = code_digest() + model
    built = build_or_recall(cache / "index.json", recipe, found, pairs, promises(site), analyse, cuts)
    analyse.save()
    site.problems += problems + built.problems
    for name, text in built.files.items():
        files.append(File.generated(config, built.folder + name, content=text))
    env.globals["search"] = built
    return env
