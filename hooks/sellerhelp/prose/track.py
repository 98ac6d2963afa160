"""The `/// track` block: the states a thing goes through, and those that the page is about."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any

from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_any


class TrackBlock(Block):
    """An ordered list; `here` names the steps of this page."""

    NAME = "track"
    ARGUMENT = None
    OPTIONS = {"steps": ([], type_any), "here": ([], type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        # Boxed: the Markdown parser would go on with this list where the next numbered list begins.
        box = etree.SubElement(parent, "div")
        track = etree.SubElement(box, "ol", {"class": "sh-track"})
        here = _words(self.options["here"])
        for word in _words(self.options["steps"]):
            item = etree.SubElement(track, "li", {"class": "is-here"} if word in here else {})
            item.text = word
            if word in here:
                etree.SubElement(item, "span", {"class": "vh"}).text = " (이 쪽에서 다뤄요)"
        return box


def _words(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)] if value else []


class TrackExtension(BlocksExtension):
    def extendMarkdownBlocks(self, md: Any, block_mgr: Any) -> None:
        block_mgr.register(TrackBlock, self.getConfigs())
