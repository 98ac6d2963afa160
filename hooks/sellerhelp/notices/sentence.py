"""The sentence of a notice: plain text with [links](page.md), nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sellerhelp.notices.notice import Part

MOST_LETTERS = 70  # four lines on a phone of 390 px; a sentence of 80 is long anywhere
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")
# What a half-typed link leaves behind.
_LEFT = re.compile(r"\]\s*\(|\[|\]")
_NEXT_SENTENCE = re.compile(r"[가-힣)”’][.?!][)”’]?\s+\S")


def read_sentence(written: str) -> tuple[Part, ...]:
    """Cuts a sentence into plain pieces and links, in order."""
    return tuple(part for part in _parts(" ".join(written.split())) if part.text)


def _parts(written: str) -> Iterator[Part]:
    at = 0
    for link in _LINK.finditer(written):
        yield Part(written[at : link.start()])
        yield Part(link[1], link[2])
        at = link.end()
    yield Part(written[at:])


def has_broken_link(parts: tuple[Part, ...]) -> bool:
    return any(_LEFT.search(part.text) for part in parts)


def is_one_sentence(text: str) -> bool:
    return not _NEXT_SENTENCE.search(text)
