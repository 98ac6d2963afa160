"""The index in memory: what is written to files for the browser, and what the build's own check searches."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sellerhelp.search.counts import KINDS, Counts, RememberedCounts
from sellerhelp.search.cuts import Cutter
from sellerhelp.search.documents import Document
from sellerhelp.search.jamo import initials
from sellerhelp.search.lexicon import Lexicon
from sellerhelp.search.postings import Postings
from sellerhelp.search.query import Synonym
from sellerhelp.search.segmenter import Chunk
from sellerhelp.search.text import is_hangul
from sellerhelp.search.ways import Meaning, Ways
from sellerhelp.search.weights import weigh

_MOST_BY_INITIALS = 12
_COMMON = 0.037  # the share of documents from which on a word is common
_RARE_COUNTS, _COMMON_COUNTS = 1.6, 0.8


@dataclass
class Index:
    """words, ways, pairs, titles: term -> document number -> weight.

    ways: of words that have synonyms, what the best of these says. titles: pairs of
    first consonants. synonym_heads: by the first of their words.
    """

    documents: Sequence[Document]
    lexicon: Lexicon
    words: Postings
    ways: Postings
    pairs: Postings
    titles: Postings
    synonym_heads: Mapping[str, Sequence[Synonym]]

    def __post_init__(self) -> None:
        self.lifted: dict[object, Mapping[int, float]] = {}  # by rank.py, as it is asked

    @cached_property
    def starts(self) -> dict[str, list[str]]:
        return self._by(0)

    @cached_property
    def ends(self) -> dict[str, list[str]]:
        return self._by(-1)

    @cached_property
    def consonants(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word, _ in sorted(self.words.sizes(), key=lambda one: (-one[1], one[0])):
            if len(word) > 1 and is_hangul(word) and len(found[initials(word)]) < _MOST_BY_INITIALS:
                found[initials(word)].append(word)
        return dict(found)

    def _by(self, place: int) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for surface, chunk in sorted(self.lexicon.chunks.items()):
            if chunk.content is not None and len(surface) > 1:
                found[surface[place]].append(surface)
        return dict(found)

    def chunk(self, surface: str) -> Chunk | None:
        return self.lexicon.chunks.get(surface)

    def has_word(self, word: str) -> bool:
        return word in self.words

    def starting(self, syllable: str) -> Sequence[str]:
        return self.starts.get(syllable, ())

    def ending(self, syllable: str) -> Sequence[str]:
        return self.ends.get(syllable, ())

    def synonyms(self, first: str) -> Sequence[Synonym]:
        return self.synonym_heads.get(first, ())

    def by_initials(self, consonants: str) -> Sequence[str]:
        return self.consonants.get(consonants, ())


def strength(typed: Sequence[str], words: Postings, total: int) -> float:
    """Says how much a synonym counts by how rare the typed words are in the documents.

    A word that the site hardly uses is the seller's own: what it may mean counts
    more than it. A word that the site uses everywhere needs no synonym much.
    """
    seen = min((words.size(word) for word in typed), default=0)
    common = min(1.0, math.log(1 + seen) / math.log(2 + total * _COMMON))
    return _RARE_COUNTS + (_COMMON_COUNTS - _RARE_COUNTS) * common


def make_index(
    documents: Sequence[Document],
    cut: Cutter,
    synonyms: Iterable[Synonym] = (),
    counts: Mapping[str, Counts] | None = None,
) -> Index:
    """Weighs all documents. synonyms: cut into words; those that mean nothing that a document says are left out.

    counts: of the documents, when somebody has counted them already.
    """
    counts = counts or RememberedCounts().of(documents)
    words = weigh(counts["runs"].cut(cut.words))
    heads: dict[str, list[Synonym]] = defaultdict(list)
    meanings: dict[str, list[Meaning]] = defaultdict(list)
    for synonym in synonyms:
        targets = tuple(target for target in synonym.targets if all(word in words for word in target))
        if targets:
            weight = synonym.weight * strength(synonym.words, words, len(documents))
            heads[synonym.words[0]].append(replace(synonym, weight=round(weight, 2), targets=targets))
            meanings[" ".join(synonym.words)].append((targets, round(weight, 2)))
    return Index(
        documents=documents,
        lexicon=cut.lexicon,
        words=words,
        ways=Ways(words, len(documents)).of(meanings),
        pairs=weigh(counts["pairs"]),
        titles=weigh(counts["titles"], KINDS["titles"][0]),
        synonym_heads=dict(heads),
    )
