"""What a chapter says, free of HTML and of Typst: blocks that hold inlines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, Literal, get_args

# --- inlines --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Styled:
    """style: strong, emphasis, struck, faded, inserted, mark, small, sub, sup, or whole for what must not break."""

    style: str
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Code:
    text: str


@dataclass(frozen=True)
class Key:
    """Something on the screen to press."""

    label: str


@dataclass(frozen=True)
class MenuPath:
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Link:
    """A link as the HTML has it; `references` turns it into one of the two below or into its text.

    is_quiet: what stands beside it says the page already.
    """

    children: tuple[Inline, ...]
    href: str
    is_quiet: bool = False


@dataclass(frozen=True)
class Reference:
    """A link to a place. label: of the place in this book, or "". number: of its page of the site, or "".

    is_quiet: no page is printed behind it.
    """

    children: tuple[Inline, ...]
    label: str
    number: str
    is_quiet: bool = False


@dataclass(frozen=True)
class Outside:
    children: tuple[Inline, ...]
    url: str


@dataclass(frozen=True)
class Break:
    pass


@dataclass(frozen=True)
class Anchor:
    """A place that links lead to. name: its id on the page; label: in the book, once references has named it."""

    name: str
    label: str = ""


@dataclass(frozen=True)
class Picture:
    """source: the address as written, later the file's name below the press. width: in CSS pixels, or 0."""

    source: str
    alt: str
    width: int = 0
    is_decoration: bool = False


Inline = Text | Styled | Code | Key | MenuPath | Link | Reference | Outside | Break | Anchor | Picture

# --- blocks ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Heading:
    """level: 2 to 6, as on the page."""

    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Paragraph:
    """kind: "" or sign (a step worked), note (small print), caption."""

    children: tuple[Inline, ...]
    kind: str = ""


@dataclass(frozen=True)
class Listing:
    kind: Literal["bullets", "numbers", "steps", "checks", "notes"]
    items: tuple[tuple[Block, ...], ...]
    start: int = 1


@dataclass(frozen=True)
class Track:
    """The states that a thing goes through; the second of a pair says that the page is about it."""

    steps: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Cell:
    blocks: tuple[Block, ...]
    is_head: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """is_counted: its cells count from the day of the build, and are others with every edition."""

    caption: tuple[Inline, ...]
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    is_counted: bool = False


@dataclass(frozen=True)
class Callout:
    """kind: note, warning or danger."""

    kind: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Panel:
    """Something that the screen opens on demand, a tab or details: printed open below its label."""

    label: tuple[Inline, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Question:
    question: tuple[Inline, ...]
    answer: tuple[Block, ...]
    pages: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True)
class Terms:
    """A list of terms with what they mean."""

    rows: tuple[tuple[tuple[Inline, ...], tuple[Block, ...]], ...]


@dataclass(frozen=True)
class Figure:
    picture: Picture
    caption: tuple[Inline, ...]


@dataclass(frozen=True)
class Preformatted:
    text: str


@dataclass(frozen=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Rule:
    pass


@dataclass(frozen=True)
class Hours:
    """A day drawn to scale: minutes since midnight."""

    start: int
    end: int
    spans: tuple[tuple[int, int], ...]


Block = (
    Heading | Paragraph | Listing | Track | Table | Callout | Panel | Question | Terms | Figure
    | Preformatted | Quote | Rule | Hours
)  # fmt: skip


_INLINES = frozenset(get_args(Inline))


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields that can hold other nodes; a book has a million texts and numbers to pass by. Empty for what is no node."""
    if not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind) if field.type not in ("str", "int", "bool"))


@cache
def _from_last(kind: type) -> tuple[str, ...] | None:
    """The same from the last one on; None for what is no node."""
    return _names(kind)[::-1] if is_dataclass(kind) else None


def walk(node: Any) -> Iterator[Any]:
    """Yields a node and all nodes below it, in the order of reading."""
    # A heap of what is left to see, not a generator in each generator: every book is walked five times.
    left = [node]
    while left:
        one = left.pop()
        kind = type(one)
        if kind is tuple or kind is list:
            left.extend(reversed(one))
        elif (names := _from_last(kind)) is not None:
            yield one
            for name in names:
                left.append(getattr(one, name))


def rebuilt(node: Any, change: Callable[[Any], tuple[Any, ...] | None]) -> Any:
    """Returns a node with some inlines replaced, from the outside in.

    change: gets each inline; None keeps it and goes on inside, a tuple takes its place as it is.
    """
    kind = type(node)
    if kind is tuple:
        new: list[Any] = []
        for child in node:
            put = change(child) if type(child) in _INLINES else None
            if put is None:
                new.append(rebuilt(child, change))
            else:
                new += put
        # Most of a page holds no link and stays the very same.
        return node if len(new) == len(node) and all(map(is_, new, node)) else tuple(new)
    other = {}
    for name in _names(kind):
        value = getattr(node, name)
        if type(value) is tuple:
            made = rebuilt(value, change)
        elif type(value) in _INLINES:
            # One that stands alone, a figure's picture, stays itself where nothing takes its place.
            made = (change(value) or (value,))[0]
        else:
            continue
        if made is not value:
            other[name] = made
    return replace(node, **other) if other else node


def plain(node: Any) -> str:
    """Returns the words of a node, with a space between its blocks."""
    said: list[str] = []
    _say(node, said.append)
    return " ".join("".join(said).split())


def _say(node: Any, say: Callable[[str], None]) -> None:
    kind = type(node)
    if kind is Text:  # nearly all that has words
        say(node.text)
    elif kind is tuple or kind is list:
        for child in node:
            # Terms and pages stand in tuples of their own: each is a line.
            if type(child) is tuple:
                say(" ")
                _say(child, say)
                say(" ")
            else:
                _say(child, say)
    elif kind is Code or kind is Preformatted:
        say(node.text)
    elif kind is Key:
        say(node.label)
    elif kind is MenuPath:
        say(" › ".join(node.labels))
    elif kind is Track:
        for step, _ in node.steps:
            say(f" {step} ")
    elif kind is Break:
        say(" ")
    elif kind in _INLINES:
        for name in _names(kind):
            _say(getattr(node, name), say)
    elif is_dataclass(kind):
        say(" ")
        for name in _names(kind):
            _say(getattr(node, name), say)
            say(" ")
        say(" ")
