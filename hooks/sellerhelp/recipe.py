"""What remembered answers depend on beside their question: the code that gave them."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent
# Where the versions of everything installed stand; beside hooks/ in the repository.
_LOCK = _PACKAGE.parent.parent / "requirements" / "site.txt"


@cache
def code_digest() -> str:
    """Returns a digest of this package, of the lock and of Python's version; another one makes every memory void."""
    digest = hashlib.sha256(sys.version.encode())
    for path in [*sorted(_PACKAGE.rglob("*.py")), _LOCK]:
        digest.update(b"\0" + path.name.encode() + b"\0" + (path.read_bytes() if path.is_file() else b""))
    return digest.hexdigest()[:32]
