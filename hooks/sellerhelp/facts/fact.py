"""One fact of the fact base, as it stands in docs/_facts/."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sellerhelp.yamltext import Place

FOLDER = "_facts"
ID = re.compile(r"[a-z]+(?:-[a-z]+)*-\d{3}")
_SOURCE = re.compile(r"\[((?:faq|seed|web):[^\]]+|유추|원문 없음)\]")
_DATE = re.compile(r"20\d\d(?:-\d\d){0,2}$")
DOUBTFUL = "(확인필요)"


@dataclass(frozen=True)
class Fact:
    """id: permanent, "settlement-012". text: the note with its tags, as it stands in the file.

    section: the heading it stands under. file_date: the 기준일 that its file names, as ISO year, month or day, or "".
    """

    id: str
    text: str
    section: str
    file_date: str
    place: Place

    @property
    def sources(self) -> tuple[str, ...]:
        """Its source tags: "faq:981,983", "web:example.com, 2025-11", "seed:003", "유추" (joined from several), "원문 없음" (nobody says it)."""
        return tuple(_SOURCE.findall(self.text))

    @property
    def is_doubtful(self) -> bool:
        """Says whether it may have aged or is weakly sourced: its page must show a 기준일."""
        return DOUBTFUL in self.text

    @property
    def date(self) -> str:
        """The newest date that its sources name, else its file's; "" where nobody noted one. ISO texts compare."""
        dates = [found[0] for tag in self.sources if (found := _DATE.search(tag))]
        return max(dates, default=self.file_date)
