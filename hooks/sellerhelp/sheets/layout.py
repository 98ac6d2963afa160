"""Where each question, key and value of a faq.yml stands, in offsets into its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import yaml

try:
    _Loader: type = yaml.CSafeLoader
except AttributeError:  # PyYAML without libyaml
    _Loader = yaml.SafeLoader

Span = tuple[int, int]
_LONE_DASH = re.compile(r"^ *-[ \t]*(#.*)?$", re.M)


@dataclass(frozen=True)
class KeySpan:
    """One key with its value.

    key: the offset of its first letter. colon: just after the colon. start, end: of the value,
    without comments and blank lines after it. style: "plain", "'", '"', "block", "flow" or "items".
    items: the spans of a list's values.
    """

    key: int
    colon: int
    start: int
    end: int
    style: str
    items: tuple[Span, ...] = ()


@dataclass(frozen=True)
class EntrySpan:
    """One entry. dash: the offset of the line of its dash. end: of its last value. column: of its keys, from 0."""

    id: str
    dash: int
    end: int
    column: int
    is_flow: bool
    keys: Mapping[str, KeySpan]


@dataclass(frozen=True)
class Layout:
    """The text of a faq.yml and its entries in order."""

    source: str
    entries: Mapping[str, EntrySpan]

    @property
    def line_end(self) -> str:
        return "\r\n" if "\r\n" in self.source else "\n"

    @property
    def is_spaced(self) -> bool:
        """Says whether blank lines stand between most entries."""
        spans = list(self.entries.values())
        gaps = [self.source[one.end : other.dash] for one, other in pairwise(spans)]
        return 2 * sum(gap.replace("\r", "").count("\n\n") > 0 for gap in gaps) >= len(gaps)

    def end_of_line(self, offset: int) -> int:
        """Returns where the line of an offset ends, before its line end."""
        at = self.source.find("\n", offset)
        if at < 0:
            return len(self.source)
        return at - 1 if at > offset and self.source[at - 1] == "\r" else at

    def start_of_line(self, offset: int) -> int:
        return self.source.rfind("\n", 0, offset) + 1


def read_layout(source: str) -> Layout:
    """Reads a faq.yml that is known to be sound. source: its text without a byte order mark."""
    root = yaml.compose(source, Loader=_Loader)
    entries = [_entry(source, node) for node in root.value] if isinstance(root, yaml.SequenceNode) else []
    return Layout(source, {entry.id: entry for entry in entries})


def _entry(source: str, node: yaml.MappingNode) -> EntrySpan:
    keys = {key.value: _key(source, key, value) for key, value in node.value}
    start = node.start_mark.index
    end = node.end_mark.index if node.flow_style else max(span.end for span in keys.values())
    name = next((value.value.strip() for key, value in node.value if key.value == "id"), "")
    line = source.rfind("\n", 0, start) + 1
    return EntrySpan(name, _dash(source, line, start), end, start - line, bool(node.flow_style), keys)


def _dash(source: str, line: int, start: int) -> int:
    """Returns the line of an entry's dash: that of its first key, or one above with nothing else on it."""
    if source[line:start].strip() == "-":
        return line
    alone = [match.start() for match in _LONE_DASH.finditer(source, 0, line)]
    return alone[-1] if alone else line


def _key(source: str, key: yaml.ScalarNode, value: yaml.Node) -> KeySpan:
    colon = source.index(":", key.end_mark.index) + 1
    start, end = value.start_mark.index, _end(source, value)
    if isinstance(value, yaml.SequenceNode):
        items = tuple((item.start_mark.index, _end(source, item)) for item in value.value)
        return KeySpan(key.start_mark.index, colon, start, end, "flow" if value.flow_style else "items", items)
    style = "block" if value.style in ("|", ">") else value.style or "plain"
    return KeySpan(key.start_mark.index, colon, max(start, colon), max(end, colon), style)


def _end(source: str, node: yaml.Node) -> int:
    """Returns where a value ends; the parser counts the blanks and comments after blocks in."""
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _end(source, node.value[-1])
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(source[start:end].rstrip())
