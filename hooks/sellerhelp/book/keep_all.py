"""Korean words that do not break, at no cost: the press sees other characters than the reader.

Typst breaks a line between any two syllables of Hangul (UAX 14, LB31) and knows no
`word-break: keep-all`. A box around each word works, at three times the time, memory and bytes.
Here each syllable is held, for the press only, in a plane without characters, where it has the
line breaking class AL of a Latin letter: words, digits with their units and particles behind
quotes and brackets stay whole by the standard's own rules. The book's face has the same glyphs
at both places (face), and in the finished file every text is released again (pack). Nothing
invisible is added: U+2060 would stay in what readers copy and search. A space that does not end a
line is held in the same way: U+00A0 would be copied as such.
"""

from __future__ import annotations

FIRST, LAST = 0xAC00, 0xD7A3  # the Hangul syllables
# Plane 4 is unassigned as a whole; unassigned is XX, resolved to AL (UAX 14, LB1). Private use would
# behave the same, but PDF/A-2a refuses it.
PLANE = 0x40000

_HELD = {code: PLANE + code - FIRST for code in range(FIRST, LAST + 1)}
# A space at which no line ends; who writes for the press sets it.
TIE = chr(PLANE + LAST - FIRST + 1)
_RELEASED = {held: code for code, held in _HELD.items()} | {ord(TIE): ord(" ")}


def hold(text: str) -> str:
    """Returns the text as the press must see it."""
    return text.translate(_HELD)


def release(text: str) -> str:
    """Returns the text as readers must find it; hold() undone."""
    return text.translate(_RELEASED)


def is_held(text: str) -> bool:
    """Says whether any syllable or space of the text is still held."""
    return any(PLANE <= ord(letter) <= ord(TIE) for letter in text)
