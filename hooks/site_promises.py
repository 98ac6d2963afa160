"""Adapter: for the gate, whether searches keep their promises; found out while the pages are written."""

from pathlib import Path

from mkdocs.plugins import event_priority
from sellerhelp.aside import begin
from sellerhelp.build.switch import cache_folder
from sellerhelp.memory import Memory
from sellerhelp.problem import Problem
from sellerhelp.recipe import code_digest
from sellerhelp.search.built import FOLDER, BuiltSearch


@event_priority(-40)  # why: all page HTML exists
def on_env(env, *, config, files):
    site = config.extra["site"]
    if site.is_check:
        pages = {file.src_uri: file.page.content or "" for file in files.documentation_pages() if file.page}
        folder = cache_folder(Path(config.config_file_path).parent, "search")
        config.extra["promises"] = begin(lambda: _broken(site, pages, folder))
        env.globals["search"] = BuiltSearch(f"{FOLDER}/", {}, [])
    return env


def _broken(site, pages, folder):
    from sellerhelp.search.build import rehearse  # why: only a check needs them, and every edit reads this file
    from sellerhelp.search.collect import documents, promises
    from sellerhelp.search.earlier import earlier
    from sellerhelp.search.synonyms import PATH, read_synonyms

    pairs, problems = read_synonyms(site.sources[f"docs/{PATH}"], f"docs/{PATH}")
    memory = Memory(folder / "promises.json", code_digest())
    known = earlier(folder)
    found = rehearse(documents(site, pages), pairs, promises(site), known, memory)
    memory.save()
    known.analyse.save()
    return [problem.as_row() for problem in problems + found]


@event_priority(-60)  # why: the gate tells at -100 what is wrong
def on_post_build(*, config):
    if wait := config.extra.get("promises"):
        config.extra["site"].problems += [Problem.from_row(row) for row in wait()]
