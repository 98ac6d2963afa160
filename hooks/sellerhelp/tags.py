"""HTML cut into tags by one expression, and into pieces that stand for themselves: most pieces of a page stand on all.

A parser in Python would take seconds for a whole site; what a piece of many pages tells is found out once a process.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple, TypeVar

from sellerhelp.repeated import Repeated

# A comment, a tag, or what would be one if it did not stay open.
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(/?)([a-zA-Z][^\s/>]*)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*)>|(</?[a-zA-Z])", re.S
)
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
# Their content is no HTML: it ends at their own closing tag.
RAW = frozenset({"script", "style", "textarea", "title"})
# The line end before a block: what lies between two is on many pages or on one.
_BLOCK = re.compile(
    r"\n(?=[ \t]*+<(?:li|p|h[1-6]|t[dhr]|body|header|footer|nav|article|aside|form|table|template|div class=\"(?:md|sh)-)\b)"
)
_ATTRIBUTES = 1 << 14  # different texts of attributes that are remembered

T = TypeVar("T")


@lru_cache(_ATTRIBUTES)
def attributes(raw: str) -> Mapping[str, str]:
    """Reads attributes as written: name in lower case -> value, the first where one stands twice, "" without a value."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(raw):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found


class Tag(NamedTuple):  # not a dataclass: a site has 150,000 of them
    """name: in lower case. is_end: a closing tag. start, end: offsets in the page. raw: the attributes as written."""

    name: str
    is_end: bool
    raw: str
    start: int
    end: int

    @property
    def attributes(self) -> Mapping[str, str]:
        return attributes(self.raw)

    @property
    def is_closed(self) -> bool:
        return self.raw.endswith("/")


def read_tags(html: str) -> Iterator[Tag]:
    """Returns the tags of a page in order; comments and the content of scripts have none."""
    return iter(_cut(html, RAW)[0])


def without_tags(html: str) -> str:
    """Returns what stands between tags and comments."""
    return _TAG.sub(lambda found: found[4] or "", html)


def _cut(html: str, raw: frozenset[str]) -> tuple[list[Tag], bool]:
    """Returns the tags, and whether nothing is left open at the end: no tag, comment or element of raw content."""
    found: list[Tag] = []
    is_whole, at = True, 0
    while (tag := _TAG.search(html, at)) is not None:
        at = tag.end()
        is_end, name, written, is_open = tag.groups()
        if is_open:
            is_whole = False
            continue
        if not name:  # a comment
            is_whole = is_whole and at - tag.start() > 6 and html.endswith("-->", 0, at)
            continue
        one = Tag(name.lower(), bool(is_end), written, tag.start(), at)
        found.append(one)
        if one.name in raw and not one.is_end and not one.is_closed:
            end = re.compile(rf"</{re.escape(one.name)}\b", re.I).search(html, at)
            at, is_whole = (end.start(), is_whole) if end else (len(html), False)
    return found, is_whole


class Tags(tuple[Tag, ...]):
    """The tags of a line, and what functions told of them."""

    told: dict[Callable[[Tags], Sequence[Any]], Sequence[Any]]

    def tell(self, find: Callable[[Tags], Sequence[T]]) -> Sequence[T]:
        """Returns what a function of a module says of the tags, and keeps it in `told`."""
        # Most say nothing, and need no list of their own.
        said = self.told[find] = find(self) or ()
        return said


def _tags(found: list[Tag]) -> Tags:
    tags = Tags(found)
    tags.told = {}
    return tags


def _tags_of(raw: frozenset[str]) -> Callable[[str], Tags | None]:
    def say(piece: str) -> Tags | None:
        tags, is_whole = _cut(piece, raw)
        return _tags(tags) if is_whole else None

    return say


# What is raw -> what tells the tags of a piece, offsets within it; None when the piece leaves something open.
_known: dict[frozenset[str], Repeated[Tags | None]] = {}


def lines(html: str, raw: frozenset[str] = RAW) -> Iterator[tuple[int, str, Tags]]:
    """Cuts a page at the ends of lines where nothing is open and a block begins: offset, text, tags with offsets in it.

    raw: elements whose content is not looked into. A text may have several lines; the last may leave something open.
    """
    if raw not in _known:
        _known[raw] = Repeated(_tags_of(raw))
    tags_of, known = _known[raw], _known[raw].known
    start, held = 0, None
    for piece in _BLOCK.split(html):
        held = piece if held is None else f"{held}\n{piece}"
        tags = known[held] if held in known else tags_of(held)
        if tags is not None:
            yield start, held, tags
            start, held = start + len(held) + 1, None
    if held is not None:
        yield start, held, _tags(_cut(held, raw)[0])
