"""Makes a new page of a manual, ready to be filled in.

usage: MANUAL=orders TITLE="..." [NAME=file-name] python tools/new_page.py
"""

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

from plainly import run, stop  # noqa: E402
from rehearse import rehearse  # noqa: E402
from sellerhelp.changeset import apply  # noqa: E402
from sellerhelp.contact.widgets import korean_day  # noqa: E402
from sellerhelp.gate.show import report  # noqa: E402
from sellerhelp.pages.scaffold import new_page  # noqa: E402
from sellerhelp.particle import attach  # noqa: E402
from sellerhelp.problem import errors  # noqa: E402
from sellerhelp.sheets.library import make_library, read_docs  # noqa: E402

# What is left to do on a new page, and what its words change in other pages' searches: make check tells both.
LATER = ("page-todo", "search-promise")


def main():
    docs, problems = read_docs(ROOT / "docs")
    if problems:
        return stop(report(problems, {}))
    library, _ = make_library(docs)
    manuals = {manual.folder: manual for manual in library.manuals}
    order = tuple(os.environ.get(name, "").strip() for name in ("MANUAL", "TITLE", "NAME"))
    page = new_page(manuals, library.collection, set(docs), order, korean_day(int(time.time())))
    if isinstance(page, str):
        return stop(page)
    said = rehearse({page.path: page.text.encode()})
    others = [problem for problem in errors(said) if problem.rule not in LATER]
    if others:
        return stop(report(others, {f"docs/{page.path}": page.text}) + "\n쪽을 만들지 않았어요.")
    apply(ROOT / "docs", {page.path: page.text.encode()})
    print(_next(page, sum(problem.rule == "page-todo" for problem in said)))
    return 0


def _next(page, todo):
    return "\n".join(
        [
            f"쪽 {attach(page.number, '을/를', quote=False)} 만들었어요: docs/{page.path}",
            f"1. 파일을 열어 〈채울 곳〉 {todo}군데를 채우세요.",
            "2. make serve 로 미리 보면서 적으세요.",
            "3. make check 로 남은 곳을 확인하세요. 〈채울 곳〉이 남아 있으면 알려 줘요.",
        ]
    )


if __name__ == "__main__":
    run(main)
