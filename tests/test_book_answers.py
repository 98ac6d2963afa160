"""Questions that several pages of a book ask: answered in full once, at the first; the others lead there."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from tests.booklets import HEAD, Booklet, pages_of

LONG = ("첫 줄이에요.", "둘째 줄은 길게 알려 줘요.")
PAGES = {"orders/index.md": "3", "orders/one.md": "3-1", "orders/two.md": "3-2", "orders/faq.md": "3-Q"}


def asked(answer: tuple[str, ...], question: str = "되나요?", anchor: str = "") -> str:
    place = f'<span class="sh-anchor" id="{anchor}"></span>' if anchor else ""
    lines = "".join(f"<p>{line}</p>" for line in answer)
    return (
        f'<details class="sh-q"><summary>{question}</summary><div class="sh-q__answer">{place}{lines}'
        '<p class="sh-q__more"><a href="../">처음</a></p></div></details>'
    )


def book(one: str, two: str, questions: str) -> Booklet:
    sources = {path: HEAD.format(title=f"쪽{number}", number=number) for path, number in PAGES.items()}
    html = dict(zip(PAGES, ("<p>안내</p>", one, two, questions), strict=True))
    return Booklet(sources, html, {})


def printed(one: str, two: str, questions: str) -> str:
    data, problems = book(one, two, questions).printed()
    assert problems == []
    return " ".join(" ".join(pages_of(data)).split())


def test_a_question_is_answered_in_full_where_it_first_stands_and_once():
    text = printed(asked(LONG), asked(LONG), asked(LONG, anchor="a"))
    assert text.count(LONG[1]) == 1 and text.count(LONG[0]) == 3
    assert len(re.findall(r"자세한 답: 3-1 쪽3-1 ?\(\d+쪽\)", text)) == 2
    assert text.count("이어서 볼 쪽") == 1


@pytest.mark.parametrize(
    "other",
    [
        (*LONG[:1], "다른 말을 해요."),  # another answer
        LONG[:1],  # nothing would be saved
    ],
)
def test_what_is_answered_otherwise_or_in_one_line_stays_as_it_is(other):
    assert "자세한 답" not in printed(asked(LONG), "<p>글</p>", asked(other, anchor="a"))
    assert "자세한 답" not in printed(asked(other), "<p>글</p>", asked(LONG, anchor="a"))
    assert "자세한 답" not in printed(asked(LONG[:1]), "<p>글</p>", asked(LONG[:1], anchor="a"))


def test_the_way_leads_to_the_question_itself():
    filler = "<p>채움</p>" * 70
    data, _ = book(filler + asked(LONG), "<p>글</p>", asked(LONG, anchor="a")).printed()
    pages = pages_of(data)
    told = next(
        re.search(r"자세한 답: 3-1 쪽3-1 ?\((\d+)쪽\)", " ".join(page.split()))[1] for page in pages if "자세한" in page
    )
    document = pypdfium2.PdfDocument(data)
    at = next(number for number, page in enumerate(pages) if LONG[1] in page)
    assert document.get_page_label(at) == told != document.get_page_label(at - 1)


def test_an_answer_that_is_changed_in_the_first_page_is_told_in_full_in_the_others():
    first, second = (
        book(asked(one), "<p>글</p>", asked(LONG, anchor="a")).typst() for one in (LONG, ("이제 달라요.", "네."))
    )
    assert "#asked-again" in first["p3-Q.typ"] and "#asked-again" not in second["p3-Q.typ"]


def test_the_index_leads_to_the_full_answer():
    main = book("<p>글</p>", asked(LONG), asked(LONG, anchor="a") + asked(LONG, "또요?", "b")).typst()["main.typ"]
    assert re.search(r"\(\[[^]]*되[^]]*\], \(\), \(\"p3-2\.q1\", \)\)", main)
    assert '"p3-Q-a"' not in main and '"p3-Q-b"' in main


def test_the_index_has_no_word_of_lines_that_are_not_printed():
    told = ("첫 줄이에요.", "<kbd>지정택배 고르기</kbd>를 누르세요.")
    main = book("<p>글</p>", asked(told), asked(told, anchor="a")).typst()["main.typ"]
    assert main.count('"p3-2.1"') == 1 and "p3-Q.1" not in main
