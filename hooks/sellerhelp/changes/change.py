"""One thing that changed on a day; pages, questions and values all come down to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# 고침: this guide says something else now. 시행: the rule outside changed. 값: a dated value. 질문: answers.
REVISED, IN_FORCE = "고침", "시행"
VALUE, QUESTIONS = "값", "질문"


@dataclass(frozen=True, order=True)
class Change:
    """date: in Korea. title, text: plain. address: below the site's root, with an anchor or not, "" for the front page.

    key: what changed, permanent and unique within its date; the feed makes the entry's id of both.
    """

    date: date
    kind: str
    title: str
    text: str
    address: str
    key: str
