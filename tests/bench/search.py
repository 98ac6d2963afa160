"""How well, how fast and how lightly the search answers, measured in a real browser on a corpus of questions.

usage: .venv/bin/python tests/bench/search.py --corpus FILE.jsonl --queries FILE.tsv [--json] [--copies N] [--peer]

Each question of the corpus becomes a page (question as title, answer as body) of a
site that is built through the real hooks, served with gzip as a static host would,
and asked through the worker's own protocol. A hit is a page of faq_index or also_right.
corpus: id, question, answer. queries: style, faq_index, also_right, query.
--peer asks Material's own search with the same queries on the same pages.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from browser import find  # noqa: E402

ASK = """async ([queries, marker]) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const worker = new Worker(new URL(config.search, location.href));
  const ask = (message, type) => new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = (event) => event.data.type === type && resolve(event.data);
    worker.postMessage(message);
  });
  const index = marker ? await (await fetch(new URL("search/search_index.json", new URL(config.base + "/", location.href)))).json() : {};
  await ask({type: 0, data: {...index, options: {suggest: false}}}, 1);
  const out = [];
  for (const query of queries) {
    await fetch(`/__mark?${out.length}`);
    const first = performance.now();
    const data = (await ask({type: 2, data: query}, 3)).data;
    const cold = performance.now() - first;
    const again = performance.now();
    await ask({type: 2, data: query}, 3);
    out.push({locations: data.items.map((group) => group[0].location), cold, warm: performance.now() - again});
  }
  return out;
}"""


class Host(SimpleHTTPRequestHandler):
    """A static host that compresses, and counts what each query made it send."""

    protocol_version = "HTTP/1.1"
    sent: dict[int, int] = {}
    query = -1
    packed: dict[str, bytes] = {}

    def do_GET(self):
        if self.path.startswith("/__mark"):
            Host.query = int(self.path.split("?")[1])
            self._send(b"", "text/plain")
            return
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = Host.packed.setdefault(str(path), gzip.compress(path.read_bytes(), 9))
        Host.sent[Host.query] = Host.sent.get(Host.query, 0) + len(body)
        self._send(body, self.guess_type(str(path)), "gzip")

    def _send(self, body, kind, coding=""):
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if kind.endswith("javascript") else kind)
        self.send_header("Content-Length", str(len(body)))
        if coding:
            self.send_header("Content-Encoding", coding)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def write_site(folder: Path, rows: list[dict], peer: bool) -> None:
    docs = folder / "docs"
    (docs / "contact").mkdir(parents=True)
    for row in rows:
        title, text = json.dumps(row["question"], ensure_ascii=False), _plain(row["answer"])
        # The lead is searched too: the same for all, so that it says nothing.
        head = f"title: {title}\ndescription: 질문과 답\nupdated: 2026-01-01\n"
        (docs / f"p{row['at']}.md").write_text(f"---\n{head}---\n\n{text}\n", "utf-8")
    (docs / "index.md").write_text("---\ntitle: x\ndescription: x\nupdated: 2026-01-01\n---\nx\n", "utf-8")
    for name in ("hours.yml", "holidays.yml"):
        (docs / "contact" / name).write_bytes((ROOT / "docs" / "contact" / name).read_bytes())
    (docs / "synonyms.yml").write_bytes((ROOT / "docs" / "synonyms.yml").read_bytes())
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    if peer:
        config = config[: config.index("hooks:\n")].replace("  custom_dir: overrides\n", "")
        config = re.sub(r"markdown_extensions:.*", "", config, flags=re.S).replace("    logo: sellerhelp/mark\n", "")
        config = config.replace("- search\n", "- search:\n      lang: ko\n")
    (folder / "mkdocs.yml").write_text(config, "utf-8")


def _plain(text: str) -> str:
    """Keeps Markdown from reading structure into somebody's plain text."""
    return re.sub(r"([\\`*_{}\[\]<>#|!~^$/+=-])", r"\\\1", re.sub(r"\s+", " ", text)).replace("\\/", "/")


def build(folder: Path) -> float:
    """Builds the site; returns cpu seconds."""
    before = os.times()
    environ = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1793527200"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env=environ, check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def ask(folder: Path, queries: list[str], peer: bool) -> tuple[list[dict], dict[int, int]]:
    from playwright.sync_api import sync_playwright

    Host.sent, Host.query, Host.packed = {}, -1, {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.set_default_timeout(600_000)
        page.goto(f"http://127.0.0.1:{server.server_port}/p0/")
        page.wait_for_timeout(1000)
        answers = page.evaluate(ASK, [queries, peer])
        browser.close()
    server.shutdown()
    return answers, dict(Host.sent)


def report(queries: list[dict], answers: list[dict], pages: int) -> dict:
    styles: dict[str, list] = {}
    for query, answer in zip(queries, answers, strict=True):
        right = {int(one) for one in re.findall(r"\d+", f"{query['faq_index']} {query['also_right']}")}
        found = [int(re.search(r"p(\d+)/", location)[1]) % pages for location in answer["locations"]]
        rank = next((at for at, number in enumerate(found, 1) if number in right), 0)
        for style in (query["style"], "all"):
            styles.setdefault(style, []).append((rank, len(found)))
    return {
        style: {
            "queries": len(rows),
            "recall@1": round(100 * sum(rank == 1 for rank, _ in rows) / len(rows), 1),
            "recall@5": round(100 * sum(0 < rank <= 5 for rank, _ in rows) / len(rows), 1),
            "mrr": round(sum(1 / rank for rank, _ in rows if rank) / len(rows), 3),
            "zero": sum(count == 0 for _, count in rows),
        }
        for style, rows in sorted(styles.items())
    }


def measure(rows: list[dict], queries: list[dict], peer: bool, pages: int) -> dict:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, rows, peer)
        seconds = build(folder)
        started = time.perf_counter()
        answers, sent = ask(folder, [query["query"] for query in queries], peer)
        warm = sorted(answer["warm"] for answer in answers)
        per_query = [sent.get(at, 0) for at in range(len(queries))]
        return {
            "styles": report(queries, answers, pages),
            "build cpu s": round(seconds, 1),
            "bytes before the first query": sent.get(-1, 0),
            "bytes of the first query": per_query[0],
            "bytes of a later query (median)": int(statistics.median(per_query[1:])),
            "answer ms p50 / p95 / most": [round(warm[int(len(warm) * at)], 1) for at in (0.5, 0.95)]
            + [round(warm[-1], 1)],
            "asking s": round(time.perf_counter() - started, 1),
        }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--copies", type=int, default=1, help="the corpus so many times over")
    parser.add_argument("--peer", action="store_true")
    options = parser.parse_args()
    corpus = [json.loads(line) for line in options.corpus.read_text("utf-8").splitlines() if line.strip()]
    rows = [{**row, "at": at} for at, row in enumerate(corpus * options.copies)]
    with options.queries.open(encoding="utf-8") as file:
        queries = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    results = {"ours": measure(rows, queries, False, len(corpus))}
    if options.peer:
        results["Material"] = measure(rows, queries, True, len(corpus))
    if options.json:
        print(json.dumps(results, ensure_ascii=False, indent=1))
        return
    for name, result in results.items():
        print(f"\n{name}")
        for style, row in result.pop("styles").items():
            print(f"  {style:12} " + "  ".join(f"{key} {value}" for key, value in row.items()))
        for key, value in result.items():
            print(f"  {key}: {value}")


if __name__ == "__main__":
    main()
