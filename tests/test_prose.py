"""What plain Markdown becomes on our pages."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from markdown import Markdown
from markdown.extensions.toc import TocExtension
from sellerhelp.prose.extension import prose_extensions


def html(source: str) -> str:
    return Markdown(extensions=["sane_lists", "tables", "fenced_code", *prose_extensions()]).convert(source)


def inner(source: str) -> str:
    return html(source).removeprefix("<p>").removesuffix("</p>")


NEXT = '<span aria-hidden="true" class="sh-path__next"> ›</span></span> <span class="vh">다음 </span>'


def path(*labels: str) -> str:
    return (
        '<strong class="sh-path">'
        + NEXT.join(f'<span class="sh-path__step">{label}' for label in labels)
        + "</span></strong>"
    )


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("**판매관리 > 발주**에서", path("판매관리", "발주") + "에서"),
        ("**A > B > C & D**", path("A", "B", "C &amp; D")),
        ("**A  >  B**", path("A", "B")),
        ("**A > *B***", path("A", "B")),
        ("**`가` > 나**", path("가", "나")),
        ("__A > B__", path("A", "B")),
        ("**A>B**", "<strong>A&gt;B</strong>"),
        ("**A \\> B**", "<strong>A &gt; B</strong>"),
        ("**A > **", "**A &gt; **"),
        ("**굵게**", "<strong>굵게</strong>"),
        ("A > B", "A &gt; B"),
        ("*A > B*", "<em>A &gt; B</em>"),
    ],
)
def test_bold_text_with_steps_becomes_a_menu_path(source, made):
    assert inner(source) == made


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("`발송처리`", '<kbd class="sh-key">발송처리</kbd>'),
        ("`발송처리` 단추", '<kbd class="sh-key">발송처리</kbd> 단추'),
        ("`엑셀 <b>`", '<kbd class="sh-key">엑셀 &lt;b&gt;</kbd>'),
        ("`faq.yml`", "<code>faq.yml</code>"),
        ("`=A1*2`", "<code>=A1*2</code>"),
    ],
)
def test_hangul_in_backticks_is_a_key_on_the_screen_and_the_rest_stays_code(source, made):
    assert inner(source) == made


def test_fenced_code_stays_code_and_nothing_is_wrapped_in_it():
    made = html("```\n‘취소’를 `누름` **A > B**\n```")
    assert made == "<pre><code>‘취소’를 `누름` **A &gt; B**\n</code></pre>"


TABLE = "표: 요율\n\n| 이름 | 요율 |\n|:---|---:|\n| 주문 | 3% |\n| 반품 | 없음 |\n"


def test_a_table_gets_its_caption_its_scopes_its_labels_and_a_box():
    assert html(TABLE).replace("\n", "") == (
        '<div class="sh-table-box"><table class="sh-table"><caption>요율</caption>'
        '<thead><tr><th scope="col">이름</th><th scope="col">요율</th></tr></thead>'
        '<tbody><tr><th scope="row">주문</th><td data-th="요율">3%</td></tr>'
        '<tr><th scope="row">반품</th><td data-th="요율">없음</td></tr></tbody></table></div>'
    )


def test_a_table_has_no_style_attribute_whatever_its_alignment():
    assert "style" not in html("| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |")


def test_a_paragraph_that_is_no_caption_stays_and_a_caption_without_a_table_too():
    assert "<p>요율이에요.</p>" in html(TABLE.replace("표: 요율", "요율이에요."))
    assert html("표: 요율\n\n글") == "<p>표: 요율</p>\n<p>글</p>"


def test_two_tables_each_take_their_own_caption_and_the_text_between_stays():
    made = html(TABLE + "\n사이 글\n\n" + TABLE.replace("요율\n\n", "둘째\n\n"))
    captions = [part.split("</caption>")[0] for part in made.split("<caption>")[1:]]
    assert (captions, made.count("<p>사이 글</p>"), made.count("sh-table-box")) == (["요율", "둘째"], 1, 2)


def test_a_caption_may_hold_a_link_or_a_key():
    assert '<caption>고르는 <kbd class="sh-key">단추</kbd></caption>' in html(
        TABLE.replace("요율\n\n", "고르는 `단추`\n\n")
    )


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("**굵은** 말", "굵은 말"),
        ("`단추`", "단추"),
        ("`<b>`", "<b>"),
        ("A &amp; B", "A & B"),
        ("판매<br>수수료", "판매 수수료"),
        ('<b class="x">이름</b>', "이름"),
        ("별\\*표", "별*표"),
        ("", ""),
    ],
)
def test_a_label_in_data_th_is_plain_text(head, label):
    found = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append((tag, dict(attrs)))
    parser.feed(html(f"| 이름 | {head} |\n|---|---|\n| 가 | 나 |"))
    assert [attrs for tag, attrs in found if tag == "td"] == [{"data-th": label}]


def test_a_paragraph_of_a_step_that_begins_with_the_word_is_its_sign():
    made = html("1. 누르세요.\n\n    확인: 창이 **열려요**.\n\n2. 끝이에요.")
    assert '<ol class="sh-steps">' in made
    assert '<p class="sh-sign"><span class="vh">확인: </span>창이 <strong>열려요</strong>.</p>' in made
    assert made.count("sh-sign") == 1


@pytest.mark.parametrize("source", ["확인: 글", "- 가\n\n    확인: 글", "1. 가\n\n    글 확인: 글"])
def test_the_word_elsewhere_is_no_sign(source):
    assert "sh-sign" not in html(source)
    assert "확인: 글" in html(source)


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("‘배송중’일 때", '<span class="nb">‘배송중’일</span> 때'),
        ("“긴 말 끝”이라고 해요", "“긴 말 " + '<span class="nb">끝”이라고</span> 해요'),
        ("(일반상품)은 「약관」을", '<span class="nb">(일반상품)은</span> <span class="nb">「약관」을</span>'),
        ("‘배송중’ 뒤", "‘배송중’ 뒤"),
        ("*가* ‘나’를", '<em>가</em> <span class="nb">‘나’를</span>'),
        ("*‘나’를* 봐요", '<em><span class="nb">‘나’를</span></em> 봐요'),
        ("`취소`를 눌러요", '<span class="nb"><kbd class="sh-key">취소</kbd>를</span> 눌러요'),
        ("`취소`", '<kbd class="sh-key">취소</kbd>'),
        ("`고객 배송지 정보수정하기 창`을", '<kbd class="sh-key">고객 배송지 정보수정하기 창</kbd>을'),
        ("‘A&amp;B스토어센터관리자’을", '‘A&amp;<span class="nb">B스토어센터관리자’을</span>'),
        ("‘별\\*스토어센터관리자페이지요’을", '‘별*<span class="nb">스토어센터관리자페이지요’을</span>'),
        ("‘나’를\\*봐요", '<span class="nb">‘나’를</span>*봐요'),
    ],
)
def test_a_closing_mark_and_its_particle_stay_on_one_line(source, made):
    assert inner(source) == made


@pytest.mark.parametrize(
    "source", ["‘배송중’일 때 `취소`를", TABLE, "**A > B**를", "1. 가\n\n    확인: ‘나’를", "- “가”는"]
)
def test_no_word_joiner_ever_stands_on_a_page(source):
    assert "\u2060" not in html(source)


TRACK = "/// track\n    steps: {steps}\n    here: {here}\n///"


@pytest.mark.parametrize("here", ["[나]", "나"])
def test_a_track_marks_the_steps_of_its_page(here):
    assert html(TRACK.format(steps="[가, 나]", here=here)).replace("\n", "") == (
        '<div><ol class="sh-track"><li>가</li><li class="is-here">나<span class="vh"> (이 쪽에서 다뤄요)</span></li></ol></div>'
    )


def test_a_track_is_not_continued_by_the_numbered_list_below_it():
    made = html(TRACK.format(steps="[가, 3]", here="[]") + "\n\n1. 나\n")
    assert (
        made.replace("\n", "")
        == '<div><ol class="sh-track"><li>가</li><li>3</li></ol></div><ol class="sh-steps"><li>나</li></ol>'
    )


def test_a_track_without_steps_is_empty_and_does_not_raise():
    assert html("/// track\n///").replace("\n", "") == '<div><ol class="sh-track"></ol></div>'


def test_the_mark_of_a_headings_address_is_for_pointers_only():
    made = Markdown(extensions=[TocExtension(permalink=True), *prose_extensions()]).convert("## 발송 {#send}")
    assert '<a aria-hidden="true" class="headerlink"' in made and 'tabindex="-1"' in made
