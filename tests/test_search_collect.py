"""The documents and promises of a small site made by hand."""

from __future__ import annotations

from sellerhelp.faq.answers import Answer
from sellerhelp.faq.collection import collect
from sellerhelp.faq.published import read_published
from sellerhelp.frontmatter import read_head
from sellerhelp.manuals import arrange
from sellerhelp.search.collect import documents, promises
from sellerhelp.search.documents import Document
from sellerhelp.site import Site

HEADS = {
    "index.md": "title: 처음\nfinds: [처음 쪽]",
    "faq.md": "title: 질문 전체",
    "orders/index.md": 'title: 주문\nnumber: "3"\ndescription: 주문을 다뤄요.',
    "orders/invoice.md": """title: 발송처리
number: 3-2
description: 송장을 넣어요.
also: [송장 오타, 운송장]
finds: [송장번호 고치기, "  송장 바꾸기 "]
know:
  - what: 발송기한
    is: 3영업일
    note: 일반상품이에요
  - {what: 택배사, is: 자유}""",
    "orders/faq.md": "title: 주문 질문\nnumber: 3-Q",
    "notes/late.md": "title: 늦은 글",
}
PAGES = {
    "index.md": "<h2 id=x>처음</h2><p>글</p>",
    "orders/invoice.md": "<p>앞글</p><h2 id=fix>고치기</h2><p>고쳐요</p><h2 id=faq>질문</h2><div class=sh-faq>x</div>",
    "orders/index.md": "<p>둘러보기</p>",
    "orders/faq.md": "<div class=sh-faq>x</div>",
    "notes/late.md": "<p>늦어요</p>",
    "faq.md": "",
}
QUESTIONS = {
    "orders/faq.yml": """
- {id: orders-typo, question: 송장번호를 고칠 수 있나요?, answer: 네., tags: [송장, 오타], updated: 2026-11-22,
   also: [송장 수정], finds: [송장을 잘못 적었어요]}
- {id: orders-broken, question: 못 그린 답?, answer: 아니요., tags: [송장], updated: 2026-11-22}
""",
    "notes/faq.yml": """
- {id: notes-lost, question: 매뉴얼 없는 질문?, answer: 네., tags: [기타], updated: 2026-11-22, finds: [길 잃은 질문]}
""",
}


def made() -> Site:
    site = Site(moment=0)
    for path, head in HEADS.items():
        lines = [head, *(["description: 설명."] if "description" not in head else []), "updated: 2026-11-22"]
        site.heads[path], _ = read_head("---\n" + "\n".join(lines) + "\n---\n", path, f"docs/{path}")
        site.addresses[path] = path.removesuffix("index.md").replace(".md", "/")
    site.manuals, _ = arrange(site.heads.values())
    site.collection, _ = collect(QUESTIONS, ["orders"], site.heads, read_published("", "p"))
    site.answers = {
        name: Answer("<p>x</p>", "첫 문장.", "첫 문장. 둘째 문장.") for name in ("orders-typo", "notes-lost")
    }
    return site


def test_pages_come_by_address_each_with_its_sections_then_its_questions():
    found = documents(made(), PAGES)
    assert [(one.kind, one.location) for one in found] == [
        ("page", "faq/"),
        ("question", "faq/#notes-lost"),
        ("page", "notes/late/"),
        ("page", "orders/"),
        ("page", "orders/faq/"),
        ("question", "orders/faq/#orders-typo"),
        ("page", "orders/invoice/"),
        ("section", "orders/invoice/#fix"),
    ]
    assert all(one.page == one.location.split("#")[0] for one in found)


def test_a_page_is_its_title_wordings_description_facts_and_lead():
    page = next(one for one in documents(made(), PAGES) if one.location == "orders/invoice/")
    assert page == Document(
        "page",
        page="orders/invoice/",
        location="orders/invoice/",
        title="발송처리",
        body="송장을 넣어요. 발송기한: 3영업일. 일반상품이에요 택배사: 자유.  앞글",
        also=("송장 오타", "운송장"),
        number="3-2",
        manual="주문",
    )


def test_a_section_knows_its_page_but_has_none_of_its_wordings():
    section = next(one for one in documents(made(), PAGES) if one.kind == "section")
    assert section == Document(
        "section",
        page="orders/invoice/",
        location="orders/invoice/#fix",
        title="고치기",
        body="고쳐요",
        page_title="발송처리",
        number="3-2",
        manual="주문",
    )


def test_a_question_lies_at_its_permanent_address_with_its_whole_answer():
    question = next(one for one in documents(made(), PAGES) if one.location.endswith("#orders-typo"))
    assert question == Document(
        "question",
        page="orders/faq/",
        location="orders/faq/#orders-typo",
        title="송장번호를 고칠 수 있나요?",
        body="첫 문장. 둘째 문장.",
        tags=("송장", "오타"),
        also=("송장 수정",),
        page_title="주문 질문",
        number="3-Q",
        manual="주문",
    )


def test_the_front_page_and_questions_without_an_answer_are_left_out():
    found = documents(made(), PAGES)
    assert not [one for one in found if one.page == ""]
    assert not [one for one in found if "orders-broken" in one.location]


def test_a_page_without_a_head_is_left_out():
    site = made()
    site.addresses["stray.md"] = "stray/"
    assert documents(site, {**PAGES, "stray.md": "<p>글</p>"}) == documents(site, PAGES)


def test_other_wordings_are_indexed_and_promises_are_not():
    text = "\n".join(repr(one) for one in documents(made(), PAGES))
    assert "송장 오타" in text and "송장 수정" in text
    assert not [
        words for words in ("송장번호 고치기", "송장 바꾸기", "송장을 잘못", "길 잃은", "처음 쪽") if words in text
    ]


def test_the_order_of_the_pages_changes_nothing():
    assert documents(made(), dict(reversed(PAGES.items()))) == documents(made(), PAGES)


def test_every_promise_knows_its_query_its_goal_and_its_place():
    found = [(one.query, one.location, f"{one.place.path}:{one.place.line}") for one in promises(made())]
    assert found == [
        ("처음 쪽", "", "docs/index.md:3"),
        ("송장번호 고치기", "orders/invoice/", "docs/orders/invoice.md:6"),
        ("송장 바꾸기", "orders/invoice/", "docs/orders/invoice.md:6"),
        ("송장을 잘못 적었어요", "orders/faq/#orders-typo", "docs/orders/faq.yml:3"),
        ("길 잃은 질문", "faq/#notes-lost", "docs/notes/faq.yml:2"),
    ]
