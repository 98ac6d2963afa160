"""Takes what an earlier build made, if every question of that time has the same answer now; else makes it."""

from __future__ import annotations

import contextlib
import hashlib
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sellerhelp.build.asked import Asked
from sellerhelp.build.store import Store


class Remembered:
    """troubles: how much is wrong so far; what adds to it is not kept, so that every build says it."""

    def __init__(self, store: Store, asked: Asked, troubles: Callable[[], int]):
        self.store, self.asked, self.troubles = store, asked, troubles
        self.taken = self.made = 0

    @classmethod
    def opened(cls, path: Path, troubles: Callable[[], int]) -> Remembered:
        """Opens the file of one build's memory."""
        return cls(Store(path), Asked(), troubles)

    def __call__(self, key: bytes, make: Callable[[], Any], begin: Callable[[], None] = lambda: None) -> Any:
        """Returns what is kept under a key or make()s it. begin: undoes what asking may have left behind."""
        known = self.store.get(key)
        if known is not None:
            with contextlib.suppress(pickle.UnpicklingError, AttributeError, ImportError, TypeError, ValueError):
                questions, digests, value = pickle.loads(known)
                if self.asked.is_answered_alike(questions, digests):
                    self.taken += 1
                    return value
            begin()
        before = self.troubles()
        with self.asked.noting() as trace:
            value = make()
        self.made += 1
        if trace.is_whole and self.troubles() == before:
            with contextlib.suppress(pickle.PicklingError, AttributeError, TypeError):
                self.store.keep(key, pickle.dumps((trace.questions, trace.digests, value), 5))
        return value


def key_of(*parts: str) -> bytes:
    """Returns a key for texts."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d " % len(data) + data)
    return digest.digest()
