"""Answers: links that work from every page, raw HTML shown and not obeyed, and their first sentence."""

from __future__ import annotations

from html.parser import HTMLParser
from textwrap import indent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.faq.answers import Answer, AnswerRenderer, first_sentence, render_all
from sellerhelp.faq.collection import Collection
from sellerhelp.faq.entry import read_entries
from sellerhelp.prose.extension import prose_extensions

ADDRESSES = {
    "index.md": "",
    "faq.md": "faq/",
    "orders/invoice.md": "orders/invoice/",
    "policy/penalty.md": "policy/penalty/",
}
BLOCKS = {"pymdownx.blocks.admonition": {"types": [{"name": "주의", "class": "warning", "title": "주의"}]}}
EXTENSIONS = ["attr_list", "sane_lists", "tables", "fenced_code", "pymdownx.blocks.admonition"]
RENDERER = AnswerRenderer([*EXTENSIONS, *prose_extensions()], BLOCKS, ADDRESSES)
HEAD = "- id: a-b\n  question: 질문?\n  tags: [가]\n  updated: 2026-11-22\n"


def render(answer: str, source: str = "") -> tuple[Answer, list[str]]:
    source = source or f"{HEAD}  answer: |\n{indent(answer, '    ')}\n"
    entries, problems = read_entries(source, "orders/faq.yml", "docs/orders/faq.yml")
    assert len(entries) == 1 and not problems
    found, wrong = RENDERER.render(entries[0])
    return found, [str(problem) for problem in wrong]


def hrefs(html: str) -> list[str]:
    return [dict(attrs)["href"] for tag, attrs in tags_of(html) if tag == "a"]


def tags_of(html: str) -> list[tuple[str, list]]:
    found: list[tuple[str, list]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append((tag, attrs))
    parser.feed(str(html))  # Markup would escape what the parser puts together
    return found


@pytest.mark.parametrize(
    ("link", "at_root", "two_below"),
    [
        ("invoice.md", "orders/invoice/", "../../orders/invoice/"),
        ("invoice.md#edit", "orders/invoice/#edit", "../../orders/invoice/#edit"),
        ("../policy/penalty.md#a", "policy/penalty/#a", "../../policy/penalty/#a"),
        ("../index.md", "", "../../"),
        ("https://example.kr/가?a=b&c", "https://example.kr/가?a=b&c", "https://example.kr/가?a=b&c"),
        ("tel:1588-3819", "tel:1588-3819", "tel:1588-3819"),
        ("mailto:a@b.kr", "mailto:a@b.kr", "mailto:a@b.kr"),
    ],
)
def test_a_link_is_relative_to_faq_yml_and_works_from_every_page(link, at_root, two_below):
    answer, problems = render(f"[여기]({link})를 보세요.")
    assert (hrefs(answer.on_page("")), hrefs(answer.on_page("../../")), problems) == ([at_root], [two_below], [])


@pytest.mark.parametrize("link", ["https://a.kr/", "help@example.kr"])
def test_an_address_in_angle_brackets_is_a_link(link):
    answer, problems = render(f"<{link}>로 오세요.")
    assert (hrefs(answer.html), answer.plain, problems) == (
        [f"mailto:{link}" if "@" in link else link],
        f"{link}로 오세요.",
        [],
    )


DEAD = "오류: ‘invoices.md’라는 쪽이 없어요.\n    ‘invoice.md’를 가리키려고 했나요?"
STYLES = {
    "a block": ("answer: |\n    첫 줄\n\n    가 [x](invoices.md)", "8:11"),
    "a block indented by six": ("answer: |\n      [x](invoices.md)", "6:11"),
    "a block that begins with blank lines": ("answer: |\n\n\n    [x](invoices.md)", "8:9"),
    "a folded block": ("answer: >-\n    가\n    나 [x](invoices.md)", "7:11"),
    "plain text": ("answer: 가 [x](invoices.md)", "5:17"),
    "quoted text": ("answer: '가 [x](invoices.md)'", "5:18"),
    "plain text on two lines": ("answer: 가\n    나 [x](invoices.md)", "6:11"),
    "a reference": ("answer: |\n    [x][1]\n\n    [1]: invoices.md", "8:10"),
    "a link after one that ends like it": ("answer: |\n    [x](invoice.md#invoices.md) [y](invoices.md)", "6:37"),
    "a block after another key with that word": ("also: '](invoices.md'\n  answer: |\n    [x](invoices.md)", "7:9"),
}


@pytest.mark.parametrize("style", STYLES)
def test_a_dead_link_is_named_where_its_letters_stand(style):
    answer, place = STYLES[style]
    html, problems = render("", f"{HEAD}  {answer}\n")
    assert problems == [f"docs/orders/faq.yml:{place}: {DEAD}"]
    assert "#" in hrefs(html.html)


REFUSED = [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "<java script:x>", "file:///etc/passwd",
    "javascript&colon;alert(1)", "&#106;avascript:alert(1)", "//evil.example/", "/orders/invoice/", "\\javascript:x", "x:y/../../faq.md",
]  # fmt: skip


@pytest.mark.parametrize("link", REFUSED)
def test_an_address_that_is_neither_a_page_nor_allowed_is_refused(link):
    answer, problems = render(f"[여기]({link})")
    assert (hrefs(answer.on_page("")), len(problems)) == (["#"], 1)
    assert "쓸 수 없는 주소예요." in problems[0] or "쪽이 없어요." in problems[0]


def test_a_refused_scheme_is_told_word_for_word():
    assert render("가 [여기](javascript:alert)")[1] == [
        "docs/orders/faq.yml:6:12: 오류: ‘javascript:alert’는 쓸 수 없는 주소예요.\n    https:// 주소나 쪽의 파일 이름을 적으세요."
    ]


HOSTILE = [
    "<script>alert(1)</script>", "글 <script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- x --> <b onclick=x>y</b>",
    "<div markdown>\n<svg/onload=alert(1)>\n</div>", "[x](invoice.md){ onclick=alert(1) href=javascript:alert(1) }", "{: onclick=alert(1) }",
    "/// 주의\n    attrs: {onclick: alert(1), id: z, style: 'color:red'}\n본문\n///", "`<script>alert(1)</script>`", "```\n<script>\n```",
    "[x](invoice.md '\"><script>alert(1)</script>')", "&lt;script&gt;", "| <script> |\n|---|\n| <img onerror=x> |", "**<script> > <script>**",
]  # fmt: skip


@pytest.mark.parametrize("answer", HOSTILE)
def test_raw_html_is_shown_and_not_obeyed(answer):
    html = render(answer)[0].on_page("../")
    for tag, attrs in tags_of(html):
        assert tag not in ("script", "img", "svg", "b")
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("id", "style")]
    assert not [href for href in hrefs(html) if href not in ("../orders/invoice/", "#")]


def test_raw_html_is_part_of_the_plain_text():
    assert render("<b>굵게</b> 써요.")[0].plain == "<b>굵게</b> 써요."


def test_one_answer_leaves_nothing_behind_for_the_next():
    render("[x](gone.md)\n\n[1]: gone.md\n\n<b>")
    answer, problems = render("[x][1]")
    assert (answer.html, problems) == ("<p>[x][1]</p>", [])


def test_all_answers_are_rendered_by_id_with_their_dead_links():
    source = HEAD + "  answer: 하나 [x](gone.md)\n" + HEAD.replace("a-b", "c-d") + "  answer: 둘\n"
    collection = Collection(tuple(read_entries(source, "orders/faq.yml", "a.yml")[0]))
    answers, problems = render_all(collection, [], {}, ADDRESSES)
    assert ({name: answer.plain for name, answer in answers.items()}, len(problems)) == (
        {"a-b": "하나 x", "c-d": "둘"},
        1,
    )


@pytest.mark.parametrize(
    ("plain", "first"),
    [
        ("‘배송중’일 때만 고칠 수 있어요. 그 뒤에는 못 바꿔요.", "‘배송중’일 때만 고칠 수 있어요."),
        ("네. 고칠 수 있어요. 다만 한 번이에요.", "네. 고칠 수 있어요."),
        ("아니요. 발송지연 처리는 한 번뿐이에요. 그래서요.", "아니요. 발송지연 처리는 한 번뿐이에요."),
        ("네.", "네."),
        ("마침표가 없어요", "마침표가 없어요"),
        ("수수료는 3.5%예요. 더 있어요.", "수수료는 3.5%예요."),
        ("2026. 11. 22.부터 바뀌었어요. 그래요.", "2026. 11. 22.부터 바뀌었어요."),
        ("‘정말요?’ 하고 물어요. 그래요.", "‘정말요?’ 하고 물어요."),
        ("한도는 90일이에요(일반상품). 오늘출발은 7일이에요.", "한도는 90일이에요(일반상품)."),
        ("되나요? 네, 돼요. 끝.", "되나요? 네, 돼요."),
        ("", ""),
    ],
)
def test_the_first_sentence_is_the_short_answer(plain, first):
    assert first_sentence(plain) == first


def test_plain_text_keeps_words_apart_and_leaves_out_what_is_only_spoken():
    plain = render(
        "**판매관리 > 발송**에서\n`취소`를 눌러요.\n\n- 하나\n- 둘\n\n| 가 | 나 |\n|---|---|\n| 1 & 2 | 3 |"
    )[0].plain
    assert plain == "판매관리 › 발송에서 취소를 눌러요. 하나 둘 가 나 1 & 2 3"


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.text(st.sampled_from("<>\"'&;:/()[]{}=#!`*_|-\n 가aonscript"), min_size=1, max_size=60))
def test_random_answers_never_raise_and_never_become_scripts(text):
    answer = text.strip()
    source = HEAD + "  answer: " + '"' + answer.replace("\\", "").replace('"', '\\"').replace("\n", "\\n") + '"\n'
    entries, _ = read_entries(source, "orders/faq.yml", "a.yml")
    for entry in entries:
        html = RENDERER.render(entry)[0].on_page("")
        names = [name for _, attrs in tags_of(html) for name, _ in attrs]
        assert not [name for name in names if name.startswith("on")]
        assert "script" not in [tag for tag, _ in tags_of(html)]
