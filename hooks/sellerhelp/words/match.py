"""Finds the refused words of the term list in a sentence, by their morphemes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sellerhelp.search.lexicon import Morpheme
from sellerhelp.words.language import Language, Part
from sellerhelp.words.tail import copula_tail, fitting_differs, particle_tail, plain_tail
from sellerhelp.words.terms import Term

_HANGUL = re.compile("[가-힣]*")
# What 하 becomes in a verb: 하, 해, 했, and 치, 케, 타 where it melts with an ending. In Unicode all of ㅊㅋㅌㅍㅎ.
_DOES = "[차-힣]"
_NOUN = ("N", "X", "S", "MAG", "IC", "W")  # Sejong tags that may end a refused noun
_HONOURED = {"님", "분"}
_MANY = "들"
_SUBJECTS = ("이", "가", "이요", "가요")


@dataclass(frozen=True)
class Match:
    """start, end: of what is to be replaced, in the sentence. word: as it was written there, with its tail.

    noun: the refused word alone.
    instead: what may take its place; is_sure: without a person looking at it.
    """

    term: Term
    word: str
    start: int
    end: int
    instead: str
    is_sure: bool
    noun: str = ""


class Finder:
    """A term, ready to be looked for in many sentences."""

    def __init__(self, term: Term, language: Language):
        self.term, self.language = term, language
        stems = [word.removesuffix("다") if term.is_verb else word for word in term.refused]
        # A verb's last syllable changes with its ending (보내 + 었 = 보냈): what stays must be there.
        self.heads = [stem[:-1] if term.is_verb else stem for stem in stems]
        does = [term.is_verb and len(stem) > 1 and stem.endswith("하") for stem in stems]
        self.patterns = [re.escape(head) + _DOES * is_done for head, is_done in zip(self.heads, does, strict=True)]

    @cached_property
    def words(self) -> re.Pattern[str]:
        return re.compile("|".join(self.patterns))

    @cached_property
    def free(self) -> re.Pattern[str]:
        term = self.term
        free = [_loosely(word) for word in term.exceptions]
        free += [re.escape(term.preferred)] if term.preferred and not term.is_verb else []
        return re.compile("|".join(free) or "(?!)")

    def matches(self, text: str) -> Iterator[Match]:
        """Yields where the term stands in a sentence that holds one of its heads; another would be read for nothing."""
        free = [found.span() for found in self.free.finditer(text)]
        is_free = lambda at: any(start <= at < end for start, end in free)  # noqa: E731
        # A noun stands where its letters do: most are parts of words that are right, and nobody need ask.
        if free and not self.term.is_verb and all(is_free(found.start()) for found in self.words.finditer(text)):
            return
        if self.term.is_verb and not self.words.search(text):
            return  # a head without its verb: 클릭 alone, 대상이 beside 상이하다
        found_here = self._verbs if self.term.is_verb else self._nouns
        for match in found_here(text, self.language.morphemes(text)):
            if not is_free(match.start):
                yield match

    def _nouns(self, text: str, morphemes: list[Morpheme]) -> Iterator[Match]:
        starts = {one.start for one in morphemes}
        ends = {one.start + one.length for one in morphemes if one.tag.startswith(_NOUN)}
        for found in self.words.finditer(text):
            start, end = found.span()
            if self.term.by_letters or (start in starts and end in ends and _may_begin(text, start, morphemes)):
                yield _noun_match(self.term, text, start, end, morphemes)

    def _verbs(self, text: str, morphemes: list[Morpheme]) -> Iterator[Match]:
        for at in range(len(morphemes)):
            for stem in self.stems:
                here = morphemes[at : at + len(stem)]
                if [one.form for one in here] == stem and _touch(here):
                    yield self._verb_match(text, here, morphemes[at + len(stem) :])

    def _verb_match(self, text: str, stem: list[Morpheme], following: list[Morpheme]) -> Match:
        start, end = stem[0].start, _end(stem[-1])
        endings: list[Part] = []
        while following and following[0].tag.startswith("E") and following[0].start <= end:
            one = following.pop(0)
            endings.append((one.form, one.tag))
            end = max(end, _end(one))
        instead = self.language.join([*self.preferred, *endings])
        # 더블클릭해 is another word; what shares letters with the ending would be lost.
        is_sure = bool(endings) and not text[start - 1 : start].isalpha() and all(one.start >= end for one in following)
        return Match(self.term, text[start:end], start, end, instead, is_sure)

    @cached_property
    def stems(self) -> list[list[str]]:
        return [[form for form, _ in self._stem(word)] for word in self.term.refused]

    @cached_property
    def preferred(self) -> list[Part]:
        return self._stem(self.term.preferred)

    def _stem(self, word: str) -> list[Part]:
        parts = [(one.form, one.tag) for one in self.language.morphemes(word)]
        return parts[:-1] if parts and parts[-1][0] == "다" else parts


def _may_begin(text: str, start: int, morphemes: list[Morpheme]) -> bool:
    """Says whether a word may begin there: after a space, or after a noun that is one (단골고객, but not 시작일)."""
    before = [one for one in morphemes if _end(one) == start]
    return not text[start - 1 : start].isalpha() or any(one.tag.startswith("N") and one.length > 1 for one in before)


def _noun_match(term: Term, text: str, start: int, end: int, morphemes: list[Morpheme]) -> Match:
    """Writes the preferred noun with what follows the refused one."""
    following = [one for one in morphemes if one.start >= end]
    at, many = end, ""
    while following and following[0].start == at and following[0].form in _HONOURED | {_MANY}:
        if following[0].form == _MANY or not term.plain:
            many += following[0].form
        at = _end(following.pop(0))
    noun = term.preferred + many
    tail = _HANGUL.match(text, at)[0]  # type: ignore[index]
    first = following[0] if following and following[0].start == at else None
    fitted = _fitted(tail, noun, first, term.plain)
    if tail and first is None and fitting_differs(text[end - 1], noun):
        return Match(term, text[start:end], start, end, noun, False, text[start:end])
    is_glued = bool(tail) and (first is None or not first.tag.startswith(("J", "VCP", "XS")))
    is_sure = term.by_letters or not (is_glued or text[start - 1 : start].isalnum())
    if fitted == tail and at == end:
        return Match(term, text[start:end], start, end, noun, is_sure, text[start:end])
    stop = at + len(tail)
    return Match(term, text[start:stop], start, stop, noun + fitted, is_sure, text[start:end])


def _fitted(tail: str, noun: str, first: Morpheme | None, plain: bool) -> str:
    if first is None or not tail:
        return tail
    if first.tag == "VCP":
        return copula_tail(tail, noun, is_merged=not first.length)
    if first.tag.startswith("J"):
        is_subject = first.tag in ("JKS", "JKC") and tail in _SUBJECTS
        made_plain = plain_tail(tail, noun) if plain else tail
        return made_plain if made_plain != tail else particle_tail(tail, noun, is_subject)
    return tail


def _loosely(word: str) -> str:
    """Returns the pattern of a word however it is spaced."""
    return r"\s?".join(map(re.escape, re.sub(r"\s", "", word)))


def _end(one: Morpheme) -> int:
    return one.start + one.length


def _touch(morphemes: list[Morpheme]) -> bool:
    """Says whether the morphemes stand in one word, without a space between them."""
    return all(_end(one) >= other.start for one, other in pairwise(morphemes))
