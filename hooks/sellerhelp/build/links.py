"""The site's files as Markdown asks for them: where a link leads is an input of the page that holds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def look_up(files: Any, path: str) -> tuple[str, str] | None:
    """Returns address and kind of a file as text, None where there is none. files: have get_file_from_path()."""
    file = files.get_file_from_path(path)
    return (file.url, file.inclusion.name) if file else None


class NotedFiles:
    """Files whose look-ups are noted by a question."""

    def __init__(self, files: Any, note: Callable[[str], object]):
        self._files, self._note = files, note

    def get_file_from_path(self, path: str) -> Any:
        self._note(path)
        return self._files.get_file_from_path(path)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)
