"""The words of the index: what leads to where, and what is no word to look up."""

from __future__ import annotations

import pytest
from sellerhelp.book.answers import answered_before
from sellerhelp.book.chapter import Chapter
from sellerhelp.book.index_terms import Row, by_letter, index_rows, marked
from sellerhelp.book.read_blocks import read_page
from sellerhelp.book.references import Atlas, places, resolve

from tests.booklets import booklet

MENUS = frozenset(["판매관리"])
TITLES = {
    "ads/index.md": ("5", "광고"),
    "ads/coupons.md": ("5-2", "쿠폰 만들기"),
    "ads/points.md": ("5-10", "포인트 주기"),
    "ads/faq.md": ("5-Q", "광고 자주 묻는 질문"),
    "glossary.md": ("", "용어집"),
}


def rows(html: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """The words of a book and the labels of their places, those that explain first. html: path -> content."""
    return {word: (*mains, *others) for word, mains, others in index_of(html)}


def index_of(html: dict[str, str]) -> list[Row]:
    chapters = []
    for path, (number, title) in TITLES.items():
        blocks = read_page(html.get(path, "<p>글</p>"))[0]
        address = path.removesuffix("index.md").replace(".md", "/")
        chapters.append(
            marked(Chapter(path, address, number, title, "", "", (), 5 if number else 0, number == "5", blocks))
        )
    labels = {one.path: places(one) for one in chapters}
    atlas = Atlas({one.path: one for one in chapters}, {one.address: one.path for one in chapters}, frozenset(), "")
    resolved = [resolve(one, frozenset(TITLES), atlas, labels)[0] for one in chapters]
    return index_rows(resolved, MENUS, answered_before(resolved))


def question(name: str, to: str) -> str:
    return (
        f'<details class="sh-q"><summary>{name}?</summary><div class="sh-q__answer"><span id="{name}"></span><p>답</p>'
        f'<p class="sh-q__more"><a href="{to}">쪽</a></p></div></details>'
    )


def test_a_group_of_questions_is_a_word_that_leads_to_the_chapter_of_most_of_its_answers():
    coupons, points = "../coupons/#b", "../points/"
    found = rows(
        {
            "ads/coupons.md": '<h2 id="b">종류</h2><p>글</p>',
            "ads/faq.md": '<h2 id="c">쿠폰</h2>' + question("가", points) + question("나", coupons) + question("다", coupons)
            + '<h2 id="p">포인트</h2>' + question("라", points),
        }
    )  # fmt: skip
    assert found["쿠폰"] == ("p5-2", "p5-Q-c") and found["포인트"] == ("p5-10", "p5-Q-p")
    assert found["나?"] == ("p5-Q-나",)


def test_a_group_whose_answers_lead_to_what_never_says_its_name_is_found_among_the_questions_alone():
    group = '<h2 id="c">사칭과 인증</h2>' + question("가", "../coupons/")
    found = rows({"ads/coupons.md": "<p>글</p>", "ads/faq.md": group})
    assert found["사칭과 인증"] == ("p5-Q-c",)
    found = rows({"ads/coupons.md": "<p>글</p><p>사칭과 인증</p>", "ads/faq.md": group})
    assert found["사칭과 인증"] == ("p5-2.b2", "p5-Q-c")


def test_what_kind_a_table_of_questions_is_is_no_word():
    found = rows({"ads/faq.md": '<h2 id="n">날짜로 답하는 질문</h2><table><tbody><tr><td>가</td></tr></tbody></table>'})
    assert "날짜로 답하는 질문" not in found


def test_the_words_of_the_glossary_lead_to_what_explains_them_and_to_their_meaning():
    meaning = '<dl><dt id="w">비즈월렛 <small>지갑</small></dt><dd>돈이에요. <a href="../ads/points/">포인트</a></dd><dt id="x">집화</dt><dd>기록이에요.</dd></dl>'
    found = rows({"glossary.md": f'<h2 id="l">ㅂ</h2>{meaning}'})
    assert found["비즈월렛"] == ("p5-10", "page-glossary-w") and found["집화"] == ("page-glossary-x",)
    assert "ㅂ" not in found and "용어집" not in found


def test_a_word_whose_meaning_points_nowhere_leads_to_the_chapter_that_is_named_by_it():
    found = rows({"glossary.md": '<dl><dt id="w">쿠폰</dt><dd>돈이에요.</dd><dt id="x">폰</dt><dd>말이에요.</dd></dl>'})
    assert found["쿠폰"] == ("p5-2", "page-glossary-w") and found["폰"] == ("page-glossary-x",)


def test_names_that_say_nothing_without_their_screen_are_no_words():
    keys = [
        "송장수정",
        "조회항목 설정",
        "1:1 문의하기",
        "변경",
        "설정함",
        "동의하기",
        "대상 아님",
        "상담 기능 사용안함",
        "그 외 OO개: 별도 표기",
    ]
    ways = [("판매관리", "배송현황"), ("판매관리", "취소"), ("식품", "건강식품"), ("로그인", "번호가 바뀌었어요")]
    steps = "".join(
        '<strong class="sh-path">' + " ".join(f'<span class="sh-path__step">{one}</span>' for one in way) + "</strong> "
        for way in ways
    )
    html = "<p>" + "".join(f"<kbd>{key}</kbd> " for key in keys) + steps + "</p>"
    found = rows({"ads/points.md": html})
    assert {"송장수정", "조회항목 설정", "1:1 문의하기", "배송현황"} <= set(found)
    said = {word for words in (keys, [way[-1] for way in ways]) for word in words}
    assert set(found) & said == {"송장수정", "조회항목 설정", "1:1 문의하기", "배송현황"}


def test_a_title_under_which_nobody_looks_says_its_chapter():
    html = '<h2 id="a">등록하기</h2><p>글</p><h2 id="b">언제 바뀌나</h2><p>글</p><h2 id="c">종류 고르기</h2><p>글</p><h2 id="e">고치거나 멈추기</h2>'
    found = rows({"ads/coupons.md": html, "ads/points.md": '<h2 id="d">주기</h2><p>글</p>'})
    assert found["쿠폰 만들기: 등록하기"] == ("p5-2-a",) and found["쿠폰 만들기: 언제 바뀌나"] == ("p5-2-b",)
    assert found["쿠폰 만들기: 고치거나 멈추기"] == ("p5-2-e",)
    assert "종류 고르기" in found and "등록하기" not in found


def test_a_blank_name_stands_under_the_word_behind_it():
    html = '<h2 id="a">‘OO 스타일’이라고 적어도 되나요</h2><p>글</p>'
    letters = {word: letter for letter, some in by_letter(index_of({"ads/points.md": html})) for word, *_ in some}
    assert letters["‘OO 스타일’이라고 적어도 되나요"] == "ㅅ"


def test_what_explains_a_word_is_told_from_where_it_is_only_said():
    meaning = '<dl><dt id="w">비즈월렛</dt><dd>돈이에요. <a href="../ads/points/">포인트</a></dd></dl>'
    index = index_of({"glossary.md": meaning, "ads/coupons.md": "<p><kbd>송장수정</kbd></p>"})
    found = {word: (mains, others) for word, mains, others in index}
    assert found["비즈월렛"] == (("p5-10",), ("page-glossary-w",)) and found["송장수정"][0] == ()


def test_a_word_that_nothing_in_the_book_explains_leads_to_the_sections_that_say_it_most():
    meaning = '<dl><dt id="w">집화</dt><dd>기록이에요.</dd><dt id="x">화</dt><dd>말이에요.</dd></dl>'
    coupons = "".join(
        f'<h2 id="{name}">절 {name}</h2><p>{"집화는 " * count}글</p>'
        for name, count in zip("abc", (2, 1, 3), strict=True)
    )
    box = '<div class="admonition note"><p class="admonition-title">알아두기</p><p>집화 집화</p></div>'
    small = '<p><b>값의 기준</b></p><ul class="sh-fine"><li>집화 집화 집화 집화</li></ul>'
    box += "<h2 id='d'>절 d</h2><p>글</p>"
    asked = '<h2 id="c">쿠폰</h2>' + "".join(question(f"집화 {name}", "../coupons/") for name in "가나다라")
    index = index_of(
        {"glossary.md": meaning, "ads/coupons.md": coupons, "ads/points.md": box + small, "ads/faq.md": asked}
    )
    found = {word: (mains, others) for word, mains, others in index}
    assert found["집화"] == ((), ("p5-2.b2", "p5-2.b6", "p5-10.b1", "page-glossary-w"))
    assert found["화"] == ((), ("page-glossary-x",))


SAYINGS = [
    "<p>여기에 집화가 있어요.</p>",
    '<div class="admonition note"><p class="admonition-title">알림</p><p>집화예요.</p></div>',
    "<ul><li><p>하나</p></li><li><p>집화예요.</p></li></ul>",
    "<table><thead><tr><th>머리</th></tr></thead><tbody><tr><td>집화</td></tr></tbody></table>",
]


@pytest.mark.parametrize("saying", SAYINGS)
def test_a_word_leads_to_the_block_that_says_it_not_to_the_top_of_its_section(saying):
    meaning = '<dl><dt id="w">집화</dt><dd>기록이에요.</dd></dl>'
    far = '<h2 id="a">절</h2><p>하나</p><p>둘</p>'
    found = rows({"glossary.md": meaning, "ads/coupons.md": far + saying})
    assert found["집화"] == ("p5-2.b4", "page-glossary-w")
    # And the book has that place, in front of what stands there.
    typst = str(booklet(far + saying).typst()["p3-1.typ"])
    assert typst.count('#mark("p3-1.b4");') == 1
    assert typst.index('#mark("p3-1.b4");') > typst.index('#mark("p3-1.b3");')


def test_a_way_to_what_explains_a_word_ends_where_the_word_is_said_first():
    text = '<p>하나</p><h2 id="a">절</h2><p>둘</p><p>비즈월렛이에요.</p><p>비즈월렛</p>'
    meaning = '<dl><dt id="w">비즈월렛</dt><dd>돈이에요. <a href="../ads/coupons/{}">쿠폰</a></dd></dl>'
    for to in ("", "#a"):
        found = rows({"glossary.md": meaning.format(to), "ads/coupons.md": text})
        assert found["비즈월렛"] == ("p5-2.b4", "page-glossary-w")
    # A question's place stays as the writer chose it.
    asked = rows({"glossary.md": meaning.format("#나"), "ads/coupons.md": text + question("나", "../points/")})
    assert asked["비즈월렛"] == ("p5-2-나", "page-glossary-w")
    named = meaning.format("").replace("</dt>", " <small>통장, 지갑</small></dt>")
    assert rows({"glossary.md": named, "ads/coupons.md": "<p>글</p><p>지갑</p>"})["비즈월렛"][0] == "p5-2.b2"
    # What never says it is no place to look it up, unless nothing else says it.
    elsewhere = {"glossary.md": meaning.format(""), "ads/coupons.md": "<p>글</p>", "ads/points.md": "<p>비즈월렛</p>"}
    assert rows(elsewhere)["비즈월렛"] == ("p5-10.b1", "page-glossary-w")
    assert rows(elsewhere | {"ads/points.md": "<p>글</p>"})["비즈월렛"] == ("p5-2", "page-glossary-w")


def test_a_drawing_without_a_place_of_its_own_does_not_lend_a_word_the_page_before_it():
    meaning = '<dl><dt id="w">집화</dt><dd>기록이에요.</dd></dl>'
    drawing = '<figure><img src="a.svg" alt="집화" width="10"><figcaption>집화 집화</figcaption></figure>'
    found = rows({"glossary.md": meaning, "ads/coupons.md": f"<p>하나</p>{drawing}<p>집화예요.</p>"})
    assert found["집화"] == ("p5-2.b3", "page-glossary-w")
    found = rows({"glossary.md": meaning, "ads/coupons.md": f"<p>하나</p>{drawing}"})
    assert found["집화"] == ("page-glossary-w",)
