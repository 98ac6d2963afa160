"""Writes all questions for Excel: build/faq.xlsx and build/faq.csv, or the one file that FILE names.

usage: FILE=questions.xlsx python tools/faq_export.py
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

from build_site import moment  # noqa: E402
from plainly import run, stop  # noqa: E402
from sellerhelp.changeset import apply  # noqa: E402
from sellerhelp.gate.show import report  # noqa: E402
from sellerhelp.particle import attach  # noqa: E402
from sellerhelp.sheets.exporting import KINDS, export  # noqa: E402
from sellerhelp.sheets.library import make_library, read_docs  # noqa: E402


def main():
    named = os.environ.get("FILE", "").strip()
    targets = [Path(named)] if named else [ROOT / "build" / f"faq{kind}" for kind in KINDS]
    if targets[0].suffix.lower() not in KINDS:
        return stop("파일 이름은 .xlsx나 .csv로 끝나야 해요. 예: make faq-export FILE=faq.xlsx")
    docs, problems = read_docs(ROOT / "docs")
    library, unread = make_library(docs)
    files = {}
    for target in targets if not (problems or unread) else ():
        files[target], unlike = export(library, target.suffix.lower(), int(moment()))
        problems += unlike
    if problems or unread:
        return stop(report([*problems, *unread], {f"docs/{path}": text for path, text in docs.items()}))
    try:
        apply(Path.cwd(), {str(target): data for target, data in files.items()})
    except OSError:
        return stop(f"{attach(str(targets[0]), '을/를')} 쓸 수 없어요. 엑셀에서 열려 있으면 닫고, 폴더를 확인하세요.")
    for target in targets:
        print(f"질문 {len(library.collection.entries)}개를 적었어요: {os.path.relpath(target)}")
    return 0


if __name__ == "__main__":
    run(main)
