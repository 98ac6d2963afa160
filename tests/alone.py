"""Lets a test that takes the time run alone: two processes on one core make each other half as fast."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: its tests take the time beside each other
    fcntl = None  # type: ignore[assignment]


@contextlib.contextmanager
def running(folder: Path, is_alone: bool) -> Iterator[None]:
    """Waits until a test may run, and keeps away those that may not run beside it.

    folder: of the run, the same for all its processes. Who wants to be alone stands at the door until the others have
    come out of the room, so that nobody else goes in.
    """
    if fcntl is None:
        yield
        return
    with (folder / "door").open("w") as door, (folder / "room").open("w") as room:
        fcntl.flock(door, fcntl.LOCK_EX)
        fcntl.flock(room, fcntl.LOCK_EX if is_alone else fcntl.LOCK_SH)
        if not is_alone:
            fcntl.flock(door, fcntl.LOCK_UN)
        try:
            yield
        finally:  # said aloud: a child that a test has forked has both files open, too
            fcntl.flock(room, fcntl.LOCK_UN)
            fcntl.flock(door, fcntl.LOCK_UN)
