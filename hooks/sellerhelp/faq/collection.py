"""All questions together: what no single faq.yml can see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sellerhelp.faq.entry import Entry, read_entries
from sellerhelp.manuals import missing_page, resolve
from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.yamltext import Place

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Collection:
    """The entries in the order of the manuals and of their files."""

    entries: tuple[Entry, ...]

    def by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in reversed(self.entries)}

    def of(self, manual: str = "", tags: Iterable[str] = ()) -> list[Entry]:
        """Returns the entries of a manual ("" for all) that have at least one of the tags (none: any)."""
        wanted = set(tags)
        chosen = [entry for entry in self.entries if manual in ("", entry.manual)]
        return [entry for entry in chosen if not wanted or wanted & set(entry.tags)]

    def tags(self, manual: str = "") -> dict[str, int]:
        """Returns each tag with its number of entries, most used first, then in order of appearance."""
        return dict(Counter(tag for entry in self.of(manual) for tag in entry.tags).most_common())

    def featured(self) -> list[Entry]:
        """Returns the entries for the front page by their rank."""
        return sorted((entry for entry in self.entries if entry.featured), key=lambda entry: entry.featured or 0)


def collect(
    sources: Mapping[str, str], manuals: Iterable[str], pages: Iterable[str], published: Mapping[str, Place]
) -> tuple[Collection, list[Problem]]:
    """Reads all question files. sources: path below docs/ -> text. manuals: their folders in order."""
    order = {folder: position for position, folder in enumerate(manuals)}
    problems: list[Problem] = []
    entries: list[Entry] = []
    unread = []
    for path in sorted(sources, key=lambda path: (order.get(path.split("/")[0], len(order)), path)):
        found, wrong = read_entries(sources[path], path, f"docs/{path}")
        entries += found
        problems += wrong
        unread += [sources[path]] if wrong else []
    return Collection(tuple(entries)), problems + check(entries, pages, published, "\n".join(unread))


def check(
    entries: Iterable[Entry], pages: Iterable[str], published: Mapping[str, Place], unread: str = ""
) -> list[Problem]:
    """Finds clashing, vanished and unrecorded ids, and related pages that do not exist.

    pages: the paths of all pages below docs/. published: the ids that readers may
    have linked to, each with its place in the committed list. unread: the text of the files
    with mistakes; an id that is still written there has not vanished, its entry could not be read.
    """
    entries, pages = list(entries), set(pages)
    return [
        *_clashes(entries),
        *_vanished(entries, published, set(_WORD.findall(unread))),
        *_unrecorded(entries, published),
        *_dead_related(entries, pages),
    ]


def _clashes(entries: list[Entry]) -> Iterable[Problem]:
    owner: dict[str, Entry] = {}
    for entry in entries:
        if first := owner.get(entry.id):
            text = f"id {attach(entry.id, '이/가')} 이미 있어요. 처음 쓴 곳은 {_where(first)}이에요."
            yield entry.place.problem(text, f"다른 이름을 붙이세요. 예: id: {entry.id}-2", rule="faq-id-twice")
        owner.setdefault(entry.id, entry)
    heir: dict[str, Entry] = {}
    for entry in entries:
        for name in entry.was:
            if name == entry.id:
                text, mend = "‘was’에 이 질문의 지금 id를 적었어요.", "‘was’에서 지우세요."
            elif living := owner.get(name):
                text = f"‘was’에 적은 {attach(name, '은/는')} 아직 있는 질문이에요. {_where(living)}에 있어요."
                mend = "합쳤으면 그 질문을 지우고, 아니면 ‘was’에서 이 이름을 지우세요."
            elif (first := heir.setdefault(name, entry)) is not entry:
                text = f"옛 id {attach(name, '을/를')} 두 질문이 이어받았어요. 처음 쓴 곳은 {_where(first)}이에요."
                mend = "‘was’ 한 곳에만 남기세요."
            else:
                continue
            yield entry.place.problem(text, mend, rule="faq-id-twice")


def _where(entry: Entry) -> str:
    return f"{entry.place.path}의 {entry.place.line}번째 줄"


def _vanished(entries: list[Entry], published: Mapping[str, Place], unread: set[str]) -> Iterable[Problem]:
    known = {name for entry in entries for name in (entry.id, *entry.was)} | unread
    for name, place in published.items():
        if name not in known and "/" not in name:  # an address is the gate's business
            yield place.problem(
                f"공개했던 질문 {attach(name, '이/가')} 사라졌어요. 이 주소로 오는 독자가 길을 잃어요.",
                f"그 답을 이어받은 질문에 적어 두세요. 예: was: [{name}]",
                rule="faq-id-gone",
            )


def _unrecorded(entries: list[Entry], published: Mapping[str, Place]) -> Iterable[Problem]:
    fresh = [entry for entry in entries if entry.id not in published]
    if fresh:
        text = f"공개한 목록에 없는 질문이 {len(fresh)}개 있어요. 첫 번째는 {attach(fresh[0].id, '이에요/예요')}."
        yield fresh[0].place.problem(
            text, "사이트를 올리기 전에 make ids 를 실행하세요.", "warning", rule="faq-id-unrecorded"
        )


def _dead_related(entries: list[Entry], pages: set[str]) -> Iterable[Problem]:
    for entry in entries:
        for link in entry.related:
            path, _ = resolve(link.target, entry.source)
            if path not in pages:
                yield link.place.problem(*missing_page(link.target, entry.source, pages), rule="related-missing")
