"""Finds where a text first uses a word of the glossary: 구매확정이, 구매확정되면, but not 자동구매확정 or 정산서 for 정산."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from sellerhelp.glossary.reader import Term

# What may follow a noun and leaves it the same word: particles, the copula, and 하다/되다 with what they become.
_PARTICLES = (
    "은 는 이 가 을 를 과 와 의 에 에서 에게 께 으로 로 도 만 까지 부터 마다 처럼 보다 이나 나 "
    "이란 란 이라 라 이고 고 이며 며 이면 면 이에요 예요 이라면 라면 에는 에도 으로는 로는 에서는 까지는 부터는"
)
_TAIL = rf"(?=(?:(?:{'|'.join(sorted(_PARTICLES.split(), key=len, reverse=True))})|[하되했됐해돼할될한된함됨][가-힣]*)?(?![가-힣A-Za-z0-9]))"


@dataclass(frozen=True)
class Use:
    """start, end: of the word in the text, without what follows it."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True)
class Vocabulary:
    """The words of some terms; made once for all texts of a site."""

    terms: tuple[Term, ...]

    @cached_property
    def _by_word(self) -> dict[str, Term]:
        return {word: term for term in self.terms if not term.is_quiet for word in (term.word, *term.also)}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, sorted(self._by_word, key=len, reverse=True)))
        return re.compile(rf"(?<![가-힣A-Za-z0-9‘“「])(?:{words}){_TAIL}" if words else "(?!)")

    def first_uses(self, text: str, known: Collection[str], most: int) -> list[Use]:
        """Returns the first use of each term in a text, in order, at most so many. known: ids that are passed over."""
        uses: dict[str, Use] = {}
        for found in self._pattern.finditer(text) if most > 0 else ():
            term = self._by_word[found[0]]
            if term.id not in known:
                uses.setdefault(term.id, Use(found.start(), found.end(), term))
        return list(uses.values())[:most]
