"""What may stand alone at the head or the foot of a page: nothing that belongs to something else."""

from __future__ import annotations

import ctypes
import re

import pytest
from pypdfium2 import PdfDocument, raw
from sellerhelp.book.pack import pack
from sellerhelp.book.paper import A4, B5, MM, Paper
from sellerhelp.book.press import Compiler

from tests.booklets import CACHE, HEAD, MOMENT, Booklet, booklet, overlaps, pages_of

LINE = "<p>채움 글이에요.</p>"
QUESTION = (
    '<details class="sh-q"><summary>질문 {number}이에요?</summary><div class="sh-q__answer">'
    "<p>답이에요.</p><p>자세한 글이에요.</p></div></details>"
)
TABLE = "<table><thead><tr><th>가</th><th>나</th></tr></thead><tbody>{rows}</tbody></table>"


def pages_with(pages: list[str], words: str) -> list[int]:
    return [number for number, page in enumerate(pages) if re.search(words, page)]


def printed(book: Booklet) -> list[str]:
    data, problems = book.printed()
    assert problems == []
    return pages_of(data)


def test_the_last_question_of_a_chapter_is_never_alone_on_a_page():
    sources, html = {"orders/index.md": HEAD.format(title="주문", number="3")}, {"orders/index.md": LINE}
    for number in range(1, 8):
        path = f"orders/p{number}.md"
        sources[path] = HEAD.format(title=f"쪽 {number}", number=f"3-{number}")
        asked = "".join(QUESTION.format(number=f"{number}{letter}") for letter in "가나다라")
        html[path] = LINE * (11 + number) + '<h2 id="faq">자주 묻는 질문</h2>' + asked
    pages = printed(Booklet(sources, html, {}))[:-1]
    ends = [max(pages_with(pages, f"질문 {number}라이에요")) for number in range(1, 8)]
    starts = [max(pages_with(pages, f"질문 {number}가이에요")) for number in range(1, 8)]
    assert ends != starts  # the canary: some of these chapters go on overleaf
    assert [len(re.findall(r"질문 \d.이에요", pages[page])) > 1 for page in ends] == [True] * 7


def test_a_line_between_a_heading_and_its_table_goes_overleaf_with_it():
    rows = "".join(f"<tr><td>{{0}}행{row}</td><td>값</td></tr>" for row in range(8))
    parts = [
        f'<h2 id="s{number}">구역 {number}</h2><p>머리글{number}이에요.</p>'
        + TABLE.format(rows=rows.format(f"{number}번"))
        + LINE * (number + 1)
        for number in range(12)
    ]
    pages = printed(booklet("".join(parts)))
    for number in range(12):
        assert pages_with(pages, f"머리글{number}이") == pages_with(pages, rf"(?<!\d){number}번행0"), number


def test_a_line_before_a_table_in_the_middle_of_a_text_goes_overleaf_with_it():
    rows = "".join(f"<tr><td>{{0}}행{row}</td><td>값</td></tr>" for row in range(8))
    parts = [
        LINE * (number + 1) + f"<p>앞글{number}이에요.</p>" + TABLE.format(rows=rows.format(f"{number}번"))
        for number in range(12)
    ]
    pages = printed(booklet("".join(parts)))
    for number in range(12):
        assert pages_with(pages, f"앞글{number}이") == pages_with(pages, rf"(?<!\d){number}번행0"), number


def test_a_word_of_the_contact_hours_is_not_torn_from_its_meaning():
    words = "".join(
        f"<dt>창구{number}</dt><dd><p>뜻{number}이에요.</p><p>끝{number}이에요.</p></dd>" for number in range(30)
    )
    pages = printed(booklet(f"<dl>{words}</dl>"))
    assert max(pages_with(pages, "창구")) > min(pages_with(pages, "창구"))  # the canary: the list goes on overleaf
    for number in range(30):
        assert pages_with(pages, rf"창구{number}(?!\d)") == pages_with(pages, f"끝{number}이"), number


def test_the_last_step_of_several_is_not_alone_on_a_page():
    """Eight lists that begin at other heights; without care the last steps of some would stand overleaf."""
    sources, html = {"orders/index.md": HEAD.format(title="주문", number="3")}, {"orders/index.md": LINE}
    for number in range(1, 9):
        path = f"orders/p{number}.md"
        sources[path] = HEAD.format(title=f"쪽 {number}", number=f"3-{number}")
        steps = "".join(
            f"<li><p>{number}번 걸음{step}이에요.</p><p>{'길게 적은 글이에요. ' * 9}</p></li>" for step in range(9)
        )
        html[path] = LINE * (3 * number) + f'<ol class="sh-steps">{steps}</ol>'
    pages = printed(Booklet(sources, html, {}))
    torn = 0
    for number in range(1, 9):
        (last,), (before,), (first,) = (pages_with(pages, f"{number}번 걸음{step}이에요") for step in (8, 7, 0))
        assert last == before, number
        torn += first != last
    assert torn > 3  # the canary: most of these lists go on overleaf


def test_the_last_notes_of_many_stand_together():
    goes_on = False
    for more in range(10):
        notes = "".join(f"<li>출처{number}이에요.</li>" for number in range(9))
        pages = printed(booklet(LINE * (20 + more) + f'<ul class="sh-fine">{notes}</ul>' + LINE))
        places = [pages_with(pages, f"출처{number}이")[0] for number in range(9)]
        goes_on = goes_on or len(set(places)) > 1
        assert len(set(places[-3:])) == 1, more
    assert goes_on  # the canary: some of these lists go on overleaf


def test_what_stands_on_the_page_itself_needs_no_number():
    html = (
        '<h2 id="a">가</h2><p><a href="#a">여기</a>를 보세요.</p>' + LINE * 40 + '<p>또 <a href="#a">거기</a>예요.</p>'
    )
    text = " ".join(" ".join(printed(booklet(html))).split())
    assert re.search(r"여기 ?\(이 쪽\)를", text) and re.search(r"거기 ?\(\d+쪽\)예요", text)


def test_a_column_that_can_stand_on_one_line_does():
    rows = "".join(
        f"<tr><td>{name}</td><td>결제완료일 + 3영업일</td><td>{'긴 설명이에요. ' * 9}</td></tr>" for name in "가나다"
    )
    pages = printed(booklet(TABLE.format(rows=rows).replace("<th>나</th>", "<th>나</th><th>다</th>")))
    assert len(re.findall("결제완료일 \\+ 3영업일", "".join(pages))) == 3


def test_a_book_has_two_inks_within():
    drawing = '<svg viewBox="0 0 9 9" width="9" height="9" role="img" aria-label="그림이에요"><rect width="9" height="9" fill="#fbeadf" stroke="#D4521C"/></svg>'
    files = booklet(f"<figure>{drawing}</figure>").typst()
    drawn = [content for name, content in files.items() if name.endswith(".svg")]
    assert drawn and all(b"#0d4768" in one and b"#c9dbe7" in one for one in drawn)
    assert not any(ink in one.lower() for one in drawn for ink in (b"#d4521c", b"#fbeadf"))


def test_a_short_list_is_never_torn():
    parts = [
        LINE * (number % 5 + 3) + "<ul>" + "".join(f"<li>{number}째의 항목{row}</li>" for row in range(4)) + "</ul>"
        for number in range(20)
    ]
    pages = printed(booklet("".join(parts)))
    torn = [number for number in range(20) if len(set(pages_with(pages, rf"(?<!\d){number}째의"))) != 1]
    assert torn == []


def test_a_page_number_never_begins_a_line_without_its_question():
    asked = '<p>{}<a href="../#a">물음이 길어서 줄의 끝에 닿아요?</a></p>'
    book = booklet("".join(asked.format("가나다 " * 5 + "가" * length + " ") for length in range(1, 20)))
    book.html["orders/index.md"] = '<h2 id="a">구역</h2><p>글</p>'
    lines = [line.strip() for page in printed(book) for line in page.splitlines()]
    assert any(re.search(r"닿아요\?\(\d+쪽\)", line) for line in lines)
    assert [line for line in lines if re.match(r"\(\d+쪽\)", line)] == []


def test_what_follows_the_last_question_stands_clear_of_its_rule():
    typst = booklet(QUESTION.format(number=1) + QUESTION.format(number=2) + LINE).typst()["p3-1.typ"]
    assert typst.count("#after-questions") == 1
    assert typst.index("#after-questions") > typst.rindex("#question")


def test_a_section_that_most_chapters_have_is_no_word_of_the_index():
    sources, html = {"orders/index.md": HEAD.format(title="주문", number="3")}, {"orders/index.md": LINE}
    for number in range(1, 8):
        path = f"orders/p{number}.md"
        sources[path] = HEAD.format(title=f"쪽 {number}", number=f"3-{number}")
        html[path] = f'<h2 id="a">막혔을 때</h2>{LINE}<h2 id="b">찾을 말 {number % 2}</h2>{LINE}'
    index = printed(Booklet(sources, html, {}))[-1]
    assert "막혔을 때" not in index and "찾을 말 1" in index


def test_the_first_step_of_several_is_not_alone_on_a_page():
    torn = False
    for more in range(9):
        steps = "".join(f"<li><p>걸음{step}이에요.</p><p>{'길게 적은 글이에요. ' * 9}</p></li>" for step in range(7))
        pages = printed(booklet(LINE * (18 + more) + f'<ol class="sh-steps">{steps}</ol>'))
        places = [pages_with(pages, f"걸음{step}이")[0] for step in range(7)]
        assert places[0] == places[1], more
        torn = torn or places[1] != places[2]
    assert torn  # the canary: a list goes overleaf right behind its second step


def test_what_values_rest_on_is_never_alone_on_a_page():
    basis = (
        '<section class="sh-basis" data-sh-book hidden><p><b>이 장에 쓰인 값의 기준</b></p><p class="sh-fine">기준일: 모름.</p>'
        '<ul class="sh-fine"><li>발송기한 3영업일</li></ul></section>'
    )
    # So many sections that the opening has no room for it.
    sections = "".join(f'<h2 id="s{number}">절 {number}</h2>' + LINE for number in range(24))
    overleaf = set()
    for more in range(0, 24, 2):
        asked = "".join(QUESTION.format(number=f"1{letter}") for letter in "가나다")
        pages = printed(booklet(sections + '<h2 id="faq">물음</h2>' + LINE * more + asked + basis))
        (place,) = pages_with(pages, "쓰인 값의 기준")
        assert "발송기한 3영업일" in pages[place] and "질문 1다이에요" in pages[place], more
        overleaf.add("질문 1나이에요" not in pages[place])
    assert overleaf == {True, False}  # the canary: with some heights it goes overleaf with the last question


def test_the_contents_leave_out_what_many_chapters_have_and_tear_no_chapter():
    sources, html = {"orders/index.md": HEAD.format(title="주문", number="3")}, {"orders/index.md": LINE}
    for number in range(1, 15):
        path = f"orders/p{number}.md"
        sources[path] = HEAD.format(title=f"쪽 {number}", number=f"3-{number}")
        own = "".join(f'<h2 id="s{one}">절 {number}-{one}번</h2>' + LINE for one in range(1 + number % 5))
        html[path] = own + '<h2 id="faq">자주 묻는 질문</h2>' + LINE
    pages = printed(Booklet(sources, html, {}))
    contents = [page for page in pages[: pages_with(pages, "먼저|이 장에서")[0]] if re.search(r"절 \d+-\d번", page)]
    assert len(contents) > 1  # the canary: the contents go on overleaf
    assert not pages_with(contents, "자주 묻는 질문")
    for number in range(1, 15):
        assert len(pages_with(contents, rf"절 {number}-\d번")) == 1, number
    assert all(len(page.split("\n")) > 5 for page in contents)


def test_parts_stand_out_from_chapters_in_the_contents():
    heads = {"orders/index.md": ("3", "가가"), "orders/page.md": ("3-1", "나나"), "contact/index.md": ("7", "다다")}
    sources = {path: HEAD.format(number=number, title=title) for path, (number, title) in heads.items()}
    data, _ = Booklet(sources, dict.fromkeys(heads, LINE), {}).printed()
    text = PdfDocument(data)[2].get_textpage()
    rects = [text.get_rect(at) for at in range(text.count_rects())]
    heights = {text.get_text_bounded(*one).strip(): one[3] - one[1] for one in rects}
    part, chapter, last = (
        next(heights[said] for said in heights if title in said) for title in ("가가", "나나", "다다")
    )
    assert part > chapter * 1.1 and last == pytest.approx(part, abs=0.1)


@pytest.mark.parametrize("lines", [1, 45])
def test_a_part_begins_on_a_right_page_behind_an_empty_one(lines):
    heads = {"orders/index.md": ("3", "가가"), "orders/page.md": ("3-1", "나나"), "contact/index.md": ("7", "다다")}
    sources = {path: HEAD.format(number=number, title=title) for path, (number, title) in heads.items()}
    pages = printed(Booklet(sources, dict.fromkeys(heads, LINE) | {"orders/page.md": LINE * lines}, {}))
    (part,) = [at for at, page in enumerate(pages) if "다다의 설명이에요." in page]
    assert part % 2 == 0
    is_left_over = not pages[part - 1].strip()
    assert is_left_over == (lines > 1), "the canary: only one of the two leaves a page over"


def test_a_card_says_its_hours_beside_its_name_and_days_with_the_same_hours_stand_in_one_row():
    day = '<tr><th scope="row">{}요일</th><td>{}</td></tr>'
    week = "".join(day.format(name, "9–18시" if name in "월화수목금" else "쉬는 날") for name in "월화수목금토일")
    html = (
        '<ul class="sh-channels"><li><div><h3>전화</h3><p>급할 때 알맞아요.</p></div>'
        '<p class="sh-channels__when"><b>평일 9–18시</b></p></li></ul>'
        f'<table class="sh-week"><thead><tr><th>요일</th><th>상담</th></tr></thead><tbody>{week}</tbody></table>'
    )
    text = "\n".join(printed(booklet(html)))
    assert re.search("전화 평일 9–18시\\s+급할 때", text)
    assert re.search("월요일–금요일 +9–18시\\s+토요일, 일요일 +쉬는 날", text)


def test_a_box_stands_on_the_page_of_what_it_is_about():
    box = '<div class="admonition warning"><p class="admonition-title">주의</p><p>되돌릴 수 없어요.</p></div>'
    row = "<tr><td>끝{0}이에요</td><td>나</td></tr>"
    befores = {
        "paragraph": "<p>끝이에요.</p>",
        "steps": '<ol class="sh-steps">' + "<li><p>걸음이에요.</p></li>" * 3 + "<li><p>끝이에요.</p></li></ol>",
        "bullets": "<ul><li>하나예요.</li><li>끝이에요.</li></ul>",
        "table": TABLE.format(rows=row.format("") * 3),
    }
    for kind, before in befores.items():
        overleaf = set()
        for more in range(14, 34):
            pages = printed(booklet(LINE * more + before + box))
            (place,) = pages_with(pages, "되돌릴 수 없어요")
            assert "끝이에요" in pages[place], (kind, more)
            # A line before a list or a table goes with it.
            overleaf.add(pages[place].count("채움 글이에요") > 1)
        assert overleaf == {True, False}, kind  # the canary: some of these boxes go overleaf with what they are about


def columns_of(data: bytes, number: int) -> list[tuple[float, list[str]]]:
    """Returns the two columns of an index page: where each ends, in points from the foot, and its lines."""
    page = PdfDocument(data)[number]
    text = page.get_textpage()
    rects = [text.get_rect(at) for at in range(text.count_rects())]
    rects = [one for one in rects if 60 < one[1] < page.get_height() - 60]  # neither header nor footer
    middle = (min(one[0] for one in rects) + max(one[0] for one in rects)) / 2
    columns = [[one for one in rects if (one[0] > middle) is is_right] for is_right in (False, True)]
    return [
        (min((one[1] for one in column), default=0.0), [text.get_text_bounded(*one) for one in column])
        for column in columns
    ]


@pytest.mark.parametrize("count", [9, 40, 131, 150, 222])
def test_the_index_ends_its_two_columns_at_one_height(count):
    words = [f"{letter}낱말 {number:02}" for letter in "가나다라마" for number in range(count // 5)] + ["하마지막"]
    html = "".join(f'<h2 id="h{at}">{word}</h2>{LINE}' for at, word in enumerate(words))
    data, problems = booklet(html).printed()
    assert problems == []
    pages = pages_of(data)
    index = "\n".join(pages[max(pages_with(pages, "채움 글")) + 1 :])
    assert re.findall(r".낱말 \d+|하마지막", index) == words
    (left, first), (right, second) = columns_of(data, len(pages) - 1)
    assert first and "하마지막 " in second
    # A letter and its first two words stay together, and the last two below a letter: they are more than a line.
    assert left - 2 <= right <= left + 45, (left, right)
    heads = [
        [line for line in lines if re.match(r".낱말|하마|[ㄱ-ㅎ]", line)][:2]
        for number in range(max(pages_with(pages, "채움 글")) + 1, len(pages))
        for _, lines in columns_of(data, number)
        if re.match(r".낱말", lines[0])
    ]
    assert not [one for one in heads if not re.match(r".낱말|하마", one[1])], heads


def glossary_of(count: int, paper: Paper) -> PdfDocument:
    """A glossary of some words whose meanings take one line to four."""
    rows = "".join(f"([낱말{number}], [{'뜻이 이래요. ' * (number % 4 * 3 + 1)}])," for number in range(count))
    return PdfDocument(pressed(f'#glossary([용어집], "words", (("ㄱ", ({rows})),))', paper))


def pressed(call: str, paper: Paper) -> bytes:
    """Returns a book that holds what one call of its templates sets."""
    main = f'#import "book.typ": *\n#show: book.with("책", "글")\n{call}'
    data, _ = Compiler(CACHE / "pages", CACHE).compile({**booklet(paper=paper).typst(), "main.typ": main}, MOMENT)
    return pack(data).data


@pytest.mark.parametrize("paper", [A4, B5], ids=lambda paper: paper.name)
def test_no_word_of_a_glossary_stands_on_another_however_few_are_left_for_the_last_page(paper):
    few = 0
    for count in [1, 2, 3, *range(50, 76)]:
        pages = glossary_of(count, paper)
        words = [page.get_textpage().get_text_range().count("낱말") for page in pages]
        few += 0 < words[-1] < 4
        assert sum(words) == count and [one for page in pages for one in overlaps(page)] == []
    assert few > 2  # the canary: some of these have a last page of very few words


@pytest.mark.parametrize("paper", [A4, B5], ids=lambda paper: paper.name)
def test_a_letter_of_the_glossary_stands_above_its_first_word(paper):
    meaning = "뜻이 이래요. " * 4
    alone = 0
    for count in range(1, 40):
        rows = "".join(f"([낱말{number}], [{meaning}])," for number in range(count))
        last = f"([한글], [{meaning}]), ([해외], [{meaning}]),"
        data = pressed(f'#glossary([용어집], "words", (("ㄱ", ({rows})), ("ㅎ", ({last}))))', paper)
        (page,) = [one for one in PdfDocument(data) if "ㅎ" in one.get_textpage().get_text_range()]
        words = page.get_textpage()
        text = words.get_text_range()
        letter, first = (words.get_charbox(text.index(one)) for one in ("ㅎ", "한글"))
        assert abs(letter[0] - first[0]) < 4 and letter[1] > first[1], count
        alone += "낱말" not in text
    assert alone  # the canary: some of these have a last page that begins with the letter


def test_a_little_less_room_between_words_saves_a_page_of_few():
    def index_of(count: int) -> tuple[int, float]:
        """Returns the pages of an index, and the height of a row of it, in points."""
        rows = "".join(f"([낱말{number}], (), ())," for number in range(count))
        data = pressed(f'#index-of([찾아보기], "words", (("ㄱ", ({rows})),))', B5)
        words = PdfDocument(data)[0].get_textpage()
        lows = [box[1] for box in map(words.get_rect, range(words.count_rects())) if box[0] < B5.width * MM / 3]
        lows = sorted(low for low in lows if low > 60)
        return len(PdfDocument(data)), lows[2] - lows[1]

    found = {count: index_of(count) for count in (20, *range(70, 100, 2))}
    last = max(count for count, (pages, _) in found.items() if pages == 1)
    assert last < 98 and found[20][1] - found[last][1] == pytest.approx(0.8, abs=0.05)
    assert found[last + 2][1] == pytest.approx(found[20][1], abs=0.05)  # what saves nothing keeps its room


def test_an_index_tells_pages_in_order_and_marks_those_that_explain():
    rows = '([주문], ("b",), ("c", "a", "b")), ([송장], (), ("a",)),'
    places = "".join(f'#pagebreak(weak: true) 글 #metadata(none)#label("{one}")\n' for one in "abc")
    data = pressed(f'{places}#index-of([찾아보기], "words", (("ㄱ", ({rows})),))', A4)
    page = PdfDocument(data)[3].get_textpage()
    text = page.get_text_range()
    assert "주문 1, 2, 3" in text.replace("\xa0", " ") and "굵은 쪽수는 그 말을 설명하는 쪽이에요." in text.replace(
        "\r\n", " "
    )
    start = text.index("주문") + 3
    face = {text[at]: font_at(page, at) for at in range(start, start + 7) if text[at] in "123"}
    assert (
        face["2"] == font_at(page, text.index("굵은")) != face["1"] == face["3"] == font_at(page, text.index("그 말을"))
    )
    plain = pressed(f'{places}#index-of([찾아보기], "words", (("ㄱ", (([송장], (), ("a",)),)),))', A4)
    assert "굵은" not in PdfDocument(plain)[3].get_textpage().get_text_range()


def font_at(page, at: int) -> str:
    """Returns the name of the font of a letter of a page of text."""
    name = ctypes.create_string_buffer(99)
    raw.FPDFText_GetFontInfo(page, at, name, len(name), ctypes.c_int())
    return name.value.decode()


@pytest.mark.parametrize("paper", [A4, B5], ids=lambda paper: paper.name)
@pytest.mark.parametrize(
    "address", ["p", "page", "a-page/of-a-very/long-address", "a/b-c-d/e-f-g-h/long-address/longer"]
)
def test_the_address_of_a_chapter_stands_on_nothing(address, paper):
    book = booklet(paper=paper)
    for named in (book.sources, book.html):
        named[f"orders/{address}.md"] = named.pop("orders/page.md")
    data, problems = book.printed(CACHE / "pages")
    pages = PdfDocument(data)
    (opening,) = [
        page for page in pages if "3-1" in (text := page.get_textpage().get_text_range()) and "최신 내용" in text
    ]
    assert problems == [] and overlaps(opening) == []


def test_a_list_of_sections_beside_the_code_takes_no_second_page():
    full = []
    for count in range(8, 20):
        html = "".join(f'<h2 id="s{number}">구역 {number}</h2><p>글이에요.</p>' for number in range(count))
        data, problems = booklet(html, paper=B5).printed(CACHE / "pages")
        pages = list(PdfDocument(data))
        (number,) = [
            at
            for at, one in enumerate(pages)
            if "구역 0" in (text := one.get_textpage().get_text_range()) and "최신" in text
        ]
        after = pages[number + 1].get_textpage().get_text_range()
        assert problems == [] and overlaps(pages[number]) == [] and "구역 0" in after, count
        lines = pages[number].get_textpage()
        low = lines.get_charbox(lines.get_text_range().index(f"구역 {count - 1}"))[1]
        full.append(low < lines.get_charbox(lines.get_text_range().index("최신"))[1])
    assert True in full and False in full  # the canary: long lists pass the code


def test_a_box_takes_only_a_short_list_or_table_overleaf():
    """A long one would leave a hole where both go, and the box can stand at the head of the next page."""
    box = '<div class="admonition note"><p class="admonition-title">알림</p><p>글</p></div>'

    def held(block: str) -> bool:
        return "held: true" in str(booklet("<p>글이에요.</p><p>또 글이에요.</p>" + block + box).typst()["p3-1.typ"])

    def listing(count: int) -> str:
        return "<ul>" + "<li>줄</li>" * count + "</ul>"

    def table(count: int) -> str:
        return "<table><thead><tr><th>가</th></tr></thead><tbody>" + "<tr><td>나</td></tr>" * count + "</tbody></table>"

    assert (held(listing(4)), held(listing(5))) == (True, False)
    assert (held(table(3)), held(table(4))) == (True, False)
