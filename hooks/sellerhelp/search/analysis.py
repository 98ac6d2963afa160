"""Remembers what the analyser said about each word: it is slow to start and slower to ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from sellerhelp.memory import Answers, remember
from sellerhelp.search.lexicon import Analyse, Analyser, Morpheme


class RememberedAnalyser:
    """An analyser with a file of answers; the real one is only made when a word is new.

    The file names the analyser's version in its first entry; another version, or a
    damaged file, starts anew.
    """

    def __init__(self, path: Path, version: str, make: Callable[[], Analyser | Analyse]):
        self.path, self.version, self.make = path, version, make
        self.real: Analyser | Analyse | None = None
        self.asked: dict[str, list[Any]] = {}

    @cached_property
    def known(self) -> Mapping[str, list[Any]]:
        """The answers of earlier builds; read when somebody asks: the language check of an edit asks for a few."""
        return Answers(self.path, self.version)

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

    def save(self, is_whole: bool = True) -> None:
        """Writes the answers of this build; words that are gone are forgotten, if it has asked for all (is_whole)."""
        if not is_whole:
            self.asked = {**self.known, **self.asked} if self.real is not None else {}
        if not self.asked or (self.real is None and len(self.asked) == len(self.known)):
            return
        remember(self.path, self.version, self.asked)
