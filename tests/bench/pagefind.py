"""Pagefind as one more peer: installed for the run, into a folder that is thrown away."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

VERSION = "1.5.2"


def add_pagefind(site: Path, scratch: Path) -> str:
    """Writes Pagefind's index into a built site; returns why it could not, or ""."""
    folder = scratch / "pagefind-environment"
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    install = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        f"pagefind[bin]=={VERSION}",
    ]
    index = [str(python), "-m", "pagefind", "--site", str(site), "--root-selector", "article"]
    for step, command in (("install", install), ("index", index)):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            last = (done.stderr or done.stdout).strip().splitlines()[-1:]
            return f"Pagefind: could not {step}. {' '.join(last)}"
    return ""
