"""Adapter: reads the fact base, and checks that pages and questions rest on facts that are there."""

from sellerhelp.facts.base import read_base, users_of
from sellerhelp.facts.fact import FOLDER
from sellerhelp.facts.uses import use_problems


def on_files(files, *, config):
    site = config.extra["site"]
    sources = {f"docs/{file.src_uri}": file.content_string for file in files if file.src_uri.startswith(FOLDER + "/")}
    site.notes.update(sources)
    facts, problems = read_base(sources)
    site.problems += problems + use_problems(
        users_of(site.heads.values(), site.collection.entries, config.extra["glossary"].terms), facts
    )
    return files
