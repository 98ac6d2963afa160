"""Files that are only read when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping


class Contents(Mapping[str, bytes]):
    """Address below the site's root -> content. read: fetches one of the addresses."""

    def __init__(self, addresses: Mapping[str, Callable[[], bytes]]):
        self._read = dict(addresses)

    def __getitem__(self, address: str) -> bytes:
        return self._read[address]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)
