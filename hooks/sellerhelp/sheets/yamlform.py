"""How a value is spelt in faq.yml: plain where YAML reads it back the same, else in quotes or as a block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from sellerhelp.sheets.columns import COLUMNS, Value, Values

# The longest line of a list in brackets.
_LONGEST_FLOW = 100
_FLOW_KEYS = ("tags", "was")


@dataclass(frozen=True)
class Spelling:
    """inline: what follows the colon on its line. body: the lines below, indented from the key on; may be none."""

    inline: str
    body: tuple[str, ...] = ()

    def lines(self, key: str, indent: str) -> list[str]:
        head = f"{indent}{key}: {self.inline}".rstrip()
        return [head, *(f"{indent}{line}" if line else "" for line in self.body)]


def spelt_text(text: str, quote: str | None = None) -> Spelling:
    """Spells one text. quote: the quotes that the old value had, kept where they can be."""
    if "\n" in text:
        return block_text(text)
    return Spelling(scalar(text, quote))


def block_text(text: str) -> Spelling:
    """Spells a text as a block of lines, however short."""
    return Spelling("|", tuple(f"  {line}" if line else "" for line in text.split("\n")))


def spelt_list(items: Sequence[str], is_flow: bool) -> Spelling:
    """Spells a list, in brackets on one line or one item a line."""
    flow = f"[{', '.join(scalar(item, in_flow=True) for item in items)}]"
    if is_flow and len(flow) <= _LONGEST_FLOW:
        return Spelling(flow)
    return Spelling("", tuple(f"  - {scalar(item)}" for item in items))


def scalar(text: str, quote: str | None = None, in_flow: bool = False) -> str:
    """Spells a text of one line."""
    if quote == '"':
        return _double(text)
    if quote != "'" and _is_plain(text, in_flow):
        return text
    single = "'" + text.replace("'", "''") + "'"
    return single if read_scalar(f"[{single}]") == text else _double(text)


def _double(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'


def _is_plain(text: str, in_flow: bool) -> bool:
    return not text.startswith(('"', "'")) and read_scalar(f"[{text}]" if in_flow else f"- {text}\n") == text


def read_scalar(source: str) -> str | None:
    """Returns the text of the only scalar of a list as YAML reads it, else None. source: "[one]" or "- one"."""
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    is_one = len(items) == 1 and isinstance(items[0], yaml.ScalarNode)
    return items[0].value if is_one else None


def spelt(key: str, value: Value) -> Spelling:
    """Spells the value of a key that was not there before, as the house does."""
    if isinstance(value, tuple):
        return spelt_list(value, key in _FLOW_KEYS)
    return block_text(value) if key == "answer" else spelt_text(value)


def entry_lines(values: Values, indent: str) -> list[str]:
    """Returns the lines of a new entry. indent: of its dash."""
    lines = []
    for column in COLUMNS:
        if values.get(column.key):
            lines += spelt(column.key, values[column.key]).lines(column.key, indent + "  ")
    lines[0] = f"{indent}- {lines[0].lstrip()}"
    return lines
