"""A block without options that stands for one widget: `/// settlement-date`, `/// fees`."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from typing import Any

from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block


class _WidgetBlock(Block):
    ARGUMENT = None

    def on_create(self, parent: etree.Element) -> etree.Element:
        element = etree.SubElement(parent, "div", {"class": "sh-calc-box"})
        # The stash keeps finished HTML out of the Markdown parser's hands.
        element.text = self.md.htmlStash.store(self.config["place"]())
        return element

    def on_markdown(self) -> str:
        return "block"


class WidgetExtension(BlocksExtension):
    """name: of the block. place: returns the widget's HTML."""

    def __init__(self, name: str, place: Callable[[], str]):
        self.block = type(f"{name}-block", (_WidgetBlock,), {"NAME": name})
        self.config = {"place": [place, "returns HTML"]}
        super().__init__()

    def extendMarkdownBlocks(self, md: Any, block_mgr: Any) -> None:
        block_mgr.register(self.block, self.getConfigs())
