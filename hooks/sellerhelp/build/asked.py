"""What is asked while a page is made: kept with the page, and asked again before it is used again.

So nobody writes a list of inputs by hand: whatever goes into a page through a question is one. A question
has a name and arguments; its answer is compared by a digest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sellerhelp.build.printed import Opaque, Printer

# A longer text among the arguments is named by the question that it answered.
_SHORT = 200


@dataclass(frozen=True)
class Earlier:
    """An argument that was the answer to an earlier question of the same trace."""

    position: int


@dataclass
class Trace:
    """questions: (name, arguments), in order. digests: of their answers. is_whole: all of them can be asked again."""

    questions: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)
    is_whole: bool = True
    _texts: dict[str, int] = field(default_factory=dict)

    def note(self, name: str, arguments: tuple[Any, ...], answer: Any, digest: bytes | None) -> None:
        if digest is None:
            self.is_whole = False
            return
        question = name, tuple(self._named(argument) for argument in arguments)
        self.questions.append(question)
        self.digests.append(digest)
        if isinstance(answer, str) and len(answer) > _SHORT:
            self._texts.setdefault(str(answer), len(self.questions) - 1)

    def _named(self, argument: Any) -> Any:
        if isinstance(argument, str) and len(argument) > _SHORT and str(argument) in self._texts:
            return Earlier(self._texts[str(argument)])
        return argument


class Asked:
    """The questions of one build."""

    def __init__(self) -> None:
        self.printed = Printer()
        self._answers: dict[str, Callable[..., Any]] = {}
        self._things: dict[str, Any] = {}
        self._once: set[Any] = set()
        self._kept: dict[Any, tuple[Any, bytes | None]] = {}
        self._trace: Trace | None = None

    def way(self, name: str, answer: Callable[..., Any]) -> Callable[..., Any]:
        """Returns a function that answers as the given one does, and is noted when it is asked."""
        self._answers[name] = answer

        def asking(*arguments: Any) -> Any:
            found = answer(*arguments)
            if self._trace is not None:
                self._trace.note(name, arguments, found, self._digest(found))
            return found

        return asking

    def thing(self, name: str, thing: Any) -> Teller:
        """Returns what stands for an object in templates. Its methods must answer alike until the build ends."""
        self._things[name] = thing
        return Teller(self, name)

    def tell(self, name: str, arguments: tuple[Any, ...], named: dict[str, Any] | None = None) -> Any:
        """Answers a question to a thing, "contact.strip". named: arguments by name; such a question is not asked again."""
        answer, digest = self._told(name, arguments) if not named else (self._called(name, arguments, named), None)
        if self._trace is not None:
            self._trace.note(name, arguments, answer, digest)
        return answer

    @contextmanager
    def noting(self) -> Iterator[Trace]:
        """Notes the questions that are asked within."""
        outer, self._trace = self._trace, Trace()
        try:
            yield self._trace
        finally:
            self._trace = outer

    def is_answered_alike(self, questions: list[tuple[str, tuple[Any, ...]]], digests: list[bytes]) -> bool:
        """Asks again; says whether every answer is as it was."""
        answers: list[Any] = []
        try:
            for (name, arguments), digest in zip(questions, digests, strict=True):
                asked = tuple(answers[one.position] if isinstance(one, Earlier) else one for one in arguments)
                answer, now = self._again(name, asked)
                if now != digest:
                    return False
                answers.append(answer)
        except Exception:  # what cannot be answered any more is answered otherwise; who makes the page anew says why
            return False
        return True

    def _again(self, name: str, arguments: tuple[Any, ...]) -> tuple[Any, bytes | None]:
        if name in self._answers:
            answer = self._answers[name](*arguments)
            return answer, self._digest(answer)
        return self._told(name, arguments)

    def _told(self, name: str, arguments: tuple[Any, ...]) -> tuple[Any, bytes | None]:
        key = name, arguments
        try:
            if key in self._kept:
                return self._kept[key]
        except TypeError:  # an argument that may change
            return self._called(name, arguments, {}), None
        answer = self._called(name, arguments, {})
        told = answer, self._digest(answer)
        # Kept from the second time on: most questions name the page, and are asked once.
        if key in self._once:
            self._kept[key] = told
        self._once.add(key)
        return told

    def _called(self, name: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        thing, attribute = name.split(".", 1)
        value = getattr(self._things[thing], attribute)
        return value(*arguments, **named) if callable(value) else value

    def _digest(self, answer: Any) -> bytes | None:
        try:
            text = self.printed(answer)
        except Opaque:
            return None
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Teller:
    """Stands for an object in templates: each of its answers is noted."""

    def __init__(self, asked: Asked, name: str):
        self._asked, self._name = asked, name

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("_"):
            raise AttributeError(attribute)
        name = f"{self._name}.{attribute}"
        if callable(getattr(self._asked._things[self._name], attribute)):
            return lambda *arguments, **named: self._asked.tell(name, arguments, named)
        return self._asked.tell(name, ())
