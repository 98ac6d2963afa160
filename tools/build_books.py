"""Prints the books into books/, without touching the site.

usage: python tools/build_books.py [--paper a4|b5] [--bleed] [--output FOLDER]
--bleed adds 3 mm of bleed and crop marks. Exit status 1 when anything is wrong; the last books then stay.
"""

import argparse
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

from build_site import build  # noqa: E402
from plainly import run  # noqa: E402
from sellerhelp.publish import build_folder, publish  # noqa: E402


def main():
    options = _options()
    os.environ.update(BOOK_PAPER=options.paper, BOOK_BLEED=str(options.bleed).lower(), BOOK_PRINT="true")
    fresh = build_folder(ROOT / ".cache")
    try:
        if not build(fresh):
            return 1
        publish(fresh / "books", options.output)
        for path in sorted(options.output.glob("*.pdf")):
            print(f"책을 만들었어요: {os.path.relpath(path)}")
        return 0
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--paper", choices=["a4", "b5"], default="a4")
    parser.add_argument("--bleed", action="store_true")
    parser.add_argument("--output", type=Path, default=ROOT / "books")
    return parser.parse_args()


if __name__ == "__main__":
    run(main)
