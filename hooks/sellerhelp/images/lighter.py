"""Pictures once more as WebP, which every browser since 2020 reads; the writer's own file stays for all others."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

# What a phone gains by; an animation would lose its movement.
KINDS = (".png", ".jpg", ".jpeg")
SUFFIX = ".webp"
_WORTH = 0.9  # of the bytes: a second file must be worth having
_QUALITY = 82  # of photographs; screens stay exact
# Changes whenever the recipe below does.
_RECIPE = b"1"


def lighter(data: bytes, cache: Path) -> bytes | None:
    """Returns a PNG or JPEG as WebP of the same look, or None where that is no lighter or the file is no picture.

    cache: a folder for what was made before, named by the picture; the work takes a second for a large screen.
    """
    path = cache / f"{hashlib.sha256(_RECIPE + data).hexdigest()[:32]}{SUFFIX}"
    if path.is_file() and _is_whole(kept := path.read_bytes()):
        return kept[8:] or None
    made = _made(data)
    found = made if len(made) <= _WORTH * len(data) else b""
    cache.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(hashlib.sha256(found).digest()[:8] + found)
    part.replace(path)
    return found or None


def _is_whole(kept: bytes) -> bool:
    return kept[:8] == hashlib.sha256(kept[8:]).digest()[:8]


def _made(data: bytes) -> bytes:
    from PIL import Image, ImageOps, UnidentifiedImageError  # why: most sites' builds have no picture to make lighter

    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if getattr(picture, "is_animated", False):
                return data
            is_photograph = picture.format == "JPEG"
            turned = ImageOps.exif_transpose(picture)  # the copy says no more which way is up
            turned = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
            turned.save(out, "WEBP", lossless=not is_photograph, quality=_QUALITY if is_photograph else 100, method=6)
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return data  # the gate names what is no picture
    return out.getvalue()
