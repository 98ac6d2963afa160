"""Korean words that do not break, at no cost: the press sees other characters than the reader.

Typst breaks a line between any two syllables of Hangul (UAX 14, LB31) and knows no
`word-break: keep-all`. A box around each word works, at three times the time, memory and bytes.
Here each syllable is held, for the press only, in a plane without characters, where it has the
line breaking class AL of a Latin letter: words, digits with their units and particles behind
quotes and brackets stay whole by the standard's own rules. The book's face has the same glyphs
at both places (face), and in the finished file every text is released again (pack). Nothing
invisible is added: U+2060 would stay in what readers copy and search. A space that does not end a
line is held in the same way: U+00A0 would be copied as such.

A second empty plane holds letters with room behind them: what frames a label needs air before the
particle, and a gap of a tenth of an em between two glyphs is copied as a space.
"""

from __future__ import annotations

FIRST, LAST = 0xAC00, 0xD7A3  # the Hangul syllables
# Plane 4 is unassigned as a whole; unassigned is XX, resolved to AL (UAX 14, LB1). Private use would
# behave the same, but PDF/A-2a refuses it.
PLANE = 0x40000

_HELD = {code: PLANE + code - FIRST for code in range(FIRST, LAST + 1)}
# A space at which no line ends; who writes for the press sets it.
TIE = chr(PLANE + LAST - FIRST + 1)
# Letters with room behind them, at the same place in another plane. ROOM: in thousandths of the size.
ROOMY, ROOM = 0x50000, 330
ROOMY_LETTERS = (*range(0x21, 0x7F), *range(FIRST, LAST + 1))
_ROOMY = {code: ROOMY + code for code in ROOMY_LETTERS}
_RELEASED = {held: code for table in (_HELD, _ROOMY) for code, held in table.items()} | {ord(TIE): ord(" ")}


def hold(text: str) -> str:
    """Returns the text as the press must see it."""
    return text.translate(_HELD)


def release(text: str) -> str:
    """Returns the text as readers must find it; hold() undone."""
    return text.translate(_RELEASED)


def roomy(letter: str) -> str:
    """Returns a letter that has room behind it; one that has no such glyph as it is."""
    return letter.translate(_ROOMY)


def is_held(text: str) -> bool:
    """Says whether any letter or space of the text is still held."""
    return any(ord(letter) in _RELEASED for letter in text)
