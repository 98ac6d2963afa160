"""Blocks that stand alone, `/// index` or `/// changes`: the build knows what belongs there, a writer says only where."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable
from typing import Any

from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from sellerhelp.problem import Problem
from sellerhelp.prose.blocks import written_blocks


class PlacedBlock(Block):
    NAME = ""
    ARGUMENT = None
    OPTIONS = {}

    def on_create(self, parent: etree.Element) -> etree.Element:
        element = etree.SubElement(parent, "div", {"class": self.config["style"]})
        # The stash keeps finished HTML out of the Markdown parser's hands.
        element.text = self.md.htmlStash.store(self.config["place"]())
        return element

    def on_markdown(self) -> str:
        return "block"


class PlacedExtension(BlocksExtension):
    """name: of the block. style: the class of the box around it. place: makes its HTML for the page that is parsed."""

    def __init__(self, name: str, style: str, place: Callable[[], str]):
        self.block = type("Placed", (PlacedBlock,), {"NAME": name})
        self.config = {"style": [style, "the box's class"], "place": [place, "makes the HTML"]}
        super().__init__()

    def extendMarkdownBlocks(self, md: Any, block_mgr: Any) -> None:
        block_mgr.register(self.block, self.getConfigs())


def placed_problems(source: str, shown: str, names: Iterable[str]) -> list[Problem]:
    """Finds options below such a block: the host would leave it standing as text. names: of the blocks."""
    blocks = [block for block in written_blocks(source, shown) if block.name in set(names)]
    return [
        block.place.problem(
            f"{block.name} 블록에는 적을 것이 없어요.",
            f"예:\n/// {block.name}\n///",
            rule="block-index-options",
        )
        for block in blocks
        if block.options is not None or block.problems
    ]
