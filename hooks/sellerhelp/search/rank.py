"""Orders the documents for a plan; rank.js is the same.

What a term or a concept says about a document is lifted: the root of its weight
times the greatest weight that any document has. So a document that speaks of all
that was asked comes before one that repeats a part of it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from heapq import nsmallest

from sellerhelp.search.index import Index
from sellerhelp.search.query import Concept, Part, Plan, interpret

CONSONANT_TITLES = 1.0
PHRASE = 1.2  # what a synonym of several words counts beside those words

Values = Mapping[int, float]


def search(index: Index, query: str, most: int = 50) -> list[tuple[int, float]]:
    """Returns document numbers with their scores, best first, equal ones by number."""
    scores = score(index, interpret(query, index))
    return nsmallest(most, scores.items(), key=lambda item: (-item[1], item[0]))


def score(index: Index, plan: Plan) -> dict[int, float]:
    """Adds up what each concept and pair of letters says about each document."""
    scores: defaultdict[int, float] = defaultdict(float)
    for concept in plan.concepts:
        _add(scores, _concept(index, concept), 1.0)
    for pair, weight in plan.pairs.items():
        _add(scores, _once(index, pair, lambda pair=pair: index.pairs.get(pair, {})), weight)
    for words in plan.choices:
        _add(scores, lifted(_best_word(index, words)), 1.0)
    for run in plan.initials:
        for at in range(len(run) - 1):
            _add(scores, lifted(index.titles.get(run[at : at + 2], {})), CONSONANT_TITLES)
    return dict(scores)


def lifted(values: Values) -> dict[int, float]:
    """Returns the roots of the values times the greatest of them."""
    most = max(values.values(), default=0.0)
    return {document: math.sqrt(most * value) for document, value in values.items()}


def _once(index: Index, key: str | Part, values: Callable[[], Values]) -> Values:
    """Lifts the values of a pair of letters or a part once: hundreds of promises ask for the same ones."""
    if key not in index.lifted:
        index.lifted[key] = lifted(values())
    return index.lifted[key]


def _concept(index: Index, concept: Concept) -> dict[int, float]:
    total: defaultdict[int, float] = defaultdict(float)
    for part in concept.parts:
        _add(total, _once(index, part, lambda part=part: _part(index, part)), 1.0)
    for document, value in lifted(index.ways.get(concept.phrase, {})).items():
        total[document] = max(total[document], PHRASE * value)
    return dict(total)


def _part(index: Index, part: Part) -> dict[int, float]:
    """Returns for each document the word or the synonym of it that says most: they do not add up."""
    best = {document: part.weight * value for document, value in index.words.get(part.word, {}).items()}
    for document, value in index.ways.get(part.word, {}).items() if part.has_ways else ():
        best[document] = max(best.get(document, 0.0), value)
    return best


def _best_word(index: Index, words: tuple[str, ...]) -> dict[int, float]:
    best: dict[int, float] = {}
    for word in words:
        for document, value in index.words.get(word, {}).items():
            best[document] = max(best.get(document, 0.0), value)
    return best


def _add(scores: defaultdict[int, float], values: Values, weight: float) -> None:
    for document, value in values.items():
        scores[document] += weight * value
