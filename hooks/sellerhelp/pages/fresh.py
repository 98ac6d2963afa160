"""Which pages and questions are due for another look, by the team that looks after them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from sellerhelp.faq.entry import Entry
from sellerhelp.frontmatter import PageHead

# Questions, and pages without a date of their own, are looked at half a year after they were mended.
HALF_A_YEAR = timedelta(days=182)
NOBODY = "맡은 팀이 없는 것"


@dataclass(frozen=True, order=True)
class Due:
    """day: by which somebody must look. what: "쪽" or "질문". name: its title. place: file and line."""

    day: date
    what: str
    name: str
    place: str
    owner: str


def due(heads: Iterable[PageHead], entries: Iterable[Entry], until: date) -> list[Due]:
    """Returns what is due until a day, oldest first. A question belongs to the team of its manual's first page."""
    heads = list(heads)
    teams = {head.path.split("/")[0]: head.owner for head in heads if head.path.endswith("/index.md")}
    found = [_page(head, teams) for head in heads if head.updated or head.review]
    found += [_question(entry, teams.get(entry.manual, "")) for entry in entries if entry.updated]
    return sorted(one for one in found if one.day <= until)


def _page(head: PageHead, teams: dict[str, str]) -> Due:
    day = head.review or (head.updated or date.max) + HALF_A_YEAR
    place = head.keys.get("review") or head.keys.get("updated") or head.number_place
    owner = head.owner or teams.get(head.path.split("/")[0], "")
    return Due(day, "쪽", f"{head.number} {head.title}".strip(), f"{place.path}:{place.line}", owner or NOBODY)


def _question(entry: Entry, owner: str) -> Due:
    assert entry.updated
    place = f"{entry.place.path}:{entry.place.line}"
    return Due(entry.updated + HALF_A_YEAR, "질문", entry.question, place, owner or NOBODY)


def report(found: Sequence[Due], today: date, days: int) -> str:
    """Prints what is due team by team; the team with the oldest first. days: how far ahead was looked."""
    if not found:
        return f"{today}부터 {days}일 안에 다시 살펴볼 것이 없어요."
    oldest = {owner: number for number, owner in reversed(list(enumerate(one.owner for one in found)))}
    rows = sorted(found, key=lambda one: (oldest[one.owner], one))
    lines = [f"{today}부터 {days}일 안에 다시 살펴볼 것은 {counted(found)}예요."]
    for owner, group in groupby(rows, key=lambda one: one.owner):
        of_team = list(group)
        lines += ["", f"── {owner}: {counted(of_team)}", *(_row(one, today) for one in of_team)]
    return "\n".join(lines)


def counted(found: Sequence[Due]) -> str:
    """Says how many: "쪽 2개, 질문 5개"."""
    counts = ((what, sum(one.what == what for one in found)) for what in ("쪽", "질문"))
    return ", ".join(f"{what} {count}개" for what, count in counts if count)


def _row(one: Due, today: date) -> str:
    left = (one.day - today).days
    when = f"{-left}일 지남" if left < 0 else f"{left}일 남음" if left else "오늘"
    return f"{one.day} ({when}) {one.what} {one.name}\n    {one.place}"
