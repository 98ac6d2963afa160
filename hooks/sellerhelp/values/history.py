"""What the versions of values say about the past: a change for each day on which a value began or turned."""

from __future__ import annotations

from collections.abc import Mapping

from sellerhelp.changes.change import VALUE, Change
from sellerhelp.prose.blocks import written_blocks
from sellerhelp.values.data import USE, Value, Values, Version
from sellerhelp.yamltext import List, Map, Text


def history(values: Values, sources: Mapping[str, str], addresses: Mapping[str, str]) -> list[Change]:
    """Returns the changes of all values that a page explains; a version whose start nobody knows is none.

    sources: page path -> Markdown. addresses: page path -> address below the site's root.
    """
    where = explained(values, sources)
    told = [(values.by_name[name], addresses[path]) for name, path in where.items()]
    return [
        _change(value, at, address)
        for value, address in told
        for at, version in enumerate(value.versions)
        if version.start
    ]


def explained(values: Values, sources: Mapping[str, str]) -> dict[str, str]:
    """Returns the page of each value: the first that shows its versions, else the first that uses it."""
    shown: dict[str, str] = {}
    used: dict[str, str] = {}
    for path, source in sorted(sources.items()):
        for name in _shown(source):
            shown.setdefault(name, path)
        for name in USE.findall(source):
            used.setdefault(name, path)
    return {name: path for name, path in (used | shown).items() if name in values.by_name}


def _shown(source: str) -> list[str]:
    """Returns the names in the `/// value` blocks of a page."""
    blocks = [block.options for block in written_blocks(source, "") if block.name == "value"]
    names = [options.get("names") for options in blocks if isinstance(options, Map)]
    nodes = [node for named in names for node in (named.items if isinstance(named, List) else [named])]
    return [node.value.strip() for node in nodes if isinstance(node, Text)]


def _change(value: Value, at: int, address: str) -> Change:
    version = value.versions[at]
    assert version.start
    now = _words(value, version)
    text = f"{_words(value, value.versions[at - 1])} → {now}" if at else now
    return Change(version.start, VALUE, value.title, text, address, f"value/{value.name}")


def _words(value: Value, version: Version) -> str:
    words = f"{version.label} {value.words(version)}" if version.label else value.words(version)
    return f"{words} ({version.note})" if version.note else words
