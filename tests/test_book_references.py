"""How a printed page says where its links lead: to this book, to another volume, or to what the reader has just read."""

from __future__ import annotations

import re

import pytest
from sellerhelp.book.emit_inline import volume_of
from sellerhelp.book.keep_all import TIE

from tests.booklets import HEAD, Booklet, booklet, pages_of

QUESTION = (
    '<details class="sh-q"><summary>{asked}?</summary><div class="sh-q__answer"><p>답이에요.</p>'
    '<p class="sh-q__more">{links}</p></div></details>'
)


def volumes(html: str, contact: bool = False) -> Booklet:
    """Two manuals, 3 주문 and 4 정산; the text stands in 3-1."""
    numbers = {
        "orders/index.md": "3",
        "orders/page.md": "3-1",
        "settlement/index.md": "4",
        "settlement/cycle.md": "4-1",
    }
    titles = {"3": "주문", "3-1": "쪽", "4": "정산", "4-1": "정산 주기", "7": "고객센터", "7-1": "묻기"}
    numbers |= {"contact/index.md": "7", "contact/ask.md": "7-1"} if contact else {}
    sources = {path: HEAD.format(title=titles[number], number=number) for path, number in numbers.items()}
    return Booklet(sources, dict.fromkeys(numbers, "<p>글</p>") | {"orders/page.md": html}, {})


def text_of(book: Booklet) -> str:
    data, problems = book.printed()
    assert problems == []
    return " ".join(" ".join(pages_of(data)).split())


@pytest.mark.parametrize(
    ("number", "says", "expected"),
    [
        ("4-8", "비즈월렛을 쓰는 곳", "4권_4-8"),
        ("4-8", "4-8 비즈월렛 쓰기", "4권"),
        ("4-8", f"4-8{TIE}비즈월렛 쓰기", "4권"),
        ("4-1", "4-10 지급보류", "4권_4-1"),
        ("4", "정산", "4권"),
        ("4", "4 정산", "4권"),
    ],
)
def test_a_page_of_another_book_is_named_with_its_volume(number, says, expected):
    assert volume_of(number, says).replace(TIE, "_") == expected


def test_a_link_to_another_volume_looks_as_one_inside_and_names_the_volume():
    book = volumes(
        '<p><a href="../../settlement/cycle/">정산일</a>과 <a href="../../settlement/">정산</a>을 보세요.</p>'
    )
    assert re.search(r"정산일 ?\(4권 4-1\)과 정산 ?\(4권\)을", text_of(book))
    typst = book.typst()
    assert '#to-book("4권' in typst["p3-1.typ"]
    assert "#let to-book(number, body) = text(fill: indigo, body)" in typst["parts.typ"]


def test_in_the_book_of_all_the_same_link_names_its_page():
    book = volumes('<p><a href="../../settlement/cycle/">정산일</a>을 보세요.</p>')
    everything = book.manuscripts()[0][-1].files
    assert '#to-page("p4-1")' in everything["p3-1.typ"] and "to-book" not in everything["p3-1.typ"]


def test_the_imprint_says_how_to_read_references_and_what_stands_at_the_end():
    text = text_of(volumes("<p>글</p>", contact=True))
    assert "‘(12쪽)’은 이 책의 쪽이고, ‘(4권 4-1)’처럼 권을 적은 것은 다른 권의 장이에요. 다른 권: 4권 정산." in text
    assert "뒤의 7 고객센터는 권마다 똑같이 실었어요." in text


def test_a_manual_alone_has_no_other_volumes_to_explain():
    text = text_of(booklet())
    assert "다른 권" not in text and "권마다" not in text


def test_a_question_does_not_send_to_what_stands_above_it_on_its_page():
    here, there = '<a href="#a">여기</a>', '<a href="../">처음</a>'
    asked = "".join(
        QUESTION.format(asked=f"물음{number}", links=links) for number, links in enumerate([here, here + there, there])
    )
    far = "<p>채움</p>" * 60 + QUESTION.format(asked="먼 물음", links=here)
    text = text_of(booklet('<h2 id="a">가</h2>' + asked + far))
    found = re.findall(r"(물음\d|먼 물음)\? 답이에요\.(?: 이어서 볼 쪽: ((?:\S+ ?\(\d+쪽\)(?:, )?)+))?", text)
    assert [(asked, re.sub(r"[\d ]+쪽", "쪽", ways).strip()) for asked, ways in found] == [
        ("물음0", ""), ("물음1", "처음(쪽)"), ("물음2", "처음(쪽)"), ("먼 물음", "가(쪽)"),
    ]  # fmt: skip


def test_what_stands_below_on_the_same_page_stays_in_the_line():
    """Without its line the question could move to the page before, and would need it again."""
    asked = QUESTION.format(asked="물음", links='<a href="#b">아래</a>')
    assert re.search(r"이어서 볼 쪽: 나 ?\(이 쪽\)", text_of(booklet(asked + '<h2 id="b">나</h2><p>글</p>')))


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("#a", r"가 ?\(\d+쪽\)"),  # a section of this chapter
        ("../#s", r"3 차례 ?\(\d+쪽\)"),  # of another one, which its number names
        ("../", r"말 ?\(\d+쪽\)"),  # a whole chapter: as the page says
        ("../#p", r"말 ?\(\d+쪽\)"),  # a place that is no section
    ],
)
def test_below_a_question_stands_which_section_goes_on(link, says):
    book = booklet(
        '<h2 id="a">가</h2>' + "<p>채움</p>" * 70 + QUESTION.format(asked="물음", links=f'<a href="{link}">말</a>')
    )
    book.html["orders/index.md"] = '<h2 id="s">차례</h2><p id="p">글</p>'
    assert re.search(f"이어서 볼 쪽: {says}", text_of(book))


def test_a_row_with_a_column_of_pages_names_its_page_once():
    row = '<table><thead><tr><th>질문</th><th>쪽</th></tr></thead><tbody><tr><th><a href="../"{}>처음은요?</a></th><td><a href="../">3</a></td></tr></tbody></table>'
    assert len(re.findall(r"\(\d+쪽\)", text_of(booklet(row.format(" data-sh-unpaged"))))) == 1
    assert len(re.findall(r"\(\d+쪽\)", text_of(booklet(row.format(""))))) == 2  # the canary
