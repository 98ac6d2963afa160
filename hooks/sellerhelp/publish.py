"""Puts a finished site in the place of the last one; readers never see half of it."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path


def publish(fresh: Path, site: Path, spare: Path | None = None) -> None:
    """Swaps a freshly built folder with the published one; the old one becomes the spare, or goes.

    All lie on one disk, so each step is a rename. Killed between the two renames,
    the next call finds the last site beside its place and goes on from there.
    """
    old = site.with_name(f".{site.name}.old")
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    put_aside(old, spare)


def put_aside(folder: Path, spare: Path | None) -> None:
    """Keeps a folder for the next build to write over: most of its files will be right."""
    with contextlib.suppress(OSError):
        if spare and folder.exists() and not spare.exists():
            folder.rename(spare)  # fails where another build was quicker
    shutil.rmtree(folder, ignore_errors=True)


def build_folder(cache: Path, spare: Path | None = None) -> Path:
    """Returns a folder of this process's own to build in.

    spare: what put_aside() kept, taken by the first build that asks. Who builds there says at the end what stays.
    """
    cache.mkdir(parents=True, exist_ok=True)
    folder = own_folder(cache, "build")
    with contextlib.suppress(OSError):
        if spare:
            spare.rename(folder)
    return folder


def own_folder(cache: Path, name: str) -> Path:
    """Returns a path of this process's own where nothing lies; what killed processes have left under the name goes."""
    for left in cache.glob(f"{name}-*"):
        process = left.name.removeprefix(f"{name}-")
        if not (process.isdecimal() and _is_alive(int(process))):
            shutil.rmtree(left, ignore_errors=True)
    folder = cache / f"{name}-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
