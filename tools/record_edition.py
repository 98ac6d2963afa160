"""Records what the books say now as the last edition: docs/editions.yml, to be committed.

Run it when a book goes to the print shop; the next books mark at their side what is new since then.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

from build_site import build  # noqa: E402
from sellerhelp.book.editions import PATH  # noqa: E402
from sellerhelp.publish import build_folder  # noqa: E402


def main():
    fresh = build_folder(ROOT / ".cache")
    try:
        if not build(fresh):
            return 1
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    (ROOT / "docs" / PATH).write_bytes((ROOT / ".cache" / "book" / PATH).read_bytes())
    print(f"이번 판을 적어 두었어요: docs/{PATH}. 함께 커밋하세요.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
