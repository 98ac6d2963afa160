"""The record of the last edition: what it keeps, what gets a bar, and what a spoilt record tells."""

from __future__ import annotations

from datetime import date

from pypdfium2 import PdfDocument
from sellerhelp.book.editions import read_edition, write_edition

from tests.booklets import booklet, text_of

DAY = date(2026, 11, 22)
FILE = "day: 2026-11-22\npages:\n  orders/page.md: 3fa2b1c9 00ff00ff\n"


def test_a_record_is_read_back_as_it_was_written():
    edition, problems = read_edition(write_edition(DAY, []) + "  orders/page.md: 3fa2b1c9\n")
    assert problems == [] and edition is not None
    assert (edition.day, edition.prints) == (DAY, {"orders/page.md": frozenset({"3fa2b1c9"})})


def test_without_a_record_there_was_no_edition():
    assert read_edition(None) == read_edition("") == read_edition(" \n") == (None, [])


def test_a_spoilt_record_is_told_and_not_used():
    edition, (problem,) = read_edition(FILE.split("pages:")[0] + "pages: [3fa2b1c9]\n")
    assert edition is None
    assert f"{problem} [{problem.rule}]" == (
        "docs/editions.yml:2:8: 오류: ‘pages’에는 ‘쪽: 지문’ 줄이 와야 해요.\n    ‘make edition’으로 새로 적으세요. [book-edition]"
    )
    assert problem.rule == "book-edition"


def test_what_the_last_edition_did_not_say_gets_a_bar_and_an_edition_of_its_own_none():
    before = booklet("<p>그대로인 글이에요.</p>")
    _, chapters, _ = before.written()
    edition, problems = read_edition(write_edition(DAY, chapters))
    assert problems == []
    same, changed = (
        booklet(html, edition=edition).typst() for html in ("<p>그대로인 글이에요.</p>", "<p>새 글이에요.</p>")
    )
    assert bars(same) == 0
    assert bars(changed) > bars(same)
    assert "새 글이에요." in text_of(booklet("<p>새 글이에요.</p>", edition=edition).printed()[0])


def test_marks_and_spaces_alone_are_no_news_and_numbers_are():
    _, chapters, _ = booklet("<p>‘반품’은 3.3%, 1,000원 예요</p>").written()
    edition, _ = read_edition(write_edition(DAY, chapters))
    for text, expected in (
        ("반품은 3.3%, 1,000원예요.", 0),
        ("반품은 33%, 1,000원예요.", 1),
        ("반품은 3.3%, 1,000점예요.", 1),
    ):
        assert bars(booklet(f"<p>{text}</p>", edition=edition).typst()) == expected, text


def test_what_counts_from_the_day_of_the_build_never_gets_a_bar():
    table = "<table{}><caption>예</caption><thead><tr><th>아는 날</th></tr></thead><tbody><tr><td>{}</td></tr></tbody></table>"
    for mark, expected in ((" data-sh-counted", 0), ("", 1)):
        _, chapters, _ = booklet(table.format(mark, "12월 1일")).written()
        edition, _ = read_edition(write_edition(DAY, chapters))
        later = booklet(table.format(mark, "12월 2일"), edition=edition).typst()
        assert bars(later) - bars(booklet(table.format(mark, "12월 1일"), edition=edition).typst()) == expected


def bars(files: dict[str, str | bytes]) -> int:
    return sum(text.count("#changed") for name, text in files.items() if isinstance(text, str) and name != "parts.typ")


def test_a_bar_moves_nothing():
    """Every kind of block with bars beside it, or beside every other one, stands where it stands without."""
    box = '<div class="admonition warning"><p class="admonition-title">주의</p><p>상자예요.</p></div>'
    blocks = [
        '<h2 id="a">절</h2>', "<p>머리 글이에요.</p>", "<table><tbody><tr><td>가</td><td>나</td></tr></tbody></table>",
        "<p>글이에요.</p>", '<h3 id="b">작은 절</h3>', "<ol><li>하나를 누르세요.</li><li>둘을 누르세요.</li></ol>",
        '<h2 id="c">둘째 절</h2>', "<ul><li>하나예요.</li><li>둘이에요.</li></ul>", "<p>끝이에요.</p>", box,
        '<h2 id="d">셋째 절</h2>', "<p><strong>굵은 줄</strong></p>", "<blockquote><p>옮긴 글이에요.</p></blockquote>",
    ]  # fmt: skip
    html = "".join(blocks)
    plain = places_of(booklet(html).printed()[0])
    for kept in ("<p>없어진 글이에요.</p>", "".join(blocks[::2]), "".join(blocks[1::2])):
        _, chapters, _ = booklet(kept).written()
        edition, _ = read_edition(write_edition(DAY, chapters))
        barred = booklet(html, edition=edition)
        assert bars(barred.typst()) > 4 and places_of(barred.printed()[0]) == plain


def places_of(data: bytes) -> list[tuple[float, ...]]:
    """Where the words of the last chapter's text stand: page and box, in tenths of a point."""
    document = PdfDocument(data)
    found = []
    for number, page in enumerate(document):
        words = page.get_textpage()
        if number > 2 and "끝이에요" in words.get_text_range():
            found += [(number, *(round(one, 1) for one in words.get_rect(at))) for at in range(words.count_rects())]
    return found


def test_what_values_rest_on_gets_no_bar_and_other_small_print_does():
    """Sections enough, or none: the list stands at the end of the chapter, or in its opening."""
    for sections in ("<p>글이에요.</p>", "".join(f'<h2 id="s{number}">절 {number}</h2>' for number in range(30))):
        small = (
            sections
            + '<p><b>값의 기준</b></p><p class="sh-fine">기준일: {0}.</p><ul class="sh-fine"><li>기한 {0}</li></ul>'
        )
        for html, expected in ((small, 0), (small + "<p>끝이에요.</p>", 2)):
            _, chapters, _ = booklet(html.format("하나")).written()
            edition, _ = read_edition(write_edition(DAY, chapters))
            assert bars(booklet(html.format("둘"), edition=edition).typst()) == expected


def test_what_print_adds_to_a_question_is_no_news():
    """The name of a section, and that another page answers in full: the record holds what the page says."""
    asked = (
        '<details class="sh-q"><summary>되나요?</summary><div class="sh-q__answer"><p>네.</p><p>그래요.</p>'
        '<p class="sh-q__more"><a href="../#s">처음</a></p></div></details>'
    )
    book = booklet(asked)
    book.html["orders/index.md"] = f'<h2 id="s">차례</h2><p>글이에요.</p>{asked}'
    _, chapters, _ = book.written()
    book.edition = read_edition(write_edition(DAY, chapters))[0]
    printed = book.typst()
    assert "#asked-again" in printed["p3-1.typ"] and "차례" in printed["p3.typ"]
    assert "#changed" not in printed["p3.typ"] + printed["p3-1.typ"]
    book.html["orders/page.md"] = asked.replace("그래요", "아니에요")
    assert "#changed" in book.typst()["p3-1.typ"]
