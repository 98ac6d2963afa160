"""What the checks ask about Korean: a sentence's morphemes, and morphemes written as a word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sellerhelp.search.analysis import RememberedAnalyser
from sellerhelp.search.lexicon import Analyse, Morpheme

Part = tuple[str, str]  # form, tag
Join = Callable[[list[Part]], str]
# The analyser's time grows with the text; a sentence of this length is told for its length alone.
_LONGEST = 1_000
_MOST_KEPT = 10_000  # answers: about 5 MB
_BETWEEN, _INSIDE = "\x1e", "\x1f"


@dataclass(frozen=True)
class Language:
    """analyse: a sentence -> its morphemes in order. join: morphemes -> the word they make."""

    analyse: Analyse
    join: Join

    def morphemes(self, text: str) -> list[Morpheme]:
        return self.analyse(text[:_LONGEST])


class _Memory(RememberedAnalyser):
    """Also keeps what was not asked this time: a check of a few files must not forget the others."""

    def save(self) -> None:
        if self.real is None:
            return  # nothing new was asked
        if len(self.known) <= _MOST_KEPT + 3 * len(self.asked):
            self.asked = {**self.known, **self.asked}
        super().save()


class RememberedLanguage(Language):
    """A language whose answers stay in a folder: the model is only loaded for what nobody asked before."""

    def __init__(self, folder: Path, version: str, make_reader: Callable[[], Analyse], make_joiner: Callable[[], Join]):
        read = _Memory(folder / "sentences.json", version, make_reader)
        written = _Memory(folder / "forms.json", version, lambda: _as_analyser(make_joiner()))
        super().__init__(read, lambda parts: written(_key(parts))[0].form)
        object.__setattr__(self, "memories", (read, written))

    def save(self) -> None:
        """Writes the answers of this run to those of earlier ones."""
        for memory in self.memories:  # type: ignore[attr-defined]
            memory.save()


def _key(parts: list[Part]) -> str:
    return _BETWEEN.join(_INSIDE.join(part) for part in parts)


def _as_analyser(join: Join) -> Analyse:
    """Lets a joiner be remembered as an analyser is: what it answers is one morpheme, the word."""

    def answer(key: str) -> list[Morpheme]:
        parts = [tuple(part.split(_INSIDE)) for part in key.split(_BETWEEN)]
        return [Morpheme(join(parts), "", 0, 0)]  # type: ignore[arg-type]

    return answer
