"""Refused words and ways to address the reader, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sellerhelp.particle import attach
from sellerhelp.words.finding import Finding, found
from sellerhelp.words.language import Language
from sellerhelp.words.match import Finder, Match
from sellerhelp.words.passage import Sentence
from sellerhelp.words.terms import SCOPES, Term, Terms
from sellerhelp.yamltext import Place

_EVERYWHERE = frozenset(kind for kinds in SCOPES.values() for kind in kinds)


class Wording:
    """The term list, ready for many sentences."""

    def __init__(self, terms: Terms, language: Language):
        self.finders = [Finder(term, language) for term in (*terms.terms, *_persons(terms))]
        # One look at the letters spares most sentences 150 others. At each place the longest head is found, which tells
        # those that it begins with, too.
        owners: dict[str, set[int]] = {}
        for number, finder in enumerate(self.finders):
            for head in finder.heads:
                owners.setdefault(head, set()).add(number)
        self.owners = {
            head: set().union(*(of for other, of in owners.items() if head.startswith(other))) for head in owners
        }
        longest = "|".join(re.escape(head) for head in sorted(owners, key=lambda head: (-len(head), head)))
        self.any_head = re.compile(longest or "(?!)")  # jumps from one first letter to the next; a look ahead does not
        self.heads = re.compile(f"(?=({longest}))" if owners else "(?!)")

    def findings(self, sentence: Sentence) -> Iterator[Finding]:
        if not self.any_head.search(sentence.text):
            return
        heads = set(self.heads.findall(sentence.text))
        kind = sentence.passage.kind
        finders = (self.finders[number] for number in sorted(set().union(*(self.owners[head] for head in heads))))
        matches = [one for finder in finders if kind in finder.term.kinds for one in finder.matches(sentence.text)]
        done = 0
        for match in sorted(matches, key=lambda one: (one.start, -one.end)):
            if match.start >= done:  # of two that overlap, the longer one says more
                yield _person(sentence, match) if not match.term.preferred else _term(sentence, match)
                done = match.end


def _persons(terms: Terms) -> list[Term]:
    """Words that address the reader are terms for which there is no other word."""
    words = tuple(sorted(terms.persons, key=lambda word: (-len(word), word)))
    place = Place("", 0, 0)
    return [Term("", words, "", terms.exceptions, _EVERYWHERE, "error", False, False, place)] if words else []


def _term(sentence: Sentence, match: Match) -> Finding:
    term = match.term
    mend = (
        f"{attach(match.instead, '으로/로')} 고치세요."
        if match.instead
        else f"{attach(term.preferred, '을/를')} 쓰세요."
    )
    instead = match.instead if match.is_sure else None
    start, end = match.start, match.end
    if term.by_letters and not term.why:
        text = f"{attach(match.word, '은/는')} 잘못 적은 말이에요."
        return found(sentence, start, end, "words-spelling", text, mend, instead)
    if term.level == "warning":
        text = f"‘{match.word}’보다 나은 말이 있어요. {term.why}".rstrip()
        return found(sentence, start, end, "words-term-mild", text, mend, level="warning")
    text = f"{attach(match.word, '은/는')} 쓰지 않기로 한 말이에요. {term.why}".rstrip()
    return found(sentence, start, end, "words-term", text, mend, instead)


def _person(sentence: Sentence, match: Match) -> Finding:
    text = f"읽는 사람을 {attach(match.noun, '이라고/라고')} 부르고 있어요."
    mend = "부르지 말고 할 일만 적으세요. 예: 송장번호를 확인하세요."
    return found(sentence, match.start, match.end, "words-person", text, mend)
