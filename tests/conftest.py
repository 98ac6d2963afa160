"""What many tests share: the site, built once by the command that everybody uses, and a server for it."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.util import Finalize
from pathlib import Path

import pytest
from hypothesis import settings
from sellerhelp.publish import own_folder

from tests.alone import running

ROOT = Path(__file__).resolve().parent.parent
# A Sunday evening in Korea. No test depends on the day on which it runs.
BUILD_MOMENT = "1793527200"
LONGEST_BUILD = 600  # seconds
SCRATCH = "seller-help-tests"  # in the temporary folder: what a run lays aside
ROOM = 2_000_000_000  # bytes: some four times what all tests have taken at once
# SLOW=0.3: every file takes so many seconds more. What a browser's test does not wait for, fails then.
SLOW = float(os.environ.get("SLOW", 0))
# How long an example takes depends on what else the machine does.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Runs a test beside those of the run's other processes, or alone where it takes the time."""
    if not hasattr(item.config, "workerinput"):
        return (yield)
    with running(Path(item.config.option.basetemp).parent, is_alone=bool(item.get_closest_marker("alone"))):
        return (yield)


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".ics": "text/calendar",
        ".webmanifest": "application/manifest+json",
    }

    def do_GET(self):
        time.sleep(SLOW)
        super().do_GET()

    def end_headers(self):
        for name, value in headers_of(Path(self.directory)).items():
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

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # a page that is left wants nothing more


def serve(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Serves a folder on the loopback address, with the headers that it asks for, until its shutdown() is called."""
    server = _Patient(("127.0.0.1", port), partial(_Quiet, directory=str(folder)))
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


def pytest_configure(config: pytest.Config) -> None:
    """One built site for all workers: whoever runs them serves it, so that its address is the same for each."""
    if hasattr(config, "workerinput"):
        config.shared = Path(config.workerinput["shared"]), config.workerinput["port"]
        return
    config.scratch = own_folder(Path(tempfile.gettempdir()), SCRATCH)
    config.scratch.mkdir(0o700)
    if config.getoption("numprocesses", None) and (said := no_room(shutil.disk_usage(config.scratch).free)):
        pytest.exit(said, returncode=1)
    # All that tests lay aside lies there, and what the processes lay aside that they kill.
    os.environ["TMPDIR"], tempfile.tempdir = str(config.scratch), None
    folder = config.scratch / "shared"
    folder.mkdir()
    config.server = serve(folder / "site")
    config.shared = folder, config.server.server_port


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:
    folder, port = node.config.shared
    node.workerinput |= {"shared": str(folder), "port": port}


def no_room(free: int) -> str:
    """Says that all tests would fill the disk, "" where they have room. free: bytes in the temporary folder."""
    if free >= ROOM:
        return ""
    return f"시험에는 임시 폴더의 저장 공간이 {ROOM / 1e9:.0f}GB 필요한데 {free / 1e9:.1f}GB만 남았어요. 쓰지 않는 파일을 지운 뒤 다시 실행하세요."


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    session.config.has_passed = exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "server"):
        config.server.shutdown()
    if hasattr(config, "scratch") and getattr(config, "has_passed", True):  # else it stays to be looked at
        # Later than a folder in it which multiprocessing takes away by itself, at -100.
        Finalize(None, shutil.rmtree, args=(config.scratch, True), exitpriority=-200)


def once(target: Path, make: Callable[[Path], subprocess.CompletedProcess[str]]) -> Path:
    """Makes what several workers need in the first one that asks; the others wait. Fails in each with what went wrong."""
    claim, said = target.with_name(f"{target.name}.claimed"), target.with_name(f"{target.name}.said")
    with contextlib.suppress(FileExistsError), claim.open("x"):
        text = "it was never made"
        try:
            done = make(target)
            text = done.stderr or f"status {done.returncode}" if done.returncode else ""
        finally:
            written = said.with_suffix(".new")
            written.write_text(text, "utf-8")
            written.replace(said)
    end = time.monotonic() + LONGEST_BUILD
    while not said.is_file():
        assert time.monotonic() < end, f"{target.name} is made by another worker, which never ends"
        time.sleep(0.2)
    assert said.read_text("utf-8") == ""
    return target


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begins with the files that take longest: the last one would keep one of two workers waiting.

    The very first needs no site: it runs while the other worker makes the one that all need.
    """
    first = "tests/test_build_equal.py"
    long = [f"tests/{name}.py" for name in ("test_site", "test_bench_build", "test_canaries", "test_book_pdf")]
    items.sort(
        key=lambda item: (not item.nodeid.startswith(first), not item.nodeid.startswith((*long, "tests/browser/")))
    )


@pytest.fixture(scope="session")
def site_port(pytestconfig: pytest.Config) -> int:
    return pytestconfig.shared[1]


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config, site_port: int) -> Path:
    """The built site. Its address names the port that site_url serves it on: instant navigation needs that."""
    return once(
        pytestconfig.shared[0] / "site", lambda folder: build(folder, SITE_URL=f"http://127.0.0.1:{site_port}/")
    )


@pytest.fixture(scope="session")
def site_url(site: Path, site_port: int) -> str:
    return f"http://127.0.0.1:{site_port}/"


@pytest.fixture(scope="session")
def language():
    """The real analyser, loaded once for all tests of the language check."""
    from sellerhelp.search.kiwi import make_joiner, make_reader
    from sellerhelp.words.language import Language

    return Language(make_reader(), make_joiner())
