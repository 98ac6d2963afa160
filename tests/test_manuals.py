"""Numbers of pages: their order, and what clashes, misses or misleads."""

from __future__ import annotations

import pytest
from sellerhelp.frontmatter import PageHead, read_head
from sellerhelp.manuals import Manual, arrange, is_questions, related_problems, resolve, sort_key


def page(path: str, number: str = "", title: str = "", more: str = "") -> PageHead:
    line = f"number: {number}\n" if number else ""
    source = f"---\ntitle: {title or path}\n{line}description: 설명\nupdated: 2026-11-22\n{more}---\n"
    head, problems = read_head(source, path, f"docs/{path}")
    assert not problems
    return head


ORDERS = [
    page("orders/index.md", "3", "주문"),
    page("orders/a.md", "3-10"),
    page("orders/b.md", "3-1"),
    page("orders/faq.md", "3-Q"),
]
POLICY = [page("policy/index.md", "6", "정책"), page("policy/a.md", "6-1")]


def outline(manuals: list[Manual]) -> list[str]:
    return [f"{manual.number} {manual.title}: " + " ".join(head.number for head in manual.pages) for manual in manuals]


def said(pages: list[PageHead]) -> list[str]:
    return [str(problem) for problem in arrange(pages)[1]]


def test_pages_are_ordered_by_number_and_questions_come_last():
    numbers = ["3-Q", "3-10", "3", "3-2", "3-1", "2-99", ""]
    ordered = sorted((page("orders/x.md", number) for number in numbers), key=sort_key)
    assert [head.number for head in ordered] == ["", "2-99", "3", "3-1", "3-2", "3-10", "3-Q"]


def test_pages_are_grouped_into_manuals_whatever_the_order_of_the_files():
    manuals, problems = arrange([*reversed(ORDERS), page("index.md"), page("faq.md"), *POLICY][::-1])
    assert (outline(manuals), problems) == (["3 주문: 3-1 3-10 3-Q", "6 정책: 6-1"], [])


def test_a_manual_knows_its_chapters_and_its_questions():
    manual, other = arrange([*ORDERS, *POLICY])[0]
    assert [head.number for head in manual.chapters] == ["3-1", "3-10"]
    assert (manual.questions.path, other.questions) == ("orders/faq.md", None)
    assert [is_questions(head) for head in ORDERS] == [False, False, False, True]


HEAD = "docs/orders/x.md:3:1: 오류: "
FREE = "\n    비어 있는 번호: number: 3-11"
CLASHES = [
    ("3-1", f"{HEAD}쪽 번호 ‘3-1’은 ‘orders/b.md’에서 이미 쓰고 있어요.{FREE}"),
    ("3-Q", f"{HEAD}쪽 번호 ‘3-Q’는 ‘orders/faq.md’에서 이미 쓰고 있어요.{FREE}"),
    ("4-1", f"{HEAD}‘주문’ 매뉴얼의 쪽 번호는 3-로 시작해야 해요.{FREE}"),
    ("3", f"{HEAD}‘주문’ 매뉴얼의 쪽 번호는 3-로 시작해야 해요.{FREE}"),
    ("", f"docs/orders/x.md:2:1: 오류: 쪽 번호(number)가 없어요.{FREE}"),
]


@pytest.mark.parametrize(("number", "problem"), CLASHES, ids=[case[0] or "none" for case in CLASHES])
def test_a_number_that_clashes_misses_or_misleads_is_named_with_a_free_one(number, problem):
    assert said([*ORDERS, page("orders/x.md", number), *POLICY]) == [problem]


def test_a_page_in_a_folder_of_a_manual_belongs_to_it():
    manuals, problems = arrange([*ORDERS, page("orders/more/x.md", "3-4")])
    assert (outline(manuals), problems) == (["3 주문: 3-1 3-4 3-10 3-Q"], [])


def test_a_manual_without_an_overview_is_an_error_and_no_manual():
    assert (said(ORDERS[1:]), arrange(ORDERS[1:])[0]) == (
        ["docs/orders/a.md:3:1: 오류: ‘docs/orders’에 index.md가 없어요.\n    매뉴얼의 첫 쪽 index.md를 만드세요."], [],
    )  # fmt: skip


@pytest.mark.parametrize(("number", "place"), [("3-1", "3:1"), ("3-Q", "3:1"), ("", "2:1")])
def test_an_overview_needs_the_number_of_its_manual_alone(number, place):
    assert said([page("orders/index.md", number), *ORDERS[1:]]) == [
        f"docs/orders/index.md:{place}: 오류: 매뉴얼의 첫 쪽에는 매뉴얼 번호 하나가 와야 해요.\n    예: number: 3"
    ]


def test_two_manuals_with_one_number_are_an_error_at_the_second():
    assert said([*ORDERS, page("policy/index.md", "3", "정책")]) == [
        "docs/policy/index.md:3:1: 오류: 매뉴얼 번호 ‘3’을 ‘주문’에서 이미 쓰고 있어요.\n    다른 번호를 고르세요. 예: number: 8"
    ]


@pytest.mark.parametrize(
    ("link", "base", "found"),
    [
        ("a.md", "orders/b.md", ("orders/a.md", "")),
        ("a.md#edit", "orders/faq.yml", ("orders/a.md", "edit")),
        ("../policy/a.md#b#c", "orders/b.md", ("policy/a.md", "b#c")),
        ("./a.md", "index.md", ("a.md", "")),
        ("#here", "orders/b.md", ("orders/b.md", "here")),
        ("", "orders/b.md", ("orders/b.md", "")),
        ("../../etc/passwd", "orders/b.md", ("../etc/passwd", "")),
        ("/a.md", "orders/b.md", ("/a.md", "")),
    ],
)
def test_a_link_is_resolved_from_the_file_that_holds_it(link, base, found):
    assert resolve(link, base) == found


def related(link: str, key: str = "related:\n  - page", why: str = "why") -> list[str]:
    head = page("orders/x.md", "3-4", more=f"{key}: {link}\n    {why}: 까닭\n")
    return [str(problem) for problem in related_problems([head], {"orders/a.md", "policy/penalty.md", "index.md"})]


def test_a_related_page_that_exists_is_no_problem():
    assert [related(link) for link in ("a.md", "../policy/penalty.md#days", "../index.md")] == [[], [], []]


@pytest.mark.parametrize("front", [False, True])
def test_a_dead_related_page_is_named_with_the_nearest_one(front):
    words = ("../policy/penalti.md", *(("frequent:\n  - page", "word") if front else ()))
    assert related(*words) == [
        "docs/orders/x.md:7:5: 오류: ‘../policy/penalti.md’라는 쪽이 없어요.\n    ‘../policy/penalty.md’를 가리키려고 했나요?"
    ]


def test_a_dead_related_page_near_none_is_named_with_an_example():
    assert related("https://q") == [
        "docs/orders/x.md:7:5: 오류: ‘https://q’라는 쪽이 없어요.\n    파일 이름과 폴더를 확인하세요. 예: invoice.md"
    ]
