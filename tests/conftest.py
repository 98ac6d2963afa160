"""What many tests share: the site, built once by the command that everybody uses, and a server for it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
# A Sunday evening in Korea. No test depends on the day on which it runs.
BUILD_MOMENT = "1793527200"
# SLOW=0.3: every file takes so many seconds more. What a browser's test does not wait for, fails then.
SLOW = float(os.environ.get("SLOW", 0))
# How long an example takes depends on what else the machine does.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".ics": "text/calendar",
        ".webmanifest": "application/manifest+json",
    }

    def __init__(self, *arguments, headers: dict[str, str], **options):
        self.said = headers
        super().__init__(*arguments, **options)

    def do_GET(self):
        time.sleep(SLOW)
        super().do_GET()

    def end_headers(self):
        for name, value in self.said.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *arguments):
        pass


def headers_of(folder: Path) -> dict[str, str]:
    """What the site asks its host to send with every file: the first block of its _headers, if it has one."""
    path = folder / "_headers"
    block = path.read_text("utf-8").split("\n\n")[0].splitlines() if path.is_file() else ["/*"]
    assert block[0] == "/*"
    return dict(line.strip().split(": ", 1) for line in block[1:])


class _Patient(ThreadingHTTPServer):
    request_queue_size = 128  # a page asks for many files at once


def serve(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Serves a folder on the loopback address, with the headers that it asks for, until its shutdown() is called."""
    handler = partial(_Quiet, directory=str(folder), headers=headers_of(folder))
    server = _Patient(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def tool(name: str):
    """Loads one of tools/ as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def build(output: Path, root: Path = ROOT, **environ: str) -> subprocess.CompletedProcess[str]:
    """Builds the site of a tree as `make site` does."""
    command = [sys.executable, "tools/build_site.py", "--output", str(output)]
    environ = {**os.environ, "SOURCE_DATE_EPOCH": BUILD_MOMENT, "TZ": "America/Los_Angeles", **environ}
    return subprocess.run(command, cwd=root, env=environ, capture_output=True, text=True, encoding="utf-8")


def copy_tree(target: Path) -> Path:
    """Copies the tree to be built elsewhere with a test's own changes, and with it what earlier builds remember."""
    leave = (
        ".git",
        ".venv",
        ".cache",
        ".*_cache",
        ".hypothesis",
        "__pycache__",
        "site",
        "site-offline*",
        "books",
        "tests",
    )
    shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(*leave))
    for name in ("book", "build", "cards", "pictures", "search", "type", "words"):
        if (ROOT / ".cache" / name).is_dir():
            shutil.copytree(ROOT / ".cache" / name, target / ".cache" / name)
    return target


@pytest.fixture(scope="session")
def site_port() -> int:
    return free_port()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begins with the files that take longest: the last one would keep one of two workers waiting."""
    long = [
        f"tests/{name}.py"
        for name in ("test_site", "test_build_equal", "test_bench_build", "test_canaries", "test_book_pdf")
    ]
    items.sort(key=lambda item: not item.nodeid.startswith((*long, "tests/browser/")))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, site_port: int) -> Path:
    """The built site. Its address names the port that site_url serves it on: instant navigation needs that."""
    folder = tmp_path_factory.mktemp("published") / "site"
    done = build(folder, SITE_URL=f"http://127.0.0.1:{site_port}/")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def site_url(site: Path, site_port: int):
    server = serve(site, site_port)
    yield f"http://127.0.0.1:{site_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def language():
    """The real analyser, loaded once for all tests of the language check."""
    from sellerhelp.search.kiwi import make_joiner, make_reader
    from sellerhelp.words.language import Language

    return Language(make_reader(), make_joiner())
