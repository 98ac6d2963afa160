"""Renames a page: the file, every link to it, and the redirect from its old address, all or nothing.

usage: FROM=orders/cancel.md TO=orders/cancel-order.md [DRY=1] python tools/rename_page.py
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

from plainly import is_set, run, stop  # noqa: E402
from rehearse import rehearse  # noqa: E402
from sellerhelp.changeset import apply, difference  # noqa: E402
from sellerhelp.gate.show import report  # noqa: E402
from sellerhelp.pages.rename import path_below_docs, refusal, renamed  # noqa: E402
from sellerhelp.problem import errors  # noqa: E402

DOCS = ROOT / "docs"


def main():
    docs = {path.relative_to(DOCS).as_posix(): path.read_bytes().decode() for path in _texts()}
    old, new = (path_below_docs(os.environ.get(name, "")) for name in ("FROM", "TO"))
    if said := refusal(docs, old, new):
        return stop(said)
    changes = renamed(docs, old, new)
    print(_shown(docs, old, new, changes), end="")
    files = {path: None if text is None else text.encode() for path, text in changes.items()}
    said = rehearse(files)
    if said:
        print(report(said, {f"docs/{path}": text for path, text in changes.items() if text}), file=sys.stderr)
    if errors(said):
        return stop("이름을 바꾸면 잘못되는 곳이 있어 아무것도 바꾸지 않았어요.")
    if is_set(os.environ.get("DRY")):
        print("DRY=1이라 바꾸지 않았어요.")
        return 0
    apply(DOCS, files)
    print(f"이름을 바꿨어요: docs/{old} → docs/{new}. 링크를 고친 파일은 {len(changes) - 2}개예요.")
    return 0


def _texts():
    return sorted(path for path in DOCS.rglob("*") if path.suffix in (".md", ".yml", ".yaml") and path.is_file())


def _shown(docs, old, new, changes):
    """The page is shown as one file that changes, not as one that goes and one that comes."""
    before = {**{f"docs/{path}": text for path, text in docs.items()}, f"docs/{new}": docs[old]}
    after = {f"docs/{path}": text for path, text in changes.items() if text is not None}
    return difference(before, after)


if __name__ == "__main__":
    run(main)
