"""Gathers the changes of the whole site and puts them in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sellerhelp.changes.change import QUESTIONS, Change
from sellerhelp.contact.widgets import korean_day
from sellerhelp.faq.entry import Entry
from sellerhelp.faq.rows import address
from sellerhelp.guide import is_guide
from sellerhelp.site import Site

_NAMED = 2  # questions that a row names before it counts the rest


@dataclass(frozen=True)
class Month:
    """changes: the latest first."""

    year: int
    month: int
    changes: tuple[Change, ...]


def changes_of(site: Site) -> list[Change]:
    """Returns all changes up to the build's day in Korea, the latest first; later ones wait for their day."""
    today = korean_day(site.moment)
    found = [change for change in (*site.changes, *_of_pages(site), *_of_questions(site)) if change.date <= today]
    return sorted(found, key=lambda change: (-change.date.toordinal(), change.address, change.key))


def _of_pages(site: Site) -> Iterator[Change]:
    for path, head in site.heads.items():
        if is_guide(path):
            continue
        counts: dict[date, int] = defaultdict(int)
        for revision in head.changes:
            counts[revision.date] += 1
            # The second change of one day has a name of its own; a mended word leaves both names as they were.
            key = f"page/{path}" + (f"/{counts[revision.date]}" if counts[revision.date] > 1 else "")
            title = f"{head.number} {head.title}".strip()
            yield Change(revision.date, revision.kind, title, revision.text, site.addresses[path], key)


def _of_questions(site: Site) -> Iterator[Change]:
    """One change a manual and day: the first day of a site would else be a hundred rows."""
    titles = {manual.folder: manual.title for manual in site.manuals}
    days: dict[tuple[date, str], list[Entry]] = defaultdict(list)
    for entry in site.collection.entries:
        if entry.updated and entry.id in site.answers:
            days[entry.updated, entry.manual].append(entry)
    for (day, manual), entries in days.items():
        page = address(site, entries[0], "") if len(entries) == 1 else _page(site, manual)
        title = f"{titles.get(manual, manual)} 질문"
        yield Change(day, QUESTIONS, title, _named(entries), page, f"faq/{manual}")


def _page(site: Site, manual: str) -> str:
    path = next((path for path in (f"{manual}/faq.md", f"{manual}/index.md", "faq.md") if path in site.addresses), "")
    return site.addresses.get(path, "")


def _named(entries: list[Entry]) -> str:
    names = ", ".join(f"‘{entry.question}’" for entry in entries[:_NAMED])
    rest = len(entries) - _NAMED
    return f"{names} 외 {rest}개" if rest > 0 else names


def months(changes: Iterable[Change]) -> list[Month]:
    """Groups changes, which come in order, by the months of their dates."""
    groups = groupby(changes, key=lambda change: (change.date.year, change.date.month))
    return [Month(year, month, tuple(members)) for (year, month), members in groups]
