"""Puts our watching, building and answering in the place of the host's preview server's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sellerhelp.live.app import LiveApp
from sellerhelp.live.session import Session, Work
from sellerhelp.live.watching import Watcher
from sellerhelp.problem import Problem

_NEEDED = ("observer", "build_delay", "builder", "serve_request", "set_app", "watch", "root", "mount_path", "_watched_paths", "_watch_refs", "_inject_js_into_html")  # fmt: skip
_SETTLE = 0.02  # seconds without an event: editors write in several steps


def take_over(server: Any, work: Work, box: Callable[[list[Problem], str], str]) -> None:
    """Changes a server that is not started yet; one of another release of the host stays as it is.

    box: the problems of now, the address of a page -> HTML.
    """
    if not all(hasattr(server, name) for name in _NEEDED):
        return
    session = Session(work)
    watched, server.observer = list(server._watched_paths), Watcher(session.changed)
    server._watched_paths.clear()
    server._watch_refs.clear()
    for path in watched:
        server.watch(path)
    server.build_delay, server.builder = _SETTLE, session.build
    server._inject_js_into_html = lambda content, epoch: content
    told = partial(_told, session, box)
    server.set_app(LiveApp(server.serve_request, session, Path(server.root), server.mount_path, told))


def _told(session: Session, box: Callable[[list[Problem], str], str], address: str) -> str:
    return box(session.problems, address)
