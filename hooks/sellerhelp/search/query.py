"""What a seller means by what was typed: concepts, pairs of letters, initial consonants; query.js is the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sellerhelp.search.jamo import FIRST
from sellerhelp.search.repair import doubtful_from, repaired, unkeyed
from sellerhelp.search.segmenter import Chunk, segment
from sellerhelp.search.text import LONGEST_QUERY, bigrams, clean, is_hangul, narrowed, runs, squeeze

PAIR = 0.25  # what a pair of letters counts beside a word
REPAIRED = 0.9  # what a repaired word counts; the typed one keeps less
DOUBTED = 0.4
_LOOSE_TAIL = re.compile(r"[ㄱ-ㅎㅏ-ㅣ]+\Z")  # not $: that is also before a last line break, in Python only


Targets = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Synonym:
    """words: as a query is cut. targets: what they may mean, each as words. weight: 0 to 1, in an index up to 2."""

    words: tuple[str, ...]
    targets: Targets
    weight: float


class Store(Protocol):
    """What the index knows; in the browser the answers are loaded before they are asked for."""

    def chunk(self, surface: str) -> Chunk | None: ...
    def has_word(self, word: str) -> bool: ...
    def starting(self, syllable: str) -> Sequence[str]: ...
    def ending(self, syllable: str) -> Sequence[str]: ...
    def synonyms(self, first: str) -> Sequence[Synonym]: ...
    def by_initials(self, consonants: str) -> Sequence[str]: ...


@dataclass(frozen=True)
class Part:
    """A word of a query. has_ways: its synonyms are other ways to say it."""

    word: str
    weight: float
    has_ways: bool = True


@dataclass(frozen=True)
class Concept:
    """Words that say one thing together. phrase: those words, if there are other ways to say all of them at once."""

    parts: tuple[Part, ...]
    phrase: str = ""


@dataclass
class Plan:
    """pairs: two letters -> weight. text: after the keyboard's repair.

    initials: runs of loose consonants, matched against titles; choices: the words that each of them may begin.
    """

    text: str
    concepts: list[Concept] = field(default_factory=list)
    pairs: dict[str, float] = field(default_factory=dict)
    initials: list[str] = field(default_factory=list)
    choices: list[tuple[str, ...]] = field(default_factory=list)

    def add_pairs(self, text: str, weight: float) -> None:
        for pair in bigrams(text):
            self.pairs[pair] = self.pairs.get(pair, 0.0) + weight


def interpret(query: str, store: Store) -> Plan:
    """Reads a query; whatever was typed, there is a plan."""
    text = clean(unkeyed(narrowed(query[:LONGEST_QUERY]), store))
    if consonants := loose_consonants(text):
        return Plan(text, initials=consonants, choices=[tuple(store.by_initials(run)) for run in consonants])
    # A syllable that is still being typed ends in loose jamo: what stands before it already counts.
    text = _LOOSE_TAIL.sub("", text) or text
    plan = Plan(text)
    plan.add_pairs(text, PAIR)
    said: list[Part] = []
    doubted: list[Part] = []
    for run in runs(text):
        _read(run, store, plan, said, doubted)
    plan.concepts = [*concepts(said, store), *(Concept((part,)) for part in doubted)]
    return plan


def _read(run: str, store: Store, plan: Plan, said: list[Part], doubted: list[Part]) -> None:
    if not is_hangul(run):
        said.append(Part(run, 1.0))
        return
    words = segment(run, store.chunk)
    first = doubtful_from(run, store)
    repair = None if first is None else repaired(run, first, store)
    if repair is None:
        said += [Part(word, 1.0) for word in words]
        return
    plan.add_pairs(repair.text, PAIR * REPAIRED)
    said += [Part(word, 1.0 if word in words else REPAIRED) for word in repair.words]
    doubted += [Part(word, DOUBTED, has_ways=False) for word in words if word not in repair.words]


def concepts(said: Sequence[Part], store: Store) -> list[Concept]:
    """Joins the words that a synonym of several words stands for, the longest at each place."""
    words = tuple(one.word for one in said)
    out = []
    at = 0
    while at < len(said):
        size = max((len(one.words) for one in store.synonyms(words[at]) if _stands(one, words, at)), default=1)
        out.append(Concept(tuple(said[at : at + size]), " ".join(words[at : at + size]) if size > 1 else ""))
        at += size
    return out


def _stands(synonym: Synonym, words: tuple[str, ...], at: int) -> bool:
    return words[at : at + len(synonym.words)] == synonym.words


def loose_consonants(text: str) -> list[str]:
    """Returns the runs of a query that is made of first consonants only: ㅂㅅㅂ."""
    found = squeeze(text)
    if not found or any(letter not in FIRST for letter in found):
        return []
    return runs(text)
