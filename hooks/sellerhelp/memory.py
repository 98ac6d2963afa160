"""Answers that were slow to find, kept between runs in one file.

A key is a digest of everything that the answer depends on; so an answer is never wrong, only missing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any

_UNUSED_KEPT = 1_000  # answers: those of another branch may be wanted again


def key_of(*parts: str | bytes) -> str:
    """Returns a key for all that an answer depends on."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d " % len(data) + data)
    return digest.hexdigest()[:32]


class Memory:
    """Answers by key; an answer is whatever JSON holds. path None: of this run only.

    A file that is damaged, or that other code has written (recipe), counts as empty.
    """

    def __init__(self, path: Path | None, recipe: str = ""):
        self.path, self.recipe = path, recipe
        self._known = self._read()
        self._used: dict[str, Any] = {}

    def get(self, key: str) -> Any | None:
        """Returns what was kept under a key, or None."""
        if key in self._used:
            return self._used[key]
        if key not in self._known:
            return None
        self._used[key] = self._known[key]
        return self._used[key]

    def keep(self, key: str, answer: Any) -> None:
        self._used[key] = answer

    def _read(self) -> dict[str, Any]:
        try:
            head, body = self.path.read_bytes().split(b"\n", 1) if self.path else (b"", b"")
            return json.loads(body) if head.decode() == self._head(body) else {}
        except (OSError, ValueError):
            return {}

    def _head(self, body: bytes) -> str:
        return f"{self.recipe} {hashlib.sha256(body).hexdigest()}"

    def save(self) -> None:
        """Writes what was used and some of what was not; a disk that refuses is no mistake of the writer's."""
        if self.path is None or self._used.keys() == self._known.keys():
            return
        unused = [key for key in self._known if key not in self._used][:_UNUSED_KEPT]
        answers = self._used | {key: self._known[key] for key in unused}
        if answers.keys() == self._known.keys():
            return
        body = json.dumps(answers, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part = self.path.with_suffix(f".{os.getpid()}.part")
            part.write_bytes(self._head(body).encode() + b"\n" + body)
            part.replace(self.path)
