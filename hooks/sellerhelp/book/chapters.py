"""Chapters as earlier builds read and set them: one edit reads and sets one page, not a hundred."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from sellerhelp.memory import key_of
from sellerhelp.sealed import SealedMemory

Made = TypeVar("Made")
# Takes what is wanted, the path of a chapter, what it is made by besides the chapter and its links, and what makes it;
# may know already what that would return.
Earlier = Callable[[str, str, tuple[str, ...], Callable[[], Any]], Any]


def anew(what: str, path: str, around: tuple[str, ...], make: Callable[[], Made]) -> Made:
    """Knows nothing."""
    return make()


class KnownChapters:
    """recipe: of the code and the typeface. path None: nothing is kept."""

    def __init__(self, path: Path | None = None, recipe: str = ""):
        self.memory, self.recipe = SealedMemory(path), recipe
        self.keys: dict[str, str] = {}
        self._asked: list[str] = []  # keys, since a book was begun

    def read(
        self,
        path: str,
        told: tuple[str, ...],
        files: Mapping[str, bytes],
        make: Callable[[Mapping[str, bytes]], Made],
    ) -> Made:
        """Returns what make(files) returns. path: of the page. told: all that it is made of, but for files.

        files: address -> content; those that were looked at must be as they were.
        """
        key = key_of(self.recipe, "read", path, *told)
        known = self.memory.get(key)
        if known is None or any(_digest(files.get(address)) != digest for address, digest in known[1].items()):
            watched = _Watched(files)
            made = make(watched)
            known = made, watched.asked
            self.memory.keep(key, known)
        self.keys[path] = key_of(key, repr(sorted(known[1].items())))
        return known[0]

    def made(self, what: str, path: str, around: tuple[str, ...], make: Callable[[], Made]) -> Made:
        """Returns what make() returns. what: names it. around: all that it is made of, but for what read() returned."""
        if path not in self.keys:
            return make()
        key = key_of(self.recipe, what, self.keys[path], *around)
        self._asked.append(key)
        known = self.memory.get(key)
        if known is None:
            known = make()
            self.memory.keep(key, known)
        return known

    def book(self, paths: Iterable[str], around: tuple[str, ...], make: Callable[[], Made]) -> Made:
        """Returns what make() returns. paths: of its chapters, in order. around: all else that it is made of.

        A book that is known keeps what its chapters were made to: the next edit wants all of it but one page's.
        """
        keys = [self.keys.get(path) for path in paths]
        if None in keys:
            return make()
        key = key_of(self.recipe, "book", repr(keys), *around)
        known = self.memory.get(key)
        if known is None:
            self._asked = []
            known = make(), self._asked
            self.memory.keep(key, known)
        else:
            self.memory.hold(known[1])
        return known[0]

    def save(self) -> None:
        self.memory.save()


class _Watched(Mapping[str, bytes]):
    """Files, and digests of those that somebody has asked for."""

    def __init__(self, files: Mapping[str, bytes]):
        self.files = files
        self.asked: dict[str, str] = {}

    def __getitem__(self, address: str) -> bytes:
        content = self.files.get(address)
        self.asked[address] = _digest(content)
        if content is None:
            raise KeyError(address)
        return content

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


def _digest(content: Any) -> str:
    return "" if content is None else hashlib.sha256(content).hexdigest()
