"""Latin abbreviations that a page uses without saying what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from sellerhelp.words.passage import Passage

# Two or more capitals, perhaps with digits and one of & / - inside: SKU, A/S, B2B. Not inside of a longer word (iPhone) or name (브랜드CRM).
_SHORT = re.compile(r"(?<![A-Za-z0-9가-힣._/&-])[A-Z][A-Z0-9]*(?:[&/-][A-Z0-9]+)*(?![A-Za-z0-9_]|\.[a-z])")
_CAPITALS = re.compile("[A-Z].*[A-Z]")
# ABBR(풀이) or 풀이(ABBR): either way round.
_BEHIND = re.compile(r"\s?\([^()\n]*[가-힣][^()\n]*\)")
_BEFORE = re.compile(r"[가-힣]\s?\($")


@dataclass(frozen=True)
class Use:
    """A first use in a page or an answer that does not explain itself. start, end: in the passage's text."""

    passage: Passage
    short: str
    start: int
    end: int


def unexplained(passages: Iterable[Passage], known: Set[str]) -> Iterator[Use]:
    """Yields each abbreviation once a unit, where it first stands, unless known or explained there.

    Headings, cells and questions are short of room: an abbreviation in them may be explained anywhere in the unit.
    """
    seen: dict[str, dict[str, Use | None]] = {}
    for passage in passages:
        uses = seen.setdefault(passage.unit, {})
        for found in _SHORT.finditer(passage.text.text):
            short = found[0]
            if short in known or not _CAPITALS.search(short):
                continue
            if _is_explained(passage.text.text, found.start(), found.end()):
                first = uses.get(short)
                if first is None or first.passage.kind != "prose":
                    uses[short] = None
            elif short not in uses:
                uses[short] = Use(passage, short, found.start(), found.end())
    yield from (use for uses in seen.values() for use in uses.values() if use)


def _is_explained(text: str, start: int, end: int) -> bool:
    return bool(_BEHIND.match(text, end) or (_BEFORE.search(text[:start]) and text[end : end + 1] == ")"))
