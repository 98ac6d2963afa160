"""The whole fact base of a project, and who rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from sellerhelp.facts.fact import Fact
from sellerhelp.facts.reader import read_facts
from sellerhelp.facts.uses import User
from sellerhelp.faq.entry import Entry
from sellerhelp.frontmatter import PageHead
from sellerhelp.glossary.reader import Term
from sellerhelp.problem import Problem
from sellerhelp.yamltext import Place


def read_base(sources: Mapping[str, str]) -> tuple[dict[str, Fact], list[Problem]]:
    """Reads all files of the fact base. sources: path as in problems -> text. Returns the facts by id."""
    facts: dict[str, Fact] = {}
    problems: list[Problem] = []
    for shown, source in sorted(sources.items()):
        found, wrong = read_facts(source, PurePosixPath(shown).stem, shown)
        problems += wrong
        for fact in found:
            facts.setdefault(fact.id, fact)
    return facts, problems


def users_of(heads: Iterable[PageHead], entries: Iterable[Entry], terms: Iterable[Term] = ()) -> list[User]:
    """Returns the pages, questions and words of the glossary as users of facts.

    A question shows the 기준일 of the page that it stands on; it is asked for its own
    only through that page, so it passes with any. The glossary shows one of its own.
    """
    pages = [User(head.title, Place(f"docs/{head.path}", 1, 1), head.as_of, head.facts) for head in heads]
    questions = [User(entry.question, entry.place, "쪽의 기준일", entry.facts) for entry in entries]
    words = [User(term.word, term.place, "용어집의 기준일", term.facts) for term in terms]
    return pages + questions + words
