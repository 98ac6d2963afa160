"""Puts the rows of a spreadsheet into the text of the faq.yml files; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sellerhelp.faq.entry import Entry, read_entries
from sellerhelp.particle import attach
from sellerhelp.problem import Problem, errors
from sellerhelp.relink import moved_link, moved_text
from sellerhelp.sheets.cells import Book
from sellerhelp.sheets.changes import Change, Plan, plan
from sellerhelp.sheets.columns import COLUMNS, Values, values_of
from sellerhelp.sheets.layout import Layout, read_layout
from sellerhelp.sheets.library import Library
from sellerhelp.sheets.splice import Edit, Unspliceable, apply, change_entry
from sellerhelp.sheets.table import read_rows
from sellerhelp.sheets.whole import Fresh, add_entries, moved_entry, new_entry, remove_entry

BOM = "\ufeff"
# Lets the gate judge a site with some files replaced (path below docs/ -> text); says what was not wrong before.
Rehearse = Callable[[Mapping[str, str]], Sequence[Problem]]


@dataclass(frozen=True)
class Import:
    """sources: path below docs/ -> new text, of the files that change. problems: any error means that none may be written."""

    plan: Plan
    sources: Mapping[str, str]
    problems: tuple[Problem, ...]


def begin_import(library: Library, book: Book, today: str, gone: str, rehearse: Rehearse) -> Import:
    """Does all that an import does but writing. book: the file as it was read. today, gone: as plan() takes them."""
    rows, problems = read_rows(book.sheets, library.titles) if not errors(book.problems) else ([], [])
    if errors([*book.problems, *problems]):
        return Import(Plan(), {}, (*book.problems, *problems))
    found = plan(library.collection.entries, rows, library.published, today, gone)
    found.problems[:0] = [*book.problems, *problems]
    return import_plan(library, found, rehearse)


def import_plan(library: Library, plan: Plan, rehearse: Rehearse) -> Import:
    """Carries a plan out on the texts, then lets the gate judge the result; its words name cells where they can."""
    if errors(plan.problems):
        return Import(plan, {}, tuple(plan.problems))
    try:
        sources = _spliced(library, plan)
    except Unspliceable as error:
        return Import(plan, {}, (*plan.problems, _unspliceable(library, str(error))))
    lost = _differences(library, plan, {**library.sources, **sources})
    if lost:
        return Import(plan, {}, (*plan.problems, *lost))
    fresh = [in_cells(one, plan, sources) for one in rehearse(sources)] if sources else []
    return Import(plan, sources, (*plan.problems, *fresh))


def _spliced(library: Library, plan: Plan) -> dict[str, str]:
    by_id = library.collection.by_id()
    paths = {manual.folder: f"{manual.folder}/faq.yml" for manual in library.manuals}
    layouts = {path: read_layout(text.removeprefix(BOM)) for path, text in library.sources.items()}
    edits: dict[str, list[Edit]] = {path: [] for path in layouts}
    fresh: dict[str, list[Fresh]] = {path: [] for path in layouts}
    for change in plan.changes:
        entry, target = by_id[change.id], paths[change.goes_to]
        if change.is_moved:
            lines = _moved(entry, change, layouts[entry.source], layouts[target], target)
            fresh[target].append(Fresh(_new_id(change), _old_id(plan, change.after), lines))
            edits[entry.source].append(remove_entry(layouts[entry.source], change.id))
        else:
            edits[entry.source] += change_entry(layouts[entry.source], change.id, values_of(entry), change.values)
    for entry in plan.removals:
        edits[entry.source].append(remove_entry(layouts[entry.source], entry.id))
    for one in plan.additions:
        path = paths[one.manual]
        lines = new_entry(layouts[path], one.values)
        fresh[path].append(Fresh(str(one.values["id"]), _old_id(plan, one.after), lines))
    return _texts(library, plan, layouts, edits, fresh)


def _texts(
    library: Library,
    plan: Plan,
    layouts: Mapping[str, Layout],
    edits: Mapping[str, list[Edit]],
    fresh: Mapping[str, list[Fresh]],
) -> dict[str, str]:
    order = list(plan.rows)
    texts = {}
    for path, layout in layouts.items():
        added = add_entries(layout, sorted(fresh[path], key=lambda one: order.index(one.id)))
        if edits[path] or added:
            mark = BOM if library.sources[path].startswith(BOM) else ""
            texts[path] = mark + apply(layout.source, [*edits[path], *added])
    return texts


def _new_id(change: Change) -> str:
    return str(change.values.get("id", change.id))


def _old_id(plan: Plan, name: str) -> str:
    """Returns the id that an entry has in its file now, of the one that it will have."""
    renamed = {_new_id(change): change.id for change in plan.changes if not change.is_moved}
    return renamed.get(name, name)


def _moved(entry: Entry, change: Change, source: Layout, target: Layout, path: str) -> list[str]:
    """Returns the lines of an entry in its new file, its links seen from there."""
    lines = moved_entry(source, change.id, target)
    alone = read_layout("\n".join(lines))
    values = moved_values(change, values_of(entry), entry.source, path)
    return apply(alone.source, change_entry(alone, change.id, values_of(entry), values)).split("\n")


def moved_values(change: Change, now: Values, source: str, target: str) -> Values:
    """Returns what changes in an entry that moves: what the writer changed, and the links of the rest."""
    after = {**now, **change.values}
    links = {
        "answer": moved_text(str(after["answer"]), source, target),
        "related": tuple(moved_link(link, source, target) for link in after["related"]),
    }
    return {key: value for key, value in {**after, **links}.items() if value != now[key]}


def _differences(library: Library, plan: Plan, sources: Mapping[str, str]) -> list[Problem]:
    """Reads the result and compares it with the plan; a difference is a fault of ours, and nothing is written."""
    expected = {entry.id: values_of(entry) for entry in library.collection.entries}
    homes = {entry.id: entry.source for entry in library.collection.entries}
    for entry in plan.removals:
        del expected[entry.id]
    for change in plan.changes:
        now, target = expected.pop(change.id), f"{change.goes_to}/faq.yml"
        more = moved_values(change, now, homes[change.id], target) if change.is_moved else change.values
        expected[_new_id(change)] = {**now, **more}
    for one in plan.additions:
        expected[str(one.values["id"])] = {**_BLANK, **one.values}
    found, problems = {}, []
    for path, text in sources.items():
        entries, wrong = read_entries(text, path, f"docs/{path}")
        problems += wrong
        found.update({entry.id: values_of(entry) for entry in entries})
    wrong_ids = [name for name in {**expected, **found} if expected.get(name) != found.get(name)]
    return [*problems, *(_unspliceable(library, name) for name in wrong_ids)]


_BLANK: Values = {column.key: () if column.kind == "lines" else "" for column in COLUMNS}


def _unspliceable(library: Library, name: str) -> Problem:
    entry = library.collection.by_id().get(name)
    text = f"질문 {attach(name, '은/는')} faq.yml에 적힌 모양이 달라서 저절로 고칠 수 없어요."
    mend = "faq.yml에서 직접 고치세요. 다른 칸을 들여오려면 이 행을 원래대로 두세요."
    if entry:
        return entry.place.problem(text, mend, rule="sheets-layout")
    return Problem("", 0, 0, text, mend, rule="sheets-layout")


def in_cells(problem: Problem, plan: Plan, sources: Mapping[str, str]) -> Problem:
    """Returns a problem of a new faq.yml with the cell that it came from as its place, where there is one."""
    path = problem.path.removeprefix("docs/")
    if path not in sources or not problem.line:
        return problem
    layout = read_layout(sources[path].removeprefix(BOM))
    offset = sum(len(line) for line in layout.source.splitlines(keepends=True)[: problem.line - 1])
    above = [entry for entry in layout.entries.values() if entry.dash <= offset]
    row = plan.rows.get(above[-1].id) if above else None
    if not row:
        return problem
    end = layout.end_of_line(offset)
    keys = [key for key, span in above[-1].keys.items() if span.key <= end]
    return replace(problem, path=row.place(keys[-1] if keys else "id"), line=0, column=0)
