"""The first use of a word of the glossary on a page gets its meaning beside it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from sellerhelp.glossary.first_use import Vocabulary
from sellerhelp.glossary.reader import Term

MOST = 6  # a page: more would be a page of dots
# Only running text: a heading is copied elsewhere, a link must hold nothing to press, a label is shown as it is on screen.
_PROSE = {"p", "li", "td", "dd", "span", "em", "del"}
_SKIP_CLASSES = ("sh-", "headerlink")


class GlossaryExtension(Extension):
    """words: those of the site. known: ids of the terms that the page that is parsed passes over, None: it explains none.

    mark: a word as written, its term -> HTML.
    """

    def __init__(
        self,
        words: Callable[[], Vocabulary],
        known: Callable[[], set[str] | None],
        mark: Callable[[str, Term], str],
    ):
        super().__init__()
        self.words, self.known, self.mark = words, known, mark

    def extendMarkdown(self, md: Markdown) -> None:
        # After the rules of prose (14 and more), so that what they made of labels and paths is known.
        md.treeprocessors.register(_Explain(md, self), "glossary", 13)


class _Explain(Treeprocessor):
    def __init__(self, md: Markdown, asked: GlossaryExtension):
        super().__init__(md)
        self.asked = asked
        self.known: set[str] = set()
        self.left = MOST

    def run(self, root: etree.Element) -> None:
        known = self.asked.known()
        if known is not None:
            self.known, self.left = known, MOST
            self._walk(root, False)

    def _walk(self, element: etree.Element, is_prose: bool) -> None:
        if element.text and is_prose:
            element.text = self._explained(element.text)
        for child in element:
            if isinstance(child.tag, str) and not _is_skipped(child):
                self._walk(child, child.tag in _PROSE)
            if child.tail and is_prose:
                child.tail = self._explained(child.tail)

    def _explained(self, text: str) -> str:
        uses = self.asked.words().first_uses(_without_stash(text), self.known, self.left)
        self.left -= len(uses)
        for use in sorted(uses, key=lambda use: use.start, reverse=True):
            self.known.add(use.term.id)
            html = self.md.htmlStash.store(self.asked.mark(text[use.start : use.end], use.term))
            text = text[: use.start] + html + text[use.end :]
        return text


def _is_skipped(element: etree.Element) -> bool:
    return element.tag in ("a", "code", "kbd", "pre", "th", "strong", "svg") or (element.get("class") or "").startswith(
        _SKIP_CLASSES
    )


def _without_stash(text: str) -> str:
    """Blanks the placeholders that Python-Markdown puts between U+0002 and U+0003; every offset stays."""
    return re.sub(r"\x02[^\x03]*\x03", lambda found: "\x00" * len(found[0]), text)
