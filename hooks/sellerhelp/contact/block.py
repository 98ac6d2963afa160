"""The `/// contact` block: a card, the list of channels, the week or the days off."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from typing import Any

from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_any

from sellerhelp.contact.data import ContactData
from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.prose.blocks import written_blocks
from sellerhelp.schema import Key, one_of, read_map, texts

VIEWS = ("card", "list", "week", "days")


class ContactBlock(Block):
    NAME = "contact"
    ARGUMENT = None
    OPTIONS = {"channels": (None, type_any), "view": (None, type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        element = etree.SubElement(parent, "div", {"class": "sh-contact-block"})
        element.text = self.md.htmlStash.store(self.config["place"](_options(self.options)))
        return element

    def on_markdown(self) -> str:
        return "block"


def _options(options: Mapping[str, Any]) -> dict[str, Any]:
    names = options.get("channels")
    names = names if isinstance(names, list) else [names] if names else []
    view = options.get("view") if options.get("view") in VIEWS else VIEWS[0]
    return {"channels": tuple(str(name) for name in names), "view": view}


class ContactExtension(BlocksExtension):
    """place: turns a block's options into HTML for the page that is being rendered."""

    def __init__(self, place: Callable[[Mapping[str, Any]], str]):
        self.config = {"place": [place, "turns options into HTML"]}
        super().__init__()

    def extendMarkdownBlocks(self, md: Any, block_mgr: Any) -> None:
        block_mgr.register(ContactBlock, self.getConfigs())


def check_page(source: str, shown: str, data: ContactData) -> list[Problem]:
    """Finds the mistakes in the `/// contact` blocks of a page. source: the whole Markdown file."""
    problems: list[Problem] = []
    known = [channel.id for channel in data.channels]
    for block in written_blocks(source, shown):
        if block.name != "contact":
            continue
        problems += block.problems
        values = read_map(block.options, _KEYS, "contact 블록", problems) if block.options else None
        for name in values["channels"] if values else ():
            if name not in known:
                near = nearest(name, known)
                mend = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else "쓸 수 있는 창구: " + ", ".join(known)
                problems.append(
                    block.place_of("channels", name).problem(
                        f"창구 {attach(name, '이/가')} 없어요.", mend, rule="contact-channel-unknown"
                    )
                )
    return problems


_KEYS = [
    Key("channels", texts, "channels: [phone]", default=()),
    Key("view", one_of(*VIEWS), "view: card", default=VIEWS[0]),
]
