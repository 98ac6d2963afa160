"""Pages and questions rest on facts that are there, and say how old they are."""

from __future__ import annotations

from sellerhelp.facts.fact import Fact
from sellerhelp.facts.uses import User, by_age, resting_on, unused, use_problems
from sellerhelp.yamltext import Place, Text


def fact(name: str, text: str, date: str = "") -> Fact:
    return Fact(name, text, "절", date, Place("docs/_facts/orders.md", 1, 3))


FACTS = {
    one.id: one
    for one in (
        fact("orders-001", "발송기한 [faq:1]", "2024-06"),
        fact("orders-002", "수수료 [web:example.com, 2025-06-02] (확인필요)"),
        fact("orders-003", "쓰지 않는 사실 [faq:3]"),
    )
}


def user(path: str, *names: str, as_of: str = "2026년 1월 기준") -> User:
    place = Place(path, 1, 1)
    return User(f"{path}의 제목", place, as_of, tuple(Text(name, Place(path, 7, 4)) for name in names))


def test_sound_uses_say_nothing():
    assert use_problems([user("docs/a.md", "orders-001", "orders-002")], FACTS) == []


def test_an_unknown_fact_is_told_with_the_nearest():
    (problem,) = use_problems([user("docs/a.md", "orders-01")], FACTS)
    assert str(problem) == ("docs/a.md:7:4: 오류: 사실 ‘orders-01’이 없어요.\n    ‘orders-001’을 가리키려고 했나요?")
    (problem,) = use_problems([user("docs/a.md", "전혀 다른 것")], FACTS)
    assert problem.mend == "docs/_facts/에 있는 번호를 적으세요. 예: settlement-018"


def test_a_doubtful_fact_wants_a_basis_date_on_the_page():
    (problem,) = use_problems([user("docs/a.md", "orders-002", as_of="")], FACTS)
    assert str(problem) == (
        "docs/a.md:7:4: 오류: 사실 ‘orders-002’는 바뀌었을 수 있는데(확인필요) 기준일을 보여 주지 않아요.\n"
        "    쪽 정보에 기준일을 적으세요. 예: as_of: 판매자 FAQ 수집 자료 기준 (수집일 미표기)"
    )
    assert use_problems([user("docs/a.md", "orders-001", as_of="")], FACTS) == []


def test_who_rests_on_a_fact_what_nobody_uses_and_what_is_oldest():
    users = [user("docs/b.md", "orders-001", "orders-002"), user("docs/a.md", "orders-001"), user("docs/c.md", "x-001")]
    assert [one.place.path for one in resting_on("orders-001", users)] == ["docs/a.md", "docs/b.md"]
    assert [one.id for one in unused(FACTS, users)] == ["orders-003"]
    assert [(date, one.place.path) for date, one in by_age(users, FACTS)] == [
        ("2024-06", "docs/a.md"),
        ("2024-06", "docs/b.md"),
    ]
