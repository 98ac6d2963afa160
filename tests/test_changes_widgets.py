"""The page of changes, the rows of the front page and the feed of a whole site."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from sellerhelp.changes.change import Change
from sellerhelp.changes.widgets import ChangeWidgets
from sellerhelp.site import Site

from tests.test_widgets import ENV, HOSTILE, Seen, site, widgets

NOON = 1797908400  # 2026-12-22 12:00 in Korea


def changed(text: str = "글") -> ChangeWidgets:
    made = site(text)
    made.moment = NOON
    made.changes += [
        Change(date(2026, 12, 1), "고침", f"{text} 제목", text, "orders/invoice/#a", "page/a"),
        Change(date(2026, 12, 3), "값", text, text, "", "value/b"),
    ]
    return ChangeWidgets(ENV, made)


def test_the_history_stands_by_month_with_its_links_from_where_it_is_read():
    seen = Seen(changed().history("../"))
    assert seen.ids[-2:] == ["changes-2026-12", "changes-2026-11"]
    assert [link["href"] for link in seen.all("a") if link["href"][0] != "#"] == [
        "../changes.xml", "../", "../orders/invoice/#a", "../orders/faq/", "../policy/#policy-one",
    ]  # fmt: skip


def test_chips_count_the_changes_of_each_manual_and_lead_to_themselves():
    seen = Seen(changed().history("../"))
    chips = [link for link in seen.all("a") if link.get("id", "").startswith("only-")]
    assert [(link["href"], link["id"]) for link in chips] == [
        ("#only-0", "only-0"), ("#only-3", "only-3"), ("#only-6", "only-6"),
    ]  # fmt: skip
    assert "모두 4" in " ".join(seen.text.split())
    assert [attrs["class"] for attrs in seen.all("li")] == ["is-0", "is-3", "is-3", "is-6"]


def test_the_front_page_shows_the_last_four():
    w = changed()
    w.site.changes += [Change(date(2026, 12, day), "고침", "t", "x", "", f"k{day}") for day in range(4, 9)]
    assert len(Seen(w.latest("")).all("li")) == 4


def test_nothing_changed_shows_nothing_on_the_front_page_and_says_so_on_its_own():
    w = ChangeWidgets(ENV, Site(moment=NOON))
    assert w.latest("") == ""
    assert "적어 둔 기록이 아직 없어요." in w.history("../")


def test_the_feed_names_the_site_and_its_own_tag():
    feed = changed().feed("도움말", "https://help.example/a", "tag:x.example,2026:").decode()
    assert "<title>도움말: 바뀐 기록</title>" in feed
    assert 'href="https://help.example/a/orders/invoice/#a"' in feed
    assert "<id>tag:x.example,2026:2026-12-01/page/a</id>" in feed
    assert 'href="orders/invoice/#a"' in changed().feed("도움말", "", "tag:x.example,2026:").decode()


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_change_becomes_markup(text):
    calm, seen = (Seen(changed(words).history("") + changed(words).latest("")) for words in ("글", text))
    assert [tag for tag, _ in seen.tags] == [tag for tag, _ in calm.tags]
    assert text in seen.text


def test_the_head_of_a_page_tells_its_last_change_and_when_it_is_looked_at_again():
    w = widgets()
    head = w.site.heads["orders/invoice.md"]
    told = {name: getattr(head, name) for name in (*vars(head), "last_change")}
    w.site.heads["orders/invoice.md"] = SimpleNamespace(
        **told | {"last_change": "표를 더했어요.", "review": date(2027, 2, 22)}
    )
    text = " ".join(Seen(w.head("orders/invoice.md")).text.split())
    assert "2026년 11월 22일 고침다음 점검 2027년 2월 22일글고친 것: 표를 더했어요. 인쇄" in text


def test_a_page_that_tells_no_change_shows_its_date_alone():
    w = widgets()
    w.site.heads["orders/invoice.md"] = replace(w.site.heads["orders/invoice.md"], changes=())
    text = " ".join(Seen(w.head("orders/invoice.md")).text.split())
    assert "2026년 11월 22일 고침글 인쇄" in text and "다음 점검" not in text
