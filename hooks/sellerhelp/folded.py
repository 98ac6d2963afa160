"""Texts that are seldom looked at, folded small: the finished pages of a large site are half of what a build holds."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, MutableMapping

_QUICK = 1  # the level at which a page is folded in half a millisecond, to an eighth


class Folded(MutableMapping[str, str]):
    """name -> text; each look unfolds it."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> str:
        return zlib.decompress(self._held[name]).decode("utf-8", "surrogatepass")

    def __setitem__(self, name: str, text: str) -> None:
        self._held[name] = zlib.compress(text.encode("utf-8", "surrogatepass"), _QUICK)

    def __delitem__(self, name: str) -> None:
        del self._held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
