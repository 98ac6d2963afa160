"""The names of sheets: a manual's title, as far as Excel allows it."""

from __future__ import annotations

from collections.abc import Mapping

HELP = "쓰는 법"
LISTS = "목록"
# Sheets that we write for the reader's sake and never read.
OWN_SHEETS = (HELP, LISTS)
# Excel forbids these in the name of a sheet, and more than 31 letters.
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST = 31


def sheet_title(title: str, folder: str) -> str:
    """Returns the name of a manual's sheet. title: the manual's. folder: below docs/, where no title is left."""
    return title.translate(_FORBIDDEN).strip("' ")[:_LONGEST] or folder


def folder_of(name: str, manuals: Mapping[str, str]) -> str:
    """Returns the folder of the manual that a sheet or cell names, by title or by folder; else "".

    manuals: folder -> title.
    """
    matches = (folder for folder, title in manuals.items() if name in (folder, title, sheet_title(title, folder)))
    return next(matches, "")
