"""해요체: finds sentence endings of another style, and writes the ending that fits.

Source of the styles: 국립국어원 표준 언어 예절 (하십시오체, 해라체, 해체, 해요체); endings as Kiwi names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sellerhelp.particle import attach
from sellerhelp.search.lexicon import Morpheme
from sellerhelp.words.language import Language, Part
from sellerhelp.words.tail import copula_tail
from sellerhelp.words.traced import LABEL

FORMAL, PLAIN, CASUAL, NOTE = "합니다체", "한다체", "반말", "명사형"
_ASKS_FORMALLY = ("ᆸ니까", "습니까")
_SAYS_FORMALLY = ("ᆸ니다", "습니다")
_ORDERS = ("ᆸ시오", "으십시오", "십시오", "오", "어라", "으라", "라")
_SAYS_PLAINLY = ("다", "ᆫ다", "는다")
_ASKS_CASUALLY = {
    "ᆯ까": "ᆯ까요", "을까": "을까요", "ᆫ가": "ᆫ가요", "은가": "은가요", "는가": "나요", "니": "나요", "냐": "나요",
}  # fmt: skip
_NOUNS = ("ᆷ", "음")
_HONOURS = ("시", "으시")
_CASUAL = {
    "어", "아", "여", "지", "네", "자", "니", "냐", "느냐", "으냐", "군", "구나", "는구나", "ᆯ까", "을까", "ᆫ가", "은가", "는가", "나", "야",
    "어라", "아라", "으라", "라", "거든", "ᆯ래", "을래", "ᆯ게", "을게", "ᆫ데", "는데",
}  # fmt: skip
# Shortened stems that no ending with a vowel follows (표준어 규정 제16항): 갖습니다, but 가져요.
_FULL = {"갖": "가지", "머물": "머무르", "서툴": "서투르", "서둘": "서두르", "내딛": "내디디"}
# The last letter before a mark, a bracket or the end.
_CLOSING = re.compile(r"([가-힣])[’”\]」]*(?=\s*(?:[.?!…()]|$))")
# Nearly all sentences: one predicate, in 해요체.
_PLAINLY_POLITE = re.compile(r"[^.?!…()]*[요죠][.?!]")
_MARKED = re.compile(r"[.?!…][’”)\]」]*\s*$")
_OPEN_OR_NOUN = [ord(letter) - ord("가") for letter in "가갊감"]
_ADJECTIVE = ("VA", "XSA")


@dataclass(frozen=True)
class Ending:
    """start, end: of the last word's changing part in the sentence. instead: the same in 해요체, or "" if not known."""

    style: str
    start: int
    end: int
    instead: str
    is_sure: bool


def may_be_rude(text: str, is_prose: bool) -> bool:
    """Says, from the letters alone, whether a sentence is worth asking the analyser about.

    is_prose: whether its end is marked; a cell or a heading may be a noun that looks like an ending.
    """
    if _PLAINLY_POLITE.fullmatch(text):
        return False
    ends = [found[1] for found in _CLOSING.finditer(text)]
    if is_prose and _MARKED.search(text):
        return any(letter not in "요죠" and _may_end(letter) for letter in ends)
    return any(letter in "다까오" for letter in ends)


def _may_end(letter: str) -> bool:
    """Says whether a syllable may be the last of an ending that rude_endings() knows.

    It is open, or 군, 든, or closes with -ㅁ: 보냄, and 만듦 of a stem with ㄹ.
    """
    return letter in "군든" or (ord(letter) - ord("가")) % 28 in _OPEN_OR_NOUN


def rude_endings(text: str, language: Language) -> Iterator[Ending]:
    """Yields the endings of a sentence that are not 해요체."""
    morphemes = language.morphemes(text)
    for at, one in enumerate(morphemes):
        following = morphemes[at + 1 :]
        if not _is_ending(one, morphemes[:at]) or not _closes(following):
            continue
        style = _style(one, following)
        if style:
            start, instead = _polite(text, morphemes, at, language)
            is_sure = style in (FORMAL, PLAIN) and bool(instead) and "겠" not in text[start : one.start + one.length]
            yield Ending(style, start, one.start + one.length, instead, is_sure)


def _is_ending(one: Morpheme, before: list[Morpheme]) -> bool:
    is_order = one.form == "오" and one.tag == "EC" and bool(before) and before[-1].form in _HONOURS
    return one.tag == "EF" or is_order or (one.tag == "ETN" and one.form in _NOUNS)


def _closes(following: list[Morpheme]) -> bool:
    """Says whether nothing but marks and brackets stands behind an ending."""
    return not following or following[0].tag in ("SF", "SE", "SSO", "SSC")


def _style(one: Morpheme, following: list[Morpheme]) -> str:
    if one.form.endswith(("요", "죠")):
        return ""
    if one.form in _NOUNS:
        return NOTE if following and following[0].tag == "SF" else ""
    if one.form.endswith(("니다", "니까", "ᆸ시오", "십시오", "ᆸ시다", "읍시다", "오", "소")):
        return FORMAL
    if one.form.endswith("다"):
        return PLAIN
    return CASUAL if one.form in _CASUAL else ""


def _polite(text: str, morphemes: list[Morpheme], at: int, language: Language) -> tuple[int, str]:
    """Returns where the last predicate begins and how it is written in 해요체; "" where that is not certain."""
    ending = morphemes[at]
    first = at - 1
    while first >= 0 and morphemes[first].tag == "EP":
        first -= 1
    if first < 0:
        return ending.start, ""
    stem, tenses = morphemes[first], morphemes[first + 1 : at]
    wish = _wish(morphemes, first) if ending.form in _SAYS_FORMALLY else None
    if wish is not None:
        return wish.start, language.join([(wish.form, wish.tag), ("세요", "EF")])
    start = stem.start
    if first and morphemes[first - 1].start + morphemes[first - 1].length > start:
        return start, ""  # the stem shares letters with what stands before it
    if stem.form == "이":
        return start, _copula(text[:start], tenses, ending)
    if stem.tag == "VCN" and not tenses and ending.form in (*_SAYS_FORMALLY, *_SAYS_PLAINLY):
        return start, "아니에요"
    prefix, stem = _inflected(stem)
    parts = _parts(stem, tenses, ending)
    return start, prefix + language.join(parts) if parts and stem.length else ""


def _inflected(stem: Morpheme) -> tuple[str, Morpheme]:
    """Parts what stays of a stem from what an ending changes: 못하 is 못 and 하, which becomes 해."""
    if stem.form.endswith("하") and len(stem.form) > 1:
        return stem.form[:-1], replace(stem, form="하")
    return "", replace(stem, form=_FULL.get(stem.form, stem.form))


def _wish(morphemes: list[Morpheme], first: int) -> Morpheme | None:
    """Returns the verb of 하시기 바랍니다: what is wished of the reader is an order, 하세요."""
    if morphemes[first].form != "바라" or first < 2 or morphemes[first - 1].form != "기":
        return None
    verb = first - 3 if morphemes[first - 2].form in _HONOURS else first - 2
    return morphemes[verb] if verb >= 0 and morphemes[verb].tag.startswith(("VV", "VX", "XSV")) else None


def _parts(stem: Morpheme, tenses: list[Morpheme], ending: Morpheme) -> list[Part]:
    """Returns the morphemes of the polite form; none where the ending has no sure counterpart."""
    is_honoured = bool(tenses) and tenses[-1].form in _HONOURS
    kept: list[Part] = [(stem.form, stem.tag), *((one.form, one.tag) for one in tenses)]
    if ending.form in _ORDERS or (is_honoured and ending.form in _SAYS_FORMALLY):
        return [*(kept[:-1] if is_honoured else kept), ("세요", "EF")]
    if ending.form in _ASKS_FORMALLY:
        is_state = stem.tag.startswith(_ADJECTIVE) and not tenses and stem.form not in ("있", "없")
        return [*kept, ("ᆫ가요" if is_state else "나요", "EF")]
    if ending.form in _ASKS_CASUALLY:
        return [*kept, (_ASKS_CASUALLY[ending.form], "EF")]
    if ending.form in (*_SAYS_FORMALLY, *_SAYS_PLAINLY, "어", "아", "지", "자", "네", "ᆸ시다", "읍시다"):
        return [*kept, ("어요", "EF")]
    return []


def _copula(before: str, tenses: list[Morpheme], ending: Morpheme) -> str:
    """Writes the copula for the noun at the end of `before`; "" behind a label whose last letter is not known."""
    noun = before[-1:]
    if not noun.isalnum() or noun == LABEL:
        return ""
    if ending.form in _ASKS_FORMALLY and not tenses:
        return "인가요"
    if ending.form not in (*_SAYS_FORMALLY, *_SAYS_PLAINLY, "야"):
        return ""
    if tenses:
        return copula_tail("이었어요", noun, is_merged=False) if [one.form for one in tenses] == ["었"] else ""
    return attach(noun, "이에요/예요", quote=False).removeprefix(noun)
