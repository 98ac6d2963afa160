"""The writers' guide: pages of the site that only writers are sent to.

It stands in docs/ so that the preview shows it and the gate checks it. Readers never meet it:
no manual, navigation, search, index, history or site map holds it, and search engines are told to stay away.
"""

from __future__ import annotations

FOLDER = "guide"


def is_guide(path: str) -> bool:
    """Says whether a page belongs to the guide. path: below docs/."""
    return path.startswith(f"{FOLDER}/")
