"""The index of a site, with what earlier builds found out about its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from sellerhelp.recipe import code_digest
from sellerhelp.search.analysis import RememberedAnalyser
from sellerhelp.search.build import BuiltSearch, build_or_recall
from sellerhelp.search.collect import promises
from sellerhelp.search.cuts import RememberedCuts
from sellerhelp.search.documents import Document
from sellerhelp.search.kiwi import KiwiAnalyser
from sellerhelp.search.synonyms import PATH, read_synonyms
from sellerhelp.site import Site


def site_index(site: Site, found: Sequence[Document], cache: Path) -> BuiltSearch:
    """Returns the index with everything that is wrong. found: what can be found. cache: a folder to remember in."""
    pairs, problems = read_synonyms(site.sources[f"docs/{PATH}"], f"docs/{PATH}")
    model = version("kiwipiepy_model")
    analyse, cuts = RememberedAnalyser(cache / "words.json", model, KiwiAnalyser), RememberedCuts(cache / "cuts.json")
    built = build_or_recall(cache / "index.json", code_digest() + model, found, pairs, promises(site), analyse, cuts)
    analyse.save()
    return replace(built, problems=problems + built.problems)
