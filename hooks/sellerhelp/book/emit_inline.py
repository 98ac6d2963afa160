"""Inlines as Typst markup: words stay whole across bold, keys, links and footnotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from sellerhelp.book.document import (
    Anchor,
    Break,
    Code,
    Inline,
    Key,
    MenuPath,
    Outside,
    Picture,
    Reference,
    Styled,
    Text,
    plain,
)
from sellerhelp.book.face import Face
from sellerhelp.book.keep_all import TIE, roomy
from sellerhelp.book.markup import (
    MAY_END,
    NO_RUNT,
    address,
    as_no_runt,
    as_one,
    breaks_inside,
    escaped,
    is_tied,
    string,
    tied,
    word,
    words,
)

# What padding and frame of a key or label add, in ems.
_FRAME = 1.0
# Letters beside a space that say whether a line may end there.
_AROUND = 12
# What "(123쪽)" adds.
_PAGE = 3.0


@dataclass(frozen=True)
class _Piece:
    """kind: space, text (breaks nowhere by itself), atom (a line may break beside it) or run (breaks inside)."""

    kind: str
    code: str
    width: float = 0


class InlineEmitter:
    """notes: whether links to the outside get a footnote; a repeated table head must not hold one.

    on_tint: whether the text stands in a box of the ground that menu labels have elsewhere.
    """

    def __init__(self, face: Face, notes: bool = True, on_tint: bool = False):
        self.face, self.notes = face, notes
        self.ground = "(ground: white)" if on_tint else ""

    def emit(self, inlines: Iterable[Inline], line: float) -> str:
        """Returns markup. line: the width that the text has, in ems."""
        pieces = [piece for inline in _tied_over(list(inlines)) for piece in self._pieces(inline, line)]
        code = []
        for is_space, group in groupby(pieces, key=lambda piece: piece.kind == "space"):
            code.append(" " if is_space else self._glued(list(group), line))
        return "".join(code)

    def _glued(self, group: list[_Piece], line: float) -> str:
        """Boxes what stands together around an atom; runs have their own ends and stay outside."""
        code = []
        for is_run, part in groupby(group, key=lambda piece: piece.kind == "run"):
            pieces = list(part)
            inner = "".join(piece.code for piece in pieces)
            is_loose = is_run or len(pieces) == 1 or all(piece.kind != "atom" for piece in pieces)
            code.append(inner if is_loose or sum(piece.width for piece in pieces) > line else f"#box[{inner}];")
        return "".join(code)

    def _pieces(self, inline: Inline, line: float) -> list[_Piece]:
        if isinstance(inline, Text):
            return self._text(inline.text, line)
        if isinstance(inline, Styled):
            return self._styled(inline, line)
        if isinstance(inline, MenuPath):
            return self._path(inline, line)
        if isinstance(inline, Outside):
            return self._outside(inline, line)
        width = self.face.width(plain(inline)) + _FRAME
        if isinstance(inline, Key):
            whole = width <= line
            code = f"#key[{_framed(inline.label)}];" if whole else f"#strong[{words(inline.label, self.face, line)}];"
            return [_Piece("atom" if whole else "run", code, width)]
        if isinstance(inline, Code):
            return [_Piece("atom", f"#code{self.ground}[{words(inline.text, self.face, line)}];", width)]
        if isinstance(inline, Reference):
            return self._reference(inline, line)
        if isinstance(inline, Picture):
            alt = "none" if inline.is_decoration else string(inline.alt)
            return [_Piece("atom", f"#icon({string(inline.source)}, {alt});", 1)]
        if isinstance(inline, Break):
            return [_Piece("space", ""), _Piece("text", "#linebreak();"), _Piece("space", "")]
        if isinstance(inline, Anchor):
            return [_Piece("text", f"#mark({string(inline.label)});")] if inline.label else []
        return []

    def _text(self, text: str, line: float) -> list[_Piece]:
        """Cuts the first and the last word off: what stands beside them may have to stay with them."""
        parts = as_no_runt(tied(text, self.face, line), self.face).split(" ")
        if len(parts) <= 3:
            return [piece for number, part in enumerate(parts) for piece in self._word(part, number, line)]
        middle = _Piece("run", words(" ".join(parts[1:-1]), self.face, line))
        space = _Piece("space", "")
        return [*self._word(parts[0], 0, line), space, middle, *self._word(parts[-1], 1, line)]

    def _word(self, text: str, number: int, line: float) -> list[_Piece]:
        space = [_Piece("space", "")] if number else []
        return space + ([_Piece("text", word(text, self.face, line), self.face.width(text))] if text else [])

    def _as_one(self, children: tuple[Inline, ...], line: float) -> tuple[Inline, ...]:
        """Holds the space of a name of two words."""
        only = children[0] if len(children) == 1 else None
        return (Text(as_one(only.text, self.face, line)),) if isinstance(only, Text) else children

    def _styled(self, inline: Styled, line: float) -> list[_Piece]:
        if inline.style == "strong":
            inline = replace(inline, children=self._as_one(inline.children, line))
        inner = self.emit(inline.children, line)
        says = plain(inline.children)
        width = self.face.width(says) * 1.05
        if inline.style == "whole":
            is_whole = width <= line
            return [_Piece("atom" if is_whole else "run", f"#box[{inner}];" if is_whole else inner, width)]
        kind = "run" if " " in says else "text"
        return [_Piece(kind, f"#{inline.style}-text[{inner}];", width)]

    def _path(self, inline: MenuPath, line: float) -> list[_Piece]:
        pieces = []
        for number, label in enumerate(inline.labels, 1):
            is_last = number == len(inline.labels)
            width = self.face.width(label) + _FRAME
            if width <= line:
                code = (
                    f"#menu{'' if is_last else '-step'}{self.ground}[{_framed(label) if is_last else escaped(label)}];"
                )
            else:
                code = f"#menu-long{self.ground}[{words(label, self.face, line)}];"
            pieces.append(_Piece("atom" if width <= line else "run", code, width))
            pieces += [] if is_last else [_Piece("space", "")]
        return pieces

    def _outside(self, inline: Outside, line: float) -> list[_Piece]:
        url = string(inline.url)
        if not self.notes or plain(inline.children) == inline.url:
            return [_Piece("run", f"#link({url})[{self.emit(inline.children, line)}];")]
        before, last = _last_word(inline.children)
        pieces = [_Piece("run", f"#link({url})[{self.emit(before, line)}];")] if before else []
        width = self.face.width(plain(last)) + _FRAME
        kind = "atom" if width <= line else "run"
        return [
            *pieces,
            _Piece(kind, f"#outside({url}, [{address(inline.url, self.face, 40)}])[{self.emit(last, line)}];", width),
        ]

    def _reference(self, inline: Reference, line: float) -> list[_Piece]:
        inline = replace(inline, children=self._as_one(inline.children, line - _PAGE))
        says = plain(inline.children)
        if inline.is_quiet or not (inline.label or inline.number):
            code = self.emit(inline.children, line)
            code = f"#part-of-page({string(inline.label)})[{code}];" if inline.label else code
            return [_Piece("run" if " " in says else "text", code, self.face.width(says))]
        volume = "" if inline.label else volume_of(inline.number, says)
        call = f"to-page({string(inline.label)})" if inline.label else f"to-book({string(volume)})"
        wide = _PAGE if inline.label else self.face.width(f"({volume})")
        before, last = _last_word(inline.children)
        if not breaks_inside(plain(last) + "("):  # the page follows: behind a question mark it could stand alone
            kind = "run" if " " in says else "text"
            return [_Piece(kind, f"#{call}[{self.emit(inline.children, line)}];", self.face.width(says) + wide)]
        # A box ends the last word: the page number must not begin the next line without it.
        pieces = [_Piece("run", f"#{call.replace('to-', 'part-of-', 1)}[{self.emit(before, line)}];")] if before else []
        width = self.face.width(plain(last)) + wide
        code = f"#{call}[{self.emit(last, line)}];"
        if width > line:
            return [*pieces, _Piece("run", code, width)]
        first = MAY_END if before and width >= NO_RUNT else ""  # no runt: as_no_runt()
        return [*pieces, _Piece("atom", f"{first}#box[{code}];", width)]


def volume_of(number: str, says: str) -> str:
    """Returns where a page of another book stands: "4권 4-8", or "4권" where its number was said or it is the whole."""
    manual = f"{number.partition('-')[0]}권"
    is_said = "-" not in number or says.replace(TIE, " ").split(" ", 1)[0] == number
    return manual if is_said else f"{manual}{TIE}{number}"


def _tied_over(inlines: list[Inline]) -> list[Inline]:
    """Holds the spaces between two inlines where no line is to end: behind a bold number, before a linked noun."""
    for at in range(len(inlines) - 1):
        one, other = inlines[at], inlines[at + 1]
        before, after = _as_it_stands(one)[-_AROUND:], _as_it_stands(other)[:_AROUND]
        if isinstance(one, Text) and before.endswith(" ") and is_tied(before[:-1], after):
            inlines[at] = Text(one.text[:-1] + TIE)
        elif isinstance(other, Text) and after.startswith(" ") and is_tied(before, after[1:]):
            inlines[at + 1] = Text(TIE + other.text[1:])
    return inlines


def _framed(label: str) -> str:
    """Returns a label whose last letter has the room behind it that its frame takes (typ/parts.typ)."""
    return escaped(label[:-1]) + roomy(label[-1:])


def _as_it_stands(inline: Inline) -> str:
    return inline.text if isinstance(inline, Text) else plain(inline)


def _last_word(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Splits before the last word, which a footnote's mark must not leave."""
    last = inlines[-1] if inlines else Text("")
    if isinstance(last, Text) and " " in last.text.rstrip():
        before, _, word_ = last.text.rstrip().rpartition(" ")
        return (*inlines[:-1], Text(before + " ")), (Text(word_),)
    return (), inlines
