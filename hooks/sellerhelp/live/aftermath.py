"""What follows an edit but need not be waited for: done by another process, which the next edit stops at any moment."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import threading
from collections.abc import Callable
from typing import Any

DELAY = 0.3  # seconds; who types on saves again


class Aftermath:
    """work: makes what JSON holds, in the other process. told: gets it here, in a thread of its own.

    idle: held by whoever builds here; the other process must not begin in the middle of that.
    Without forks (Windows) nothing follows; the next whole build does it all.
    """

    def __init__(self, work: Callable[[], Any], told: Callable[[Any], object], idle: threading.Lock):
        self.work, self.told, self.idle = work, told, idle
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._child = 0

    def begin(self) -> None:
        """Begins when nobody stops it within the delay."""
        self.stop()
        self._timer = threading.Timer(DELAY, self._fork)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Stops what has begun; what it would have told is not told any more."""
        if self._timer:
            self._timer.cancel()
        with self._lock:
            child, self._child = self._child, 0
            if child:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)

    def _fork(self) -> None:
        if not hasattr(os, "fork"):
            return
        reading, writing = os.pipe()
        with self.idle, self._lock:
            child = os.fork()
            self._child = child
        if child == 0:
            os.close(reading)
            self._work_there(writing)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            data = pipe.read()
        os.waitpid(child, 0)
        with self._lock:
            is_wanted, self._child = self._child == child, 0 if self._child == child else self._child
        if is_wanted and data.endswith(b"\n"):
            self.told(json.loads(data))

    def _work_there(self, writing: int) -> None:
        with contextlib.suppress(BaseException), os.fdopen(writing, "wb") as pipe:
            pipe.write(json.dumps(self.work()).encode() + b"\n")
        os._exit(0)
