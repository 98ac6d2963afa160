"""The `/// name` blocks of a page as they were written, with their places.

pymdownx leaves a block with a mistake standing as text and says nothing; this
reader of the source is what tells the writer.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.yamltext import List, Map, Node, Place, Text, read_yaml

_HEAD = re.compile(r"^ {0,3}(/{3,})[ ]*([\w-]+)[ ]*(?:\|[ ]*(.*?))?[ ]*$")
_END = re.compile(r"^ {0,3}(/{3,})[ ]*$")
# A fence of fenced_code: at the margin, closed by a line that holds exactly the same marks.
_CODE = re.compile(r"(`{3,}|~{3,})[^`]*")
# For what no block asked for.
NOWHERE = Place("", 0, 0)


@dataclass(frozen=True)
class WrittenBlock:
    """name, argument (what stands after |): as written. options: the indented YAML below the head, or None. place: of the head."""

    name: str
    options: Node | None
    problems: tuple[Problem, ...]
    place: Place
    argument: str = ""

    def place_of(self, key: str, word: str) -> Place:
        """Returns where a word stands in an option, else where the block begins."""
        value = self.options.get(key) if isinstance(self.options, Map) else None
        if isinstance(value, Text):
            return value.place
        items = value.items if isinstance(value, List) else ()
        return next((item.place for item in items if isinstance(item, Text) and item.value.strip() == word), self.place)


@lru_cache(maxsize=1024)  # every reader of blocks asks for the same pages
def written_blocks(source: str, shown: str) -> tuple[WrittenBlock, ...]:
    """Finds the blocks of a whole Markdown file, outside of fenced code."""
    lines = source.splitlines()
    heads = ((_HEAD.match(line), number) for number, line in unfenced(lines))
    return tuple(_block(head, lines, number, shown) for head, number in heads if head)


def first_block(sources: Mapping[str, str], name: str) -> Place | None:
    """Returns where the first block of a name stands in some pages. sources: path in problems -> Markdown."""
    found = (
        block.place
        for shown, source in sorted(sources.items())
        for block in written_blocks(source, shown)
        if block.name == name
    )
    return next(found, None)


def unfenced(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Numbers the lines from 1 and leaves out those of fenced code."""
    fence = ""
    for number, line in enumerate(lines, 1):
        if fence:
            fence = "" if line.rstrip() == fence else fence
        elif code := _CODE.fullmatch(line):
            fence = code[1]
        else:
            yield number, line


def _block(head: re.Match[str], lines: list[str], number: int, shown: str) -> WrittenBlock:
    indented = []
    for line in lines[number:]:
        if not line.startswith("    ") or not line.strip():
            break
        indented.append(line)
    place = Place(shown, number, 1)
    if not indented:
        return WrittenBlock(head[2], None, (), place, head[3] or "")
    pad = len(indented[0]) - len(indented[0].lstrip())
    reading = read_yaml(textwrap.dedent("\n".join(indented)), shown, first_line=number + 1)
    problems = tuple(replace(problem, column=problem.column + pad) for problem in reading.problems)
    return WrittenBlock(head[2], _shifted(reading.root, pad), problems, place, head[3] or "")


def _shifted(node: Node | None, pad: int) -> Node | None:
    """Moves the columns of a tree to where they stand in the indented source."""

    def moved(place: Place) -> Place:
        return Place(place.path, place.line, place.column + pad)

    if isinstance(node, Text):
        return Text(node.value, moved(node.place), node.raw)
    if isinstance(node, List):
        return List(tuple(_shifted(item, pad) for item in node), moved(node.place))  # type: ignore[misc]
    if isinstance(node, Map):
        items = {key: _shifted(item, pad) for key, item in node.items.items()}
        return Map(items, {key: moved(place) for key, place in node.keys.items()}, moved(node.place))  # type: ignore[arg-type]
    return None


def unknown_blocks(blocks: Iterable[WrittenBlock], known: list[str]) -> list[Problem]:
    """Names the blocks that nothing will render."""
    problems = []
    for block in blocks:
        if block.name not in known:
            near = nearest(block.name, known)
            mend = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else "쓸 수 있는 블록: " + ", ".join(known)
            problems.append(
                block.place.problem(f"모르는 블록 {attach(block.name, '이에요/예요')}.", mend, rule="block-unknown")
            )
    return problems


def unclosed_blocks(source: str, shown: str) -> list[Problem]:
    """Names blocks whose closing /// is missing: everything below would vanish into them."""
    open_blocks: list[tuple[str, int, str]] = []
    for number, line in unfenced(source.splitlines()):
        if head := _HEAD.match(line):
            open_blocks.append((head[1], number, head[2]))
        elif end := _END.match(line):
            # The innermost block of this mark: one inside it that was forgotten stays open, alone.
            closed = [at for at, block in enumerate(open_blocks) if block[0] == end[1]]
            if closed:
                del open_blocks[closed[-1]]
    return [
        Place(shown, number, 1).problem(
            f"‘{name}’ 블록이 닫히지 않았어요.",
            f"블록 끝에 {slashes}만 있는 줄을 넣으세요.",
            rule="block-unclosed",
        )
        for slashes, number, name in open_blocks
    ]
