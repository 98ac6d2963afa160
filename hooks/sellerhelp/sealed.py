"""Objects in a file of our own, with a seal: what is damaged is as good as not there."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
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


def write_sealed(path: Path, thing: Any) -> None:
    """Writes the file whole or not at all: two may write at once. A disk that refuses is no mistake of the writer's."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        write_sealed_bytes(part, pickle.dumps(thing, 5))
        part.replace(path)


def write_sealed_bytes(path: Path, data: bytes) -> None:
    """Raises OSError where the disk refuses."""
    path.write_bytes(_seal(data) + data)


def _seal(data: bytes | memoryview) -> bytes:
    return hashlib.blake2b(data, digest_size=_SEAL).digest()
