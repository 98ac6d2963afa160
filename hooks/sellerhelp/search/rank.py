"""Orders the documents for a plan; rank.js is the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sellerhelp.search.index import Index
from sellerhelp.search.query import Plan, interpret

CONSONANT_TITLES = 1.0


def search(index: Index, query: str, most: int = 50) -> list[tuple[int, float]]:
    """Returns document numbers with their scores, best first, equal ones by number."""
    scores = score(index, interpret(query, index))
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:most]


def score(index: Index, plan: Plan) -> dict[int, float]:
    """Adds up what each term of a plan says about each document."""
    scores: defaultdict[int, float] = defaultdict(float)
    for words, weights in ((index.words, plan.words), (index.pairs, plan.pairs)):
        for term, weight in weights.items():
            _add(scores, words.get(term, {}), weight)
    for weight, alternatives in plan.choices:
        _add(scores, _best_of(index, alternatives), weight)
    for run in plan.initials:
        for at in range(len(run) - 1):
            _add(scores, index.titles.get(run[at : at + 2], {}), CONSONANT_TITLES)
    return dict(scores)


def _add(scores: defaultdict[int, float], postings: Mapping[int, float], weight: float) -> None:
    for document, value in postings.items():
        scores[document] += weight * value


def _best_of(index: Index, alternatives: tuple[tuple[str, ...], ...]) -> dict[int, float]:
    """Returns for each document the alternative that says most about it: synonyms do not add up."""
    best: dict[int, float] = {}
    for words in alternatives:
        total: defaultdict[int, float] = defaultdict(float)
        for word in words:
            _add(total, index.words.get(word, {}), 1.0)
        for document, value in total.items():
            best[document] = max(best.get(document, 0.0), value)
    return best
