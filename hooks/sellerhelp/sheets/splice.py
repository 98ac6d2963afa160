"""Changes a faq.yml by replacing exactly the text of what changed; every other byte stays.

ruamel.yaml was tried and refused: its round trip re-wraps long lines, re-indents lists
and moves comments between entries, so that a one-word change touched whole files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sellerhelp.sheets.columns import COLUMNS, Value, Values
from sellerhelp.sheets.layout import EntrySpan, KeySpan, Layout, Span
from sellerhelp.sheets.yamlform import Spelling, entry_lines, read_scalar, scalar, spelt, spelt_list, spelt_text


@dataclass(frozen=True)
class Edit:
    """Replaces source[start:end] by text."""

    start: int
    end: int
    text: str


def apply(source: str, edits: Iterable[Edit]) -> str:
    """Returns the source with all edits done; those at one place in the order given."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        assert edit.start >= at, "two edits overlap"
        parts += [source[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, source[at:]])


class Unspliceable(ValueError):
    """An entry is laid out so that it cannot be changed without losing a comment; its id is the message."""


def change_entry(layout: Layout, name: str, now: Values, values: Values) -> list[Edit]:
    """Returns the edits that give an entry other values. now: all it has; values: "" or () takes a key away."""
    entry = layout.entries[name]
    gone = [key for key, value in values.items() if not value and key in entry.keys]
    if entry.is_flow or next(iter(entry.keys)) in gone:
        return [_rewritten(layout, entry, {**now, **values})]
    edits: list[Edit] = []
    for key, value in values.items():
        if key in entry.keys and value:
            edits += _replaced(layout, entry, entry.keys[key], value)
    edits += [_removed(layout, entry.keys[key]) for key in gone]
    return edits + _added_keys(layout, entry, {key: value for key, value in values.items() if key not in entry.keys})


def _rewritten(layout: Layout, entry: EntrySpan, values: Values) -> Edit:
    """Writes a whole entry anew, where its keys stand so that none can be changed alone."""
    start = min(span.key for span in entry.keys.values())
    if entry.is_flow:
        start = layout.source.rindex("{", 0, start)
    if "#" in layout.source[start : entry.end]:
        raise Unspliceable(entry.id)
    lines = entry_lines(values, " " * (entry.column - 2))
    return Edit(start, entry.end, layout.line_end.join([lines[0][entry.column :], *lines[1:]]))


def _removed(layout: Layout, span: KeySpan) -> Edit:
    return Edit(layout.start_of_line(span.key) - len(layout.line_end), layout.end_of_line(span.end), "")


def _added_keys(layout: Layout, entry: EntrySpan, values: Values) -> list[Edit]:
    """Puts new keys after the last key that comes before them in the house's order."""
    order = [column.key for column in COLUMNS]
    indent = " " * entry.column
    edits = []
    for key in sorted((key for key, value in values.items() if value), key=order.index):
        before = [
            span for name, span in entry.keys.items() if name not in order or order.index(name) < order.index(key)
        ]
        at = layout.end_of_line(max(before or entry.keys.values(), key=lambda span: span.end).end)
        lines = spelt(key, values[key]).lines(key, indent)
        edits.append(Edit(at, at, "".join(layout.line_end + line for line in lines)))
    return edits


def _replaced(layout: Layout, entry: EntrySpan, span: KeySpan, value: Value) -> list[Edit]:
    if isinstance(value, tuple):
        return _replaced_list(layout, entry, span, value)
    quote = span.style if span.style in ("'", '"') else None
    return _respelt(layout, entry, span, spelt_text(value, quote))


def _respelt(layout: Layout, entry: EntrySpan, span: KeySpan, new: Spelling) -> list[Edit]:
    """Puts another spelling in the place of a value; a comment after it stays on its line."""
    source = layout.source
    indent = " " * entry.column
    body = "".join(f"{layout.line_end}{indent}{line}" if line else layout.line_end for line in new.body)
    if span.style == "block":
        head = layout.end_of_line(span.start)
        mark = len(source[span.start : head].split()[0])
        return [Edit(span.start, span.start + mark, new.inline), Edit(head, max(span.end, head), body)]
    tail = layout.end_of_line(span.end)
    inline = f" {new.inline}" if new.inline else ""
    edits = [Edit(span.colon, span.end, inline)]
    return [*edits, Edit(tail, tail, body)] if body else edits


def _replaced_list(layout: Layout, entry: EntrySpan, span: KeySpan, items: Sequence[str]) -> list[Edit]:
    old = [read_scalar(f"- {layout.source[start:end]}") for start, end in span.items]
    if span.style == "items" and None not in old:
        return _merged_items(layout, span, old, items)
    if span.style == "flow" and old and None not in old:
        return _merged_flow(span, old, items)
    return _respelt(layout, entry, span, spelt_list(items, True))


def _merged_items(layout: Layout, span: KeySpan, old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Replaces items of a list that stand one a line; items that stay keep their quotes and comments."""
    source = layout.source
    dash = source.rindex("-", 0, span.items[0][0])
    indent = source[layout.start_of_line(dash) : dash]
    lines = [(layout.start_of_line(start), layout.end_of_line(end)) for start, end in span.items]
    edits = []
    for tag, low, high, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        fresh = [f"{indent}- {scalar(item)}" for item in new[first:last]]
        if tag == "replace":
            edits += _swapped(layout, lines[low:high], span.items[low:high], new[first:last], fresh)
        elif tag == "delete":
            edits += [Edit(start - len(layout.line_end), end, "") for start, end in lines[low:high]]
        elif tag == "insert":
            at = lines[low - 1][1] if low else lines[0][0] - len(layout.line_end)
            edits.append(Edit(at, at, "".join(layout.line_end + line for line in fresh)))
    return edits


def _swapped(
    layout: Layout, lines: Sequence[Span], spans: Sequence[Span], items: Sequence[str], fresh: Sequence[str]
) -> list[Edit]:
    """Puts new items in the places of old ones; where there are more, they follow, where fewer, lines go."""
    edits = [Edit(start, end, scalar(item)) for (start, end), item in zip(spans, items, strict=False)]
    edits += [Edit(start - len(layout.line_end), end, "") for start, end in lines[len(items) :]]
    at = lines[-1][1]
    more = fresh[len(lines) :]
    return [*edits, Edit(at, at, "".join(layout.line_end + line for line in more))] if more else edits


def _merged_flow(span: KeySpan, old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Replaces items of a list in brackets; items that stay keep their quotes."""
    edits = []
    for tag, low, high, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        fresh = [scalar(item, in_flow=True) for item in new[first:last]]
        if tag == "replace":
            edits.append(Edit(span.items[low][0], span.items[high - 1][1], ", ".join(fresh)))
        elif tag == "insert" and low:
            at = span.items[low - 1][1]
            edits.append(Edit(at, at, "".join(f", {one}" for one in fresh)))
        elif tag == "insert":
            at = span.items[0][0]
            edits.append(Edit(at, at, "".join(f"{one}, " for one in fresh)))
        elif tag == "delete":
            edits.append(_cut(span, low, high))
    return edits


def _cut(span: KeySpan, low: int, high: int) -> Edit:
    if high < len(span.items):
        return Edit(span.items[low][0], span.items[high][0], "")
    return Edit(span.items[low - 1][1] if low else span.items[0][0], span.items[high - 1][1], "")
