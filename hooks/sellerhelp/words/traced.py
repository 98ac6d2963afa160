"""A text that knows where each of its letters was typed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|\r|\n")
_INDENT = re.compile(r"\s*")
_LONGEST_ESCAPE = 11  # \U0001f4e6 and the letter behind it
# What stands for a label of the screen: an ordinary Latin letter, so that the
# analyser reads the particle behind it (behind ■ it took 을 for a noun).
LABEL = "X"


@dataclass(slots=True)  # not frozen: a hundred thousand are made in a check, and frozen ones take twice as long
class Traced:
    """text: what is read. at: for each letter of it, its offset in the source file."""

    text: str
    at: Sequence[int]

    def __getitem__(self, span: slice) -> Traced:
        return Traced(self.text[span], self.at[span])

    def strip(self) -> Traced:
        if not (self.text[:1].isspace() or self.text[-1:].isspace()):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(len(self.text.rstrip()), start)]

    def sub(self, pattern: re.Pattern[str], kept: Callable[[re.Match[str]], tuple[int, int] | str]) -> Traced:
        """Replaces what the pattern finds by a part of it (start, end in this text) or by letters that stand for it."""
        pieces, done = [], 0
        for found in pattern.finditer(self.text):
            part = kept(found)
            pieces.append(self[done : found.start()])
            if isinstance(part, str):
                pieces.append(Traced(part, [self.at[found.start()]] * len(part)))
            else:
                pieces.append(self[part[0] : part[1]])
            done = found.end()
        return joined([*pieces, self[done:]]) if pieces else self

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Returns where a part of the text (not empty) was typed: offsets of the file, end exclusive."""
        return self.at[start], self.at[end - 1] + 1


def whole(source: str) -> Traced:
    """Returns a source file as it stands."""
    return Traced(source, range(len(source)))


def joined(pieces: Iterable[Traced], between: str = "") -> Traced:
    """Joins texts; what is put between them stands where the next one begins."""
    text, at = [], []
    for piece in pieces:
        if text and piece.text and between:
            text.append(between)
            at += [piece.at[0]] * len(between)
        text.append(piece.text)
        at += piece.at
    return Traced("".join(text), at)


def aligned(value: str, raw: str, start: int) -> Traced:
    """Finds each letter of a YAML value in the text it was typed as.

    raw: from the value's place on, with quotes, `|` and indentation. start: the offset of raw.
    A value keeps the order of what was typed, so one walk over both is enough; a
    letter that was typed as an escape is placed where the walk stands.
    """
    begin = _content(raw)
    # Most values stand in one line as they are.
    if "\n" not in value and raw.startswith(value, begin):
        return Traced(value, range(start + begin, start + begin + len(value)))
    if raw[:1] == "|" and (places := _literal(value, raw, start)) is not None:
        return Traced(value, places)
    at, here, last = [], begin, max(len(raw) - 1, 0)
    for letter in value:
        if not letter.isspace():
            here = _INDENT.match(raw, here).end()  # type: ignore[union-attr]
            found = raw.find(letter, here, here + _LONGEST_ESCAPE)
            here = max(found, here)
        at.append(start + min(here, last))
        here += raw[here : here + 1] == letter or (letter.isspace() and raw[here : here + 1].isspace())
    return Traced(value, at)


def _literal(value: str, raw: str, start: int) -> list[int] | None:
    """Finds a literal block line by line: each is what its line in the file ends with; None where one is not."""
    at: list[int] = []
    here = _content(raw)
    for line in value.removesuffix("\n").split("\n"):
        end = raw.find("\n", here)
        end = len(raw) if end < 0 else end
        begin = end - len(line)
        if begin < here or not raw.startswith(line, begin) or raw[here:begin].strip(" "):
            return None
        at += range(start + begin, start + end + 1)
        here = end + 1
    at = at[: len(value)]
    is_whole = len(at) == len(value) and not (at and at[-1] >= start + len(raw))
    return at if is_whole else None


def _content(raw: str) -> int:
    """Returns where the content of a scalar begins: behind its quote, or below its | or >."""
    if raw[:1] in ("|", ">"):
        return raw.find("\n") + 1
    return 1 if raw[:1] in ("'", '"') else 0


class Lines:
    """The lines of a file: an offset becomes a line and a column, both 1-based, and back."""

    def __init__(self, source: str):
        self.starts = [0, *(found.end() for found in _BREAK.finditer(source))]

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        return self.starts[min(line, len(self.starts)) - 1] + column - 1
