"""Objects of a build as bytes, and back: but for those that the next build makes anew, which are named instead."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping
from typing import Any

# What a build cannot be kept for: the reason is that of the pickle.
Unfit = (pickle.PicklingError, AttributeError, TypeError, ValueError, RecursionError)
# Class -> says for an object which attributes are left out, with what stands there instead.
LeftOut = Mapping[type, Callable[[Any], Mapping[str, Any]]]


def freeze(thing: Any, known: Mapping[str, Any], left_out: LeftOut) -> bytes:
    """Returns a thing as bytes. known: name -> what the next build has under that name, too. Raises one of Unfit."""
    data = io.BytesIO()
    _Pickler(data, known, left_out).dump(thing)
    return data.getvalue()


def thaw(data: bytes, known: Mapping[str, Any]) -> Any:
    """Returns what was frozen. known: of this build, under the same names. Raises whatever a pickle may raise."""
    return _Unpickler(io.BytesIO(data), known).load()


class _Pickler(pickle.Pickler):
    def __init__(self, data: io.BytesIO, known: Mapping[str, Any], left_out: LeftOut):
        super().__init__(data, 5)
        self._known = {id(thing): name for name, thing in known.items()}
        self._things = list(known.values())  # their ids stay theirs
        self._left_out = left_out

    def persistent_id(self, thing: Any) -> str | None:
        return self._known.get(id(thing))

    def reducer_override(self, thing: Any) -> Any:
        left_out = self._left_out.get(type(thing))
        if left_out is None:
            return NotImplemented
        return _empty, (type(thing),), {**vars(thing), **left_out(thing)}, None, None, _fill


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: io.BytesIO, known: Mapping[str, Any]):
        super().__init__(data)
        self._known = known

    def persistent_load(self, name: str) -> Any:
        return self._known[name]


def _empty(kind: type) -> Any:
    return object.__new__(kind)


def _fill(thing: Any, state: Mapping[str, Any]) -> None:
    """Sets attributes as they were, also where the class would compute them."""
    vars(thing).update(state)


def inner(thing: Any) -> Any:
    """Returns what an object holds that the next build makes, too, and fills again: a dict's or an object's own."""
    return dict(thing) if isinstance(thing, dict) else dict(vars(thing))


def refill(thing: Any, held: Mapping[str, Any]) -> None:
    """Lets an object hold what inner() returned of its like."""
    where = thing if isinstance(thing, dict) else vars(thing)
    where.clear()
    where.update(held)
