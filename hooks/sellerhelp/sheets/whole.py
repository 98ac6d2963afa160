"""Adds, removes and moves whole entries of a faq.yml, with the blank lines between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sellerhelp.sheets.columns import Values
from sellerhelp.sheets.layout import EntrySpan, Layout
from sellerhelp.sheets.splice import Edit
from sellerhelp.sheets.yamlform import entry_lines


@dataclass(frozen=True)
class Fresh:
    """An entry to put into a file. after: the id before it, "" for the first place. lines: as it will stand."""

    id: str
    after: str
    lines: Sequence[str]


def add_entries(layout: Layout, fresh: Iterable[Fresh]) -> list[Edit]:
    """Returns the edits that add entries, in their order; one may follow another that is new itself."""
    home: dict[str, str] = {}
    edits = []
    for one in fresh:
        home[one.id] = home.get(one.after, one.after)
        edits.append(_added(layout, home[one.id], one.lines))
    return edits


def _added(layout: Layout, after: str, lines: Sequence[str]) -> Edit:
    text = layout.line_end.join(lines)
    gap = layout.line_end * (2 if layout.is_spaced else 1)
    if after in layout.entries:
        at = layout.end_of_line(layout.entries[after].end)
        return Edit(at, at, gap + text)
    if layout.entries:
        at = next(iter(layout.entries.values())).dash
        return Edit(at, at, text + gap)
    is_open = layout.source and not layout.source.endswith("\n")
    return Edit(len(layout.source), len(layout.source), (layout.line_end if is_open else "") + text + layout.line_end)


def new_entry(layout: Layout, values: Values) -> list[str]:
    """Returns the lines of a new entry, indented as the file's others are."""
    return entry_lines(values, " " * _indent(layout))


def _indent(layout: Layout) -> int:
    first = next(iter(layout.entries.values()), None)
    return first.column - 2 if first else 0


def moved_entry(source: Layout, name: str, target: Layout) -> list[str]:
    """Returns the lines of an entry as they stand, indented for another file; comments in it come along."""
    entry = source.entries[name]
    text = source.source[entry.dash : source.end_of_line(entry.end)].replace("\r\n", "\n")
    shift = _indent(target) - (entry.column - 2)
    lines = text.split("\n")
    if shift >= 0:
        return [" " * shift + line if line.strip() else line for line in lines]
    return [line[-shift:] if line[:-shift].isspace() else line for line in lines]


def remove_entry(layout: Layout, name: str) -> Edit:
    """Returns the edit that takes an entry away with one of the gaps around it; comments between entries stay."""
    entry = layout.entries[name]
    start = _start_without_gap(layout, entry)
    return Edit(start, layout.end_of_line(entry.end) if start < entry.dash else _next_line(layout, entry), "")


def _start_without_gap(layout: Layout, entry: EntrySpan) -> int:
    """Returns where the blank lines before an entry begin, after the line end of what precedes them."""
    before = layout.source[: entry.dash].rstrip(" \t\r\n")
    is_first = not before
    return 0 if is_first else layout.end_of_line(len(before) - 1)


def _next_line(layout: Layout, entry: EntrySpan) -> int:
    end = layout.end_of_line(entry.end)
    return min(end + len(layout.line_end), len(layout.source))
