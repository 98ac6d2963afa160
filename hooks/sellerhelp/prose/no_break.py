"""Keeps a closing quote and its particle on one line.

`word-break: keep-all` allows a break between ’ and 을 (seen in Chromium): such a
word is wrapped in a span that does not break. U+2060 is refused, it poisons
copied and searched text.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown.treeprocessors import Treeprocessor

# The last word inside the quotes or brackets, the closing mark, and what follows without a space.
# Python-Markdown's placeholders stand between U+0002 and U+0003: a cut through one would show it.
_QUOTED = re.compile(r"[^\s’”)\]」\x02\x03]{0,14}[’”)\]」][가-힣][^\s\x02\x03]{0,6}")
# A key or link whose particle follows: only short ones, or narrow phones would overflow.
_LABELS = {"kbd"}
_LONGEST = 14
_TAIL = re.compile(r"[^\s]{1,6}(?=\s|$)")
_SKIP = {"pre", "code", "script", "style"}


class NoBreakTreeprocessor(Treeprocessor):
    """Wraps the words that must not break."""

    def run(self, root: etree.Element) -> None:
        for element in list(root.iter()):
            if element.tag in _SKIP or not isinstance(element.tag, str):
                continue
            _glue_labels(element)
            _wrap_texts(element)


def _wrap_texts(element: etree.Element) -> None:
    children = list(element)
    if element.text and _QUOTED.search(element.text) and not _is_whole(element):
        element.text, spans = _split(element.text)
        for position, span in enumerate(spans):
            element.insert(position, span)
    for child in children:
        if child.tail and _QUOTED.search(child.tail):
            child.tail, spans = _split(child.tail)
            at = list(element).index(child) + 1
            for position, span in enumerate(spans):
                element.insert(at + position, span)


def _is_whole(element: etree.Element) -> bool:
    return element.get("class") in ("nb", "vh", "sh-path__step")


def _split(text: str) -> tuple[str, list[etree.Element]]:
    """Cuts a text into what stands before the first wrapped word, and the spans with their tails."""
    pieces = list(_pieces(text))
    spans = []
    for word, tail in pieces[1:]:
        span = etree.Element("span", {"class": "nb"})
        span.text, span.tail = word, tail
        spans.append(span)
    return pieces[0][1], spans


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    matches = list(_QUOTED.finditer(text))
    yield "", text[: matches[0].start()]
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        yield match[0], text[match.end() : following.start() if following else len(text)]


def _glue_labels(element: etree.Element) -> None:
    for child in list(element):
        tail = _TAIL.match(child.tail or "")
        if child.tag in _LABELS and tail and len("".join(child.itertext())) <= _LONGEST:
            span = etree.Element("span", {"class": "nb"})
            span.tail = (child.tail or "")[tail.end() :]
            position = list(element).index(child)
            element.remove(child)
            child.tail = tail[0]
            span.append(child)
            element.insert(position, span)
