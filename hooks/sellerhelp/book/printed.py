"""A finished book, and where it lies."""

from __future__ import annotations

from dataclasses import dataclass

FOLDER = "books"


@dataclass(frozen=True)
class Printed:
    """A finished book. address: below the site's root. pages: how many, with the cover."""

    name: str
    title: str
    address: str
    data: bytes
    pages: int

    @property
    def size(self) -> str:
        """Its size in words, as file managers count: 412 KB, 1.3 MB."""
        return f"{len(self.data) / 1e6:.1f} MB" if len(self.data) >= 1e6 else f"{round(len(self.data) / 1e3)} KB"


def address_of(name: str) -> str:
    """Returns where a book lies below the site's root. name: of its file, without the ending."""
    return f"{FOLDER}/{name}.pdf"
