"""What browsers get of a preview: the page with what is wrong in it, and word when it is another one."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

from sellerhelp.live.session import Session

SCRIPT, WAIT = "/sh-live/live.js", "/sh-live/wait"
_PATIENCE = 25.0  # seconds; less than what stands between browsers and servers allows
_RIBBON, _END = b'class="sh-preview"', b"</p>"

_INDEX = re.compile(rb'"search": ?"[^"]*"')

App = Callable[[Mapping[str, Any], Callable[..., Any]], Iterable[bytes]]


class LiveApp:
    """A WSGI application around the host's.

    site: the folder that it serves. mount: the address of its root. box: what is wrong, as HTML for the page of an
    address below the root ("orders/invoice/").
    """

    def __init__(self, inner: App, session: Session, site: Path, mount: str, box: Callable[[str], str]):
        self.inner, self.session, self.site, self.mount, self.box = inner, session, site, mount, box

    def __call__(self, environ: Mapping[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if path == WAIT:
            query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
            page, seen = unquote(query.get("page", ["/"])[0]), query.get("seen", [""])[0]
            now = self.session.wait(lambda: self.version(page), seen, _PATIENCE)
            return _answer(start, "text/plain", now.encode())
        if path == SCRIPT:
            return _answer(start, "text/javascript", Path(__file__).with_name("live.js").read_bytes())
        return self._page(path, environ, start)

    def _page(self, path: str, environ: Mapping[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        said: list[tuple[Any, ...]] = []
        body = self.inner(environ, lambda *words: said.append(words))
        status, headers, *rest = said[-1]
        if dict(headers).get("Content-Type", "").partition(";")[0] == "text/html":
            html = b"".join(body)
            seen = self._digest(html, path)
            html = with_box(html, self.box(self.address(path)).encode(), seen)
            body, headers = [html], [*(one for one in headers if one[0] != "Content-Length"), ("Content-Length", str(len(html)))]  # fmt: skip
        start(status, [*headers, ("Cache-Control", "no-cache")], *rest)
        return body

    def address(self, path: str) -> str:
        """Returns the address below the root that a path on the server means."""
        return "" if path + "/" == self.mount else path.removeprefix(self.mount)

    def version(self, path: str) -> str:
        """Returns a mark of what stands at a path now: the page and what is wrong with it."""
        address = self.address(path)
        file = self.site / posixpath.normpath("/" + address + ("index.html" if path.endswith("/") else ""))[1:]
        return self._digest(file.read_bytes() if file.is_file() else b"", path)

    def _digest(self, html: bytes, path: str) -> str:
        # The name of the search index is another one after each edit, and nothing that a reader sees.
        return hashlib.blake2b(_INDEX.sub(b"", html) + self.box(self.address(path)).encode(), digest_size=8).hexdigest()


def with_box(html: bytes, box: bytes, seen: str) -> bytes:
    """Puts what is wrong below the ribbon that says what a preview is, and the script at the end."""
    script = f'<script type="module" src="{SCRIPT}" data-sh-live="{seen}"></script>'.encode()
    ribbon = html.find(_RIBBON)
    at = html.find(_END, ribbon) + len(_END) if ribbon >= 0 else max(html.rfind(b"</body>"), 0)
    head, tail = html[:at] + box, html[at:]
    before, end, after = tail.rpartition(b"</body>")
    return head + before + script + end + after if end else head + tail + script


def _answer(start: Callable[..., Any], kind: str, body: bytes) -> list[bytes]:
    headers = [("Content-Type", f"{kind}; charset=utf-8"), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")]  # fmt: skip
    start("200 OK", headers)
    return [body]
