"""The covers: the title never reaches what stands at the foot, whatever its length and the number beside it."""

from __future__ import annotations

import pytest
from pypdfium2 import PdfDocument, PdfPage
from sellerhelp.book.paper import A4, B5

from tests.booklets import HEAD, Booklet, overlaps

FOLDERS = ["opening", "products", "orders", "settlement", "ads", "policy"]
TITLES = ["정책·규정", "판매자가 지켜야 할 정책과 규정, 그리고 그 밖의 모든 것", "길고 긴 이름 " * 18]
MM = 72 / 25.4
QR = (24, 22, 46, 44)  # millimetres from the lower left corner


def cover(number: int, title: str, paper) -> PdfPage:
    path = f"{FOLDERS[number - 1]}/index.md"
    book = Booklet({path: HEAD.format(title=title.strip(), number=number)}, {path: "<p>글</p>"}, {}, paper=paper)
    data, problems = book.printed()
    assert problems == []
    return PdfDocument(data)[0]


def on_the_code(page: PdfPage) -> list[str]:
    """Returns the texts of a page that stand on its QR code."""
    words = page.get_textpage()
    rects = [words.get_rect(at) for at in range(words.count_rects())]
    left, low, right, top = (edge * MM for edge in QR)
    return [words.get_text_bounded(*one) for one in rects
            if one[0] < right and one[2] > left and one[1] < top and one[3] > low]  # fmt: skip


@pytest.mark.parametrize("paper", [A4, B5], ids=lambda paper: paper.name)
@pytest.mark.parametrize("number", range(1, 7))
@pytest.mark.parametrize("title", TITLES, ids=["short", "long", "endless"])
def test_nothing_on_a_cover_stands_on_anything_else(number, title, paper):
    page = cover(number, title, paper)
    words = page.get_textpage().get_text_range()
    assert title.split()[-1] in words and f"{number}" in words
    assert overlaps(page) == on_the_code(page) == []
    assert page.get_textpage().get_charbox(0)[3] < paper.height * MM


def test_canary_a_title_on_the_qr_code_and_on_another_line_is_seen():
    class Words:
        rects = [(70, 60, 200, 110), (150, 100, 300, 120), (400, 400, 500, 420)]

        def get_textpage(self):
            return self

        def count_rects(self):
            return len(self.rects)

        def get_rect(self, at):
            return self.rects[at]

        def get_text_bounded(self, left, *_):
            return f"글{left}"

    assert overlaps(Words()) == [("글150", "글70")] and on_the_code(Words()) == ["글70"]


def test_the_covers_of_a_set_climb_down():
    tops = []
    for number in range(1, 7):
        words = cover(number, "이름", B5).get_textpage()
        rects = [words.get_rect(at) for at in range(words.count_rects())]
        tops += [
            top
            for left, low, right, top in rects
            if words.get_text_bounded(left, low, right, top).strip() == str(number)
        ]
    assert len(tops) == 6 and tops == sorted(tops, reverse=True)
