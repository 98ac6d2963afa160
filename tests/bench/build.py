"""What a site costs to build, to build again after one edit, and to preview: ours, stock Material, Hugo and Zensical.

usage: .venv/bin/python tests/bench/build.py --corpus FILE.jsonl [--pages 270,2717,10868] [--runs 3] [--json]
       [--only ours,stock] [--cases cold,edit,warm] [--stock PYTHON]

The corpus (corpus.py says its format) becomes the same pages for everybody: many_pages.py, projects.py. Ours is this
tree's configuration, hooks, overrides and tools: whole; without its printed books, which no other prints; and without
its search, too. Stock is MkDocs and Material from this tree's lock, in an environment of its own (or PYTHON's), with and
without search. Hugo draws a plain page with a tree of folders and has no search. Peers that do not install are left out.
Of all runs the median counts.
cold: no cache, no site. edit: one sentence more in one page, a process of its own. warm: from saving such an edit to
the page with it over HTTP (wall), and until the server rests (cpu). cpu seconds and MB include all child processes; a
busy machine stretches the rest.
The last rows compare with what the project wants of itself: MUSTS.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from tests.bench.builders import ENVIRON, Builder, builders, peers, stock_python  # noqa: E402
from tests.bench.corpus import read_corpus  # noqa: E402
from tests.bench.many_pages import Page, edited, lay_out  # noqa: E402
from tests.bench.spent import Failed, Spent, end_like_ctrl_c, run, saved_to_fresh, served  # noqa: E402
from tests.conftest import free_port  # noqa: E402

Rows = Mapping[str, Mapping[int, Mapping[str, Spent]]]  # builder -> pages -> case -> the median


@dataclass(frozen=True)
class Must:
    """what of ours, in a case, is at most so many times what of another (or, without one, at most so much)."""

    case: str
    what: str
    ours: str
    most: float
    other: str = ""
    pages: int = 0  # 0: at every size


MUSTS = (
    Must("cold", "cpu", "ours (no search)", 0.60, "stock (no search)", 2717),
    Must("cold", "cpu", "ours", 1.3, "stock", 2717),
    Must("cold", "peak", "ours", 3, "stock", 2717),
    Must("edit", "cpu", "ours", 0.10, "stock"),
    Must("edit", "cpu", "ours", 0.30, "hugo"),
    Must("warm", "wall", "ours", 0.060, pages=2717),
    Must("warm", "wall", "ours", 0.100, pages=10868),
    Must("warm", "wall", "ours", 0.20, "hugo"),
)
MOST_GROWTH, FROM, TO = 1.2, 2717, 10868  # cpu a page, cold and edited


def main() -> int:
    options = _options()
    corpus = read_corpus(options.corpus.read_text("utf-8"))
    end_like_ctrl_c()
    asked = {name for name in options.only.split(",") if name}
    stock = options.stock or (stock_python() if not asked or any("stock" in name for name in asked) else "")
    others = {} if asked and not asked & {"hugo", "zensical"} else peers()
    rows: dict[str, dict[int, dict[str, Spent]]] = {}
    with tempfile.TemporaryDirectory(prefix="bench-build-") as name:
        for count in (int(one) for one in options.pages.split(",")):
            pages = lay_out(corpus, count)
            for builder in builders(stock, others):
                if not asked or builder.name in asked:
                    found = compare(builder, Path(name), pages, options.runs, options.cases.split(","))
                    rows.setdefault(builder.name, {})[count] = found
                    print(f"{count} {builder.name}: {', '.join(found) or 'nothing'}", file=sys.stderr)
    kept = verdicts(rows)
    if options.json:
        plain = {
            by: {str(n): {c: asdict(s) for c, s in cs.items()} for n, cs in sizes.items()} for by, sizes in rows.items()
        }
        print(json.dumps({"runs": options.runs, "cores": os.cpu_count(), "rows": plain, "musts": kept}, indent=1))
    else:
        print(table(rows, kept))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--pages", default="270,2717,10868")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="", help="names of builders, by commas")
    parser.add_argument("--stock", default="", help="a Python that has MkDocs and Material")
    parser.add_argument("--cases", default="cold,edit,warm", help="an edit is built after a cold build")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def compare(builder: Builder, folder: Path, pages: Sequence[Page], runs: int, cases: Sequence[str]) -> dict[str, Spent]:
    """Returns case -> median of a builder; what fails is told and left out."""
    found: dict[str, list[Spent]] = {}
    try:
        project = folder / re.sub(r"\W+", "-", builder.name).strip("-")
        for _ in range(runs if {"cold", "edit"} & set(cases) else 0):
            _fresh_project(builder, project, pages)
            found.setdefault("cold", []).append(run(builder.build, project, ENVIRON | dict(builder.environ)))
            if "edit" in cases:
                found.setdefault("edit", []).append(_edit(builder, project, pages))
        if "warm" in cases and "(" not in builder.name:
            _fresh_project(builder, project, pages)
            found["warm"] = _warm(builder, project, pages, runs)
    except Failed as failure:
        print(f"{builder.name}: {failure}", file=sys.stderr)
    return {case: median(some) for case, some in found.items()}


def _fresh_project(builder: Builder, project: Path, pages: Sequence[Page]) -> None:
    shutil.rmtree(project, ignore_errors=True)
    builder.write(project, pages, builder.has_search)


def median(some: Sequence[Spent]) -> Spent:
    """Returns the medians, each figure for itself."""
    return Spent(*(statistics.median(getattr(one, name) for one in some) for name in Spent.__dataclass_fields__))


def _edit(builder: Builder, project: Path, pages: Sequence[Page]) -> Spent:
    """Builds once more after one edit. Raises Failed when the site does not show it."""
    page = next(one for one in pages[len(pages) // 2 :] if one.number)  # ours prints it in a book, too
    sign = "이 문장은 나중에 더했어요"
    source = project / builder.docs / page.path
    source.write_text(edited(source.read_text("utf-8"), f"{sign}."), "utf-8")
    spent = run(builder.build, project, ENVIRON | dict(builder.environ))
    if sign not in (project / builder.site / page.path.removesuffix(".md") / "index.html").read_text("utf-8"):
        raise Failed(f"{page.path} is as it was")
    return spent


def _warm(builder: Builder, project: Path, pages: Sequence[Page], runs: int) -> list[Spent]:
    """Edits one page after another while a preview runs."""
    at = f"127.0.0.1:{free_port()}"
    found = []
    edits = [pages[(turn + 1) * len(pages) // (runs + 2)] for turn in range(runs)]
    address = lambda page: f"http://{at}/{page.path.removesuffix('.md')}/"  # noqa: E731
    with served(builder.serve(at), project, address(edits[0]), ENVIRON) as session:
        for turn, page in enumerate(edits):
            path, sign = project / builder.docs / page.path, f"{turn + 1}번째로 고친 문장이에요"
            fresh = edited(path.read_text("utf-8"), f"{sign}.")
            found.append(saved_to_fresh(path, fresh, address(page), sign, session))
    return found


def verdicts(rows: Rows) -> list[dict]:
    """Returns what each must comes to, as far as it was measured: its words, the figure, the bound, whether it holds."""
    kept = []
    for must in MUSTS:
        for count in rows.get(must.ours, {}):
            if must.pages in (0, count) and (figure := _figure(rows, must, count)) is not None:
                than = f" / {must.other}" if must.other else " s"
                kept.append(_verdict(f"{must.case} {must.what}, {count} pages: {must.ours}{than}", figure, must.most))
    for case in ("cold", "edit"):
        small, large = (_of(rows, "ours", count, case, "cpu") for count in (FROM, TO))
        if small and large:
            growth = (large / TO) / (small / FROM)
            kept.append(_verdict(f"{case} cpu a page: {TO} / {FROM} pages", growth, MOST_GROWTH))
    return kept


def _verdict(words: str, figure: float, most: float) -> dict:
    return {"must": words, "is": round(figure, 3), "at most": most, "holds": figure <= most}


def _figure(rows: Rows, must: Must, count: int) -> float | None:
    ours = _of(rows, must.ours, count, must.case, must.what)
    if not must.other or ours is None:
        return ours
    other = _of(rows, must.other, count, must.case, must.what)
    return ours / other if other else None


def _of(rows: Rows, by: str, count: int, case: str, what: str) -> float | None:
    spent = rows.get(by, {}).get(count, {}).get(case)
    return getattr(spent, what) if spent else None


def table(rows: Rows, kept: Sequence[dict]) -> str:
    """Prints a line for each builder and size, then the musts."""
    lines = [
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        f"{'':18}{'pages':>6} |{'cold':^24}|{'edit':^24}|{'warm':^18}",
        f"{'':18}{'':6} |" + f"{'cpu s':>8}{'wall s':>8}{'MB':>7} |" * 2 + f"{'wall s':>9}{'cpu s':>8}",
    ]
    for count in dict.fromkeys(count for sizes in rows.values() for count in sizes):
        for by, sizes in rows.items():
            if not (cases := sizes.get(count)):
                continue
            line = f"{by:18}{count:6} |"
            for case in ("cold", "edit"):
                one = cases.get(case)
                line += f"{one.cpu:8.2f}{one.wall:8.2f}{one.peak:7.0f} |" if one else f"{'-':>23} |"
            warm = cases.get("warm")
            lines.append(line + (f"{warm.wall:9.3f}{warm.cpu:8.2f}" if warm else f"{'-':>9}"))
    lines += [""] + [
        f"{'holds' if one['holds'] else 'FAILS':6}{one['is']:9.3f} <= {one['at most']:<6} {one['must']}" for one in kept
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
