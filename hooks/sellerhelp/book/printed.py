"""A finished book, and where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

FOLDER = "books"


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
        """Its size in words, as file managers count: 412 KB, 1.3 MB."""
        length = self.length or len(self.data)
        return f"{length / 1e6:.1f} MB" if length >= 1e6 else f"{round(length / 1e3)} KB"


def address_of(name: str) -> str:
    """Returns where a book lies below the site's root. name: of its file, without the ending."""
    return f"{FOLDER}/{name}.pdf"
