"""The `/// checklist` block: steps or papers that a reader ticks off; without a script a list with boxes."""

from __future__ import annotations

import hashlib
import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_any

TAG, LIST = "sh-checklist", "sh-check"
ITEM_ID = re.compile(r"\s*\{#([\w-]+)\}\s*\Z")
# What stands below an item's line and is not part of its label.
_BELOW = {"ul", "ol", "p", "div", "table", "blockquote", "pre", "dl"}


class ChecklistBlock(Block):
    """`| title` names the list aloud; `id` is what the reader's ticks are kept under."""

    NAME = "checklist"
    ARGUMENT = None
    OPTIONS = {"id": ("", type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        title = (self.argument or "").strip()
        named = {"class": TAG, "role": "group", "aria-label": title, "data-list": str(self.options["id"])}
        element = etree.SubElement(parent, TAG, named)
        line = etree.SubElement(element, "p", {"class": "sh-checklist__title"})
        etree.SubElement(line, "strong").text = AtomicString(title)
        return element

    def on_markdown(self) -> str:
        return "block"

    def on_end(self, block: etree.Element) -> None:
        # Before the rule for steps, which takes every numbered list that has no class.
        for items in _lists(block):
            items.set("class", LIST)


class ChecklistTreeprocessor(Treeprocessor):
    """Gives each item of the list its box, and the list its progress."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter(TAG):
            for items in _lists(element):
                for item in items.iterfind("li"):
                    _box(item)
            element.append(_foot())


def _lists(element: etree.Element) -> list[etree.Element]:
    return [child for child in element if child.tag in ("ul", "ol")]


def _box(item: etree.Element) -> None:
    """Puts the item's own line into a label with a checkbox; what stands below it stays below."""
    first = next(iter(item), None)
    line = first if first is not None and first.tag == "p" and not (item.text or "").strip() else item
    label = etree.Element("label")
    box = etree.SubElement(label, "input", {"type": "checkbox", "disabled": "disabled", "hidden": "hidden"})
    box.tail = (line.text or "").lstrip()
    for child in list(_line_of(line)):
        line.remove(child)
        label.append(child)
    line.text = ""
    line.insert(0, label)
    item.set("data-item", _take_id(label) or text_id("".join(label.itertext())))


def _line_of(line: etree.Element) -> list[etree.Element]:
    end = next((at for at, child in enumerate(line) if child.tag in _BELOW), len(line))
    return list(line)[:end]


def _take_id(label: etree.Element) -> str:
    """Takes the {#id} at the end of a line off it."""
    last = label[-1]
    match = ITEM_ID.search(last.tail or "")
    last.tail = (last.tail or "")[: match.start()] if match else last.tail
    return match[1] if match else ""


def text_id(text: str) -> str:
    """Names an item by its words: it keeps its tick when others come, go or move."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def _foot() -> etree.Element:
    foot = etree.Element("div", {"class": "sh-checklist__foot", "hidden": "hidden"})
    etree.SubElement(foot, "p", {"role": "status", "data-progress": ""})
    button = etree.SubElement(foot, "button", {"class": "sh-btn sh-btn--quiet", "type": "button", "data-clear": ""})
    button.text = "모두 지우기"
    return foot


class ChecklistExtension(BlocksExtension):
    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        # After inline parsing and every rule that looks at a line's text.
        md.treeprocessors.register(ChecklistTreeprocessor(md), "checklist", 13)

    def extendMarkdownBlocks(self, md: Any, block_mgr: Any) -> None:
        block_mgr.register(ChecklistBlock, self.getConfigs())
