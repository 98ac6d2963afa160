"""A whole book as the files that the press gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

from sellerhelp.book.answers import Known, answered_before, led_to, sections_of
from sellerhelp.book.chapter import Book, Chapter
from sellerhelp.book.chapters import Earlier, anew
from sellerhelp.book.document import Anchor, Block, Cell, Heading, Listing, Paragraph, Styled, Table, Text, plain
from sellerhelp.book.editions import Edition, change_of
from sellerhelp.book.emit_blocks import BlockEmitter, basis_start
from sellerhelp.book.emit_inline import InlineEmitter
from sellerhelp.book.face import Face
from sellerhelp.book.glossary import by_heading
from sellerhelp.book.index_terms import Row, by_letter, index_rows
from sellerhelp.book.keep_all import TIE
from sellerhelp.book.markup import address, string, words
from sellerhelp.book.paper import MM, Paper
from sellerhelp.book.qr import qr_svg
from sellerhelp.book.trouble import Trouble
from sellerhelp.particle import attach

TEMPLATES = Path(__file__).parent / "typ"
BLEED = 3  # millimetres beyond the trim
_DEPTH = 2  # of the contents
_ADDRESS = 0.92  # of the size of notes: so that the name of the host fits on a line
_COMMON = 3  # chapters may have a section of the same name in the contents


# What _chapter() returns.
Setting = tuple[str, list[Trouble], list[tuple[int, bool]]]


@dataclass(frozen=True)
class Press:
    """How a book is to be printed. day: of the edition. site: the address that the site is read at."""

    paper: Paper
    has_bleed: bool
    day: date
    site: str
    edition: Edition | None


def day_in_words(on: date) -> str:
    return f"{on.year}년 {on.month}월 {on.day}일"


def emit_book(
    book: Book, press: Press, face: Face, earlier: Earlier = anew
) -> tuple[dict[str, str], dict[str, list[Trouble]]]:
    """Returns the files of a book, name -> text, and by page path what cannot be printed.

    book: its chapters marked and resolved. main.typ is the one to compile.
    """
    files = dict(_templates())
    troubles: dict[str, list[Trouble]] = {}
    files["measures.typ"] = _measures(press)
    entries: list[tuple[int, bool]] = []
    common = _common_titles(book)
    rows = [(one.path, one.number, one.title, one.manual, one.is_first) for one in book.chapters]
    menus = sorted(book.menus)
    around = repr(
        (book.name, book.number, rows, press.paper, press.has_bleed, press.day, press.site, sorted(common), menus)
    )
    answered, sections = answered_before(book.chapters), sections_of(book.chapters)
    for number, chapter in enumerate(book.chapters):
        questions = Known(answered[chapter.path], led_to(chapter, sections))
        make = partial(_chapter, book, chapter, press, face, number == 0, common, questions)
        text, told, listed = earlier(
            "set", chapter.path, (around, prints(press.edition, chapter.path), repr(questions)), make
        )
        files[f"{chapter.label}.typ"], troubles[chapter.path] = text, told
        entries += listed
    index = index_rows(book.chapters, book.menus, answered, earlier)
    files["main.typ"] = _main(book, press, face, [*entries, (1, False)], index)
    return files, troubles


def prints(edition: Edition | None, path: str) -> str:
    """Returns all that an edition says of a chapter. path: of its page."""
    return repr(edition and (edition.day, sorted(edition.prints.get(path, ()))))


@cache
def _templates() -> Mapping[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(TEMPLATES.glob("*.typ"))}


def _measures(press: Press) -> str:
    bleed = BLEED if press.has_bleed else 0
    return f"#let g = {press.paper.typst()}\n#let bleed = {bleed}mm\n#let edition = {string(day_in_words(press.day))}\n"


def shown_address(site: str, address: str) -> str:
    """Returns an address as people read it aloud: without the scheme."""
    return (site + address).split("://", 1)[-1].rstrip("/")


def _main(book: Book, press: Press, face: Face, entries: list[tuple[int, bool]], index: list[Row]) -> str:
    """entries: what the contents will list, index included: level, 0 for a part, and whether it stays with the next one."""
    paper = press.paper
    line = paper.text_width / paper.size
    lead = words(book.lead, face, 100 * MM / 12)
    title = words(book.title, face, (paper.width - 48) * MM / 46)
    shown = address(shown_address(press.site, book.address), face, 100 * MM / 9.5)
    name = string(f"{book.number}권 {book.title}" if book.number else book.title)
    letters = [
        f"({string(letter)}, ({', '.join(_index_row(row, face, paper) for row in rows)},))"
        for letter, rows in by_letter(index)
    ]
    rows = "".join(f"({level}, {str(held).lower()})," for level, held in entries if level <= _DEPTH)
    includes = "\n".join(f'#include "{chapter.label}.typ"' for chapter in book.chapters)
    return f"""#import "book.typ": *
#show: book.with({name}, {string(book.lead)})
#cover({book.number}, [{title}], [{lead}], {_qr(press.site + book.address)}, [{shown}])
#front-matter({name})[
#imprint[{_imprint(book, press, face, line)}]
#contents({_DEPTH}, ({rows}))
]
#main-matter[
{includes}
#index-of([찾아보기], "index", ({", ".join(letters)},))
]
"""


def _imprint(book: Book, press: Press, face: Face, line: float) -> str:
    """The page that says what this book is, of which day, and that it is unofficial."""
    rows = [
        f"*{words(f'판매자 도움말 {book.title}', face, line)}*",
        words(f"{day_in_words(press.day)} 판", face, line)
        + (words(f". 실린 쪽을 마지막으로 고친 날은 {day_in_words(book.updated)}이에요.", face, line) if book.updated else ""),
        words("사실의 기준일은 장마다 첫 쪽에 적었어요. 요금과 기한, 메뉴 위치는 바뀔 수 있으니 중요한 결정을 앞두었다면 "
              "스마트스토어센터의 공지사항과 도움말을 함께 확인하세요.", face, line),
        words("비공식 안내서예요. 판매자가 일을 찾아보기 쉽게 따로 정리한 글이고, 네이버가 만들거나 확인한 글이 아니에요.", face, line),
        words(_how_to_refer(book), face, line),
        words(_what_ends(book), face, line),
        _bars(press.edition, face, line),
        "최신 내용: " + address(shown_address(press.site, book.address), face, line),
        words("글꼴: Pretendard를 고쳐 만든 SH Book (SIL Open Font License 1.1). 조판: Typst", face, line),
    ]  # fmt: skip
    return "\n\n".join(filter(None, rows))


def _how_to_refer(book: Book) -> str:
    """How a reader of one volume finds what its text points to."""
    if not book.volumes:
        return ""
    number, _ = book.volumes[0]
    others = ", ".join(f"{number}권{TIE}{title}" for number, title in book.volumes)
    return (
        f"글 속의 ‘(12쪽)’은 이 책의 쪽이고, ‘({number}권{TIE}{number}-1)’처럼 권을 적은 것은 다른 권의 장이에요. "
        f"다른 권: {others}."
    )


def _what_ends(book: Book) -> str:
    contact = next((one for one in book.chapters if one.is_first and one.manual != book.number), None)
    if not (book.number and contact):
        return ""
    return f"뒤의 {attach(f'{contact.number} {contact.title}', '은/는', quote=False)} 권마다 똑같이 실었어요."


def _bars(edition: Edition | None, face: Face, line: float) -> str:
    if edition is None:
        return ""
    return words(f"앞 판({day_in_words(edition.day)})에 없던 내용은 왼쪽의 세로줄로 표시했어요.", face, line)


def _index_row(row: Row, face: Face, paper: Paper) -> str:
    text, *places = row
    line = (paper.text_width - 8 * MM) / 2 / paper.table - 2
    main, others = ("".join(f"{string(label)}, " for label in labels) for labels in places)
    return f"([{words(text, face, line)}], ({main}), ({others}))"


def _qr(address: str) -> str:
    return (
        f'size => image(bytes({string(qr_svg(address))}), format: "svg", width: size, '
        f"alt: {string('QR 코드: ' + address)})"
    )


def _chapter(
    book: Book,
    chapter: Chapter,
    press: Press,
    face: Face,
    is_first: bool,
    common: frozenset[str],
    questions: Known,
) -> Setting:
    """Returns its markup, what cannot be printed, and what the contents list of it: level, 0 for a part, and whether held."""
    # In the book of all manuals a manual is a part, and its pages lie one level below.
    level = 1 if book.number or chapter.is_first or not chapter.number else 2
    held = level == 2 and chapter in _next_to_last(book)
    paper = press.paper
    if chapter.is_glossary:
        return _glossary(chapter, paper, face), [], [(1, False)]
    # The contents of all manuals together list chapters; those of one manual the sections, too.
    is_last = chapter == [one for one in book.chapters if not one.is_glossary][-1]
    changed = change_of(press.edition, chapter.path)
    emitter = BlockEmitter(
        face, paper, level, changed, bool(book.number), common, is_last, book.menus, chapter.label, questions
    )
    bases, blocks = _bases(chapter, paper)
    text = emitter.emit_chapter(blocks)
    inline = InlineEmitter(face, notes=False)
    line = paper.text_width / paper.size
    rows = "".join(f"({string(label)}, [{inline.emit(title, line - 4)}])," for label, title in _sections(chapter))
    facts = emitter.block(_facts(chapter), paper.text_width) if chapter.facts else ""
    side = paper.side * MM / paper.note
    head = f"""#import "book.typ": *
#show: chapter.with(
  manual: {chapter.manual}, book-title: {string(_manual_title(book, chapter))}, number: {string(chapter.number)},
  title: [{words(chapter.title, face, paper.text_width / 27)}], name: {string(chapter.label)}, level: {level},
  held: {str(held).lower()}, is-part: {str(chapter.is_first).lower()},
  lead: [{words(chapter.lead, face, line / 1.15)}],
  basis: {f"[{words(chapter.as_of + _stop(chapter.as_of), face, side)}]" if chapter.as_of else "none"},
  facts: {f"[{facts}]" if facts else "none"},
  rows: ({rows}), bases: {f"[{emitter.basis(bases)}]" if bases else "none"},
  qr: {_qr(press.site + chapter.address)},
  address: [{address(shown_address(press.site, chapter.address), face, side / _ADDRESS)}],
)
"""
    restart = "#counter(page).update(1)\n" if is_first else ""
    entry = (0 if chapter.is_first else level, held)
    return restart + head + text + "\n", emitter.troubles, [entry, *emitter.entries]


def _common_titles(book: Book) -> frozenset[str]:
    """Returns the titles of sections that many chapters have: in the contents they would tell nobody where to look."""
    titles = Counter(plain(title) for chapter in book.chapters for _, title in _sections(chapter))
    return frozenset(title for title, count in titles.items() if count > _COMMON)


def _next_to_last(book: Book) -> list[Chapter]:
    """Returns the last chapter but one of each manual: the contents take it overleaf with the last one."""
    rows = [chapter for chapter in book.chapters if chapter.number]
    return [one for one, last, other in zip(rows, rows[1:], [*rows[2:], None], strict=False)
            if one.manual == last.manual and (other is None or other.manual != last.manual)]  # fmt: skip


def _bases(chapter: Chapter, paper: Paper) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Splits off what the values rest on, where the opening of the chapter has room for it."""
    start = basis_start(chapter.blocks)
    notes = chapter.blocks[start + 1 :]
    # Heights in lines: of the opening without its lists, its rows, notes, what they rest on, facts of one or two.
    lines = 19 + len(_sections(chapter)) + 1.7 * len(chapter.facts)
    lines += sum(1.1 * len(note.items) if isinstance(note, Listing) else 2.5 for note in notes)
    if not notes or lines * paper.pitch > paper.text_height:
        return (), chapter.blocks
    return chapter.blocks[start:], chapter.blocks[:start]


def _glossary(chapter: Chapter, paper: Paper, face: Face) -> str:
    """The words with what they mean, in two columns as the index."""
    emitter = BlockEmitter(face, paper, 1)
    line = paper.text_width / 2 - 4 * MM
    # The emitter counts in the size of the text, the columns are set in that of tables.
    width = line * paper.size / paper.table
    groups = []
    for letter, rows in by_heading(chapter):
        words_ = "".join(
            f"([{emitter.noteless.emit(term, line / paper.table / 1.06)}], [{emitter.emit(meaning, width)}]),"
            for term, meaning in rows
        )
        groups.append(f"({string(letter)}, ({words_})),")
    title = words(chapter.title, face, paper.text_width / paper.section)
    return f'#import "book.typ": *\n#glossary([{title}], {string(chapter.label)}, ({"".join(groups)}))\n'


def chapter_troubles(chapter: Chapter, paper: Paper, face: Face) -> list[Trouble]:
    """Returns what cannot be set of a chapter, marked and resolved, as emit_book() finds it."""
    emitter = BlockEmitter(face, paper, 1)
    emitter.emit_chapter(chapter.blocks)
    if chapter.facts:
        emitter.block(_facts(chapter), paper.text_width)
    return emitter.troubles


def _stop(text: str) -> str:
    return "" if not text or text[-1] in ".!?" else "."


def _manual_title(book: Book, chapter: Chapter) -> str:
    first = next((one for one in book.chapters if one.manual == chapter.manual and one.is_first), chapter)
    return first.title


def _sections(chapter: Chapter) -> list[tuple[str, tuple]]:
    sections = []
    for block in chapter.blocks:
        if isinstance(block, Heading) and block.level == 2:
            label = next((child.label for child in block.children if isinstance(child, Anchor)), "")
            if label:
                sections.append((label, tuple(child for child in block.children if not isinstance(child, Anchor))))
    return sections


def _facts(chapter: Chapter) -> Table:
    """The facts that stand before the page on screen, as the table at the foot of the opening."""
    rows = []
    for fact in chapter.facts:
        answer, remark = (
            one.replace(" > ", " › ") for one in (fact.answer, fact.note)
        )  # as menu paths look in the text
        words_ = [Text(answer + (_stop(fact.answer) if fact.note else ""))]
        note = [Text(" "), Styled("small", (Text(remark),))] if fact.note else []
        rows.append((Cell((Paragraph((Text(fact.what),)),), True), Cell((Paragraph((*words_, *note)),))))
    return Table((), (), tuple(rows))
