"""The same queries as hasty fingers type them: without spaces, with one wrong jamo, with the keyboard left in English."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from sellerhelp.search.jamo import FIRST, JOINED, KEYS, LAST, MIDDLE, is_syllable, parts

from tests.bench.corpus import Query

# Styles whose queries are mistyped as they stand.
MISTYPED = {"typo", "nospace", "englishkeys", "choseong"}
_STROKES = {joined: pair for pair, joined in JOINED.items()}
_KEY_OF = {letter: key for key, letter in KEYS.items() if key.islower()}
_KEY_OF |= {letter: key for key, letter in KEYS.items() if letter not in _KEY_OF}


def without_spaces(text: str) -> str:
    return text.replace(" ", "")


def one_wrong_jamo(text: str) -> str:
    """Replaces one jamo by another of its kind; the same text gives the same mistake."""
    dice = random.Random(text)
    places = [at for at, letter in enumerate(text) if is_syllable(letter)]
    if not places:
        return text
    at = dice.choice(places)
    letters = list(parts(text[at]))
    which = dice.randrange(len(letters))
    kind = (FIRST, MIDDLE, LAST.strip())[which]
    letters[which] = dice.choice([other for other in kind if other != letters[which]])
    code = FIRST.index(letters[0]) * 588 + MIDDLE.index(letters[1]) * 28 + LAST.index("".join(letters[2:]) or " ")
    return text[:at] + chr(0xAC00 + code) + text[at + 1 :]


def english_keys(text: str) -> str:
    strokes = "".join(_STROKES.get(letter, letter) for syllable in text for letter in parts(syllable))
    return "".join(_KEY_OF.get(letter, letter) for letter in strokes)


WAYS: dict[str, Callable[[str], str]] = {
    "no spaces": without_spaces,
    "one wrong jamo": one_wrong_jamo,
    "English keys": english_keys,
}


def perturbed(queries: Sequence[Query], way: Callable[[str], str]) -> list[tuple[Query, Query]]:
    """Returns the well typed queries that a way changes, each with what becomes of it."""
    pairs = [(one, Query(way(one.text), one.style, one.right)) for one in queries if one.style not in MISTYPED]
    return [(one, other) for one, other in pairs if one.right and other.text != one.text]
