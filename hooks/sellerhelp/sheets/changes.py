"""Compares what a sheet holds with what faq.yml holds: which questions are new, changed, moved or gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sellerhelp.faq.entry import KEYS, Entry
from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.sheets.clean import cleaned
from sellerhelp.sheets.columns import BY_KEY, COLUMNS, Value, Values, cell_text, values_of
from sellerhelp.sheets.ids import proposed_id
from sellerhelp.sheets.lost import restored
from sellerhelp.sheets.table import Row, is_same

_REQUIRED = [key.name for key in KEYS if key.required]


@dataclass(frozen=True)
class Change:
    """A question that stays, with other words. values: the new ones by key; "" or () for a key that goes.

    id: as it is in faq.yml now; a new id is one of the values. manual: where it is, goes_to: where it goes.
    after: the id (as after the import) of the question before it in the sheet, for one that moves.
    """

    id: str
    manual: str
    goes_to: str
    values: Values
    row: Row
    after: str = ""

    @property
    def is_moved(self) -> bool:
        return self.manual != self.goes_to


@dataclass(frozen=True)
class Addition:
    """A new question. after: the id of the question before it in the sheet, "" for the first."""

    manual: str
    values: Values
    row: Row
    after: str
    has_proposed_id: bool


@dataclass
class Plan:
    """What an import would do. rows: the id after the import -> its row in the sheet."""

    changes: list[Change] = field(default_factory=list)
    additions: list[Addition] = field(default_factory=list)
    removals: list[Entry] = field(default_factory=list)
    kept: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rows: dict[str, Row] = field(default_factory=dict)
    is_reordered: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.changes or self.additions or self.removals)


def plan(
    entries: Iterable[Entry], rows: Sequence[Row], published: Collection[str], today: str, gone: str = "refuse"
) -> Plan:
    """Compares. entries: all of the site. published: ids that readers may have linked to.

    today: 2026-11-22, the date of new questions without one. gone: what becomes of questions that
    their manual's sheet does not hold any more: "refuse", "remove" or "keep".
    """
    found = Plan()
    by_id = {entry.id: entry for entry in entries}
    matched = _matched(rows, by_id)
    taken = {*by_id, *(name for entry in by_id.values() for name in entry.was), *published, *(row.id for row in rows)}
    before: dict[str, str] = {}
    for number, row in enumerate(rows):
        entry = matched.get(number)
        after = before.get(row.manual, "")
        name = _change(found, entry, row, after) if entry else _addition(found, row, after, taken, today)
        before[row.manual] = name
        found.rows[name] = row
    _gone(found, by_id, {entry.id for entry in matched.values()}, rows, published, gone)
    found.is_reordered = _is_reordered([matched[number] for number in sorted(matched)], list(by_id))
    return found


def _matched(rows: Sequence[Row], by_id: Mapping[str, Entry]) -> dict[int, Entry]:
    """Finds each row's entry: by id, by an old id that a new one takes over, or a blank id by the same question."""
    named = {row.id for row in rows}
    by_question = {(entry.manual, cleaned(entry.question)): entry for entry in by_id.values() if entry.id not in named}
    matched: dict[int, Entry] = {}
    for number, row in enumerate(rows):
        old = [name for name in row.values.get("was", ()) if name in by_id and name not in named]
        same = by_question.pop((row.manual, row.values["question"]), None) if not row.id else None
        entry = by_id.get(row.id) or (by_id[old[0]] if old and row.id else same)
        if entry and entry not in matched.values():
            matched[number] = entry
    return matched


def _change(found: Plan, entry: Entry, row: Row, after: str) -> str:
    """Notes what a row changes in its entry; returns the id after the import."""
    now = values_of(entry)
    sheet = {key: restored(value, now[key]) for key, value in row.values.items()}
    values = {key: value for key, value in sheet.items() if not is_same(key, value, now[key])}
    if not row.id:  # a row that was imported before: what the import filled in stays
        values = {key: value for key, value in values.items() if value or key not in ("id", "updated")}
    for key in values:
        if key in _REQUIRED and not values[key]:
            text = f"{attach(BY_KEY[key].title, '이/가')} 비어 있어요. 원래 값은 {attach(_short(now[key]), '이에요/예요')}."
            mend = "값을 다시 적으세요. 질문을 지우려면 행을 통째로 지우세요."
            found.problems.append(row.problem(key, text, mend, rule="sheets-blank"))
    if values or entry.manual != row.manual:
        found.changes.append(Change(entry.id, entry.manual, row.manual, values, row, after))
    return row.id or entry.id


def _short(value: Value) -> str:
    text = " ".join(cell_text(value).split())
    return text if len(text) <= 20 else text[:20] + "…"


def _addition(found: Plan, row: Row, after: str, taken: set[str], today: str) -> str:
    values = {column.key: row.values[column.key] for column in COLUMNS if row.values.get(column.key)}
    is_proposed = not row.id
    if is_proposed:
        values = {"id": proposed_id(row.manual, str(row.values["question"]), taken), **values}
        taken.add(str(values["id"]))
    values.setdefault("updated", today)
    for key in _REQUIRED:
        if key not in values:
            text = f"새 질문에 {attach(BY_KEY[key].title, '이/가')} 없어요."
            found.problems.append(row.problem(key, text, f"{BY_KEY[key].title} 칸을 적으세요.", rule="sheets-blank"))
    found.additions.append(Addition(row.manual, values, row, after, is_proposed))
    return str(values["id"])


def _gone(
    found: Plan, by_id: Mapping[str, Entry], kept: set[str], rows: Sequence[Row], published: Collection[str], gone: str
) -> None:
    """Judges the questions that their manual's sheet does not hold any more; a sheet that is not there loses nothing."""
    manuals = {row.manual for row in rows}
    inherited = {name for row in rows for name in row.values.get("was", ())}
    for entry in by_id.values():
        if entry.id in kept or entry.manual not in manuals:
            continue
        if gone == "keep":
            found.kept.append(entry)
            continue
        found.removals.append(entry)
        if gone == "refuse":
            found.problems.append(_missing(entry, rows))
        elif entry.id in published and entry.id not in inherited:
            found.problems.append(_orphaned(entry, rows))


def _missing(entry: Entry, rows: Sequence[Row]) -> Problem:
    text = (
        f"질문 {attach(entry.id, '이/가')} 시트에서 사라졌어요. 질문은 {attach(_short(entry.question), '이에요/예요')}."
    )
    mend = "행을 되살리세요. 지우려면 명령 뒤에 REMOVE=1을, 시트에 없는 질문을 그대로 두려면 KEEP=1을 붙이세요."
    return Problem(_sheet_of(entry, rows), 0, 0, text, mend, rule="sheets-removed")


def _orphaned(entry: Entry, rows: Sequence[Row]) -> Problem:
    text = f"공개했던 질문 {attach(entry.id, '을/를')} 지우면 그 주소로 오는 독자가 길을 잃어요."
    mend = f"그 답을 이어받은 질문의 ‘옛 id’ 칸에 {attach(entry.id, '을/를')} 적으세요."
    return Problem(_sheet_of(entry, rows), 0, 0, text, mend, rule="sheets-orphaned")


def _sheet_of(entry: Entry, rows: Sequence[Row]) -> str:
    return next(row.sheet.title for row in rows if row.manual == entry.manual)


def _is_reordered(shown: list[Entry], order: list[str]) -> bool:
    """Says whether the rows of a manual stand in another order than in its file."""
    positions: dict[str, list[int]] = {}
    for entry in shown:
        positions.setdefault(entry.manual, []).append(order.index(entry.id))
    return any(places != sorted(places) for places in positions.values())
