"""Dated values as HTML: escaped, complete without a script, with what the script needs."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape

from sellerhelp.templates import make_environment
from sellerhelp.values.reader import read_values
from sellerhelp.values.widgets import ValueWidgets

from tests.conftest import ROOT
from tests.test_values_reader import BASE

NEXT = "    - from: 2027-01-01\n      value: '3'\n      note: <b>예정</b>\n"
SOURCE = BASE.replace("      note: 부가세 별도\n", "      note: 부가세 별도\n" + NEXT)


def widgets(source: str = SOURCE, day: date = date(2026, 11, 1)) -> ValueWidgets:
    values, problems = read_values(source, "v.yml")
    assert problems == []
    return ValueWidgets(make_environment([str(ROOT / "overrides")]), values, day)


def text(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def test_a_value_says_its_words_its_days_and_its_basis_on_one_line():
    html = widgets().inline("판매수수료")
    assert "\n" not in html
    assert text(html) == (
        "2.73% 스마트스토어 판매수수료 2.73% 2025년 6월 2일–2026년 12월 31일. 부가세 별도. 2027년 1월 1일부터 3%. "
        "기준일: 2025년 6월 2일 시행 (공개 자료). 바뀌었을 수 있으니 공지에서 확인하세요."
    )


def test_what_comes_later_is_there_for_the_script_and_nothing_else_is():
    html = widgets().inline("판매수수료")
    later = json.loads(unescape(re.search(r'data-later="([^"]*)"', html)[1]))
    assert later == [
        {
            "from": "2027-01-01",
            "on": "2027년 1월 1일",
            "text": "3%",
            "span": "2027년 1월 1일부터",
            "note": "<b>예정</b>",
        }
    ]
    assert "<b>예정" not in html
    assert "data-later" not in widgets().inline("발송기한")


def test_the_name_of_a_former_version_is_the_one_it_bore():
    assert "<b>유입수수료 2%</b>" in widgets(day=date(2025, 6, 1)).inline("판매수수료")


def test_what_is_not_known_or_does_not_hold_is_nothing():
    ended = (
        "- name: 끝난 값\n  title: 끝\n  source: 공지\n  as_of: 오늘\n  versions: [{until: 2020-01-01, value: '1'}]\n"
    )
    made = widgets(SOURCE + ended)
    assert (made.inline("모름"), made.words("모름"), made.inline("끝난 값"), made.words("끝난 값")) == ("", "", "", "")


def test_a_head_is_escaped_around_its_values():
    html = widgets().html("<i> {{ 발송기한 }} & {{ 모름 }}")
    assert html.startswith("&lt;i&gt; <sh-value ") and html.endswith("</sh-value> &amp; {{ 모름 }}")


def test_a_table_marks_each_version_and_only_what_holds_is_indexed():
    html = widgets().dated(["판매수수료", "모름"])
    rows = re.findall(r'<li class="([^"]*)" data-from="([^"]*)" data-until="([^"]*)"', html)
    assert rows == [
        ("is-past sh-dated__other", "", "2025-06-01"),
        ("is-now", "2025-06-02", "2026-12-31"),
        ("is-next sh-dated__other", "2027-01-01", ""),
    ]
    assert re.findall(r'sh-tag">([^<]*)', html) == ["이전", "현재", "예정"]
    assert "&lt;b&gt;예정" in html


def test_the_list_for_print_names_each_value_of_the_page_once():
    made = widgets()
    html = made.basis_list(made.inline("발송기한") + made.inline("판매수수료") + made.inline("발송기한"))
    assert re.findall(r"<(?:li|p [^>]*)>([^<]*)</", html) == [
        "언제부터 쓰인 값인지는 자료에 없어요. 기준일: 수집일 미표기 (수집 자료).",
        "일반상품의 발송기한: 3영업일",
        "기준일: 2025년 6월 2일 시행 (공개 자료). 바뀌었을 수 있으니 공지에서 확인하세요.",
        "스마트스토어 판매수수료: 2.73% (2025년 6월 2일–2026년 12월 31일)",
    ]  # fmt: skip
    assert made.basis_list("<p>글</p>") == ""
