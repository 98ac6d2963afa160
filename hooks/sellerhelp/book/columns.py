"""How wide the columns of a table are: as CSS lays out automatic tables, with whole words as the least width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import permutations
from typing import Any

from sellerhelp.book.document import Block, Cell, Reference, Table, Text, plain, rebuilt
from sellerhelp.book.face import Face
from sellerhelp.book.markup import whole_words

# Between two columns, in points.
GUTTER = 10.0
# No column gets narrower than this many ems, and a longer word than the second may break: it is longer
# than a line of its cell has to be.
_LEAST, _LONGEST_WORD = 3.0, 11.0
# Bold heads and first columns run wider than the regular weight that the widths are known for.
_BOLD = 1.06
# Whole words leave so much of their lines empty.
_RAGGED = 1.06
# Ems that go from one column to another at once, and how often.
_STEPS, _MOVES = (1.0, 2.5, 5.0), 12
# Labels of so many ems stay on one line, where so much of the room is left for more than the least of all columns.
_LABEL, _MOST_OF_LEAST = 8.0, 0.7
# In a table of two columns the second stands so many ems behind the longest label at most: further off nobody sees which
# row it belongs to.
_APART = 3.0
# Blocks from one table to its sister: a heading and a line may stand between them.
_NEAR = 3


@dataclass(frozen=True)
class Columns:
    """widths: in points. is_overfull: whether the words need more than the line has."""

    widths: tuple[float, ...]
    is_overfull: bool


def column_count(rows: Sequence[Sequence[Cell]]) -> int:
    """Returns how many columns the rows need; a span that hangs over from above takes part of the next rows."""
    hanging: list[tuple[int, int]] = []  # columns, rows left
    most = 0
    for row in rows:
        taken = sum(columns for columns, _ in hanging)
        most = max(most, taken + sum(cell.columns for cell in row))
        hanging = [(columns, left - 1) for columns, left in hanging if left > 1]
        hanging += [(cell.columns, cell.rows - 1) for cell in row if cell.rows > 1]
    return most


def lay_out(table: Table, face: Face, width: float, size: float) -> Columns:
    """Divides a width. width: of the table, in points; size: of its type, in points."""
    rows = [*table.head, *table.body]
    count = column_count(rows)
    least, most = [_LEAST] * count, [_LEAST] * count
    for row in rows:
        if len(row) == count:
            for column, cell in enumerate(row):
                if cell.columns == 1:
                    need, natural = _cell_widths(cell, face, column == 0)
                    least[column], most[column] = max(least[column], need), max(most[column], natural)
    room = (width - GUTTER * (count - 1)) / size
    if sum(least) > room:
        shares = [need / sum(least) * room for need in least]
        return Columns(tuple(share * size for share in shares), min(shares) < _LEAST * 0.8)
    if most[0] <= _LABEL and sum(least) - least[0] + most[0] <= room * _MOST_OF_LEAST:
        least[0] = most[0]
    shares = tuple(_shared(least, most, room))
    if sum(most) > room:
        naturals = tuple(_naturals(row, face) for row in rows if len(row) == count)
        shares = _balanced(shares, tuple(least), naturals)
    return Columns(tuple(share * size for share in shares), False)


def sisters(blocks: Sequence[Block]) -> dict[int, Table]:
    """Returns by id() the tables that follow each other under the same heads, as the one table by which all are laid out."""
    groups: list[list[Table]] = []
    last = 0
    for at, one in enumerate(blocks):
        if isinstance(one, Table) and one.head:
            if groups and at - last <= _NEAR and plain(one.head) == plain(groups[-1][0].head):
                groups[-1].append(one)
            else:
                groups.append([one])
            last = at
    return {
        id(one): replace(one, body=tuple(row for table in group for row in table.body))
        for group in groups
        if len(group) > 1
        for one in group
    }


def row_height(row: Sequence[Cell], widths: Sequence[float], face: Face, size: float) -> float:
    """Estimates the height of a row in points, as the longest of its cells needs it."""
    lines = [1.0]
    for column, cell in enumerate(row):
        room = widths[column] if column < len(widths) and cell.columns == 1 else sum(widths)
        lines.append(sum(-(-face.width(plain(block)) * size * _BOLD // room) for block in cell.blocks))
    return max(lines) * (size + 5) + 10


def _cell_widths(cell: Cell, face: Face, is_first: bool) -> tuple[float, float]:
    """Returns the width of the longest word that must stay whole, and of all on one line."""
    text = plain(rebuilt(cell.blocks, _with_page))
    factor = _BOLD if cell.is_head or is_first else 1.0
    longest = max((face.width(word) for word in whole_words(text)), default=0) * factor + 0.3
    return min(longest, _LONGEST_WORD), min(face.width(text) * factor + 0.3, 60.0)


def _naturals(row: Sequence[Cell], face: Face) -> tuple[tuple[float, ...], ...]:
    """Returns for each cell the widths that its blocks would have on one line, in ems."""
    return tuple(
        tuple(
            face.width(plain(rebuilt((block,), _with_page))) * (_BOLD if cell.is_head or not column else 1.0)
            for block in (cell.blocks if cell.columns == 1 else ())
        )
        for column, cell in enumerate(row)
    )


@lru_cache(maxsize=2000)  # an edit leaves most tables of a book as they were
def _balanced(
    shares: tuple[float, ...], least: tuple[float, ...], rows: tuple[tuple[tuple[float, ...], ...], ...]
) -> tuple[float, ...]:
    """Moves width from column to column as long as the table gets lower by it: the fewest lines read best.

    Of tables of one height that has the best columns whose cells have fewer lines, above all those of the labels.
    """

    def lines(some: Sequence[float]) -> tuple[float, float]:
        cells = [
            [sum(_lines(width, share) for width in cell) for cell, share in zip(row, some, strict=True)] for row in rows
        ]
        return sum(max(row, default=1.0) for row in cells), sum(sum(row) + row[0] for row in cells if row)

    now, best = lines(shares), list(shares)
    for _ in range(_MOVES):
        moves = []
        for giver, taker in permutations(range(len(best)), 2):
            for step in _STEPS:
                if best[giver] - step >= least[giver]:
                    moved = best.copy()
                    moved[giver], moved[taker] = moved[giver] - step, moved[taker] + step
                    moves.append((lines(moved), step, moved))
        if not moves or min(moves)[0] >= now:
            break
        now, _, best = min(moves)
    return tuple(best)


def _lines(width: float, share: float) -> float:
    return 1.0 if 0 < width <= share else -(-width * _RAGGED // share)


def _with_page(node: Any) -> tuple[Any, ...] | None:
    """Puts a page number as long as most behind a reference, which does not leave its word; one into another book has none."""
    if not isinstance(node, Reference):
        return None
    if node.label:
        return (*node.children, Text("(00쪽)"))
    is_said = not node.number or plain(node.children).startswith(node.number)
    return node.children if is_said else (*node.children, Text(f"({node.number})"))


def _shared(least: list[float], most: list[float], room: float) -> list[float]:
    """Gives each column its least, and what is left by what each could use."""
    wanted = [high - low for low, high in zip(least, most, strict=True)]
    left = room - sum(least)
    if sum(wanted) <= left:
        # All fit on one line: the columns stand evenly apart instead of clinging to the left.
        spare = (left - sum(wanted)) / sum(most)
        even = [high * (1 + spare) for high in most]
        return [min(even[0], most[0] + _APART), max(even[1], room - most[0] - _APART)] if len(even) == 2 else even
    # The least wants first: a column that could stand on one line does, before a long one takes the rest.
    shares = list(least)
    for rank, column in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given = min(wanted[column], left / (len(wanted) - rank))
        shares[column] += given
        left -= given
    return shares
