"""`발송처리` in backticks is something on the screen to press: it becomes a key, not code."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

_HANGUL = re.compile("[가-힣]")


class ScreenLabelTreeprocessor(Treeprocessor):
    """Turns inline code with Hangul into a key; file names and formulas stay code."""

    def run(self, root: etree.Element) -> None:
        inside_pre = {child for block in root.iter("pre") for child in block.iter("code")}
        for element in root.iter("code"):
            if element not in inside_pre and _HANGUL.search(element.text or ""):
                element.tag = "kbd"
                element.set("class", "sh-key")
