"""Questions that ask the same in other words: a reader who finds one of them never sees the other."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from sellerhelp.search.lexicon import Morpheme
from sellerhelp.search.synonyms import Pair
from sellerhelp.search.text import clean, squeeze
from sellerhelp.words.language import Language

# Weighted Jaccard similarity. Among the 89 questions of November 2026 the nearest two reach 0.49.
ALIKE = 0.72
_CLOSE_WORDS = 0.7  # synonyms of at least this weight mean the same here
_LONGEST_PHRASE = 4  # morphemes in a synonym
_MOST_OWNERS = 60  # a word in more questions than this names no candidates: keeps the work linear
_CONTENT = ("NN", "NR", "NP", "VV", "VA", "MAG", "XR", "SL", "SN", "SH")
_EMPTY = {
    "하", "되", "있", "수", "것", "거", "때", "뒤", "후", "만", "안", "경우", "좀", "혹시", "방법", "주", "싶", "이", "그", "저", "제", "나", "안내",
    "궁금",
}  # fmt: skip
_NEGATIONS = {"안", "못", "없", "않", "모르"}
_ASKS = {"언제", "왜", "어디", "누구", "누", "무엇", "뭐", "얼마", "며칠", "어떻", "몇", "어느", "어떤"}
_BOUNDS = {"까지", "부터", "밖에", "마다"}
_MUSTS = {"어야", "아야", "여야"}
NEGATED, MUST = "아니", "해야"
_TURNS = {NEGATED, MUST}


@dataclass(frozen=True)
class Likeness:
    """first, second: the numbers of two questions. shared: what both say, the rarest first. score: 0..1."""

    first: int
    second: int
    score: float
    shared: tuple[str, ...]


class Synonyms:
    """One name for all words of a group: of docs/synonyms.yml, and of `alike` in docs/terms.yml, which goes first."""

    def __init__(self, pairs: Iterable[Pair], alike: Iterable[Sequence[str]] = ()):
        groups: defaultdict[frozenset[str], set[str]] = defaultdict(set)
        for pair in pairs:
            if pair.weight >= _CLOSE_WORDS:
                groups[frozenset((pair.typed, *pair.meant))].add(pair.typed)
        # One-way synonyms have members that do not look back.
        both_ways = [sorted(group) for group, members in groups.items() if members == group]
        alike = list(alike)
        doing = tuple(word for group in alike for word in group if len(word) > 1)
        self.names: dict[str, str] = {}
        for group in alike + [[word for word in group if not _does(word, doing)] for group in sorted(both_ways)]:
            for word in group:
                self.names.setdefault(squeeze(clean(word)), group[0])

    def named(self, forms: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yields the names of words and the words, the longest known phrase first: 반품 + 택배비 is one synonym."""
        at = 0
        while at < len(forms):
            for size in range(min(_LONGEST_PHRASE, len(forms) - at), 0, -1):
                phrase = squeeze(clean("".join(forms[at : at + size])))
                if size == 1 or phrase in self.names:
                    yield self.names.get(phrase, forms[at]), phrase
                    at += size
                    break


def _does(phrase: str, doing: tuple[str, ...]) -> bool:
    """Says whether a phrase tells what is done to something: 송장번호 수정 is a 송장번호 that one may also 고치."""
    bare = squeeze(clean(phrase)).removesuffix("다").removesuffix("기")
    return bare.endswith(doing) and bare not in doing


def meaning(morphemes: Sequence[Morpheme], synonyms: Synonyms) -> dict[str, str]:
    """Returns what a question is about: its content words, by the names of their synonyms, without particles and endings.

    Particles that bound (까지, 부터) and what makes a no of a yes are part of it.
    """
    words = dict(synonyms.named([one.form for one in morphemes if _is_content(one)]))
    return words | {mark: mark for one in morphemes if (mark := _mark(one))} if words else {}


def _is_content(one: Morpheme) -> bool:
    if one.form in _NEGATIONS or one.form in _EMPTY:
        return False
    return one.tag.startswith(_CONTENT) or (one.tag == "MM" and one.form in _ASKS)


def _mark(one: Morpheme) -> str:
    """Returns what a small word changes about the whole question, or ""."""
    if one.form in _NEGATIONS and one.tag.startswith(("MA", "V")):
        return NEGATED
    if one.form in _BOUNDS and one.tag.startswith("J"):
        return one.form
    return MUST if one.form in _MUSTS and one.tag == "EC" else ""


def alike(questions: Sequence[str], synonyms: Synonyms, language: Language) -> list[Likeness]:
    """Returns the pairs of questions that ask the same, by their numbers."""
    meanings = [meaning(language.morphemes(question), synonyms) for question in questions]
    owners: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(meanings):
        for word in sorted(words):
            owners[word].append(number)
    weights = {word: math.log(1 + len(questions) / len(numbers)) for word, numbers in owners.items()}
    totals = [math.fsum(weights[word] for word in words) for words in meanings]
    found = [_likeness(pair, meanings, weights, totals) for pair in sorted(_candidates(owners))]
    return [
        one
        for one in found
        if one.score >= ALIKE and _ask_alike(meanings[one.first].keys(), meanings[one.second].keys())
    ]


def _candidates(owners: Mapping[str, list[int]]) -> set[tuple[int, int]]:
    """Returns the pairs that share a word, and only one that few questions have: at most 60 times their number."""
    return {
        (first, second)
        for numbers in owners.values()
        if len(numbers) <= _MOST_OWNERS
        for at, first in enumerate(numbers)
        for second in numbers[at + 1 :]
    }


def _likeness(
    pair: tuple[int, int], meanings: Sequence[dict[str, str]], weights: Mapping[str, float], totals: Sequence[float]
) -> Likeness:
    """totals: of each question, the weights of its words. Sums are exact: in any order of the words they are the same."""
    first, second = (meanings[number] for number in pair)
    shared = sorted(first.keys() & second.keys(), key=lambda word: (-weights[word], word))
    both = math.fsum(weights[word] for word in shared)
    together = sum(totals[number] for number in pair) - both or 1.0
    return Likeness(*pair, both / together, tuple(first[word] for word in shared))


def _ask_alike(first: Set[str], second: Set[str]) -> bool:
    """Says whether two questions may ask for one thing: 언제 and 왜 do not, nor 해야 하나요 and 해도 되나요."""
    one, other = first & _ASKS, second & _ASKS
    return (not one or not other or bool(one & other)) and first & _TURNS == second & _TURNS
