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


def without_spaces(text: str, turn: int = 0) -> str:
    return text.replace(" ", "")


def one_wrong_jamo(text: str, turn: int = 0) -> str:
    """Replaces one jamo by another of its kind; the same text gives the same mistake at the same turn."""
    dice = random.Random(f"{text}{turn or ''}")
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


def english_keys(text: str, turn: int = 0) -> str:
    strokes = "".join(_STROKES.get(letter, letter) for syllable in text for letter in parts(syllable))
    return "".join(_KEY_OF.get(letter, letter) for letter in strokes)


WAYS: dict[str, Callable[[str, int], str]] = {
    "no spaces": without_spaces,
    "one wrong jamo": one_wrong_jamo,
    "English keys": english_keys,
}


# One mistake a query is a matter of luck; the other ways always give the same.
TURNS = {"one wrong jamo": 3}


def perturbed(queries: Sequence[Query], way: Callable[[str, int], str], turns: int = 1) -> list[tuple[Query, Query]]:
    """Returns the well typed queries that a way changes, each with what becomes of it, so many times."""
    found = []
    for one in queries:
        for turn in range(turns if one.right and one.style not in MISTYPED else 0):
            other = Query(way(one.text, turn), one.style, one.right)
            found += [(one, other)] if other.text != one.text else []
    return found
