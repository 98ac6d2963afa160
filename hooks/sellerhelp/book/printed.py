"""A finished book, and where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

FOLDER = "books"
ALL = "all"  # the name of the book of all manuals


@dataclass(frozen=True)
class Printed:
    """A finished book. address: below the site's root. pages: how many, with the cover. length: bytes, without its data."""

    name: str
    title: str
    address: str
    data: bytes
    pages: int
    length: int = 0

    def __reduce__(self) -> tuple[Any, ...]:
        """A pickle has no data: the file lies in the site."""
        return Printed, (self.name, self.title, self.address, b"", self.pages, self.length or len(self.data))

    @property
    def size(self) -> str:
        """Its size in words, as file managers count, in two digits: 410 KB, 1.3 MB.

        More would tell nobody anything, and every edit would change all pages that offer the book.
        """
        length = float(f"{self.length or len(self.data):.1e}")
        return f"{length / 1e6:g} MB" if length >= 1e6 else f"{length / 1e3:g} KB"


def address_of(name: str) -> str:
    """Returns where a book lies below the site's root. name: of its file, without the ending."""
    return f"{FOLDER}/{name}.pdf"
