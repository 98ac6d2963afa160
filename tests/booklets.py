"""Small books for the tests: one page of HTML, printed through all stages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sellerhelp.book.chapter import Chapter
from sellerhelp.book.chapters import KnownChapters
from sellerhelp.book.editions import Edition
from sellerhelp.book.emit_book import Press
from sellerhelp.book.library import Manuscript, Pages, write_manuscripts
from sellerhelp.book.paper import A4, Paper
from sellerhelp.book.shelf import print_books
from sellerhelp.frontmatter import read_head
from sellerhelp.manuals import arrange
from sellerhelp.problem import Problem

# Not conftest's: the bench prints booklets, and must not pay for pytest.
ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "book-tests"
MOMENT = 1793527200
SITE = "https://help.example/"
HEAD = "---\ntitle: {title}\nnumber: {number}\ndescription: {title}의 설명이에요.\nupdated: 2026-11-01\n---\n"


@dataclass
class Booklet:
    """sources: path below docs/ -> Markdown, only searched for places. html: path -> what the page became."""

    sources: dict[str, str]
    html: dict[str, str]
    files: dict[str, bytes]
    paper: Paper = A4
    has_bleed: bool = False
    edition: Edition | None = None

    def written(self, earlier: KnownChapters | None = None) -> tuple[list[Manuscript], list[Chapter], list[Problem]]:
        heads = {path: read_head(source, path, f"docs/{path}")[0] for path, source in self.sources.items()}
        addresses = {path: path.removesuffix(".md").removesuffix("index") for path in heads}
        addresses = {
            path: address if not address or address.endswith("/") else address + "/"
            for path, address in addresses.items()
        }
        shown = {f"docs/{path}": source for path, source in self.sources.items()}
        press = Press(self.paper, self.has_bleed, date(2026, 11, 1), SITE, self.edition)
        pages = Pages(self.html, addresses, self.files, shown)
        return write_manuscripts(arrange(heads.values())[0], pages, press, earlier)

    def manuscripts(self) -> tuple[list[Manuscript], list[Problem]]:
        manuscripts, _, problems = self.written()
        return manuscripts, problems

    def typst(self) -> dict[str, str | bytes]:
        """Returns the files of the first manual for the press."""
        return dict(self.manuscripts()[0][0].files)

    def printed(self, cache: Path = CACHE) -> tuple[bytes, list[Problem]]:
        """Returns the PDF of the first manual, or b"" and the problems that kept it from being printed."""
        manuscripts, problems = self.manuscripts()
        if problems:
            return b"", problems
        books, problems = print_books(manuscripts[:1], cache, MOMENT, self.has_bleed)
        return (books[0].data if books else b""), problems


def booklet(html: str = "<p>글</p>", markdown: str = "", files: dict[str, bytes] | None = None, **options) -> Booklet:
    """A manual with an overview and one page that holds the HTML."""
    sources = {
        "orders/index.md": HEAD.format(title="주문", number="3"),
        "orders/page.md": HEAD.format(title="쪽", number="3-1") + markdown,
    }
    return Booklet(sources, {"orders/index.md": "<p>안내</p>", "orders/page.md": html}, files or {}, **options)


def problems_of(html: str, markdown: str = "", files: dict[str, bytes] | None = None) -> list[str]:
    """The problems of a page as a writer sees them, with the names of their rules."""
    found = booklet(html, markdown, files).manuscripts()[1]
    return [f"{problem} [{problem.rule}]" for problem in found]


def text_of(data: bytes) -> str:
    """What a reader copies out of a PDF; lines that the page broke are joined."""
    return "\n".join(pages_of(data))


def pages_of(data: bytes) -> list[str]:
    import pypdfium2  # here: no part of what the bench counts

    document = pypdfium2.PdfDocument(data)
    return [document[number].get_textpage().get_text_range().replace("\r\n", "\n") for number in range(len(document))]


def hanging_out(data: bytes, margin: float = 11.0) -> list[tuple[int, str]]:
    """Texts that come nearer to the trim than a margin in millimetres: page number and text. Tabs are wider than that."""
    import pypdfium2

    found = []
    document = pypdfium2.PdfDocument(data)
    for number in range(1, len(document)):
        page = document[number]
        words = page.get_textpage()
        left, bottom, right, top = page.get_trimbox()
        near = margin * 72 / 25.4
        for at in range(words.count_rects()):
            x1, y1, x2, y2 = words.get_rect(at)
            if x1 < left + near or x2 > right - near or y1 < bottom + near or y2 > top - near:
                text = words.get_text_bounded(x1, y1, x2, y2)
                if text.strip() not in set("1234567"):
                    found.append((number + 1, text))
    return found


def overlaps(page) -> list[tuple[str, str]]:
    """Texts of a pypdfium2 page that stand on one another: boxes of their letters that share over a point both ways."""
    words = page.get_textpage()
    boxes = sorted((words.get_rect(at) for at in range(words.count_rects())), key=lambda box: -box[3])
    found = []
    for number, (left, low, right, top) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            if other[3] < low + 1:
                break  # all others stand lower still
            if min(right, other[2]) - max(left, other[0]) > 1 and min(top, other[3]) - max(low, other[1]) > 1:
                found.append((words.get_text_bounded(left, low, right, top), words.get_text_bounded(*other)))
    return found
