"""The morphological analyser Kiwi (PyPI kiwipiepy): a tool of the build, known to this file only."""

from __future__ import annotations

import unicodedata
from typing import Any

from sellerhelp.search.lexicon import Analyse, Morpheme


def make_analyser() -> Analyse:
    """Loads Kiwi (2 cpu seconds, 330 MB) and returns what takes one word of Hangul apart."""
    from kiwipiepy import Kiwi

    # Without the dictionary of phrases: half the time to load, and 네이버쇼핑 stays two words.
    kiwi = Kiwi(num_workers=1, load_multi_dict=False)
    return lambda word: [one for token in kiwi.tokenize(word) for one in morphemes(token, len(word))]


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
