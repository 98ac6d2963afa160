"""Blocks as Typst markup that calls the book's own parts (typ/parts.typ)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sellerhelp.book.answers import Known, answer_label, asked, first_lines, numbered
from sellerhelp.book.columns import column_count, lay_out, row_height, sisters
from sellerhelp.book.document import (
    Anchor,
    Block,
    Break,
    Callout,
    Cell,
    Figure,
    Heading,
    Hours,
    Inline,
    Listing,
    MenuPath,
    Panel,
    Paragraph,
    Preformatted,
    Question,
    Quote,
    Reference,
    Rule,
    Styled,
    Table,
    Terms,
    Text,
    Track,
    plain,
    walk,
)
from sellerhelp.book.emit_inline import InlineEmitter
from sellerhelp.book.face import Face
from sellerhelp.book.keep_all import TIE
from sellerhelp.book.markup import cut_name, string
from sellerhelp.book.paper import MM, Paper
from sellerhelp.book.side_paths import menu_paths
from sellerhelp.book.trouble import Trouble
from sellerhelp.particle import attach

# Steps, questions and callouts stay on one page unless they alone would fill much of one: letters of text.
_WHOLE = 900
_WHOLE_ROW = 1200
_WHOLE_TABLE = 0.45  # of a page
# Lists of so many lines stay on one page; a line or two before a table belong to it.
_WHOLE_LIST, _OPENER, _SHORT = 10, 2, 4
_WHOLE_BASIS = 16
_DRAWN = 0.64  # points of a pixel of a drawing
# What the frames of the parts take from the line, in points (typ/parts.typ).
_STEP, _INSET, _HANG = 26.0, 22.0, 22.0
_BULLET = 14.0
_SIDE_HANG = 0.8  # ems of the notes


class BlockEmitter:
    """level: the outline level of the chapter's title; its sections come below. changed: says which blocks are new.

    listed: whether the book's contents list the sections. common: titles of sections that they leave out. is_last: of the
    chapters. menus: the labels at which ways to screens begin. name: the chapter's label. known: what its questions may
    know of the book.
    """

    def __init__(
        self,
        face: Face,
        paper: Paper,
        level: int,
        changed: Callable[[Block], bool] = lambda block: False,
        listed: bool = True,
        common: frozenset[str] = frozenset(),
        is_last: bool = False,
        menus: frozenset[str] = frozenset(),
        name: str = "",
        known: Known | None = None,
    ):
        self.face, self.paper, self.level, self.changed, self.listed = face, paper, level, changed, listed
        self.common, self.is_last, self.menus, self.name, self.known = common, is_last, menus, name, known or Known()
        self.inline, self.noteless = InlineEmitter(face), InlineEmitter(face, notes=False)
        self.on_tint = InlineEmitter(face, on_tint=True)
        self.troubles: list[Trouble] = []
        self.entries: list[tuple[int, bool]] = []  # of the contents: level, and whether it stays with the next one
        self._section = 1
        self._paths: dict[int, list[MenuPath]] = {}
        self._held: set[int] = set()
        self._openers: set[int] = set()
        self._sisters: dict[int, Table] = {}
        self._numbers: dict[int, int] = {}
        self._emitters: dict[type, Callable[[Any, float], str]] = {
            Heading: self._heading, Paragraph: self._paragraph, Listing: self._listing, Track: self._track,
            Table: self._table, Callout: self._callout, Panel: self._panel, Question: self._question,
            Terms: self._terms, Figure: self._figure, Preformatted: self._preformatted, Quote: self._quote,
            Rule: lambda *_: "#divider", Hours: self._hours,
        }  # fmt: skip

    def emit_chapter(self, blocks: tuple[Block, ...]) -> str:
        """Returns the markup of a chapter's text, with bars beside what has changed."""
        self._paths, self._held = menu_paths(blocks, self.menus), self._holds(blocks)
        self._sisters = sisters(blocks)
        self._numbers = {id(question): number for number, question in numbered(blocks)}
        start = basis_start(blocks)
        blocks, basis = blocks[:start], blocks[start:]
        if basis and isinstance(blocks[-1], Question):
            self._held.add(id(blocks[-1]))  # what the values rest on does not stand alone on a page
        code = []
        for before, block in zip((None, *blocks), blocks, strict=False):
            if isinstance(before, Question) and not isinstance(block, Question | Heading):
                code.append("#after-questions")
            inner = self.block(block, self.paper.text_width)
            is_held = id(block) in self._held or isinstance(block, Heading) or _is_lead_in(block)
            code.append(f"#changed({str(is_held).lower()})[{inner}]" if inner and self.changed(block) else inner)
        if basis:  # without bars, as in the opening: it changes with the sentences that name its values
            whole = str(sum(self._lines(block, self.paper.text_width) for block in basis) <= _WHOLE_BASIS).lower()
            code.append(f"#basis({whole})[{self.basis(basis)}]")
        return "\n\n".join(filter(None, code))

    def basis(self, blocks: tuple[Block, ...]) -> str:
        """Returns the list of what the values rest on, below its title (basis_start)."""
        title, *rows = blocks
        width = self.paper.text_width
        return f"#basis-list[{self._words(title.children[0].children, width / 0.9)}][{self.emit(rows, width)}]"

    def _holds(self, blocks: tuple[Block, ...]) -> set[int]:
        """Returns the id() of the blocks that go overleaf with the next one: openers, and the last question but one."""
        found = {id(one) for one in blocks[-2:-1] if isinstance(one, Question) and isinstance(blocks[-1], Question)}
        # In the contents a chapter's lines stay together, and the last chapter's with what follows the chapters.
        listed = [
            one for one in blocks if isinstance(one, Heading) and one.level == 2 and plain(one) not in self.common
        ]
        found |= {id(one) for one in (listed if self.is_last else listed[:-1])}
        for before, one, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
            introduces = _is_text(one) and isinstance(after, Table | Figure | Listing | Track | Callout)
            is_basis = isinstance(one, Paragraph) and one.kind == "note" and _is_small(after)
            if is_basis or (isinstance(after, Callout) and self._is_short(one)):
                found |= {id(one)}
            if introduces and self._lines(one, self.paper.text_width) <= _OPENER:
                found |= {id(one)}
                self._openers |= {id(one)} if isinstance(before, Heading) else set()
        return found

    def _lines(self, node: Any, width: float) -> int:
        """Estimates how many lines a paragraph or a list takes. width: of a line, in points."""
        if isinstance(node, Listing):
            return sum(self._lines(block, width - _STEP) for item in node.items for block in item)
        return max(1, -int(-self.face.width(plain(node)) * self.paper.size // width))

    def _is_short(self, block: Block) -> bool:
        """Says whether a list or a table is so short that the box below it belongs to all of it: a long one would leave a
        hole where both go overleaf, and the box can stand at the head of the next page."""
        if isinstance(block, Table):
            return len(block.head) + len(block.body) <= _SHORT
        return isinstance(block, Listing) and self._lines(block, self.paper.text_width) <= _SHORT

    def emit(self, blocks: Iterable[Block], width: float) -> str:
        """Returns the markup of some blocks. width: of their line in points."""
        return "\n\n".join(filter(None, (self.block(block, width) for block in blocks)))

    def block(self, block: Block, width: float) -> str:
        return self._emitters[type(block)](block, width)

    def _words(self, inlines: tuple[Inline, ...], width: float, size: float = 0) -> str:
        return self.inline.emit(inlines, width / (size or self.paper.size))

    def _heading(self, block: Heading, width: float) -> str:
        marks = [child.label for child in block.children if isinstance(child, Anchor) and child.label]
        title = tuple(child for child in block.children if not isinstance(child, Anchor))
        # A level that the writer skipped would be one that screen readers miss (PDF/UA, Matterhorn 14-003).
        self._section = min(block.level, self._section + 1)
        words = self.noteless.emit(title, width / self.paper.section)
        label = string(marks[0]) if marks else "none"
        is_listed = self.listed and plain(block) not in self.common
        listed, held = str(is_listed).lower(), str(id(block) in self._held).lower()
        if is_listed:
            self.entries.append((self.level + self._section - 1, id(block) in self._held))
        side = "".join(f"[{self._side(path)}]," for path in self._paths.get(id(block), ()))
        return (
            f"#section({self._section}, {self.level + self._section - 1}, {label}, {listed}, {held}, side: ({side}))"
            f"[{words}]"
        )

    def _side(self, path: MenuPath) -> str:
        """The way to a screen, for the column of notes: one label below the other where they are long."""
        line = self.paper.side * MM / self.paper.note - _SIDE_HANG
        labels = [f"{label} ›" for label in path.labels[:-1]] + [path.labels[-1]]
        # A line ends behind a sign; inside a name only where it is longer than the line, and then it begins one.
        children: list[Inline] = []
        for label in labels:
            is_whole = self.face.width(label) <= line
            children += [Text(" ") if is_whole else Break()] if children else []
            children.append(Text(label.replace(" ", TIE) if is_whole else cut_name(label, self.face, line)))
        return self.inline.emit(tuple(children), line)

    def _paragraph(self, block: Paragraph, width: float) -> str:
        words = self._words(block.children, width - (_BULLET if block.kind == "sign" else 0))
        if all(isinstance(child, Anchor) for child in block.children):
            return words
        held = "opener" if id(block) in self._openers else "introduction" if id(block) in self._held else ""
        kind = block.kind or ("lead-in" if _is_lead_in(block) else held)
        if kind == "note" and id(block) in self._held:
            kind = "note-above"
        return f"#{kind}[{words}]" if kind else words

    def _listing(self, block: Listing, width: float) -> str:
        inner = width - (_STEP if block.kind == "steps" else _BULLET)
        # One step that says how makes the first lines of all of them titles.
        titled = block.kind == "steps" and any(len(item) > 1 for item in block.items)
        items = []
        for item in block.items:
            words = self._step(item, inner) if titled else self.emit(item, inner)
            whole = "true" if len(plain(item)) < _WHOLE else "false"
            items.append(f"item({whole})[{words}]")
        is_whole = str(self._lines(block, width) <= _WHOLE_LIST).lower()
        # Of several steps the first two stand on one page, and the last two.
        ends = (block.items[:2], block.items[-2:])
        is_paired = block.kind == "steps" and len(items) > 3 and all(len(plain(end)) < _WHOLE for end in ends)
        paired = "paired: true, " if is_paired else ""
        held = "held: true, " if id(block) in self._held and block.kind != "notes" else ""
        return f"#{block.kind}(start: {block.start}, whole: {is_whole}, {paired}{held}{', '.join(items)})"

    def _step(self, item: tuple[Block, ...], width: float) -> str:
        """A step's first line says the action; below it stands how."""
        first, *rest = item or (Paragraph(()),)
        if not isinstance(first, Paragraph) or first.kind:
            return self.emit(item, width)
        return f"#step-title[{self._words(first.children, width / 1.05)}]\n\n{self.emit(rest, width)}"

    def _track(self, block: Track, width: float) -> str:
        line = (width / max(len(block.steps), 1) - 2) / self.paper.note
        steps = [f"({str(here).lower()}, [{self.inline.emit((Text(step),), line)}])" for step, here in block.steps]
        return f"#track({', '.join(steps)},)"

    def _table(self, block: Table, width: float) -> str:
        columns = lay_out(self._sisters.get(id(block), block), self.face, width, self.paper.table)
        if columns.is_overfull:
            self._overfull_table(block)
        caption = f"[{self.inline.emit(block.caption, width / self.paper.table)}]" if block.caption else "none"
        widths = ", ".join(f"{share:.1f}pt" for share in columns.widths)
        head = "".join(f"({self._row(row, columns.widths, True)})," for row in block.head)
        body = ",\n".join(f"({self._row(row, columns.widths, False)})" for row in block.body)
        size = self.paper.table
        height = sum(row_height(row, columns.widths, self.face, size) for row in (*block.head, *block.body))
        # A table that fits on what may be left of a page is not torn; longer ones repeat their head.
        whole = str(height < self.paper.text_height * _WHOLE_TABLE).lower()
        parts = f"({head}), (\n{body},)" if body else f"(), ({head})"
        held = ", held: true" if id(block) in self._held else ""
        return f"#grid-table({whole}, ({widths},), {caption}, {parts}{held})"

    def _row(self, row: tuple[Cell, ...], widths: tuple[float, ...], is_head: bool) -> str:
        cells = []
        is_whole = "true" if sum(len(plain(cell)) for cell in row) < _WHOLE_ROW else "false"
        for number, cell in enumerate(row):
            width = widths[number] if number < len(widths) and cell.columns == 1 else sum(widths) / len(widths)
            cells.append(
                f"cell({cell.columns}, {cell.rows}, {is_whole}, {str(cell.is_head and not is_head).lower()})"
                f"[{self._cell(cell, width, is_head)}]"
            )
        return ", ".join(cells) + ","

    def _cell(self, cell: Cell, width: float, is_head: bool) -> str:
        line = width / self.paper.table / (1.06 if cell.is_head else 1)
        if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph) and not cell.blocks[0].kind:
            return (self.noteless if is_head else self.inline).emit(cell.blocks[0].children, line)
        return self.emit(cell.blocks, line * self.paper.size)

    def _overfull_table(self, block: Table) -> None:
        rows = [*block.head, *block.body]
        clue = plain(rows[0][0]) if rows and rows[0] else ""
        clues = (f"표: {plain(block.caption)}" if block.caption else "", f"| {clue}", clue)
        self.troubles.append(
            Trouble(clues, f"열이 {column_count(rows)}개인 이 표는 책의 폭에 들어가지 않아요.",
                    "열을 줄이거나 표를 둘로 나누세요.", "book-overfull-cell")
        )  # fmt: skip

    def _callout(self, block: Callout, width: float) -> str:
        inner = width - _INSET
        whole = "true" if len(plain(block)) < _WHOLE else "false"
        outside, self.inline = self.inline, self.on_tint
        title, text = self._words(block.title, inner), self.emit(block.blocks, inner)
        self.inline = outside
        return f"#callout({string(block.kind)}, {whole})[{title}][{text}]"

    def _panel(self, block: Panel, width: float) -> str:
        inner = width - _INSET
        return f"#panel[{self._words(block.label, inner)}][{self.emit(block.blocks, inner)}]"

    def _question(self, block: Question, width: float) -> str:
        inner = width - _HANG
        told = self.known.answered.get(asked(block)) if id(block) in self._numbers else None
        answer, ways, kind = block.answer, tuple(map(self._named, block.pages)), "question"
        if told:
            answer, ways, kind = first_lines(block), (told.way(),), "asked-again"
        whole = "true" if len(plain(answer)) < _WHOLE else "false"
        pages = ", ".join(f"({string(self._near(page))}, [{self._words(page, inner)}])" for page in ways if plain(page))
        held = str(id(block) in self._held).lower()
        words = self._words((*self._place(block), *block.question), inner)
        return f"#{kind}({whole}, {held}, ({pages}{',' if pages else ''}))[{words}][{self.emit(answer, inner)}]"

    def _named(self, page: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Names the section that a line below a question leads to: a page of print has no list of them at its side."""
        sections = self.known.sections
        return tuple(
            sections[one.label].named(one, self.name) if isinstance(one, Reference) and one.label in sections else one
            for one in page
        )

    def _place(self, block: Question) -> tuple[Anchor, ...]:
        """A place for a question that has none: others who ask it may lead here."""
        number = self._numbers.get(id(block))
        label = answer_label(block, number, self.name) if number and self.name else ""
        return (Anchor("", label),) if label.startswith(f"{self.name}.") else ()

    def _near(self, inlines: tuple[Inline, ...]) -> str:
        """Returns the place in this chapter that some inlines lead to, or "": no other can be on the same page."""
        labels = [node.label for node in walk(inlines) if isinstance(node, Reference)]
        return next((one for one in labels if one == self.name or one.startswith(f"{self.name}-")), "")

    def _terms(self, block: Terms, width: float) -> str:
        rows = [
            f"([{self._words(term, width - _BULLET)}], [{self.emit(meaning, width - _BULLET)}])"
            for term, meaning in block.rows
        ]
        return f"#meanings({', '.join(rows)},)"

    def _figure(self, block: Figure, width: float) -> str:
        picture = block.picture
        alt = "none" if picture.is_decoration else string(picture.alt)
        # A CSS pixel is 0.75 pt; the site's text is 650 px wide. The words of a drawing are 15 px high there, and 9.6 pt
        # beside the 10 pt of a book.
        point = _DRAWN if picture.source.endswith(".svg") else 0.75
        wide = f"{min(picture.width * point, width):.1f}pt" if picture.width else "auto"
        return (
            f"#picture({string(picture.source)}, {alt}, {wide})[{self._words(block.caption, width, self.paper.note)}]"
        )

    def _preformatted(self, block: Preformatted, width: float) -> str:
        line = (width - _INSET) / (self.paper.size * 0.9)
        longest = max(block.text.splitlines() or [""], key=self.face.width)
        if self.face.width(longest) > line:
            self.troubles.append(
                Trouble((longest.strip(),), "코드 한 줄이 책의 폭보다 길어요.",
                        f"{attach(longest.strip()[:24], '으로/로')} 시작하는 줄을 둘로 나누세요.", "book-overfull-line")
            )  # fmt: skip
        return f"#listing({string(block.text)})"

    def _quote(self, block: Quote, width: float) -> str:
        return f"#quotation[{self.emit(block.blocks, width - _INSET)}]"

    def _hours(self, block: Hours, width: float) -> str:
        spans = ", ".join(f"({start}, {end})" for start, end in block.spans)
        return f"#day-ruler({block.start}, {block.end}, ({spans},))"


def basis_start(blocks: tuple[Block, ...]) -> int:
    """Returns where the list begins of what a chapter's values rest on, with its heading; len(blocks) without one."""
    start = len(blocks)
    while start and _is_small(blocks[start - 1]):
        start -= 1
    has_list = any(isinstance(block, Listing) for block in blocks[start:])
    return start - 1 if has_list and start > 1 and _is_lead_in(blocks[start - 1]) else len(blocks)


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.kind and not _is_lead_in(block)


def _is_small(block: Block) -> bool:
    return (isinstance(block, Listing) and block.kind == "notes") or (
        isinstance(block, Paragraph) and block.kind == "note"
    )


def _is_lead_in(block: Block) -> bool:
    """Says whether a block is a small heading: a paragraph that is bold as a whole. It must not end a page."""
    only = block.children[0] if isinstance(block, Paragraph) and len(block.children) == 1 else None
    return isinstance(only, Styled) and only.style == "strong"
