"""The preview of another moment: what `make serve AS_OF=...` takes for now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sellerhelp.contact.hours import KOREA
from sellerhelp.particle import attach

_WRITTEN = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2}))?")
_WEEKDAYS = "월화수목금토일"
EXAMPLE = "AS_OF=2027-02-09T12:30"


@dataclass(frozen=True)
class Preview:
    """moment: epoch seconds, or None for a preview of now."""

    moment: int | None

    @property
    def words(self) -> str:
        """The moment in Korea as writers read it: 2027년 2월 9일(화) 12:30."""
        if self.moment is None:
            return ""
        at = datetime.fromtimestamp(self.moment, UTC) + timedelta(seconds=KOREA)
        return f"{at.year}년 {at.month}월 {at.day}일({_WEEKDAYS[at.weekday()]}) {at:%H:%M}"


def read_moment(text: str) -> int | None:
    """Reads 2027-02-09T12:30 as a time in Korea, epoch seconds; a day alone is its noon. None when it is no moment."""
    found = _WRITTEN.fullmatch(text.strip())
    if not found:
        return None
    year, month, day, hour, minute = (int(part) if part else 0 for part in found.groups())
    try:
        at = datetime(year, month, day, hour if found[4] else 12, minute, tzinfo=UTC)
    except ValueError:
        return None
    # Epoch seconds from 1970; later than any calendar of days off that will ever be written.
    return int(at.timestamp()) - KOREA if 1970 < year < 2100 else None


def refusal(text: str) -> str:
    """Says in Korean that a moment cannot be read."""
    return f"{attach(text.strip(), '을/를')} 날짜와 시각으로 읽을 수 없어요. 예: make serve {EXAMPLE}"
