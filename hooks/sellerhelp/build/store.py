"""What builds keep between runs, by a digest of what it depends on.

SQLite looks after the rest: a build that is killed leaves whole entries only, and two builds at once take turns.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from pathlib import Path

_SEAL = 8
_MOST_HELD = 4 << 20  # bytes that wait to be written; all of a large site would take as much as everything else
_WAIT = 10.0  # seconds for another build that is writing
# So many times what a build uses may lie there: other branches, edits that are taken back.
_ROOM = 3


class Store:
    """Bytes by key. A damaged file is thrown away, a damaged entry is not there; a disk that refuses is no error."""

    def __init__(self, path: Path):
        self.path = path
        self._used: set[bytes] = set()
        self._fresh: dict[bytes, bytes] = {}
        self._room, self._is_untidy = _MOST_HELD, False
        self._may_write_early = True
        self._lines = self._open()

    def _open(self) -> sqlite3.Connection | None:
        for _ in range(2):
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                lines = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
                lines.execute("PRAGMA synchronous=OFF")  # a lost computer loses a cache: every entry is sealed
                lines.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, data BLOB)")
                return lines
            except sqlite3.OperationalError:
                return None
            except sqlite3.DatabaseError:
                self._throw_away()
            except OSError:
                return None
        return None

    def _throw_away(self) -> None:
        for path in (self.path, self.path.with_name(self.path.name + "-journal")):
            with contextlib.suppress(OSError):
                path.unlink()

    def get(self, key: bytes) -> bytes | None:
        """Returns what was kept under a key, or None."""
        if key in self._fresh:
            return self._fresh[key]
        row = None
        if self._lines:
            try:
                row = self._lines.execute("SELECT data FROM kept WHERE key=?", (key,)).fetchone()
            except sqlite3.DatabaseError:
                self._lines.close()
                self._lines = None
                self._throw_away()
        data = row[0] if row and isinstance(row[0], bytes) else b""
        if data[:_SEAL] != _seal(key, data[_SEAL:]):
            return None
        self._used.add(key)
        return data[_SEAL:]

    def keep(self, key: bytes, data: bytes) -> None:
        """Holds an entry until it is written, with others, or at the end; each of them is right whatever else there is."""
        self._fresh[key] = data
        self._room -= len(data)
        if self._room < 0 and self._may_write_early:
            self._write_fresh(is_whole=False)

    def save(self, is_whole: bool = True) -> None:
        """Writes what is new; forgets what was not used where too much of that lies there.

        is_whole: the build has asked for everything that it needs, so that the rest is of no use.
        """
        if self._fresh or self._is_untidy:
            self._write_fresh(is_whole)

    def _write_fresh(self, is_whole: bool) -> None:
        self._room, self._is_untidy = _MOST_HELD, not is_whole
        if self._lines is None:
            return
        rows = [(key, _seal(key, data) + data) for key, data in self._fresh.items()]
        for _ in range(2):
            try:
                self._write(rows, is_whole)
                break
            except sqlite3.OperationalError:
                if not is_whole:  # what lies there can be read; what waits is tried again at the end
                    self._may_write_early = False
                    with contextlib.suppress(sqlite3.Error):
                        self._lines.execute("ROLLBACK")
                    return
                self._lines = None
            except sqlite3.DatabaseError:
                # Its journal must go with it: it would bring the damage back at every opening.
                self._lines.close()
                self._throw_away()
                self._lines = self._open()
            if self._lines is None:
                break
        self._used |= self._fresh.keys()
        self._fresh = {}

    def _write(self, rows: list[tuple[bytes, bytes]], is_whole: bool) -> None:
        assert self._lines
        self._lines.execute("BEGIN IMMEDIATE")
        self._lines.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
        if is_whole:
            self._tidy()
        self._lines.execute("COMMIT")

    def _tidy(self) -> None:
        assert self._lines
        used = self._used | self._fresh.keys()
        keys = [key for (key,) in self._lines.execute("SELECT key FROM kept")]
        if len(keys) > _ROOM * len(used) + 100:
            self._lines.executemany("DELETE FROM kept WHERE key=?", [(key,) for key in keys if key not in used])


def _seal(key: bytes, data: bytes) -> bytes:
    return hashlib.blake2b(key + data, digest_size=_SEAL).digest()
