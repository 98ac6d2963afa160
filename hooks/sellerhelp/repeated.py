"""What a function says of texts, kept from the second time on: of a site's texts most are seen once, and the others often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
_MOST, _MOST_ONCE = 1 << 15, 1 << 17  # texts, and marks of texts that were seen once: about 30 MB


class Repeated(Generic[T]):
    """say: of a text, always the same."""

    def __init__(self, say: Callable[[str], T]):
        self.say = say
        self.known: dict[str, T] = {}
        self._once: set[int] = set()

    def __call__(self, text: str) -> T:
        if text in self.known:
            return self.known[text]
        said, mark = self.say(text), hash(text)
        if mark in self._once:
            if len(self.known) > _MOST:
                self.known.clear()
            self.known[text] = said
        else:
            if len(self._once) > _MOST_ONCE:
                self._once.clear()
            self._once.add(mark)
        return said
