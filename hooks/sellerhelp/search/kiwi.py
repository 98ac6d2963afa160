"""The morphological analyser Kiwi (PyPI kiwipiepy): a tool of the build, known to this file only."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any

from sellerhelp.search.lexicon import Morpheme

# What melts with the end of a stem: 바꿔, 바꿨, 바꾼, 바꿀, 바꿉니다, 바꿈.
_ENDINGS = (("어", "EC"), ("었", "EP"), ("\u11ab", "ETM"), ("\u11af", "ETM"), ("\u11b8니다", "EF"), ("\u11b7", "ETN"))


class KiwiAnalyser:
    """Takes words apart and inflects stems, for the search. Loads Kiwi at first (2 cpu seconds, 330 MB)."""

    def __call__(self, word: str) -> list[Morpheme]:
        """Takes one word of Hangul apart."""
        return [one for token in _kiwi().tokenize(word) for one in morphemes(token, len(word))]

    def forms(self, stem: str, tag: str) -> list[str]:
        """Returns what becomes of a stem before endings that melt with it; of one letter only the past: 켰, 됐.

        Others of one letter (된, 갈, 할) are words of their own as well.
        """
        endings = _ENDINGS if len(stem) > 1 else _ENDINGS[1:2]
        joined = [unicodedata.normalize("NFC", _kiwi().join([(stem, tag), ending])) for ending in endings]
        return [form[: len(stem)] for form in joined if not form.startswith(stem)]


def make_reader() -> Callable[[str], list[Morpheme]]:
    """Returns what takes a sentence apart with everything that Kiwi knows of it.

    Other than for the search, tags keep their irregularity (VV-I) and morphemes
    without letters of their own stay, with length 0: they are needed to inflect.
    """
    return lambda text: [Morpheme(one.form, one.tag, one.start, one.len) for one in _kiwi().tokenize(text)]


def make_joiner() -> Callable[[list[tuple[str, str]]], str]:
    """Returns what writes morphemes (form, tag) as one word: 누르/VV + 어요/EF -> 눌러요."""
    return lambda parts: _kiwi().join(parts)


@cache
def _kiwi() -> Any:
    """Loads Kiwi once a process, whoever asks first."""
    from kiwipiepy import Kiwi

    # Without the dictionary of phrases: half the time to load, and 네이버쇼핑 stays two words.
    return Kiwi(num_workers=1, load_multi_dict=False)


def morphemes(token: Any, size: int) -> list[Morpheme]:
    """Reads a token of Kiwi (form, tag, start, len) in a word of that many letters.

    Usually one morpheme. None if it has no letters of its own (the 하 that 달라면
    swallowed); several if the dictionary writes the form with spaces. Irregular
    verbs (VV-I) and regular ones (VV-R) are both verbs.
    """
    start, end = max(token.start, 0), min(token.start + token.len, size)
    if start >= end:
        return []
    tag = token.tag.partition("-")[0]
    return [Morpheme(form, tag, start, end - start) for form in unicodedata.normalize("NFC", token.form).split()]
