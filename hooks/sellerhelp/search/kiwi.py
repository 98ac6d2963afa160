"""The morphological analyser Kiwi (PyPI kiwipiepy): a tool of the build, known to this file only."""

from __future__ import annotations

import unicodedata
from typing import Any

from sellerhelp.search.lexicon import Morpheme

# What melts with the end of a stem: 바꿔, 바꿨, 바꾼, 바꿀, 바꿉니다, 바꿈.
_ENDINGS = (("어", "EC"), ("었", "EP"), ("\u11ab", "ETM"), ("\u11af", "ETM"), ("\u11b8니다", "EF"), ("\u11b7", "ETN"))


class KiwiAnalyser:
    """Loads Kiwi (2 cpu seconds, 330 MB)."""

    def __init__(self) -> None:
        from kiwipiepy import Kiwi

        # Without the dictionary of phrases: half the time to load, and 네이버쇼핑 stays two words.
        self.kiwi = Kiwi(num_workers=1, load_multi_dict=False)

    def __call__(self, word: str) -> list[Morpheme]:
        """Takes one word of Hangul apart."""
        return [one for token in self.kiwi.tokenize(word) for one in morphemes(token, len(word))]

    def forms(self, stem: str, tag: str) -> list[str]:
        """Returns what becomes of a stem before endings that melt with it; of one letter only the past: 켰, 됐.

        Others of one letter (된, 갈, 할) are words of their own as well.
        """
        endings = _ENDINGS if len(stem) > 1 else _ENDINGS[1:2]
        joined = [unicodedata.normalize("NFC", self.kiwi.join([(stem, tag), ending])) for ending in endings]
        return [form[: len(stem)] for form in joined if not form.startswith(stem)]


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
