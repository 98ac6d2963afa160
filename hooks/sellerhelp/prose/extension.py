"""All of our prose rules as one Python-Markdown extension."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from sellerhelp.prose.checklist import ChecklistExtension
from sellerhelp.prose.menu_path import MenuPathTreeprocessor
from sellerhelp.prose.no_break import NoBreakTreeprocessor
from sellerhelp.prose.permalink import PermalinkTreeprocessor
from sellerhelp.prose.screen_label import ScreenLabelTreeprocessor
from sellerhelp.prose.step_sign import StepSignTreeprocessor
from sellerhelp.prose.table import TableTreeprocessor, WholeCellTreeprocessor
from sellerhelp.prose.track import TrackExtension

# All run after inline parsing (20) and before the tree is written; no_break wraps the others' output,
# and what has become of a cell is kept together last.
_ORDER: list[tuple[type, str, int]] = [
    (MenuPathTreeprocessor, "menu-path", 19),
    (ScreenLabelTreeprocessor, "screen-label", 18),
    (TableTreeprocessor, "table-labels", 17),
    (StepSignTreeprocessor, "step-sign", 16),
    (NoBreakTreeprocessor, "no-break", 14),
    (WholeCellTreeprocessor, "whole-cell", 11),
    # The extension toc has made them at 5.
    (PermalinkTreeprocessor, "permalink", 4),
]


class ProseExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        for processor, name, priority in _ORDER:
            md.treeprocessors.register(processor(md), name, priority)


def prose_extensions() -> list[Any]:
    return [ProseExtension(), TrackExtension(), ChecklistExtension()]
