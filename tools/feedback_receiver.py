"""An example of what answers can be sent to: it appends them to a CSV file that a spreadsheet opens safely.

usage: python tools/feedback_receiver.py --origin https://help.example [--port 8081] [--file feedback.csv]

A page POSTs JSON as text/plain: {"v": 1, "said": [{"kind": ..., "day": ..., ...}, ...]}; each of the said is one row.
    kind helpful   page, answer (yes, partly, no)
    kind why       page, answer, reason (other, screen, hard, missing), text when one was typed
    kind search    query that found nothing
Let it listen behind a proxy that ends TLS, limits requests and keeps no log of addresses. On another origin than the
site's, the site's policy needs `connect-src 'self' https://receiver.example`; on the same origin nothing changes.
"""

import argparse
import csv
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# Most letters of each; a row has all of them, in this order.
FIELDS = {"day": 10, "kind": 10, "page": 200, "answer": 10, "reason": 10, "query": 80, "text": 400}
MOST_BYTES, MOST_ROWS = 32_768, 20
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def read(body):
    """Returns the rows of a body; raises ValueError when it is not what a page sends."""
    try:
        said = json.loads(body)["said"]
        if not 0 < len(said) <= MOST_ROWS or any(set(one) - set(FIELDS) for one in said):
            raise ValueError(said)
        return [[cell(one.get(name, ""), most) for name, most in FIELDS.items()] for one in said]
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(body) from error


def cell(text, most):
    """Returns a text that no spreadsheet takes for a formula; raises TypeError or ValueError for anything else."""
    if len(text) > most:
        raise ValueError(text)
    plain = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]+", " ", text)
    return "'" + plain if _FORMULA.match(plain) else plain


class Receiver(BaseHTTPRequestHandler):
    """One POST, one answer: 204 taken, 400 not what a page sends, 403 another origin, 413 too long."""

    timeout, lock = 10, threading.Lock()

    def do_POST(self):
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Origin") != self.server.origin:
            return self.answer(403)
        if not re.fullmatch(r"\d{1,6}", length) or int(length) > MOST_BYTES:
            return self.answer(413)
        try:
            rows = read(self.rfile.read(int(length)))
        except ValueError:
            return self.answer(400)
        with self.lock:
            append(self.server.file, rows)
        return self.answer(204)

    def answer(self, status):
        self.close_connection = True
        self.send_response_only(status)
        self.send_header("Access-Control-Allow-Origin", self.server.origin)
        self.end_headers()

    def log_message(self, *arguments):
        """Keeps no log: it would hold the readers' addresses."""


def append(path, rows):
    is_new = not path.exists()
    # Excel takes a file for UTF-8 only with its mark at the beginning.
    with path.open("a", encoding="utf-8-sig" if is_new else "utf-8", newline="") as file:
        csv.writer(file).writerows([list(FIELDS), *rows] if is_new else rows)


def serve(origin, port, path):
    """Returns a server for the answers of one origin; the caller runs it."""
    server = ThreadingHTTPServer(("127.0.0.1", port), Receiver)
    server.origin, server.file = origin, path
    return server


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--origin", required=True)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--file", type=Path, default=Path("feedback.csv"))
    options = parser.parse_args()
    serve(options.origin, options.port, options.file).serve_forever()
