"""A paragraph "확인: …" inside a step is the sign that the step worked."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

SIGN = "확인:"


class StepSignTreeprocessor(Treeprocessor):
    """Marks numbered lists as steps and their signs of success."""

    def run(self, root: etree.Element) -> None:
        for steps in root.iter("ol"):
            if not steps.get("class"):
                steps.set("class", "sh-steps")
            for paragraph in steps.iterfind("li/p"):
                if (paragraph.text or "").startswith(SIGN):
                    mark(paragraph)


def mark(paragraph: etree.Element) -> None:
    """Replaces the word by a label that the eye sees as a tick and the ear hears as the word."""
    text = (paragraph.text or "").removeprefix(SIGN).lstrip()
    paragraph.set("class", "sh-sign")
    paragraph.text = ""
    label = etree.Element("span", {"class": "vh"})
    label.text = SIGN + " "
    label.tail = text
    paragraph.insert(0, label)
