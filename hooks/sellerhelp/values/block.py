"""The `/// value` block: what a value was, is and will be."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from typing import Any

from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_any


class ValueBlock(Block):
    NAME = "value"
    ARGUMENT = None
    OPTIONS = {"names": (None, type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        element = etree.SubElement(parent, "div", {"class": "sh-dated-box"})
        names = self.options["names"]
        names = names if isinstance(names, list) else [names] if names else []
        element.text = self.md.htmlStash.store(self.config["place"]([str(name) for name in names]))
        return element

    def on_markdown(self) -> str:
        return "block"


class ValueExtension(BlocksExtension):
    """place: turns names into HTML."""

    def __init__(self, place: Callable[[Sequence[str]], str]):
        self.config = {"place": [place, "turns names into HTML"]}
        super().__init__()

    def extendMarkdownBlocks(self, md: Any, block_mgr: Any) -> None:
        block_mgr.register(ValueBlock, self.getConfigs())
