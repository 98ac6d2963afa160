"""Typst files in, PDF out: PDF/UA-1 and PDF/A-2a together, with our own face and nothing of the system's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst

from sellerhelp.book.face import press_font
from sellerhelp.book.keep_all import hold, release

STANDARDS = ["ua-1", "a-2a"]
_WHERE = re.compile(r"([\w.-]+)\.typ:(\d+):(\d+)")


@dataclass(frozen=True)
class Failure(Exception):
    """What Typst said. file: the name of the file that it points at, without .typ, or ""."""

    text: str
    file: str


class Compiler:
    """Keeps what Typst knows of a folder of files: a second run costs what has changed. cache: for the font."""

    def __init__(self, folder: Path, cache_folder: Path):
        self.folder = folder
        self._typst: Any = None
        self._fonts = _fonts(press_font(cache_folder))

    def compile(self, files: Mapping[str, str | bytes], moment: int) -> tuple[bytes, list[str]]:
        """Returns the PDF and Typst's warnings. moment: of creation, epoch seconds. Raises Failure."""
        write_files(self.folder, files)
        if self._typst is None:
            self._typst = typst.Compiler(
                str(self.folder / "main.typ"), root=str(self.folder), font_paths=self._fonts, ignore_system_fonts=True
            )
        try:
            data, warnings = self._typst.compile_with_warnings(format="pdf", pdf_standards=STANDARDS, timestamp=moment)
        except typst.TypstError as error:
            said = release(str(error.diagnostic or error.message))
            where = _WHERE.search(said)
            raise Failure(release(error.message), where[1] if where else "") from error
        return data, [release(str(warning.message)) for warning in warnings]


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Writes what has changed, with every syllable held (keep_all)."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        held = hold(content).encode() if isinstance(content, str) else content
        path = folder / name
        if not path.is_file() or path.read_bytes() != held:
            path.write_bytes(held)


@cache
def _fonts(folder: Path) -> Any:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
