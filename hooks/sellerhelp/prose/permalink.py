"""Keeps the mark of a heading's own address out of what is spoken.

It stands inside the heading, whose name would end with it, and would be one more stop for every heading;
readers of the keyboard and by ear reach the same addresses through the contents list.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor


class PermalinkTreeprocessor(Treeprocessor):
    """Hides the permalinks of the extension toc, for pointers only."""

    def run(self, root: etree.Element) -> None:
        for link in root.iter("a"):
            if link.get("class") == "headerlink":
                link.set("aria-hidden", "true")
                link.set("tabindex", "-1")
