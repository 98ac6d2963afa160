"""Which files were saved, told by the system at once instead of asked for twice a second."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

# Reading a file is an event too; a build that heeded it would never end.
_SAVED = ("created", "modified", "deleted", "moved", "closed")


class Watcher:
    """Stands for the host's observer. note: is told each path that was saved, before the host's own handler."""

    def __init__(self, note: Callable[[str], object]):
        self._observer, self._note = Observer(), note

    def __getattr__(self, name: str) -> Any:
        return getattr(self._observer, name)

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> object:
        """Watches a folder, or a file: by its folder, for editors put a new file in the place of the old one."""
        if os.path.isdir(path):
            return self._observer.schedule(_Saved(handler, self._note, ""), path, recursive=recursive)
        return self._observer.schedule(_Saved(handler, self._note, path), os.path.dirname(path), recursive=False)


class _Saved(FileSystemEventHandler):
    """only: the one path that counts, "" for all."""

    def __init__(self, handler: FileSystemEventHandler, note: Callable[[str], object], only: str):
        self.handler, self.note, self.only = handler, note, only

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _SAVED or (event.is_directory and event.event_type not in ("deleted", "moved")):
            return
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        counted = [path for path in paths if is_source(path) and self.only in ("", path)]
        for path in counted:
            self.note(path)
        if counted:
            self.handler.on_any_event(_Told())


class _Told:
    """What the host's handler wants of an event."""

    is_directory = False


def is_source(path: str) -> bool:
    """Says whether a file is one that somebody writes: no hidden one, and nothing that editors or Python leave beside it."""
    name = os.path.basename(path)
    return not (
        name.startswith(".") or name.endswith(("~", ".pyc", ".part")) or name == "4913" or "__pycache__" in path
    )
