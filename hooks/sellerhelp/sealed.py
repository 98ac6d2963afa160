"""Objects in a file of our own, with a seal: what is damaged is as good as not there."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_SEAL = 16  # bytes


def read_sealed(path: Path) -> Any:
    """Returns what was written; None when it is not there, damaged, or of other code."""
    data = read_sealed_bytes(path)
    if data is not None:
        with contextlib.suppress(Exception):  # whatever a pickle of other classes may raise
            return pickle.loads(data)
    return None


def read_sealed_bytes(path: Path) -> bytes | None:
    with contextlib.suppress(OSError):
        data = path.read_bytes()
        if data[:_SEAL] == _seal(memoryview(data)[_SEAL:]):
            return data[_SEAL:]
    return None


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all: two may write at once. A disk that refuses is no mistake of the writer's."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)  # half of it would only take the room that is wanting


def write_sealed(path: Path, thing: Any) -> None:
    """Writes an object, as write_whole() does."""
    data = pickle.dumps(thing, 5)
    write_whole(path, _seal(data) + data)


def write_sealed_bytes(path: Path, data: bytes) -> None:
    """Raises OSError where the disk refuses."""
    path.write_bytes(_seal(data) + data)


def _seal(data: bytes | memoryview) -> bytes:
    return hashlib.blake2b(data, digest_size=_SEAL).digest()


class SealedMemory:
    """Things that were slow to make, by key, in one sealed file. path None: nothing is kept from run to run.

    A key is a digest of everything that a thing depends on; so it is never wrong, only missing. What a run does not ask
    for is forgotten: it is made again when somebody wants it.
    """

    def __init__(self, path: Path | None = None):
        self.path = path
        self._known: dict[str, bytes] = (read_sealed(path) if path else None) or {}
        self._used: dict[str, bytes] = {}

    def get(self, key: str) -> Any:
        """Returns a thing, or None when it is not there."""
        if key not in self._known:
            return None
        self._used[key] = self._known[key]
        return pickle.loads(self._known[key])

    def keep(self, key: str, thing: Any) -> None:
        self._used[key] = pickle.dumps(thing, 5)

    def hold(self, keys: Iterable[str]) -> None:
        """Keeps things for the next run as if they had been asked for."""
        self._used |= {key: self._known[key] for key in keys if key in self._known}

    def save(self) -> None:
        if self.path and self._used != self._known:
            write_sealed(self.path, self._used)
