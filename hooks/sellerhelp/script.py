"""What the browser gets of a module: its lines as written, without comments and indentation.

A third of our modules is JSDoc, which only readers of the source need; every page would carry it.
Lines stay where they are, so that a place in an error is the place in the source. This is no
minifier: names, statements and strings stay as they are.
"""

from __future__ import annotations

import re

# A block comment that fills whole lines; a type before an expression, with the space after it.
_BLOCKS = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*$", re.S | re.M)
_CASTS = re.compile(r"/\*\* @[^*]*\*/ ?")
# A comment at the end of a line must follow a space and hold no quote: then it is no part of a string.
_LINES = re.compile(r"(?:^|[ \t]+)//(?=\s|$)[^\n\"'`]*$", re.M)
_INDENTS = re.compile(r"^[ \t]+", re.M)


def bare(source: str) -> str:
    """Returns a module with as many lines and fewer letters. Its template literals must not span lines."""
    source = _BLOCKS.sub(lambda found: "\n" * found[0].count("\n"), source)
    source = _CASTS.sub(lambda found: "\n" * found[0].count("\n"), source)
    return _INDENTS.sub("", _LINES.sub("", source))
