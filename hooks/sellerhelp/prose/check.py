"""Mistakes in a page's blocks that any block can have."""

from __future__ import annotations

from sellerhelp.problem import Problem
from sellerhelp.prose.blocks import unclosed_blocks, unknown_blocks, written_blocks
from sellerhelp.prose.checklist_check import checklist_problems
from sellerhelp.prose.placed import placed_problems

# Blocks that a writer only places.
PLACED = ["index", "notices", "changes", "glossary"]
KNOWN = [
    *(
        "faq",
        "contact",
        "index",
        "track",
        "value",
        "settlement-date",
        "fees",
        "notices",
        "changes",
        "checklist",
        "glossary",
    ),
    *("알아두기", "주의", "되돌릴수없음"),
]


def block_problems(source: str, shown: str) -> list[Problem]:
    """Names unknown and unclosed blocks of a whole Markdown file, and options where none belong."""
    return [
        *unknown_blocks(written_blocks(source, shown), KNOWN),
        *unclosed_blocks(source, shown),
        *placed_problems(source, shown, PLACED),
        *checklist_problems(source, shown),
    ]
