"""**A > B** becomes a path of labels: each label whole, the steps spoken as "다음"."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

STEP = " > "


class MenuPathTreeprocessor(Treeprocessor):
    """Rewrites bold text that holds " > " between labels."""

    def run(self, root: etree.Element) -> None:
        for element in list(root.iter("strong")):
            text = "".join(element.itertext())
            labels = [label.strip() for label in text.split(STEP)]
            if len(labels) > 1 and all(labels):
                rewrite(element, labels)


def rewrite(element: etree.Element, labels: list[str]) -> None:
    """Fills an element with the labels of a path."""
    tail = element.tail
    element.clear()
    element.tail = tail
    element.set("class", "sh-path")
    for position, label in enumerate(labels, 1):
        step = etree.SubElement(element, "span", {"class": "sh-path__step"})
        step.text = label
        if position < len(labels):
            # Inside the label's span, so that no line begins with a chevron.
            etree.SubElement(step, "span", {"class": "sh-path__next", "aria-hidden": "true"}).text = " ›"
            step.tail = " "  # where a narrow line may break
            etree.SubElement(element, "span", {"class": "vh"}).text = "다음 "
