"""What counts as a letter, and how a text is cut before anything is known about words; text.js is the same."""

from __future__ import annotations

import re
import unicodedata

# No width, no meaning: soft hyphens, joiners, direction marks, byte order marks, variation selectors, tags.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_WIDE = re.compile("[\uff01-\uff5e\u3000]")
_RUN = re.compile(r"[가-힣]+|[ㄱ-ㅎㅏ-ㅣ]+|[a-z]+|[0-9]+(?:[.,][0-9]+)*|[一-鿿]+")
_NOT_SQUEEZED = re.compile(r"[^0-9a-zㄱ-ㅎㅏ-ㅣ가-힣一-鿿]+")
LONGEST_QUERY = 200


def clean(text: str) -> str:
    """Returns a text with composed Hangul, half-width small letters, and nothing invisible.

    Decomposed Hangul (NFD, as macOS makes it) and full-width letters become what a keyboard types.
    """
    # Composed last: what was invisible may have stood between a letter and its parts.
    return unicodedata.normalize("NFC", narrowed(text).lower())


def narrowed(text: str) -> str:
    """Returns a text with half-width letters, small or capital, and nothing invisible."""
    return _WIDE.sub(_narrow, _INVISIBLE.sub("", text))


def _narrow(wide: re.Match[str]) -> str:
    return " " if wide[0] == "\u3000" else chr(ord(wide[0]) - 0xFEE0)


def runs(cleaned: str) -> list[str]:
    """Cuts a cleaned text into runs of Hangul, loose jamo, Latin letters, numbers and Hanja."""
    return _RUN.findall(cleaned)


def squeeze(cleaned: str) -> str:
    """Returns the letters and digits of a cleaned text without what stands between them."""
    return _NOT_SQUEEZED.sub("", cleaned)


def bigrams(cleaned: str) -> list[str]:
    """Returns the pairs of neighbouring letters, across spaces: they forgive wrong spacing."""
    letters = squeeze(cleaned)
    return [letters[at : at + 2] for at in range(len(letters) - 1)]


def is_hangul(run: str) -> bool:
    return "가" <= run[:1] <= "힣"
