"""How long `make check` takes: on this repository's docs/, multiplied to so many pages and questions.

usage: .venv/bin/python tests/bench/check.py [--pages 90] [--questions 270] [--runs 3] [--keep FOLDER]

Copies docs/ into a folder of its own and adds copies of pages and questions, each with a fresh number, id and a word of
its own, until there are enough. Measures whole processes, start included: cold (no .cache), again (nothing
changed), edited (one sentence of one page and one answer are new). Prints wall and cpu seconds, the medians of the runs.
"""

import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MANUALS = ("opening", "products", "orders", "settlement", "ads", "policy")
# What the check needs beside docs/; all of it stays where it is.
SHARED = (".venv", "hooks", "overrides", "requirements", "mkdocs.yml", "Makefile", "README.md", "pyproject.toml")
_HEAD_ONLY_ONCE = re.compile(r"^(?:also|finds|was|changes|featured):.*\n(?:[ -].*\n)*", re.M)
_ENTRY_ONLY_ONCE = re.compile(r"^  (?:also|finds|was|featured):.*\n(?:    .*\n)*", re.M)
_NUMBER = re.compile(r"^number: (\d+)-(\d+)$", re.M)
_MOST_COPIES = 80  # numbers from 20 up to 99
_SYLLABLES = "가나다라마바사자차카타파하거너더러머버서저처커터퍼허"


def main():
    options = _options()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="bench-check-"))
    try:
        project(folder, options.pages, options.questions)
        print(
            f"{len(pages(folder))} pages, {len(questions(folder))} questions, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
        )
        print(f"{'':8}{'wall s':>8}{'cpu s':>8}")
        for name, measured in measure(folder, options.runs).items():
            wall, cpu = (statistics.median(column) for column in zip(*measured, strict=True))
            print(f"{name:8}{wall:8.2f}{cpu:8.2f}")
    finally:
        if not options.keep:
            shutil.rmtree(folder)


def project(folder, most_pages, most_questions):
    """Makes the project in a folder, with at least so many pages and questions."""
    folder.mkdir(exist_ok=True)
    for name in SHARED:
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "tools", folder / "tools")
    shutil.copytree(ROOT / "docs", folder / "docs")
    chapters = [path for path in pages(folder) if path.stem not in ("index", "faq") and path.parent.name in MANUALS]
    wanted = most_pages - len(pages(folder))
    if wanted > _MOST_COPIES:
        raise SystemExit(f"at most {_MOST_COPIES} copies of pages have numbers")
    for number, path in zip(range(wanted), cycle(chapters), strict=False):
        _copy_page(path, number)
    entries = questions(folder)
    for number, (path, entry) in zip(range(most_questions - len(entries)), cycle(entries), strict=False):
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n{_copied_entry(entry, number)}\n")


def pages(folder):
    return sorted(path for path in folder.glob("docs/**/*.md") if not path.parent.name.startswith("_"))


def questions(folder):
    """Returns (file, text of the entry) of every question."""
    found = []
    for path in sorted(folder.glob("docs/*/faq.yml")):
        entries = re.split(r"^(?=- id:)", path.read_text("utf-8"), flags=re.M)[1:]
        found += [(path, re.sub(r"(?:^(?:#.*)?\n)*\Z", "", entry, flags=re.M)) for entry in entries]
    return found


def word(number):
    """Returns a word that no other copy has."""
    letters = len(_SYLLABLES)
    return "".join(_SYLLABLES[number // letters**place % letters] for place in range(3)) + "뷁"


def _copy_page(path, number):
    _, head, text = path.read_text("utf-8").split("---\n", 2)
    own, first = word(number), _NUMBER.search(head)[1]
    head = _NUMBER.sub(f"number: {first}-{20 + number}", _HEAD_ONLY_ONCE.sub("", head))
    head = re.sub(r"^title: (.*)$", rf"title: {own} \1", head, flags=re.M) + f"finds:\n  - {own}\n  - {own} 방법\n"
    path.with_name(f"{path.stem}-{number}.md").write_text(f"---\n{head}---\n{text}", "utf-8")


def _copied_entry(entry, number):
    own, other = word(5000 + number), word(10_000 + number)  # two words: else it asks the same as the first
    entry = re.sub(r"^- id: (\S+)", rf"- id: \1-{number}", _ENTRY_ONLY_ONCE.sub("", entry + "\n"))
    return (
        re.sub(r"^  question: ['\"]?(.*?)['\"]?$", rf"  question: '{own} {other} \1'", entry, flags=re.M)
        + f"  finds: [{own}]\n"
    )


def measure(folder, runs):
    """Returns (wall, cpu) seconds of every run, by what had gone before."""
    found = {"cold": [], "again": [], "edited": []}
    for run in range(runs):
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        found["cold"].append(_timed(folder))
        found["again"].append(_timed(folder))
        _edit(folder, run)
        found["edited"].append(_timed(folder))
    return found


def _edit(folder, run):
    page = folder / "docs" / "orders" / "invoice.md"
    page.write_text(page.read_text("utf-8") + f"\n송장 번호는 {run + 2}번까지 살펴봐요.\n", "utf-8")
    path, entry = questions(folder)[0]
    changed = re.sub(r"^(  answer: \|\n    .*)$", rf"\1 {run + 2}번 더 볼 수 있어요.", entry, flags=re.M)
    path.write_text(path.read_text("utf-8").replace(entry, changed), "utf-8")


def _timed(folder):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    run = subprocess.run(
        [sys.executable, "tools/check.py"], cwd=folder, capture_output=True, text=True, encoding="utf-8"
    )
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode > 1:
        raise SystemExit(run.stderr)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=90)
    parser.add_argument("--questions", type=int, default=270)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
