"""Where builds keep what they found out; SELLERHELP_CACHE=off turns all of it off."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

SWITCH = "SELLERHELP_CACHE"


def is_on() -> bool:
    """Says whether builds may use what earlier ones left."""
    return os.environ.get(SWITCH, "").strip().lower() not in ("off", "0", "no", "false")


def cache_folder(root: Path, name: str = "") -> Path:
    """Returns a folder below .cache of a tree; with the caches off an empty one, which goes with the process."""
    if is_on():
        return root / ".cache" / name
    folder = Path(tempfile.mkdtemp(prefix="seller-help-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
