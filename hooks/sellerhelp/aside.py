"""Lets a slow piece of work go on in a process of its own while this one does something else."""

from __future__ import annotations

import contextlib
import gc
import json
import os
from collections.abc import Callable
from typing import Any

Work = Callable[[], Any]


def begin(work: Work) -> Work:
    """Begins the work; the function that comes back waits for it and returns what it returned.

    work: returns what JSON holds. Where there are no forks (Windows), or the other process fails, the
    work is done here, when somebody asks for it: so a mistake is raised where it can be seen.
    """
    if not hasattr(os, "fork"):
        return work
    try:
        reading, writing = os.pipe()
        child = os.fork()
    except OSError:
        return work
    if child == 0:
        os.close(reading)
        _work_here(work, writing)
    os.close(writing)
    return lambda: _answer(reading, child, work)


def _work_here(work: Work, writing: int) -> None:
    """Does the work in the other process, which ends here, whatever happens; its output is only the answer."""
    status = 1
    with contextlib.suppress(BaseException):
        gc.freeze()  # what both share stays shared
        data = json.dumps(work()).encode()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(data)
        status = 0
    os._exit(status)


def _answer(reading: int, child: int, work: Work) -> Any:
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    return json.loads(data) if status == 0 else work()
