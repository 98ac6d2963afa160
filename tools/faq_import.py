"""Puts the questions of a spreadsheet into docs/*/faq.yml, after the gate has judged the result.

usage: FILE=questions.xlsx [DRY=1] [REMOVE=1 | KEEP=1] python tools/faq_import.py
DRY only shows what would change. REMOVE takes away questions that the sheets do not hold any more,
KEEP leaves them. Exit status 1 when anything is refused; then no file has changed.
"""

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

from plainly import is_set, run, stop  # noqa: E402
from rehearse import rehearse  # noqa: E402
from sellerhelp.changeset import apply, difference  # noqa: E402
from sellerhelp.contact.widgets import korean_day  # noqa: E402
from sellerhelp.gate.show import report  # noqa: E402
from sellerhelp.particle import attach  # noqa: E402
from sellerhelp.problem import errors  # noqa: E402
from sellerhelp.sheets.exporting import read_file  # noqa: E402
from sellerhelp.sheets.importing import begin_import  # noqa: E402
from sellerhelp.sheets.library import make_library, read_docs  # noqa: E402
from sellerhelp.sheets.summary import summary  # noqa: E402

DOCS = ROOT / "docs"


def main():
    path = Path(os.environ.get("FILE", "").strip())
    if not path.name:
        return stop("들여올 파일을 알려 주세요. 예: make faq-import FILE=faq.xlsx")
    try:
        data = path.read_bytes()
    except OSError:
        return stop(f"{attach(str(path), '을/를')} 읽을 수 없어요. 파일 이름과 폴더를 확인하세요.")
    docs, problems = read_docs(DOCS)
    library, unread = make_library(docs)
    sources = {f"docs/{name}": text for name, text in docs.items()}
    if problems or unread:
        return stop(report([*problems, *unread], sources) + "\n이 파일부터 고친 뒤 다시 실행하세요.")
    done = begin_import(library, read_file(data, path.name), _today(), _gone(), _rehearse)
    return finish(done, library, sources)


def finish(done, library, sources):
    """Tells what an import does and does it, unless something is refused or DRY is set."""
    print(summary(done, library.titles))
    fresh = {f"docs/{name}": text for name, text in done.sources.items()}
    print(difference(sources, fresh), end="")
    if done.problems:
        print(report(done.problems, {**sources, **fresh}), file=sys.stderr)
    if errors(done.problems):
        return stop("받지 않은 곳이 있어 아무것도 바꾸지 않았어요. 고친 뒤 다시 실행하세요.")
    if not fresh:
        print("바뀐 것이 없어요.")
        return 0
    if is_set(os.environ.get("DRY")):
        print("DRY=1이라 쓰지 않았어요.")
        return 0
    apply(ROOT, {name: text.encode() for name, text in fresh.items()})
    print(f"{len(fresh)}개 파일에 썼어요: {', '.join(fresh)}")
    return 0


def _gone():
    if is_set(os.environ.get("REMOVE")):
        return "remove"
    return "keep" if is_set(os.environ.get("KEEP")) else "refuse"


def _rehearse(texts):
    return rehearse({name: text.encode() for name, text in texts.items()}, DOCS)


def _today():
    return korean_day(int(time.time())).isoformat()


if __name__ == "__main__":
    run(main)
