"""The index of a site, with what earlier builds found out about its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from sellerhelp.recipe import code_digest
from sellerhelp.search.analysis import RememberedAnalyser
from sellerhelp.search.build import build, build_or_recall
from sellerhelp.search.built import BuiltSearch
from sellerhelp.search.collect import promises
from sellerhelp.search.counts import RememberedCounts
from sellerhelp.search.cuts import RememberedCuts
from sellerhelp.search.documents import Document
from sellerhelp.search.kiwi import KiwiAnalyser
from sellerhelp.search.synonyms import PATH, known_synonyms
from sellerhelp.site import Site


def site_index(site: Site, found: Sequence[Document], cache: Path, is_kept: bool = True) -> BuiltSearch:
    """Returns the index with everything that is wrong. found: what can be found. cache: a folder to remember in.

    is_kept: whether the index itself is remembered, for a build that has changed no text.
    """
    recipe, name = code_digest(), f"docs/{PATH}"
    pairs, problems = known_synonyms(site.sources[name], name, cache / "synonyms", recipe)
    analyse, *others = earlier(cache)
    given = (found, pairs, promises(site), analyse, *others)
    built = build_or_recall(cache / "index.json", recipe + _model(), *given) if is_kept else build(*given)
    analyse.save()
    return replace(built, problems=problems + built.problems)


def earlier(cache: Path) -> tuple[RememberedAnalyser, RememberedCuts, RememberedCounts]:
    """Returns what earlier builds found out about words, their parts and how often they stand where."""
    return (
        RememberedAnalyser(cache / "words.json", _model(), KiwiAnalyser),
        RememberedCuts(cache / "cuts.json"),
        RememberedCounts(cache / "counts", code_digest()),
    )


def _model() -> str:
    return version("kiwipiepy_model")
