"""A dated value as plain data, and which of its versions holds on a day; `values/force.js` is the same rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from sellerhelp.yamltext import Place

# {{ 판매수수료 }}: a value's name between double braces, on one line.
USE = re.compile(r"\{\{[ \t]*([^{}\n]+?)[ \t]*\}\}")


@dataclass(frozen=True)
class Version:
    """What a value was, is or will be.

    start: its first day, None when no source says it. end: its last day where one is written, else None.
    value: without its unit, "2.73". label: the name it bore then, or "". note: what belongs to it, or "".
    """

    start: date | None
    end: date | None
    value: str
    label: str
    note: str
    place: Place


@dataclass(frozen=True)
class Value:
    """name: what writers put between {{ }}. source: its kind. as_of: the date of the facts, in words.

    is_unsure: the fact may have aged, readers are told so. versions: from the oldest to the newest.
    """

    name: str
    title: str
    unit: str
    source: str
    as_of: str
    is_unsure: bool
    versions: tuple[Version, ...]
    place: Place

    def at(self, day: date) -> Version | None:
        """Returns the version in force on a day, or None."""
        begun = [version for version in self.versions if version.start is None or version.start <= day]
        last = begun[-1] if begun else None
        return last if last and (last.end is None or day <= last.end) else None

    def later(self, day: date) -> tuple[Version, ...]:
        """Returns the versions that begin after a day."""
        return tuple(version for version in self.versions if version.start and version.start > day)

    def last_day(self, version: Version) -> date | None:
        """Returns the day on which a version ends: as written, else the one before the next begins."""
        following = self.versions[self.versions.index(version) + 1 :]
        start = following[0].start if following else None
        return version.end or (start - timedelta(days=1) if start else None)

    def words(self, version: Version) -> str:
        """Prints a version with its unit: 2.73%."""
        return version.value + self.unit


@dataclass(frozen=True)
class Values:
    """All values of the site by name, in the order of their file."""

    by_name: dict[str, Value] = field(default_factory=dict)

    @cached_property
    def with_unit(self) -> tuple[tuple[str, Value], ...]:
        """The values with a unit after their names without spaces, the longest name first."""
        found = [value for value in self.by_name.values() if value.unit]
        return tuple(
            (value.name.replace(" ", ""), value) for value in sorted(found, key=lambda value: -len(value.name))
        )

    def replaced(self, text: str, write: Callable[[Value], str]) -> str:
        """Returns a text with every {{ name }} of a known value replaced by what write says."""

        def found(match: re.Match[str]) -> str:
            value = self.by_name.get(match[1])
            return write(value) if value else match[0]

        return USE.sub(found, text)

    def plain(self, text: str, day: date) -> str:
        """Returns a text with the values in force on a day, for places that hold no HTML."""

        def words(value: Value) -> str:
            version = value.at(day)
            return value.words(version) if version else "–"

        return self.replaced(text, words)
