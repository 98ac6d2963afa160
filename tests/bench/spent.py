"""What a command costs with all its children, and how long a server takes from a saved file to the fresh page."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_LOOK = 0.2  # seconds between two looks at the memory
_POLL = 0.004  # seconds between two requests for a page
_PAUSE = 1.0  # seconds of a writer between two edits, at least
_LATEST = 1800  # seconds that a server may take
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Spent:
    """cpu: user and system seconds, children included. wall: seconds. peak: MB of all processes together."""

    cpu: float
    wall: float
    peak: float


class Failed(Exception):
    """A command ended with an error; says its last words."""


def end_like_ctrl_c() -> None:
    """Lets SIGTERM end this process as Ctrl+C does: what it started ends with it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))


def run(command: Sequence[str], folder: Path, environ: Mapping[str, str] | None = None) -> Spent:
    """Runs a command in a folder and measures it. Raises Failed."""
    start = time.monotonic()
    with _started(command, folder, environ) as process, _watched(process.pid) as seen:
        _, status, used = os.wait4(process.pid, 0)
        wall, process.returncode = time.monotonic() - start, os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(_last_words(command, folder))
    peak = max(used.ru_maxrss / 1024, *seen, 0)
    return Spent(round(used.ru_utime + used.ru_stime, 3), round(wall, 3), round(peak))


@contextmanager
def _started(command, folder, environ) -> Iterator[subprocess.Popen]:
    """Starts a command in a session of its own; whatever is left of it ends with the block, also after Ctrl+C."""
    with _log(folder).open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environ or {})},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        for way in (signal.SIGTERM, signal.SIGKILL):
            for member in members(process.pid):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(member, way)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)
        while members(process.pid):  # killed, and not yet off the list
            time.sleep(0.01)


def _log(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.log")


def _last_words(command, folder) -> str:
    return f"{' '.join(map(str, command))} in {folder}:\n{_log(folder).read_text('utf-8', 'replace')[-2000:]}"


@contextmanager
def _watched(leader: int) -> Iterator[list[float]]:
    """Gathers MB of a session's processes; what they share counts once."""
    seen, ended = [], threading.Event()

    def look():
        while not ended.wait(_LOOK):
            seen.append(sum(map(_proportional, members(leader))) / 1024)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield seen
    finally:
        ended.set()
        watcher.join()


def members(session: int) -> set[int]:
    """Returns the processes of a session that live."""
    return {process for process, fields in _table() if int(fields[3]) == session and fields[0] != "Z"}


def _table() -> Iterator[tuple[int, list[str]]]:
    """Yields every process and its fields from the state on (proc_pid_stat(5), field 3)."""
    for name in os.listdir("/proc"):
        if name.isdigit():
            with contextlib.suppress(OSError):
                yield int(name), Path("/proc", name, "stat").read_text("utf-8", "replace").rsplit(")", 1)[1].split()


def _proportional(process: int) -> int:
    """Returns kB of a process, its part of shared pages."""
    with contextlib.suppress(OSError, AttributeError):
        return int(re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.M)[1])
    return 0


@contextmanager
def served(
    command: Sequence[str], folder: Path, address: str, environ: Mapping[str, str] | None = None
) -> Iterator[int]:
    """Serves until the block ends; begins when the address answers. Gives the process. Raises Failed."""
    with _started(command, folder, environ) as process:
        until = time.monotonic() + _LATEST
        while not page_at(address):
            if process.poll() is not None or time.monotonic() > until:
                raise Failed(_last_words(command, folder))
            time.sleep(0.1)
        yield process.pid


def page_at(address: str) -> bytes:
    """Returns what stands at an address, b"" when nothing does."""
    with contextlib.suppress(http.client.HTTPException, OSError), urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read()
    return b""


def saved_to_fresh(path: Path, text: str, address: str, sign: str, session: int) -> Spent:
    """Saves a file and asks for its page until a sign stands in it: that is the wall time. Raises Failed.

    The cpu is the server's, its answers included, until it rests.
    """
    before, there, start = _cpu(session), members(session), time.monotonic()
    path.write_text(text, "utf-8")
    while sign.encode() not in page_at(address):
        if time.monotonic() - start > _LATEST:
            raise Failed(f"{address}: no fresh page")
        time.sleep(_POLL)
    wall = time.monotonic() - start
    _rest(session, there)
    return Spent(round(_cpu(session) - before, 3), round(wall, 4), 0)


def _rest(session: int, there: set[int]) -> None:
    """Waits until the processes have ended that a server starts after its answer. there: those that it had before."""
    until = time.monotonic() + _LATEST
    time.sleep(_PAUSE)
    while members(session) - there and time.monotonic() < until:
        time.sleep(_PAUSE / 10)


def _cpu(session: int) -> float:
    """Returns cpu seconds of a session's processes and of their children that have ended."""
    fields = [fields for _, fields in _table() if int(fields[3]) == session]
    return sum(sum(map(int, row[11:15])) for row in fields) / _TICKS
