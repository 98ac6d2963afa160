"""Counts what stands in each manual: pages, questions, promises of the search, facts, drawings.

usage: python tools/extent.py
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

from plainly import run, stop  # noqa: E402
from sellerhelp.facts.base import read_base  # noqa: E402
from sellerhelp.gate.show import report as told  # noqa: E402
from sellerhelp.glossary.reader import PATH, read_glossary  # noqa: E402
from sellerhelp.pages.extent import extents, report  # noqa: E402
from sellerhelp.sheets.library import make_library, read_docs  # noqa: E402

DOCS = ROOT / "docs"


def main():
    docs, problems = read_docs(DOCS)
    if problems:
        return stop(told(problems, {}))
    library, _ = make_library(docs)
    files = [path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*")) if path.is_file()]
    glossary = DOCS / PATH
    terms = read_glossary(glossary.read_text("utf-8") if glossary.exists() else "", PATH, files)[0]
    facts, _ = read_base({path.as_posix(): path.read_text("utf-8") for path in sorted((DOCS / "_facts").glob("*.md"))})
    print(report(extents(library.manuals, library.collection.entries, files), len(terms), len(facts)))
    return 0


if __name__ == "__main__":
    run(main)
