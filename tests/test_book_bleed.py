"""A sheet with bleed, cut at its marks, is the page that a screen shows."""

import io

import numpy
import pikepdf
import pypdfium2
import pytest
from sellerhelp.book.paper import A4, B5

from tests.booklets import booklet

MORE = "".join(f"<h2 id='how-{n}'>하는 법 {n}</h2><p>주문을 확인해요.</p>" for n in range(12))


def cut(data: bytes, box: str) -> list[numpy.ndarray]:
    """The pages as pictures of what lies within a box."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.obj.MediaBox = page.obj.CropBox = pikepdf.Array(page.obj.get(box, page.obj.MediaBox))
        pdf.save(out)
    document = pypdfium2.PdfDocument(out.getvalue())
    return [numpy.asarray(page.render(scale=2).to_pil().convert("L"), dtype=int) for page in document]


@pytest.fixture(scope="module", params=[A4, B5], ids=["a4", "b5"])
def sheets(request):
    plain, with_bleed = (booklet(MORE, paper=request.param, has_bleed=bleed).printed()[0] for bleed in (False, True))
    return plain, with_bleed


def test_what_is_left_after_the_cut_is_the_page_without_bleed(sheets):
    for number, (plain, trimmed) in enumerate(zip(*(cut(data, "/TrimBox") for data in sheets), strict=True), 1):
        high, wide = (min(pair) for pair in zip(plain.shape, trimmed.shape, strict=True))
        assert all(abs(a - b) <= 1 for a, b in zip(plain.shape, trimmed.shape, strict=True))
        # Edges may fall on other parts of a pixel; a tick or a tab of another length is thousands of them.
        other = abs(plain[:high, :wide] - trimmed[:high, :wide]) > 128
        assert other.sum() < 60, f"page {number}: {other.sum()} pixels"


def test_what_touches_the_cut_goes_on_into_the_bleed(sheets):
    for number, (trimmed, bled) in enumerate(zip(cut(sheets[1], "/TrimBox"), cut(sheets[1], "/BleedBox"), strict=True)):
        for inner, outer in ((trimmed[:, 0], bled[:, 0]), (trimmed[:, -1], bled[:, -1])):
            assert abs(int((inner < 200).sum()) - int((outer < 200).sum())) <= 8, f"page {number + 1}"
