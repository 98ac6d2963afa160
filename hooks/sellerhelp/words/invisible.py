"""Characters that nobody sees, and Hangul in pieces: they look right and are found by no search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NOTHING = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc"
_CONTROLS = "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f"
_BROKEN = "\ufffd\ue000-\uf8ff"  # what a broken file leaves, and letters that only one font knows
_FOUND = re.compile(f"[{_SPACES}]+|[{_NOTHING}{_CONTROLS}{_BROKEN}]")
# Joins the parts of one emoji, or chooses its colours: part of a letter, not between letters.
# What a terminal prints is shown in code, with the wide spaces that push its carets.
_CODE = re.compile(r"^[ \t]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*\1[ \t]*$|\Z)", re.S | re.M)
_WIDE_SPACE = "\u3000"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_EMOJI = re.compile("[\u200d\ufe0f\ufe0e]")
_PIECES = re.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[A-Za-z가-힣][\u0300-\u036f]+")
_NAMES = {
    "\u00a0": "줄바꿈 없는 빈칸(NBSP)", "\u3000": "전각 빈칸", "\u00ad": "숨은 하이픈", "\u200b": "폭 없는 빈칸(ZWSP)",
    "\u200c": "폭 없는 나눔 문자", "\u200d": "폭 없는 붙임 문자", "\u2060": "폭 없는 붙임 문자", "\ufeff": "바이트 순서 표시(BOM)",
    "\u2028": "줄 나눔 문자", "\u2029": "문단 나눔 문자", "\u3164": "한글 채움 문자", "\ufffd": "깨진 글자",
}  # fmt: skip
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Stray:
    """start, end: offsets in the file. name: what it is, in Korean. instead: what belongs there, None if unknown."""

    start: int
    end: int
    name: str
    instead: str | None


def strays(source: str, yaml_end: int) -> Iterator[Stray]:
    """Yields what nobody sees in a whole file. yaml_end: up to there it is YAML, whose reader refuses controls himself."""
    if _WIDE_SPACE in source:
        source = _CODE.sub(lambda code: code[0].replace(_WIDE_SPACE, " "), source)
    for found in _FOUND.finditer(source):
        letters, start = found[0], found.start()
        is_mark_of_file = letters == "\ufeff" and not start
        if is_mark_of_file or (start < yaml_end and _CONTROL.match(letters)) or _joins_emoji(source, start):
            continue
        yield Stray(start, found.end(), name_of(letters[0]), _instead(letters))


def _joins_emoji(source: str, at: int) -> bool:
    """Says whether a letter is part of the emoji before it."""
    return bool(_EMOJI.match(source, at)) and unicodedata.category(source[max(at - 1, 0)]) in ("So", "Sk", "Mn")


def _instead(letters: str) -> str | None:
    if re.match(f"[{_BROKEN}\u2028\u2029]", letters):
        return None
    return " " if re.match(f"[{_SPACES}]", letters) else ""


def name_of(letter: str) -> str:
    """Names an invisible letter for a writer, with its code point."""
    if _DIRECTION.match(letter):
        known = "글 방향 문자"
    elif "\ue000" <= letter <= "\uf8ff":
        known = "글꼴에만 있는 글자"
    else:
        known = _NAMES.get(letter, "보이지 않는 글자")
    return f"{known} U+{ord(letter):04X}"


def pieces(source: str) -> Iterator[Stray]:
    """Yields letters that are written in pieces (NFD), as files from macOS have them."""
    for found in _PIECES.finditer(source):
        whole = unicodedata.normalize("NFC", found[0])
        if whole != found[0]:
            is_hangul = all("가" <= letter <= "힣" for letter in whole)
            yield Stray(found.start(), found.end(), whole, whole if is_hangul else None)
