"""A file below .cache that one build leaves to the next: answers that were dear to get."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any


def recall(path: Path, version: str) -> dict[str, Any]:
    """Reads what `remember` wrote; nothing if the version is another one or the file is damaged."""
    try:
        stored = json.loads(path.read_text("utf-8"))
        is_sound = stored["version"] == version and stored["digest"] == _digest(stored["words"])
        return dict(stored["words"]) if is_sound else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def remember(path: Path, version: str, words: dict[str, Any]) -> None:
    """Writes the file whole or not at all: two builds may write at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    stored = {"version": version, "digest": _digest(words), "words": words}
    part.write_text(json.dumps(stored, ensure_ascii=False), "utf-8")
    part.replace(path)


def _digest(words: dict[str, Any]) -> str:
    """Tells a damaged file from a sound one, although both may be JSON."""
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()
