"""{{ 이름 }} in Markdown becomes the value in force."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from sellerhelp.values.data import USE

# Words stand for what may hold no widget: a link must not hold something to press, a heading is copied elsewhere.
_WORDS_ONLY = ("a", "h1", "h2", "h3", "h4", "h5", "h6")


class ValuesExtension(Extension):
    """inline: a name -> HTML, "" for one that is not known. words: a name -> text."""

    def __init__(self, inline: Callable[[str], str], words: Callable[[str], str]):
        super().__init__()
        self.inline, self.words = inline, words

    def extendMarkdown(self, md: Markdown) -> None:
        # Below inline code (190) and escapes (180), above everything that could read the braces.
        md.inlinePatterns.register(_Use(USE.pattern, md), "dated-value", 175)
        # After inline parsing (20), before the site's own rules read what stands in an element (19 and less).
        md.treeprocessors.register(_Fill(md, self.inline, self.words), "dated-value", 19.5)


class _Use(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]
        element = etree.Element("sh-value", {"name": m[1]})
        return element, m.start(0), m.end(0)


class _Fill(Treeprocessor):
    def __init__(self, md: Markdown, inline: Callable[[str], str], words: Callable[[str], str]):
        super().__init__(md)
        self.inline, self.words = inline, words

    def run(self, root: etree.Element) -> None:
        self._fill(root, False)

    def _fill(self, element: etree.Element, is_words_only: bool) -> None:
        is_words_only = is_words_only or element.tag in _WORDS_ONLY
        for position, child in reversed(list(enumerate(element))):
            if child.tag == "sh-value" and child.get("name"):
                _put(element, position, self._written(child.get("name", ""), is_words_only))
            else:
                self._fill(child, is_words_only)

    def _written(self, name: str, is_words_only: bool) -> str:
        html = "" if is_words_only else self.inline(name)
        # The stash keeps finished HTML out of the Markdown parser's hands.
        return self.md.htmlStash.store(html) if html else self.words(name) or f"{{{{ {name} }}}}"


def _put(parent: etree.Element, position: int, text: str) -> None:
    """Replaces a child by a text."""
    child: Any = parent[position]
    text += child.tail or ""
    parent.remove(child)
    if position:
        before = parent[position - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
