"""A value as a text that is the same whenever the value is: what inputs are compared by."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import partial
from types import FunctionType
from typing import Any

from sellerhelp.yamltext import Place


class Opaque(Exception):
    """A value that cannot be compared: what depends on it is made anew each time."""


class Printer:
    """Prints values; what is frozen is printed once, so it belongs to one build."""

    def __init__(self) -> None:
        self._frozen: dict[int, tuple[Any, str]] = {}

    def __call__(self, value: Any) -> str:
        """Prints a value. Raises Opaque when two equal prints would not mean two equal values."""
        if isinstance(value, str):
            return f"{len(value)}:{value}"
        if value is None or isinstance(value, bool | int | float | date | bytes | Enum):
            return repr(value)
        if is_dataclass(value) and not isinstance(value, type) and value.__dataclass_params__.frozen:
            return self._dataclass(value)
        if isinstance(value, Mapping):
            return "{" + ",".join(f"{self(key)}={self(item)}" for key, item in value.items()) + "}"
        if isinstance(value, list | tuple):
            return "[" + ",".join(map(self, value)) + "]"
        return _other(value, self)

    def _dataclass(self, value: Any) -> str:
        known = self._frozen.get(id(value))
        if known:
            return known[1]
        # Where something was written is for problems, and nothing with a problem is kept.
        texts = [self(item) for field in fields(value) if not isinstance(item := getattr(value, field.name), Place)]
        text = f"{type(value).__qualname__}({','.join(texts)})"
        self._frozen[id(value)] = value, text
        return text


def _other(value: Any, printed: Printer) -> str:
    if isinstance(value, set | frozenset):
        return "{" + ",".join(sorted(map(printed, value))) + "}"
    if isinstance(value, etree.Element):
        return etree.tostring(value, "unicode")
    if isinstance(value, partial):
        return f"{printed(value.func)}({printed(value.args)},{printed(value.keywords)})"
    if isinstance(value, FunctionType | type) and "<" not in value.__qualname__:
        return f"{value.__module__}.{value.__qualname__}"
    raise Opaque(type(value).__qualname__)
