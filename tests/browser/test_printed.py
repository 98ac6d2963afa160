"""A page printed from the browser: ink on white paper whatever the screen shows, answers open, nothing to press."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import ImageStat

from tests.browser.golden import MOMENT


def printed(page) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(
        io.BytesIO(page.pdf(format="A4", margin={"top": "20mm", "bottom": "20mm", "left": "20mm", "right": "20mm"}))
    )


def text_of(document) -> str:
    return "\n".join(sheet.get_textpage().get_text_range() for sheet in document)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["orders/invoice/", "contact/", "settlement/fees/"])
def test_paper_is_white_and_ink_is_dark_in_both_schemes(open_page, path, scheme):
    with open_page(path, color_scheme=scheme, moment=MOMENT) as page:
        page.wait_for_load_state("networkidle")
        page.emulate_media(media="print", color_scheme=scheme)
        pale = page.evaluate("""[...document.querySelectorAll('article *')]
          .filter((node) => node.checkVisibility() && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
          .filter((node) => getComputedStyle(node).color.match(/\\d+/g).slice(0, 3).every((part) => Number(part) > 140))
          .map((node) => node.outerHTML.slice(0, 100))""")
        assert pale == []
        sheet = printed(page)[0].render(scale=0.5).to_pil().convert("L")
        assert ImageStat.Stat(sheet).mean[0] > 225, "paper"
        assert sheet.getextrema()[0] < 60, "ink"


def test_closed_answers_are_printed_and_what_can_only_be_pressed_is_not(open_page):
    with open_page("orders/invoice/", moment=MOMENT) as page:
        page.wait_for_load_state("networkidle")
        said = text_of(printed(page))
        answers = page.evaluate(
            "[...document.querySelectorAll('.sh-q__answer > p:first-of-type')].map((node) => node.textContent.slice(0, 12))"
        )
        assert answers and all(
            answer.replace(" ", "") in said.replace(" ", "").replace("\r\n", "") for answer in answers
        )
        assert "3-4" in said and "비공식" in said
        for gone in ("본문으로 이동", "궁금한 것을 적어", "인쇄", "앞쪽", "¶"):
            assert gone not in said, gone
