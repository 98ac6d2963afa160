"""Remembers what the analyser said about each word: it is slow to start and slower to ask."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sellerhelp.search.lexicon import Analyse, Analyser, Morpheme


class RememberedAnalyser:
    """An analyser with a file of answers; the real one is only made when a word is new.

    The file names the analyser's version in its first entry; another version, or a
    damaged file, starts anew.
    """

    def __init__(self, path: Path, version: str, make: Callable[[], Analyser | Analyse]):
        self.path, self.version, self.make = path, version, make
        self.real: Analyser | Analyse | None = None
        self.known = self._read()
        self.asked: dict[str, list[Any]] = {}

    def __call__(self, word: str) -> list[Morpheme]:
        rows = self._remembered(word, lambda real: [[one.form, one.tag, one.start, one.length] for one in real(word)])
        return [Morpheme(*row) for row in rows]

    def forms(self, stem: str, tag: str) -> list[str]:
        return self._remembered(f"{stem}/{tag}", lambda real: real.forms(stem, tag))

    def _remembered(self, key: str, ask: Callable[[Any], list[Any]]) -> list[Any]:
        rows = self.known.get(key)
        if rows is None:
            self.real = self.real or self.make()
            rows = ask(self.real)
        self.asked[key] = rows
        return rows

    def _read(self) -> dict[str, list[Any]]:
        try:
            stored = json.loads(self.path.read_text("utf-8"))
            is_sound = stored["version"] == self.version and stored["digest"] == _digest(stored["words"])
            return dict(stored["words"]) if is_sound else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def save(self) -> None:
        """Writes the answers of this build; words that are gone are forgotten."""
        if not self.asked or self.asked == self.known:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_suffix(f".{os.getpid()}.part")
        stored = {"version": self.version, "digest": _digest(self.asked), "words": self.asked}
        part.write_text(json.dumps(stored, ensure_ascii=False), "utf-8")
        part.replace(self.path)


def _digest(words: dict[str, list[Any]]) -> str:
    """Tells a damaged file from a sound one, although both may be JSON."""
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()
