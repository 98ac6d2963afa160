"""Drawings stand at the edge of the text."""

from __future__ import annotations

import re

import pytest
from pypdfium2 import PdfDocument
from sellerhelp.book.face import read_face
from sellerhelp.book.flush import flush_left
from sellerhelp.book.paper import A4, MM

from tests.booklets import ROOT, booklet

FACE = read_face()
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 90" width="360" height="90">{}</svg>'
RECT = '<rect x="24" y="3" width="300" height="60" fill="#0d4768"/>'


@pytest.mark.parametrize(
    ("drawn", "empty"),
    [
        (RECT, 24),
        ('<g stroke="#13202a" stroke-width="2">' + RECT + "</g>", 23),
        ('<rect width="360" height="90" fill="#FFFFFF"/>' + RECT, 24),
        ('<circle cx="40" cy="40" r="9"/>' + RECT, 24),
        ('<circle cx="40" cy="40" r="29"/>' + RECT, 11),
        ('<path d="M40 9 H18 V40 L60 60 Z"/>' + RECT, 18),
        ('<polygon points="40,9 30,2 16,8"/>' + RECT, 16),
        ('<line x1="40" x2="12" y1="9" y2="9"/>' + RECT, 12),
        ('<text x="15" y="9">가나</text>' + RECT, 15),
        (
            '<text x="300" y="9" text-anchor="end" font-size="110">가가가</text>' + RECT,
            300 - FACE.width("가가가") * 110,
        ),
        ('<g transform="translate(9)">' + RECT + "</g>", 0),
        ('<path d="m40 9 h-18"/>' + RECT, 0),
        (RECT.replace("24", "0"), 0),
        (RECT.replace("24", "200"), 0),
    ],
)
def test_the_empty_strip_at_the_left_is_cut_off(drawn, empty):
    drawing, part = flush_left(SVG.format(drawn).encode(), FACE)
    left, top, width, height = map(float, re.search(r'viewBox="(.*?)"', drawing.decode())[1].split())
    assert (left, top, width, height) == pytest.approx((empty, 0, 360 - empty, 90))
    assert part == pytest.approx(width / 360)
    assert float(re.search(r' width="(.*?)"', drawing.decode())[1]) == pytest.approx(width)
    assert drawing.partition(b">")[2] == SVG.format(drawn).encode().partition(b">")[2]


def test_what_is_no_drawing_stays_as_it_is():
    for data in (b"<svg", b"<svg></svg>", b'<svg viewBox="0 0 9"/>', SVG.format("").encode()):
        assert flush_left(data, FACE) == (data, 1.0)


def test_on_paper_a_drawing_begins_at_the_edge_of_the_text_and_keeps_its_size():
    drawing = SVG.format(RECT).replace("<svg ", '<svg role="img" aria-label="그림이에요" ')
    data, problems = booklet(f"<h2 id='a'>구역</h2><figure>{drawing}</figure>").printed()
    assert problems == []
    others = re.compile("차례|찾아보기|이 장에서")
    texts = [page.get_textpage().get_text_range() for page in PdfDocument(data)]
    (number,) = [at for at, text in enumerate(texts) if "구역" in text and not others.search(text)]
    picture = PdfDocument(data)[number].render(scale=4).to_pil().convert("RGB")
    inner = range(160, picture.width * 7 // 8)  # without the tab
    columns = [x for x in inner for y in range(0, picture.height // 2, 40) if picture.getpixel((x, y)) == (13, 71, 104)]
    edges = [A4.inside * MM * 4, (A4.outside + A4.side + A4.gap) * MM * 4]
    assert min(abs(columns[0] - edge) for edge in edges) <= 2, (columns[0], edges)
    assert (columns[-1] - columns[0]) / 4 == pytest.approx(300 * 0.64, abs=1)


def test_no_drawing_of_the_manuals_stands_in_from_the_edge():
    for path in sorted(ROOT.glob("docs/*/img/*.svg")):
        once, part = flush_left(path.read_bytes(), FACE)
        assert part < 1 and flush_left(once, FACE) == (once, 1.0), path.name
