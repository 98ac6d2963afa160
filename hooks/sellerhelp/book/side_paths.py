"""The ways to the screens that a section is about, for the column of notes."""

from __future__ import annotations

from collections.abc import Iterable

from sellerhelp.book.document import Block, Heading, MenuPath, Question, walk

# More would run into the next section's notes; the text names them all.
_MOST = 2


def menu_paths(blocks: Iterable[Block]) -> dict[int, list[MenuPath]]:
    """Returns the first menu paths of each section. Keys: id() of the section's heading among the blocks.

    Those in questions are left out: each belongs to its answer, and none to all of them.
    """
    found: dict[int, list[MenuPath]] = {}
    here: list[MenuPath] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            here = found[id(block)] = []
        for node in () if isinstance(block, Question) else walk(block):
            if isinstance(node, MenuPath) and node not in here and len(here) < _MOST:
                here.append(node)
    return found
