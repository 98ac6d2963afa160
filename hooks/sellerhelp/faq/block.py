"""The `/// faq` block: a Python-Markdown extension that any host can be given."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from typing import Any

from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_any

from sellerhelp.faq.entry import Entry
from sellerhelp.faq.placement import Placement, from_options

Render = Callable[[Placement, Sequence[Entry]], str]


class FaqBlock(Block):
    """Puts the rendered entries where the block stands; its content, if any, stands before them."""

    NAME = "faq"
    ARGUMENT = None
    OPTIONS = dict.fromkeys(("manual", "tags", "ids", "view"), (None, type_any))

    def on_create(self, parent: etree.Element) -> etree.Element:
        element = etree.SubElement(parent, "div", {"class": "sh-faq"})
        html = self.config["place"](from_options(self.options))
        # The stash keeps finished HTML out of the Markdown parser's hands.
        element.text = self.md.htmlStash.store(html)
        return element

    def on_markdown(self) -> str:
        return "block"


class FaqExtension(BlocksExtension):
    """place: turns a placement into HTML for the page that is being rendered."""

    def __init__(self, place: Callable[[Placement], str]):
        self.config = {"place": [place, "turns a placement into HTML"]}
        super().__init__()

    def extendMarkdownBlocks(self, md: Any, block_mgr: Any) -> None:
        block_mgr.register(FaqBlock, self.getConfigs())
