"""The language check of the gate: a project in, problems out."""

from __future__ import annotations

from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from sellerhelp.gate.project import Project
from sellerhelp.memory import Memory
from sellerhelp.problem import Problem
from sellerhelp.recipe import code_digest
from sellerhelp.search.kiwi import make_joiner, make_reader
from sellerhelp.words.check import check_words
from sellerhelp.words.language import RememberedLanguage
from sellerhelp.words.terms import PATH, Terms, read_terms

if TYPE_CHECKING:
    from sellerhelp.words.near import Synonyms

SYNONYMS = "docs/synonyms.yml"


def check(project: Project) -> list[Problem]:
    """Checks every source of the project that could be read."""
    basis = project.sources.get(PATH, "terms: []")
    terms, problems = read_terms(basis)
    said = project.sources.get(SYNONYMS, "groups: []")
    synonyms = partial(_synonyms, said, terms)
    language = RememberedLanguage(project.cache / "words", version("kiwipiepy_model"), make_reader, make_joiner)
    memory = Memory(None if project.is_part else project.cache / "words" / "files.json", code_digest())
    unread = {problem.path for problem in project.site.problems if problem.rule.startswith("file-")}
    own = {f"docs/{path}" for path in project.site.heads} if project.is_part else project.sources.keys()
    sources = {path: source for path, source in project.sources.items() if path in own and path not in unread}
    try:
        return problems + check_words(sources, terms, synonyms, language, memory, basis + "\0" + said)
    finally:
        language.save()
        memory.save()


def _synonyms(said: str, terms: Terms) -> Synonyms:
    """Reads the synonyms; what is wrong with them is told by the search."""
    from sellerhelp.search.synonyms import read_synonyms  # why: a check of one page compares no questions
    from sellerhelp.words.near import Synonyms

    return Synonyms(read_synonyms(said, SYNONYMS)[0], terms.alike)
