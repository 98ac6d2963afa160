"""Korean in Latin letters, for file names and ids that people make up as they write.

The Revised Romanization (Ministry of Culture, 2000) letter by letter, without the changes
of sound between syllables: the same word always gives the same letters.
"""

from __future__ import annotations

import re
import unicodedata

_FIRST = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"]
_MIDDLE = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_LAST = [
    "",
    *[
        "k",
        "k",
        "k",
        "n",
        "n",
        "n",
        "t",
        "l",
        "k",
        "m",
        "l",
        "l",
        "l",
        "p",
        "l",
        "m",
        "p",
        "p",
        "t",
        "t",
        "ng",
        "t",
        "t",
        "k",
        "t",
        "p",
        "t",
    ],
]


def romanised(word: str) -> str:
    """Returns a word in a-z and 0-9; 송장 is songjang. What has no such spelling is left out."""
    spelt = "".join(_letters(letter) for letter in unicodedata.normalize("NFC", word))
    return re.sub(r"[^a-z0-9]", "", spelt.lower())


def slug(text: str, longest: int = 40) -> str:
    """Returns a title as words joined by hyphens, cut at a word; "" when nothing could be spelt."""
    words = [romanised(word) for word in re.findall(r"[^\W_]+", text)]
    name = ""
    for word in filter(None, words):
        if len(name) + len(word) + 1 > longest and name:
            break
        name = f"{name}-{word}" if name else word[:longest]
    return name


def _letters(letter: str) -> str:
    if not "가" <= letter <= "힣":
        return letter
    first, rest = divmod(ord(letter) - 0xAC00, 588)
    middle, last = divmod(rest, 28)
    return _FIRST[first] + _MIDDLE[middle] + _LAST[last]
