"""Korean particles that fit the word before them: 값을, 날짜를, 3을, 2를."""

from __future__ import annotations

# The last letter of a digit's or Latin letter's Korean name decides: 3 is 삼 (closed), 2 is 이 (open).
_CLOSED = set("013678lmnrLMNR")
_ENDS_IN_RIEUL = set("178lrLR")


def attach(word: str, pair: str, quote: bool = True) -> str:
    """Returns the word with the fitting one of a pair such as "을/를", "이/가", "은/는", "으로/로".

    The form after a closed syllable stands first in the pair. quote: puts ‘’ around the word.
    """
    closed_form, open_form = pair.split("/")
    closed = is_closed(word)
    if pair == "으로/로" and closed and _ends_in_rieul(word):
        closed = False
    shown = f"‘{word}’" if quote else word
    return shown + (closed_form if closed else open_form)


def is_closed(word: str) -> bool:
    """Says whether the last letter or digit of the word is read with a final consonant."""
    last = _last_spoken(word)
    if "가" <= last <= "힣":
        return (ord(last) - 0xAC00) % 28 != 0
    return last in _CLOSED


def _ends_in_rieul(word: str) -> bool:
    last = _last_spoken(word)
    if "가" <= last <= "힣":
        return (ord(last) - 0xAC00) % 28 == 8
    return last in _ENDS_IN_RIEUL


def _last_spoken(word: str) -> str:
    # % is read 퍼센트.
    return next((letter for letter in reversed(word) if letter.isalnum() or letter == "%"), "")
