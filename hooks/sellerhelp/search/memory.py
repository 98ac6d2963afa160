"""A file below .cache that one build leaves to the next: answers that were dear to get."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def recall(path: Path, version: str) -> dict[str, Any]:
    """Reads what `remember` wrote; nothing if the version is another one or the file is damaged."""
    try:
        stored = json.loads(path.read_text("utf-8"))
        return dict(stored["words"]) if stored["version"] == version else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def remember(path: Path, version: str, words: dict[str, Any]) -> None:
    """Writes the file whole or not at all: two builds may write at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps({"version": version, "words": words}, ensure_ascii=False), "utf-8")
    part.replace(path)
