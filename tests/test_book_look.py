"""How parts of a page stand to its edges and to each other, measured in the PDF."""

from __future__ import annotations

import re

import pytest
from pypdfium2 import PdfDocument, PdfPage
from sellerhelp.book.document import Reference, Text
from sellerhelp.book.emit_inline import InlineEmitter
from sellerhelp.book.face import read_face
from sellerhelp.book.markup import address
from sellerhelp.book.paper import A4, B5, MM

from tests.booklets import HEAD, Booklet, booklet, pages_of

LINE = "<p>채움 글이에요.</p>"
QUESTION = (
    '<details class="sh-q"><summary>{}이에요?</summary><div class="sh-q__answer"><p>답이에요.</p></div></details>'
)
BOX = '<div class="admonition {}"><p class="admonition-title">이름</p><p>상자의 글이에요.</p></div>'
PATH = (
    '<span class="sh-path"><span class="sh-path__step">판매</span><span class="sh-path__step">상품 관리</span></span>'
)
OTHERS = re.compile("차례|찾아보기|이 장에서")


def page_with(html: str, words: str, **options) -> PdfPage:
    """Returns the page of the text that holds some words."""
    data, problems = booklet(html, **options).printed()
    assert problems == []
    pages = PdfDocument(data)
    (found,) = [at for at, text in enumerate(pages_of(data)) if words in text and not OTHERS.search(text)]
    return pages[found]


def boxes_of(page: PdfPage, words: str) -> list[tuple[float, float, float, float]]:
    """Returns the boxes of the letters of some words: left, bottom, right, top of their ink."""
    text = page.get_textpage()
    start, _ = text.search(words).get_next()
    return [text.get_charbox(start + at) for at in range(len(words))]


def text_edges(page: PdfPage, paper=A4) -> tuple[float, float]:
    """Returns where the text column begins and ends."""
    is_recto = boxes_of(page, "채움")[0][0] < (paper.outside + paper.side) * MM
    left = (paper.inside if is_recto else paper.outside + paper.side + paper.gap) * MM
    return left, left + paper.text_width


def dark(page: PdfPage, scale: float = 4):
    """Returns what says of a point of the page as a picture whether it is a line: one of the darkest."""
    picture = page.render(scale=scale, grayscale=True).to_pil()
    return lambda x, y: picture.getpixel((x, y)) < 90


# --- labels -------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", [A4, B5], ids=lambda paper: paper.name)
def test_a_frame_has_equal_room_at_both_sides_and_a_gap_before_the_next_letter(paper):
    page = page_with(LINE + "<p>앞 <kbd>마마</kbd>마 뒤</p>", "마마마", paper=paper)
    boxes = boxes_of(page, "마마마")
    scale = 8
    is_dark = dark(page, scale)
    y = round(
        (page.get_height() - boxes[0][1] - (boxes[0][3] - boxes[0][1]) * 0.1) * scale
    )  # below their middle strokes
    # A frame is the only line that goes through above and below the letters.
    above = round((page.get_height() - boxes[0][3] - 1) * scale)
    below = round((page.get_height() - boxes[0][1] + 1) * scale)
    xs = range(round((boxes[0][0] - 8) * scale), round((boxes[2][2] + 2) * scale))
    lines = [x / scale for x in xs if is_dark(x, above) and is_dark(x, below) and is_dark(x, y)]
    left, right = min(lines), max(lines)
    size = paper.size
    assert boxes[0][0] - left == pytest.approx(right - boxes[1][2], abs=0.06 * size)
    assert boxes[0][0] - left > 0.15 * size
    assert boxes[2][0] - right > 0.11 * size


def test_behind_a_label_nothing_is_copied_but_its_particle():
    html = f"<p><kbd>발송처리</kbd>를, <kbd>OK</kbd>로, {PATH}에서 <kbd>[저장]</kbd>.</p>"
    data, problems = booklet(html).printed()
    text = " ".join("\n".join(pages_of(data)).split())
    assert problems == [] and "발송처리를, OK로, 판매 › 상품 관리에서 [저장]." in text


def test_a_menu_label_in_a_box_has_another_ground_than_the_box():
    text = booklet(BOX.format("note").replace("상자의 글", PATH) + f"<p>{PATH}</p>").typst()
    code = "".join(part for name, part in text.items() if isinstance(part, str) and "#show: chapter" in part)
    inside, outside = code.split("#callout")[1].split("\n\n", 1)
    assert inside.count("(ground: white)") == 2 and "ground" not in outside and "#menu[" in outside


# --- edges --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["note", "warning", "danger"])
def test_the_lines_of_a_box_stand_within_the_text(kind):
    page = page_with(LINE + BOX.format(kind), "상자의")
    left, right = text_edges(page)
    is_dark = dark(page)
    y = round((page.get_height() - boxes_of(page, "상자의")[0][1]) * 4)
    xs = [x / 4 for x in range(round((left - 10) * 4), round((right + 10) * 4)) if is_dark(x, y)]
    assert left - 0.3 <= min(xs) <= left + 0.5
    assert max(xs) <= right + 0.3


def test_a_page_that_begins_with_a_question_begins_where_all_pages_do():
    tops = {}
    for more in range(22, 32):
        data, problems = booklet(LINE * more + "".join(map(QUESTION.format, "가나다라마"))).printed()
        assert problems == []
        for page, text in zip(PdfDocument(data), pages_of(data), strict=True):
            if "채움" in text or "답이에요" in text:
                words = page.get_textpage()
                kind = "question" if re.search(r"^Q\b", text, re.M) and "채움" not in text else "text"
                body = [
                    box
                    for box in map(words.get_rect, range(words.count_rects()))
                    if box[3] < A4.height * MM - A4.top * MM + 2
                ]
                tops.setdefault(kind, set()).add(round(max(box[3] for box in body)))
    assert tops.keys() == {"question", "text"}
    assert max(tops["question"]) == pytest.approx(max(tops["text"]), abs=1.5), tops


def test_a_title_that_begins_with_a_one_has_a_one_of_its_own_width():
    page = page_with(f'{LINE}<h2 id="a">1:1 문의</h2><p>또 1:1 문의예요.</p>', "채움")
    # Of a 1 as wide as the other figures the ink would begin an eighth of the size further in.
    assert boxes_of(page, "1:")[0][0] - text_edges(page)[0] < 0.08 * A4.section


def test_the_discs_of_steps_of_one_line_stand_apart():
    steps = "".join(f"<li><p>걸음{number}이에요.</p></li>" for number in range(3))
    page = page_with(f'{LINE}<ol class="sh-steps">{steps}</ol>', "걸음1")
    first, second = (boxes_of(page, f"걸음{number}")[0] for number in (0, 1))
    assert first[1] - second[1] - 16 > 2.5 * MM  # discs are 16 points wide


def test_bold_is_of_one_weight_wherever_it_stands():
    steps = "<li><p>WWWX 걸음</p><p>글이에요.</p></li><li><p><strong>WWWZ</strong> 걸음</p><p>글이에요.</p></li>"
    page = page_with(f'{LINE}<ol class="sh-steps">{steps}</ol><p>WWWY</p>', "WWWX")
    title, bold, plain = ([box[2] - box[0] for box in boxes_of(page, words)[:3]] for words in ("WWWX", "WWWZ", "WWWY"))
    assert bold == pytest.approx(title, abs=0.01)
    assert sum(title) > sum(plain) * 1.02  # the canary: the width tells the weight


def test_a_checklist_stands_further_from_what_follows_than_its_items_from_each_other():
    items = "".join(f"<li>항목{number}이에요.</li>" for number in range(3))
    step = '<ol class="sh-steps"><li><p>걸음이에요.</p></li></ol>'
    html = f'{LINE}<ul class="sh-check">{items}</ul>{step}'
    page = page_with(html, "항목1")
    second, third, after = (boxes_of(page, words)[0][1] for words in ("항목1", "항목2", "걸음"))
    assert third - after > 1.3 * (second - third)


# --- beside the text ----------------------------------------------------------------------------


def test_an_address_breaks_behind_a_slash_or_else_behind_its_own_hyphen():
    face = read_face()
    parts = re.compile(r"#box\[(.*?)\];")

    def cut(text, line):
        return [part.replace("\\", "") for part in parts.findall(address(text, face, line))]

    path = "seller-help.example/opening/business-conversion"
    assert cut(path, 9.24) == ["seller-help.example/", "opening/", "business-", "conversion"]
    assert cut(path, 20) == ["seller-help.example/", "opening/", "business-conversion"]
    assert cut("help.a-very-long-name.example/", 9) == ["help.", "a-", "very-", "long-", "name.", "example/"] or cut(
        "help.a-very-long-name.example/", 9
    ) == ["help.a-", "very-", "long-", "name.example/"]
    assert face.width("seller-help.example/") < B5.side * MM / B5.note / 0.92


def test_the_codes_of_all_chapters_stand_at_one_height():
    sources, html = {"orders/index.md": HEAD.format(title="주문", number="3")}, {"orders/index.md": LINE}
    for number, name in enumerate(["a", "a-rather-long-name-of-a-page", "b" * 9], 1):
        sources[f"orders/{name}.md"] = HEAD.format(title=f"쪽 {number}", number=f"3-{number}")
        html[f"orders/{name}.md"] = LINE
    data, problems = Booklet(sources, html, {}, paper=B5).printed()
    assert problems == []
    pages = [page for page in PdfDocument(data) if re.search("최신 내용(?!:)", page.get_textpage().get_text_range())]
    lines = {page.get_textpage().get_text_range().split("최신 내용")[1].count("\n") for page in pages}
    assert len(pages) == 4 and len(lines) > 1  # the canary: some addresses take more lines than others
    assert len({round(boxes_of(page, "최신")[0][1], 1) for page in pages}) == 1


def test_a_word_with_its_page_may_stand_on_a_last_line_by_itself():
    emit = InlineEmitter(read_face()).emit
    long = emit((Reference((Text("밤에도 마케팅메시지가 나가나요?"),), "there", ""),), 12)
    assert "#may-end;#box[" in long
    assert "may-end" not in emit((Reference((Text("밤에 또 와?"),), "there", ""),), 12)


def test_what_values_rest_on_has_one_look_on_the_opening_and_at_the_end():
    notes = (
        "<p><strong>이 장에 쓰인 값의 기준</strong></p><p class='sh-fine'>기준일이에요.</p><ul class='sh-fine'>{}</ul>"
    )
    for count, place in ((2, "opening"), (40, "end")):
        html = LINE + notes.format("".join(f"<li>값 {number}</li>" for number in range(count)))
        (code,) = [part for part in booklet(html).typst().values() if "값의 기준" in str(part) and "#show" in str(part)]
        before, _, after = code.partition("\n)\n")
        assert ("#basis-list[" in before, "#basis-list[" in after) == (place == "opening", place == "end")
        assert "lead-in" not in code
