"""The index of a site, with what earlier builds found out about its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sellerhelp.recipe import code_digest
from sellerhelp.search.build import build, build_or_recall
from sellerhelp.search.built import BuiltSearch
from sellerhelp.search.collect import promises
from sellerhelp.search.documents import Document
from sellerhelp.search.earlier import earlier, model
from sellerhelp.search.synonyms import PATH, known_synonyms
from sellerhelp.site import Site


def site_index(site: Site, found: Sequence[Document], cache: Path, goes_on: bool = False) -> BuiltSearch:
    """Returns the index with everything that is wrong. found: what can be found. cache: a folder to remember in.

    goes_on: after an edit of few pages. Otherwise the index is remembered, for a build that has changed no text.
    """
    recipe, name = code_digest(), f"docs/{PATH}"
    pairs, problems = known_synonyms(site.sources[name], name, cache / "synonyms", recipe)
    known = earlier(cache, goes_on)
    given = (found, pairs, promises(site), known)
    built = build(*given) if goes_on else build_or_recall(cache / "index.json", recipe + model(), *given)
    known.analyse.save(is_whole=not goes_on)
    return replace(built, problems=problems + built.problems)
