"""One book in a process of its own.

usage: python -m sellerhelp.book.press_one FOLDER CACHE MOMENT MARKS

FOLDER holds the files as the press gets them; the finished book is put beside them (RESULT). On the standard output:
{"pages": ..., "warnings": [...]} or {"failure": [text, file]}.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from sellerhelp.book.pack import Packed, pack
from sellerhelp.book.press import Compiler, Failure

RESULT = "finished.pdf"


def finish(
    compiler: Compiler, files: Mapping[str, str | bytes], moment: int, has_marks: bool
) -> tuple[Packed, list[str]]:
    """Returns the book as it is handed out, and the press's warnings. Raises Failure."""
    data, warnings = compiler.compile(files, moment)
    return pack(data, has_marks), warnings


def main(folder: str, cache: str, moment: str, has_marks: str) -> int:
    try:
        packed, warnings = finish(Compiler(Path(folder), Path(cache)), {}, int(moment), has_marks == "1")
    except Failure as failure:
        print(json.dumps({"failure": [failure.text, failure.file]}))
        return 0
    (Path(folder) / RESULT).write_bytes(packed.data)
    print(json.dumps({"pages": packed.pages, "warnings": warnings}))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
