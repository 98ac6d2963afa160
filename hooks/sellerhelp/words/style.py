"""How a sentence is built and typed: its ending, particles, spaces, marks and length."""

from __future__ import annotations

from collections.abc import Iterator

from sellerhelp.particle import attach
from sellerhelp.words.finding import Finding, found
from sellerhelp.words.language import Language
from sellerhelp.words.marks import MOST_LETTERS, MOST_WORDS, doubled_words, exclamations, is_too_long, stray_spaces
from sellerhelp.words.particles import doubled_particles, wrong_copulas
from sellerhelp.words.passage import Passage, Sentence
from sellerhelp.words.polite import CASUAL, NOTE, Ending, may_be_rude, rude_endings
from sellerhelp.words.terms import Terms

_LONG = f"한 문장에 한 가지만 적으세요. {MOST_WORDS}어절, {MOST_LETTERS}자까지가 읽기 좋아요."
_COPULA = "받침이 있으면 ‘이에요’, 없으면 ‘예요’를 적어요."


def sentence_findings(sentence: Sentence, terms: Terms, language: Language) -> Iterator[Finding]:
    """Yields what is wrong with one sentence, apart from its words."""
    text = sentence.text
    if may_be_rude(text, sentence.passage.kind in ("prose", "question")):
        for ending in rude_endings(text, language):
            if ending.style not in (CASUAL, NOTE) or sentence.passage.kind in ("prose", "question"):
                yield _ending(sentence, ending)
    for slip in doubled_particles(text, language):
        told = f"조사가 겹쳤어요: ‘{text[slip.start : slip.end]}’."
        mend = f"{attach(slip.instead, '만/만')} 남기세요." if slip.instead else "하나만 남기세요."
        yield found(sentence, slip.start, slip.end, "words-particle-twice", told, mend, slip.instead or None)
    for slip in wrong_copulas(text, language):
        told = f"{attach(text[slip.start : slip.end], '이/가')} 앞말에 맞지 않아요. {_COPULA}"
        mend = f"{attach(slip.instead, '으로/로')} 고치세요."
        yield found(sentence, slip.start, slip.end, "words-copula", told, mend, slip.instead)
    yield from _typed(sentence, terms)
    if is_too_long(text):
        told = f"문장이 길어요. {len(text.split())}어절, {len(text)}자예요."
        yield found(sentence, 0, len(text), "words-long", told, _LONG, level="warning")


def _ending(sentence: Sentence, ending: Ending) -> Finding:
    old = sentence.text[ending.start : ending.end]
    told = f"{attach(old, '은/는')} {attach(ending.style, '이에요/예요', quote=False)}. 이 도움말은 해요체로 적어요."
    mend = f"{attach(ending.instead, '으로/로')} 고치세요." if ending.instead else "예: 확인해요, 확인하세요"
    if ending.style in (CASUAL, NOTE):
        return found(sentence, ending.start, ending.end, "words-style-casual", told, mend)
    instead = ending.instead if ending.is_sure else None
    return found(sentence, ending.start, ending.end, "words-style", told, mend, instead)


def _typed(sentence: Sentence, terms: Terms) -> Iterator[Finding]:
    text = sentence.text
    for slip in doubled_words(text, terms.repeats):
        told = f"{attach(text[slip.start : slip.end].split()[0], '이/가')} 두 번 이어져요."
        yield found(sentence, slip.start, slip.end, "words-word-twice", told, "하나만 남기세요.", slip.instead)
    for slip in exclamations(text):
        told = "느낌표를 썼어요. 도움말은 차분하게 적어요."
        yield found(sentence, slip.start, slip.end, "words-exclamation", told, "마침표로 끝내세요.", slip.instead)


def space_findings(passage: Passage, source: str) -> Iterator[Finding]:
    """Yields stray spaces of a passage. source: the file, for what was typed between its letters."""
    for slip in stray_spaces(passage.text.text):
        start, end = passage.text.span(slip.start - 1, slip.end + 1)
        if source[start:end] != passage.text.text[slip.start - 1 : slip.end + 1]:
            continue  # markup stood between the spaces
        told = "빈칸이 두 번 이어져요." if slip.instead else "문장 부호 앞에 빈칸이 있어요."
        mend = "한 칸만 남기세요." if slip.instead else "빈칸을 지우세요."
        yield found(passage, slip.start, slip.end, "words-space", told, mend, slip.instead)
