"""The notices' file: what is read, and one message for each mistake (cases/notices_problems.yml)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.notices import reader
from sellerhelp.notices.notice import Notice, Part
from sellerhelp.notices.reader import _KEYS, read_notices
from sellerhelp.problem import Problem

TABLE = yaml.safe_load((Path(__file__).parent / "cases/notices_problems.yml").read_text(encoding="utf-8"))
BASE = TABLE["base"]
PAGES = ["orders/invoice.md", "contact/index.md", "index.md"]
RULES = {
    "notices-not-list", "notices-id-twice", "notices-until-before-from", "notices-date", "notices-manual",
    "notices-text-length", "notices-one-sentence", "notices-text-link", "notices-link",
}  # fmt: skip


def read(source: str) -> tuple[list[Notice], list[Problem]]:
    return read_notices(source, "docs/notices.yml", ["orders", "contact"], PAGES)


def test_right_notices_are_read_as_a_whole():
    (one, other), problems = read(BASE)
    assert problems == []
    assert (one.id, one.kind, one.manuals, one.link) == (
        "moved-button",
        "변경",
        ("orders", "home"),
        "orders/invoice.md",
    )
    assert one.parts == (Part("송장 입력", "orders/invoice.md#edit"), Part(" 화면의 단추가 옮겨졌어요."))
    assert other.text == "12월 25일은 전화와 톡톡상담을 쉬어요."
    # 2026-12-18 and the end of 2026-12-25 in Korea, which is 15:00 UTC of the day before.
    assert (other.start, other.end) == (1797519600, 1798210800)
    assert (one.place.line, other.place.line) == (2, 9)


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_planted_mistake_gives_exactly_its_message(case):
    assert BASE.count(case["old"]) == 1
    notices, problems = read(BASE.replace(case["old"], case["new"]))
    assert [str(problem) for problem in problems] == case["problems"]
    assert "rule" not in case or [problem.rule for problem in problems] == [case["rule"]]
    assert len(notices) == 1, "the other notice is still shown in a preview"


def test_every_rule_and_every_key_has_a_canary():
    assert {case["rule"] for case in TABLE["cases"] if "rule" in case} == RULES - {"notices-not-list"}
    told = "\n".join(problem for case in TABLE["cases"] for problem in case["problems"])
    for key in _KEYS:
        assert key.name in told, key.name


@pytest.mark.parametrize("source", ["notices: []", "공지가 없어요", "{}"])
def test_a_file_that_is_no_list_is_told_with_an_example(source):
    notices, problems = read(source)
    assert (notices, [problem.rule for problem in problems]) == ([], ["notices-not-list"])
    assert str(problems[0]) == (
        "docs/notices.yml:1:1: 오류: 공지 파일은 ‘- id:’로 시작하는 목록이어야 해요.\n"
        "    예:\n    - id: christmas-2026\n      text: 12월 25일은 전화 상담을 쉬어요.\n      kind: 안내\n"
        "      from: 2026-12-18\n      until: 2026-12-25\n      manuals: [home, orders]"
    )


def test_the_example_of_the_message_is_a_right_file():
    assert len(read(read("{}")[1][0].mend.removeprefix("예:\n"))[0]) == 1


@pytest.mark.parametrize("source", ["", "# 아직 없어요\n", "[]", "---\n", "\ufeff[]\n"])
def test_no_notices_are_no_mistake(source):
    assert read(source) == ([], [])


def test_past_notices_stay_and_one_day_may_be_both_ends():
    notices, problems = read(BASE.replace("2026-12-18", "2020-01-02").replace("2026-12-25\n", "2020-01-02\n"))
    assert (problems, notices[1].end - notices[1].start) == ([], 86_400)


PIECES = ["- id: a-b\n", "  text: 글이에요.\n", "  kind: 안내\n", "  from: 2026-12-01\n", "  until: ", "2026-12-02\n", "  manuals: [all]\n",
          "  link: ](x\n", "[", "](", "\t", "&a ", "*a\n", "\r", "'", "\x00", "9999-99-99", "- ", ": ", "\n"]  # fmt: skip


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=14))
def test_random_files_never_raise_and_give_only_notices_that_can_be_shown(parts):
    notices, problems = read("".join(parts))
    assert all(problem.text and problem.path == "docs/notices.yml" for problem in problems)
    for notice in notices:
        assert notice.start < notice.end and notice.text and notice.manuals and notice.id


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.text(max_size=60))
def test_any_text_is_either_shown_as_it_was_typed_or_refused(text):
    source = yaml.safe_dump(
        [{"id": "a", "text": text, "kind": "안내", "from": "2026-12-01", "until": "2026-12-02", "manuals": "all"}],
        allow_unicode=True,
    )
    notices, problems = read(source)
    assert bool(notices) != bool(problems)
    if notices and not any(part.target for part in notices[0].parts):
        assert notices[0].text == " ".join(text.split())


BAD_ADDRESSES = [
    "https://",
    "https://[",
    "https://[::1",
    "https:///a",
    "https://a\u200bb/",
    "HTTPS://a.example",
    "//a.example",
    "data:x",
    "mailto:a@b",
]


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_addresses_that_lead_nowhere_are_refused(address):
    _, problems = read(
        BASE.replace("link: orders/invoice.md", yaml.safe_dump({"link": address}, allow_unicode=True).strip())
    )
    assert [problem.rule for problem in problems] == ["notices-link"]


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(
    st.text(st.characters(exclude_characters="()[]", exclude_categories=["Z", "C"]), min_size=1, max_size=20),
    st.sampled_from(["https://", "", "/", "../", "#"]),
)
def test_any_target_is_shown_or_refused_and_never_raises(target, start):
    from sellerhelp.notices.widgets import NoticeWidgets

    from tests.test_widgets import ENV, site

    entry = {
        "id": "a",
        "text": f"[글]({start}{target})이에요.",
        "kind": "안내",
        "from": "2026-12-01",
        "until": "2026-12-02",
        "manuals": "all",
        "link": start + target,
    }
    made = site()
    notices, problems = read_notices(yaml.safe_dump([entry], allow_unicode=True), "n.yml", ["orders"], made.heads)
    assert bool(notices) != bool(problems)
    widgets = NoticeWidgets(ENV, made, notices)
    assert ("<a" in widgets.bars("faq.md", "")) == bool(notices)


def test_the_example_of_a_link_is_what_a_writer_may_copy():
    assert yaml.safe_load(reader._LINK_IN_TEXT.removeprefix("예: "))["text"].startswith("[송장 입력](orders/")
