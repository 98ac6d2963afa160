"""Checklists: what the block becomes, and the names that ticks are kept under."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown
from sellerhelp.prose.checklist import text_id
from sellerhelp.prose.extension import prose_extensions

from tests.test_widgets import HOSTILE, Seen


def made(body: str, head: str = "| 서류", name: str = "papers") -> str:
    markdown = Markdown(extensions=["attr_list", "sane_lists", "tables", "toc", *prose_extensions()])
    return markdown.convert(f"앞\n\n/// checklist {head}\n    id: {name}\n\n{body}\n///\n\n뒤")


def items(body: str) -> list[str]:
    return [attrs["data-item"] for attrs in Seen(made(body)).all("li") if "data-item" in attrs]


def test_the_block_is_compared_whole():
    box = '<input disabled="disabled" hidden="hidden" type="checkbox" />'
    foot = (
        '<div class="sh-checklist__foot" hidden="hidden"><p data-progress="" role="status"></p>'
        '<button class="sh-btn sh-btn--quiet" data-clear="" type="button">모두 지우기</button></div>'
    )
    assert re.sub(r"\n\s*", "", made("- 등록증 {#reg}\n- 통장\n    - 사본")) == (
        '<p>앞</p><sh-checklist aria-label="서류" class="sh-checklist" data-list="papers" role="group">'
        f'<p class="sh-checklist__title"><strong>서류</strong></p><ul class="sh-check"><li data-item="reg"><label>{box}등록증</label></li>'
        f'<li data-item="{text_id("통장")}"><label>{box}통장</label><ul><li>사본</li></ul></li></ul>{foot}</sh-checklist><p>뒤</p>'
    )


@pytest.mark.parametrize(
    "body",
    ["- 가 {#a}\n- 나 {#b}", "1. 가 {#a}\n2. 나 {#b}", "- 가 {#a}\n\n- 나 {#b}\n", "* **가** {#a}\n* `나` 끝 {#b}"],
)
def test_every_kind_of_list_can_be_ticked(body):
    seen = Seen(made(body))
    assert [attrs["data-item"] for attrs in seen.all("li")] == ["a", "b"]
    assert len(seen.all("input", _type="checkbox")) == 2
    assert "{#" not in seen.text and not seen.all("ol", _class="sh-steps")


def test_what_stands_below_an_items_line_is_not_part_of_its_label():
    html = made("- 첫 줄\n\n    설명\n\n    - 안쪽\n\n- 둘째")
    assert re.findall(r"<label>.*?/>(.*?)</label>", html) == ["첫 줄", "둘째"]
    assert html.count("<input") == 2


def test_lists_outside_the_block_stay_as_they_were():
    html = made("- 가") + Markdown(extensions=prose_extensions()).convert("1. 나\n2. 다")
    assert html.count("<input") == 1 and 'class="sh-steps"' in html


def test_an_item_keeps_its_name_when_others_come_go_and_move():
    before, after = items("- 가\n- 나\n- 다 {#x}"), items("- 새것\n- 다 고침 {#x}\n- 나")
    assert before[1] == after[2] and before[2] == after[1] == "x" and before[0] not in after


def test_a_name_is_made_of_the_words_alone():
    assert items("- 통장   **사본**을 내요") == [text_id("통장 사본을 내요")] == items("- [통장](a.md) 사본을 내요 ")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_never_becomes_markup(text):
    calm, seen = (Seen(made("- 가", head=f"| {words}")) for words in ("글", text))
    assert [tag for tag, _ in seen.tags] == [tag for tag, _ in calm.tags]
