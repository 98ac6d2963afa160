"""How well, how fast and how lightly the search answers, measured in a real browser on a corpus of questions.

usage: .venv/bin/python tests/bench/search.py --corpus FILE.jsonl --queries FILE.tsv
       [--json] [--copies N] [--growth] [--again] [--peer] [--perturb] [--sample N] [--starts N]

Each question of the corpus becomes a page (question as title, answer as body) of a
site that is built through the real hooks, served with gzip as a static host would,
and asked through the worker's own protocol. Some queries are asked again through
the real dialog on a slow phone: 1.6 Mbit/s and 150 ms shaped by the host, all
threads of the page at a quarter of the cpu, the text pasted as the dialog opens.
Formats: corpus.py. --peer asks Material's own search and, where it installs,
Pagefind the same queries on the same pages. --growth builds the corpus four times
over as well. --perturb asks well typed queries again without spaces, with one wrong
jamo and with the keyboard left in English, and says what each costs. --again edits one page and builds a second time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]

from tests.bench.asking import ask_all, start_slowly  # noqa: E402
from tests.bench.corpus import Query, Question, page, read_corpus, read_queries, write_site  # noqa: E402
from tests.bench.figures import cost, latency, quality, waiting, weight  # noqa: E402
from tests.bench.pagefind import add_pagefind  # noqa: E402
from tests.bench.perturb import TURNS, WAYS, perturbed  # noqa: E402

GROWTH = 4
MOMENT = "1793527200"
EDITED = Question("고친 글", "한 쪽만 고치면 다른 쪽은 다시 나누지 않아요.")


def main() -> None:
    options = _options()
    corpus = read_corpus(options.corpus.read_text("utf-8"))
    queries = read_queries(options.queries.read_text("utf-8"), len(corpus))
    queries = spread(queries, options.sample or len(queries))
    results = {"ours": ours(corpus, corpus * options.copies, queries, options.starts, options.again, options.perturb)}
    if options.growth:
        name = f"ours x{GROWTH}"
        results[name] = ours(corpus, corpus * GROWTH * options.copies, queries, options.starts)
        one, four = (results[which]["bytes"]["first result"] for which in ("ours", name))
        results[name]["growth"] = {"first result": round(four / one, 2) if one else 0}
    if options.peer:
        results |= peers(corpus, queries, options.starts)
    print(json.dumps(results, ensure_ascii=False, indent=1) if options.json else table(results))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--copies", type=int, default=1, help="the corpus so many times over")
    parser.add_argument("--growth", action="store_true", help=f"also {GROWTH} times over, and the ratio")
    parser.add_argument("--again", action="store_true", help="also the cpu of a build after one edit")
    parser.add_argument("--peer", action="store_true", help="also Material's own search and Pagefind")
    parser.add_argument("--perturb", action="store_true", help="also mistyped: no spaces, one wrong jamo, English keys")
    parser.add_argument("--sample", type=int, default=0, help="only so many queries, evenly spread")
    parser.add_argument("--starts", type=int, default=8, help="slow phones; 0 leaves them out")
    return parser.parse_args()


def spread(items: Sequence, most: int) -> list:
    """Returns so many items at even distances: the order of a file is no chance."""
    step = max(1.0, len(items) / most) if most else len(items) + 1
    return [items[int(at * step)] for at in range(min(most, len(items)))]


def ours(
    corpus: list[Question],
    pages: list[Question],
    queries: list[Query],
    starts: int,
    again: bool = False,
    perturb: bool = False,
) -> dict[str, dict]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, pages, is_ours=True)
        cpu = {"cold": built(folder)}
        if again:
            (folder / "docs" / "p0.md").write_text(page(EDITED), "utf-8")
            cpu["one page edited"] = built(folder)
            (folder / "docs" / "p0.md").write_text(page(pages[0]), "utf-8")
            built(folder)
        measured = measure(folder / "site", corpus, queries, starts, "")
        if perturb:
            measured |= mistyped(folder / "site", corpus, queries)
        return measured | {"build cpu s": {f"{part}, {when}": cpu[when][part] for when in cpu for part in cpu[when]}}


def peers(corpus: list[Question], queries: list[Query], starts: int) -> dict[str, dict]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, corpus, is_ours=False)
        cpu = {"all, cold": built(folder)["all"]}
        found = {
            "Material": measure(folder / "site", corpus, queries, min(starts, 3), "material") | {"build cpu s": cpu}
        }
        if why := add_pagefind(folder / "site", folder):
            print(why, file=sys.stderr)
        else:
            found["Pagefind"] = measure(folder / "site", corpus, queries, 0, "pagefind")
        return found


def built(folder: Path) -> dict[str, float]:
    """Builds the site of a folder; returns cpu seconds."""
    environ = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": MOMENT}
    command = [sys.executable, str(ROOT / "tests" / "bench" / "timed_build.py"), str(folder)]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"the build failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def measure(site: Path, corpus: list[Question], queries: list[Query], starts: int, peer: str) -> dict[str, dict]:
    answers = ask_all(site, [query.text for query in queries], peer)
    picked = [query.text for query in spread(queries, 2 * starts)]
    slow = start_slowly(site, list(zip(picked[::2], picked[1::2], strict=False)))
    return {
        **{f"quality, {style}": row for style, row in quality(queries, answers, len(corpus)).items()},
        "bytes": weight(answers, slow),
        "answer ms": latency(answers),
        "slow phone ms": waiting(slow),
    }


def mistyped(site: Path, corpus: list[Question], queries: list[Query]) -> dict[str, dict]:
    """Asks well typed queries and what becomes of them, for each way to mistype."""
    found = {}
    for name, way in WAYS.items():
        pairs = perturbed(queries, way, TURNS.get(name, 1))
        asked = [query for pair in pairs for query in pair]
        answers = ask_all(site, [query.text for query in asked], "")
        before, after = (quality(asked[at::2], answers[at::2], len(corpus)) for at in (0, 1))
        found[f"mistyped, {name}"] = cost(before, after) | latency(answers[1::2])
    return found


def table(results: dict[str, dict[str, dict]]) -> str:
    """Prints the systems side by side."""
    rows = [["", *results]]
    for section in dict.fromkeys(section for result in results.values() for section in result):
        names = dict.fromkeys(name for result in results.values() for name in result.get(section, {}))
        for name in names:
            cells = [result.get(section, {}).get(name, "") for result in results.values()]
            rows.append(
                [f"{section}: {name}", *(f"{cell:,.10g}" if isinstance(cell, (int, float)) else cell for cell in cells)]
            )
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


if __name__ == "__main__":
    main()
