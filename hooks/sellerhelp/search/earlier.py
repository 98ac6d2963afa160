"""What earlier builds found out for the search, in files of one folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from sellerhelp.recipe import code_digest
from sellerhelp.search.analysis import RememberedAnalyser
from sellerhelp.search.counts import RememberedCounts
from sellerhelp.search.cuts import RememberedCuts
from sellerhelp.search.kiwi import KiwiAnalyser
from sellerhelp.search.learnt import RememberedLearnt
from sellerhelp.search.lexicon import Analyser


@dataclass(frozen=True)
class Earlier:
    """Of words: how they are taken apart (analyse), cut, how often they stand where, what was learnt from them."""

    analyse: Analyser
    cuts: RememberedCuts
    counts: RememberedCounts = field(default_factory=RememberedCounts)
    learnt: RememberedLearnt = field(default_factory=RememberedLearnt)


def earlier(cache: Path, goes_on: bool = False) -> Earlier:
    """Returns what is known. goes_on: of an edit of few pages (see the classes)."""
    return Earlier(
        RememberedAnalyser(cache / "words.json", model(), KiwiAnalyser),
        RememberedCuts(cache / "cuts", goes_on),
        RememberedCounts(cache / "counts", code_digest(), goes_on),
        RememberedLearnt(cache / "learnt", code_digest() + model(), goes_on),
    )


def model() -> str:
    """Returns the version of the analyser's words."""
    return version("kiwipiepy_model")
