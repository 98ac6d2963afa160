"""What Lighthouse says of the built site on a phone: the median of some runs of each kind of page.

usage: make audit   or   .venv/bin/python tests/bench/audit.py [--site FOLDER] [--runs 5] [--json]

The site is served compressed, as a static host does. Lighthouse comes from the npm lock in requirements/audit/, into
.cache/; it needs Node 20 or newer and a Chromium. Exit status 1 when a median is below its bound: MUSTS.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from browser import find  # noqa: E402

from tests.bench.host import hosted  # noqa: E402

KINDS = {"home": "", "manual page": "orders/invoice/", "questions": "orders/faq/", "contact": "contact/"}
MUSTS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
LOCK = ROOT / "requirements" / "audit"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


def main() -> int:
    options = _options()
    if not (options.site / "index.html").is_file():
        print("make site first: there is no site to look at", file=sys.stderr)
        return 1
    lighthouse, chromium = installed(), find()
    if not lighthouse or not chromium:
        print("Lighthouse needs Node 20 or newer with npm, and a Chromium ($CHROMIUM)", file=sys.stderr)
        return 1
    rows = {}
    with hosted(options.site) as host:
        for kind, path in KINDS.items():
            runs = [scores(lighthouse, chromium, f"{host.address}{path}") for _ in range(options.runs)]
            rows[kind] = medians(runs)
            print(f"{kind:12} " + "  ".join(f"{name} {score:.0f}" for name, score in rows[kind].items()), flush=True)
    failed = below(rows)
    if options.json:
        print(json.dumps({"runs": options.runs, "rows": rows, "below": failed}, indent=1))
    print("\n".join(failed), file=sys.stderr, end="\n" if failed else "")
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def installed() -> str:
    """Returns the program of Lighthouse, installed from its lock if it is not there yet; "" without npm."""
    folder = ROOT / ".cache" / "audit"
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not (npm := shutil.which("npm")):
        return ""
    lock = folder / "package-lock.json"
    if not program.is_file() or lock.read_bytes() != (LOCK / "package-lock.json").read_bytes():
        shutil.copytree(LOCK, folder, dirs_exist_ok=True)
        done = subprocess.run([npm, "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder)
        if done.returncode:
            return ""
    return str(program)


def scores(lighthouse: str, chromium: str, address: str) -> dict[str, float]:
    """Returns category -> score, 0 to 100, of one run on a phone. Raises RuntimeError when there is none."""
    command = [lighthouse, address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(MUSTS)}")
    done = subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return told(json.loads(done.stdout))


def told(report: dict) -> dict[str, float]:
    """Returns category -> score, 0 to 100, of a report. Raises RuntimeError when a category has none."""
    found = {name: report["categories"][name]["score"] for name in MUSTS}
    if None in found.values():
        raise RuntimeError(f"no score: {[name for name, score in found.items() if score is None]}")
    return {name: score * 100 for name, score in found.items()}


def medians(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(run[name] for run in runs) for name in MUSTS}


def below(rows: dict[str, dict[str, float]]) -> list[str]:
    """Says which medians are below their bound."""
    return [
        f"{kind}: {name} {row[name]:.0f} < {most}"
        for kind, row in rows.items()
        for name, most in MUSTS.items()
        if row[name] < most
    ]


if __name__ == "__main__":
    sys.exit(main())
