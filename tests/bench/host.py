"""A static host that compresses, may be as slow as a telephone line, and counts what it sends."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PIECE = 4096  # bytes that share the line with other answers


@dataclass
class Line:
    """What connects a reader: bytes a second, all answers together; seconds until each answer begins. 0: no limit.

    Shaped here and not in the browser, whose own emulation leaves workers out.
    """

    rate: float = 0
    delay: float = 0
    _free: float = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, body: bytes, write: Callable[[bytes], object]) -> None:
        time.sleep(self.delay)
        for at in range(0, len(body), PIECE):
            piece = body[at : at + PIECE]
            if self.rate:
                time.sleep(max(0.0, self._until(len(piece)) - time.monotonic()))
            write(piece)

    def _until(self, size: int) -> float:
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size / self.rate
            return self._free


# 3G as Lighthouse and the budgets of the project mean it.
def slow_phone() -> Line:
    return Line(rate=1_600_000 / 8, delay=0.15)


@dataclass(frozen=True)
class Sent:
    """mark: what was measured then. path: of the request. size: bytes of the compressed answer."""

    mark: str
    path: str
    size: int


@dataclass
class Host:
    folder: Path
    line: Line = field(default_factory=Line)
    mark: str = ""
    sent: list[Sent] = field(default_factory=list)
    address: str = ""
    _packed: dict[Path, bytes] = field(default_factory=dict)

    def packed(self, path: Path) -> bytes:
        if path not in self._packed:
            self._packed[path] = gzip.compress(path.read_bytes(), 9)
        return self._packed[path]

    def bytes_of(self, mark: str, part: str = "", end: str = "") -> int:
        """Returns the bytes sent under a mark, of the paths that hold a part and end so."""
        return sum(
            one.size
            for one in self.sent
            if one.mark == mark and part in one.path and one.path.split("?")[0].endswith(end)
        )

    def requests_of(self, mark: str) -> int:
        return sum(one.mark == mark for one in self.sent)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}

    def __init__(self, *arguments, host: Host):
        self.host = host
        super().__init__(*arguments, directory=str(host.folder))

    def do_GET(self):
        if self.path.startswith("/__mark?"):
            self.host.mark = self.path.split("?", 1)[1]
            return self._answer(b"", "text/plain", Line())
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        body = self.host.packed(path)
        self.host.sent.append(Sent(self.host.mark, self.path, len(body)))
        self._answer(body, self.guess_type(str(path)), self.host.line, "gzip")

    def _answer(self, body: bytes, kind: str, line: Line, coding: str = "identity") -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Encoding", coding)
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        line.send(body, self.wfile.write)

    def log_message(self, *arguments):
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A browser that closes while an answer is on its way is no error."""


@contextmanager
def hosted(folder: Path, line: Line | None = None) -> Iterator[Host]:
    host = Host(folder, line or Line())
    server = _Server(("127.0.0.1", 0), partial(_Handler, host=host))
    host.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
