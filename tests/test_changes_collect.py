"""The changes of a whole site in order: pages, questions and whoever else tells his own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sellerhelp.changes.change import Change
from sellerhelp.changes.collect import changes_of, months
from sellerhelp.changes.written import Revision
from sellerhelp.site import Site
from sellerhelp.yamltext import Place

from tests.test_widgets import site

PLACE = Place("a.md", 1, 1)
NOON = 1797908400  # 2026-12-22 12:00 in Korea


def told(made: Site) -> list[str]:
    return [f"{one.date} {one.kind} {one.title} | {one.text} | {one.address} | {one.key}" for one in changes_of(made)]


def with_pages(*revisions: Revision, moment: int = NOON) -> Site:
    made = site()
    made.moment = moment
    made.heads["orders/invoice.md"] = replace(made.heads["orders/invoice.md"], changes=revisions)
    made.collection = replace(made.collection, entries=())
    return made


def revision(day: str, text: str = "고쳤어요.", kind: str = "고침") -> Revision:
    return Revision(date.fromisoformat(day), text, kind, PLACE)


def test_the_changes_of_pages_stand_the_latest_first_with_number_title_and_address():
    made = with_pages(revision("2025-06-02", "생겼어요.", "시행"), revision("2026-12-01"))
    assert told(made) == [
        "2026-12-01 고침 3-1 글 orders/invoice.md | 고쳤어요. | orders/invoice/ | page/orders/invoice.md",
        "2025-06-02 시행 3-1 글 orders/invoice.md | 생겼어요. | orders/invoice/ | page/orders/invoice.md",
    ]


def test_two_changes_of_one_page_and_day_have_keys_of_their_own():
    made = with_pages(revision("2026-12-01", "하나"), revision("2026-12-01", "둘"))
    assert [one.key for one in changes_of(made)] == ["page/orders/invoice.md", "page/orders/invoice.md/2"]


def test_a_change_is_told_from_its_own_day_in_korea():
    late = 1797951599  # 2026-12-22 23:59:59 in Korea, one second before the 23rd
    assert told(with_pages(revision("2026-12-23"), moment=late)) == []
    assert len(told(with_pages(revision("2026-12-23"), moment=late + 1))) == 1


def test_questions_of_one_manual_and_day_are_one_change():
    made = site()
    made.moment = NOON
    assert told(made) == [
        "2026-11-22 질문 글 orders/index.md 질문 | ‘글 orders-one?’, ‘글 orders-two?’ | orders/faq/ | faq/orders",
        "2026-11-22 질문 글 policy/index.md 질문 | ‘글 policy-one?’ | policy/#policy-one | faq/policy",
    ]


def test_many_questions_are_counted_after_the_first_two():
    made = site()
    made.moment = NOON
    first = made.collection.entries[0]
    more = tuple(replace(first, id=f"orders-{at}", question=f"질문 {at}?") for at in range(3))
    made.collection = replace(made.collection, entries=(*made.collection.entries, *more))
    made.answers |= dict.fromkeys([entry.id for entry in more], made.answers["orders-one"])
    assert next(one.text for one in changes_of(made) if one.key == "faq/orders") == (
        "‘글 orders-one?’, ‘글 orders-two?’ 외 3개"
    )


def test_a_broken_question_is_no_change():
    made = site()
    made.moment = NOON
    made.answers = {}
    assert told(made) == []


def test_others_add_their_own_changes():
    made = with_pages()
    made.changes.append(Change(date(2025, 6, 2), "값", "판매수수료", "2.73%", "settlement/fees/", "value/판매수수료"))
    made.changes.append(Change(date(2027, 1, 1), "값", "판매수수료", "3%", "settlement/fees/", "value/판매수수료"))
    assert told(made) == ["2025-06-02 값 판매수수료 | 2.73% | settlement/fees/ | value/판매수수료"]


def test_months_keep_the_order_and_hold_every_change_once():
    days = ["2026-12-22", "2026-12-01", "2026-11-30", "2025-12-01"]
    changes = [Change(date.fromisoformat(day), "고침", "", "", "", "") for day in days]
    made = months(changes)
    assert [(month.year, month.month, len(month.changes)) for month in made] == [
        (2026, 12, 2),
        (2026, 11, 1),
        (2025, 12, 1),
    ]
    assert [one for month in made for one in month.changes] == changes
    assert months([]) == []
