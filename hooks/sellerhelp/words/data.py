"""The prose in the data files and in the heads of pages: which keys hold it, and what it is to the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sellerhelp.frontmatter import FENCE
from sellerhelp.words.inline import plain
from sellerhelp.words.markdown import passages as markdown_passages
from sellerhelp.words.passage import Kind, Passage
from sellerhelp.words.traced import Lines, Traced, aligned, whole
from sellerhelp.yamltext import List, Map, Node, Text, read_yaml

# The keys that readers read, by kind of file. What is not named (also, finds, ids, tags) is free:
# it holds what readers type, not what we write.
HEAD: dict[str, Kind] = {
    "title": "heading", "description": "prose", "know.what": "cell", "know.is": "cell", "know.note": "prose",
    "related.why": "cell", "changes.text": "prose",
}  # fmt: skip
QUESTIONS: dict[str, Kind] = {"question": "question", "answer": "prose"}
HOURS: dict[str, Kind] = {
    "basis": "prose", "exceptions.reason": "cell", "channels.for": "cell", "channels.note": "prose",
    "channels.reply": "cell",
}  # fmt: skip
VALUES: dict[str, Kind] = {"title": "cell", "versions.note": "cell"}
NOTICES: dict[str, Kind] = {"text": "prose"}
GLOSSARY: dict[str, Kind] = {"word": "cell", "means": "prose"}
FILES: dict[str, dict[str, Kind]] = {
    r"(?:.*/)?faq\.yml": QUESTIONS, r"docs/contact/hours\.yml": HOURS, r"docs/values\.yml": VALUES,
    r"docs/notices\.yml": NOTICES, r"docs/glossary\.yml": GLOSSARY,
}  # fmt: skip


def passages(path: str, source: str) -> list[Passage]:
    """Returns the passages of one source file, in order. path: as in problems, docs/orders/confirm.md."""
    text = whole(source)
    text = text[1:] if source.startswith("\ufeff") else text
    if path.endswith(".md"):
        return list(_page(path, text))
    keys = next((keys for pattern, keys in FILES.items() if re.fullmatch(pattern, path)), None)
    return list(_values(path, text, keys)) if keys else []


def _page(path: str, source: Traced) -> Iterator[Passage]:
    head = FENCE.match(source.text)
    if head:
        yield from _values(path, source[head.start(1) : head.end(1)], HEAD)
    for kind, text in markdown_passages(source[head.end() if head else 0 :]):
        yield Passage(path, kind, path, text)


def _values(path: str, yaml: Traced, keys: dict[str, Kind]) -> Iterator[Passage]:
    """Reads the named values of a YAML text; each entry of a list at the top is a unit of its own."""
    root = read_yaml(yaml.text, path).root
    lines = Lines(yaml.text)
    entries = enumerate(root) if isinstance(root, List) else [("", root)]
    for number, entry in entries:
        unit = path if number == "" else f"{path}#{number}"
        for name, node in _leaves(entry, ""):
            if name in keys:
                yield from _value(path, keys[name], unit, _typed(node, yaml, lines))


def _value(path: str, kind: Kind, unit: str, text: Traced) -> Iterator[Passage]:
    if kind == "prose":
        yield from (Passage(path, inner, unit, one) for inner, one in markdown_passages(text))
    else:
        yield Passage(path, kind, unit, plain(text).strip(), text.text.strip())


def _typed(node: Text, yaml: Traced, lines: Lines) -> Traced:
    """Finds a value's letters in the file."""
    value = aligned(node.value, node.raw, lines.offset(node.place.line, node.place.column))
    last = len(yaml.at) - 1
    return Traced(value.text, [yaml.at[min(at, last)] for at in value.at])


def _leaves(node: Node | None, name: str) -> Iterator[tuple[str, Text]]:
    if isinstance(node, Text):
        yield name, node
    elif isinstance(node, List):
        for item in node:
            yield from _leaves(item, name)
    elif isinstance(node, Map):
        for key, child in node.items.items():
            yield from _leaves(child, f"{name}.{key}" if name else key)
