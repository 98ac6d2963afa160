"""Letters that Korean Excel loses when it saves CSV the old way (CP949): each becomes a question mark."""

from __future__ import annotations

from difflib import SequenceMatcher

from sellerhelp.sheets.columns import Value

_OLD = "cp949"


def as_saved(text: str) -> str:
    """Returns a text as such a file holds it, letter for letter."""
    return "".join(letter if _is_kept(letter) else "?" for letter in text)


def restored(value: Value, now: Value) -> Value:
    """Gives a cell the lost letters back, where the text around them is still the one that faq.yml holds.

    A cell that has any letter which such a file cannot hold has lost none.
    """
    if isinstance(value, str) and isinstance(now, str):
        return _restored(value, now)
    if isinstance(value, tuple) and isinstance(now, tuple):
        known = {as_saved(text): text for text in now}
        return tuple(known.get(text, text) for text in value)
    return value


def _restored(text: str, now: str) -> str:
    saved = as_saved(now)
    if saved == now or as_saved(text) != text:
        return text
    if text == saved:
        return now
    letters = list(text)
    for mine, theirs, length in SequenceMatcher(None, saved, text, autojunk=False).get_matching_blocks():
        letters[theirs : theirs + length] = now[mine : mine + length]
    return "".join(letters)


def _is_kept(letter: str) -> bool:
    try:
        letter.encode(_OLD)
    except UnicodeEncodeError:
        return False
    return True
