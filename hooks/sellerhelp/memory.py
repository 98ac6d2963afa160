"""Answers that were slow to find, kept between runs in one file.

A key is a digest of everything that the answer depends on; so an answer is never wrong, only missing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from sellerhelp.sealed import write_whole

_UNUSED_KEPT = 1_000  # answers: those of another branch may be wanted again
_FEW = 40  # questions that are looked up in the bytes; for more, all of them are read


def key_of(*parts: str | bytes) -> str:
    """Returns a key for all that an answer depends on."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d " % len(data) + data)
    return digest.hexdigest()[:32]


def recall(path: Path, recipe: str) -> dict[str, Any]:
    """Reads what remember() wrote; nothing if other code has written it (recipe) or the file is damaged."""
    return Answers(path, recipe).all


def remember(path: Path, recipe: str, answers: Mapping[str, Any]) -> None:
    """Writes the file, whole or not at all; each answer on a line of its own."""
    lines = (f"{_as_json(key)}:{_as_json(answer)}" for key, answer in answers.items())
    body = f"{{\n{_BETWEEN.join(lines)}\n}}".encode("utf-8", "surrogatepass")
    write_whole(path, _head(recipe, body).encode() + b"\n" + body)


_BETWEEN = ",\n"


def _as_json(thing: Any) -> str:
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"))


class Answers(Mapping[str, Any]):
    """What remember() wrote: a few answers are looked for where they stand; who wants many gets all of them read."""

    def __init__(self, path: Path, recipe: str):
        self._body, self._asked = b"", 0
        try:
            head, body = path.read_bytes().split(b"\n", 1)
            if head.decode() == _head(recipe, body):
                self._body = body
        except (OSError, ValueError):
            pass

    @cached_property
    def all(self) -> dict[str, Any]:
        try:
            answers = json.loads(self._body)
        except ValueError:
            return {}
        return answers if isinstance(answers, dict) else {}

    def get(self, key: str, default: Any = None) -> Any:
        """The same as of any mapping; whole builds ask a hundred thousand times."""
        if (known := vars(self).get("all")) is not None:
            return known.get(key, default)
        return super().get(key, default)

    def __getitem__(self, key: str) -> Any:
        self._asked += 1
        if self._asked > _FEW or "all" in vars(self):
            return self.all[key]
        # JSON has no line breaks in a text: what begins a line is a key.
        begin = f"\n{_as_json(key)}:".encode("utf-8", "surrogatepass")
        at = self._body.find(begin)
        if at < 0:
            raise KeyError(key)
        end = self._body.index(b"\n", at + 1)
        return json.loads(self._body[at + len(begin) : end].removesuffix(b","))

    def __iter__(self) -> Iterator[str]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)


def _head(recipe: str, body: bytes) -> str:
    return f"{recipe} {hashlib.sha256(body).hexdigest()}"


class Memory:
    """Answers by key; an answer is whatever JSON holds. path None: of this run only."""

    def __init__(self, path: Path | None, recipe: str = ""):
        self.path, self.recipe = path, recipe
        self._known = recall(path, recipe) if path else {}
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

    def save(self) -> None:
        """Writes what was used and some of what was not."""
        if self.path is None or self._used.keys() == self._known.keys():
            return
        unused = [key for key in self._known if key not in self._used][:_UNUSED_KEPT]
        answers = self._used | {key: self._known[key] for key in unused}
        if answers.keys() != self._known.keys():
            remember(self.path, self.recipe, answers)
