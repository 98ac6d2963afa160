"""A permanent id for a question that came without one."""

from __future__ import annotations

import re
from collections.abc import Collection

from sellerhelp.romanise import romanised

# What most questions end with says nothing about them.
_WORDS = 3
_LONGEST = 40


def proposed_id(manual: str, question: str, taken: Collection[str]) -> str:
    """Returns manual-and-the-first-words, spelt in Latin letters; with a number where that is taken.

    The same question gives the same id on every machine.
    """
    words = re.findall(r"[0-9A-Za-z가-힣]+", question)[:_WORDS]
    tail = "-".join(filter(None, (romanised(word) for word in words)))[:_LONGEST].strip("-") or "question"
    head = re.sub(r"[^a-z0-9]+", "-", manual.lower()).strip("-") or "faq"
    base, number = f"{head}-{tail}", 1
    name = base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name
