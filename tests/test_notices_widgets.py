"""The bars and the archive: where a notice is shown, what it says, and that its text never becomes markup."""

from __future__ import annotations

import pytest
from sellerhelp.notices.notice import Notice, Part
from sellerhelp.notices.widgets import ARCHIVE, NoticeWidgets
from sellerhelp.yamltext import Place

from tests.test_widgets import ENV, HOSTILE, Seen, site

PLACE = Place("docs/notices.yml", 1, 1)
DAY = 86_400
TEXT = (Part("글이에요."),)
NOW = 1797519600  # 2026-12-18 in Korea


def notice(name="a", start=NOW - DAY, end=NOW + DAY, kind="안내", manuals=("all",), link="", parts=TEXT) -> Notice:
    return Notice(name, parts, kind, start, end, manuals, link, PLACE)


def widgets(*notices: Notice, moment: int = NOW) -> NoticeWidgets:
    made = site()
    made.moment = moment
    return NoticeWidgets(ENV, made, list(notices))


def shown(html) -> list[tuple[str, bool]]:
    return [(attrs["data-id"], "hidden" not in attrs) for attrs in Seen(html).all("sh-notice")]


@pytest.mark.parametrize(
    ("start", "end", "is_there", "is_shown"),
    [
        (NOW, NOW + 1, True, True),
        (NOW - 1, NOW, False, False),
        (NOW + 1, NOW + 2, True, False),
        (NOW - DAY, NOW + DAY, True, True),
    ],
)
def test_the_build_shows_what_is_in_force_hides_what_comes_and_leaves_out_what_is_over(start, end, is_there, is_shown):
    w = widgets(notice(start=start, end=end))
    assert shown(w.bars("orders/invoice.md", "../../")) == ([("a", is_shown)] if is_there else [])
    assert w.has_bars("orders/invoice.md") is is_there


PLACES = [
    (("all",), ["index.md", "orders/index.md", "orders/invoice.md", "policy/index.md", "faq.md"]),
    (("home",), ["index.md"]),
    (("orders",), ["orders/index.md", "orders/invoice.md"]),
    (("orders", "home"), ["index.md", "orders/index.md", "orders/invoice.md"]),
]


@pytest.mark.parametrize(("manuals", "paths"), PLACES)
def test_a_notice_stands_on_the_pages_of_its_manuals_alone(manuals, paths):
    w = widgets(notice(manuals=manuals))
    pages = ["index.md", "orders/index.md", "orders/invoice.md", "policy/index.md", "faq.md", ARCHIVE]
    assert [path for path in pages if w.bars(path, "")] == paths


def test_urgent_ones_come_first_then_those_that_end_first():
    late, soon, urgent = (
        notice("late", end=NOW + 9),
        notice("soon", end=NOW + 5),
        notice("urgent", end=NOW + 99, kind="긴급"),
    )
    assert [name for name, _ in shown(widgets(late, soon, urgent).bars("faq.md", ""))] == ["urgent", "soon", "late"]


def test_a_bar_says_its_kind_its_time_and_where_to_read_on():
    parts = (
        Part("송장", "orders/invoice.md#edit"),
        Part(" 화면이 "),
        Part("여기", "https://a.example/b"),
        Part("로 바뀌었어요."),
    )
    html = widgets(notice(parts=parts, link="orders/confirm.md#x", kind="변경")).bars("orders/invoice.md", "../../")
    seen = Seen(html)
    assert " ".join(seen.text.split()) == (
        "변경 송장 화면이 여기로 바뀌었어요. 2026년 12월 17일(목)–18일(금)3-2 글 orders/confirm.md"
    )
    assert [link["href"] for link in seen.all("a")] == [
        "../../orders/invoice/#edit", "https://a.example/b", "../../orders/confirm/#x",
    ]  # fmt: skip
    assert seen.all("sh-notice")[0]["aria-label"] == "변경 공지"
    assert seen.all("button")[0]["aria-label"] == "공지 닫기: 송장 화면이 여기로 바뀌었어요."


def test_an_address_outside_is_named_by_its_host():
    assert '<a href="https://a.example/b?c">a.example</a>' in widgets(notice(link="https://a.example/b?c")).bars(
        "faq.md", ""
    )


def test_the_archive_keeps_everything_the_latest_first_and_calls_only_what_is_over_over():
    w = widgets(notice("old", NOW - 9 * DAY, NOW - DAY), notice("now"), notice("next", NOW + DAY, NOW + 2 * DAY))
    seen = Seen(w.archive("../"))
    assert seen.ids == ["notice-next", "notice-now", "notice-old"]
    assert seen.text.count("끝났어요") == 1


def test_an_empty_archive_says_so():
    assert "알릴 공지가 아직 없어요." in widgets().archive("../")


def test_a_page_without_notices_carries_nothing():
    assert (widgets().bars("faq.md", ""), widgets().has_bars("faq.md")) == ("", False)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_notice_becomes_markup(text):
    def both(words: str) -> Seen:
        w = widgets(notice(parts=(Part(words), Part(words, "orders/invoice.md"))))
        return Seen(w.bars("faq.md", "../") + w.archive("../"))

    calm, seen = both("글"), both(text)
    assert [tag for tag, _ in seen.tags] == [tag for tag, _ in calm.tags]
    assert [sorted(attrs) for _, attrs in seen.tags] == [sorted(attrs) for _, attrs in calm.tags]
    assert text in seen.text
