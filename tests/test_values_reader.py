"""values.yml: what is read, and every mistake word for word."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.values.reader import SOURCES, read_values

from tests.conftest import ROOT

BASE = """\
- name: 판매수수료
  title: 스마트스토어 판매수수료
  unit: '%'
  source: 공개 자료
  as_of: 2025년 6월 2일 시행
  check: 확인필요
  versions:
    - until: 2025-06-01
      value: '2'
      label: 유입수수료
    - from: 2025-06-02
      value: '2.73'
      note: 부가세 별도
- name: 발송기한
  title: 일반상품의 발송기한
  unit: 영업일
  source: 수집 자료
  as_of: 수집일 미표기
  versions:
    - value: '3'
"""


def test_everything_that_is_written_is_kept():
    values, problems = read_values(BASE, "docs/values.yml")
    assert problems == []
    fee, term = values.by_name.values()
    assert (fee.name, fee.title, fee.unit, fee.source, fee.as_of, fee.is_unsure) == (
        "판매수수료", "스마트스토어 판매수수료", "%", "공개 자료", "2025년 6월 2일 시행", True,
    )  # fmt: skip
    assert [(one.start, one.end, one.value, one.label, one.note) for one in fee.versions] == [
        (None, date(2025, 6, 1), "2", "유입수수료", ""),
        (date(2025, 6, 2), None, "2.73", "", "부가세 별도"),
    ]
    assert (term.is_unsure, term.versions[0].start, term.place.line) == (False, None, 14)


@pytest.mark.parametrize("source", ["", "\n", "# 아직 없음\n"])
def test_no_values_are_no_mistake(source):
    values, problems = read_values(source, "docs/values.yml")
    assert (values.by_name, problems) == ({}, [])


FROM = "    - from: 2025-06-02\n"
MISTAKES = [
    ("values-form", BASE, "판매수수료: 2.73\n", ["1:1: 오류: values.yml은 ‘- name:’으로 시작하는 목록이어야 해요.\n    예:\n    - name: 판매수수료\n      title: 스마트스토어 판매수수료\n      unit: '%'\n      source: 공개 자료\n      as_of: 2025년 6월 2일 시행\n      versions:\n        - from: 2025-06-02\n          value: '2.73'"]),
    ("values-form", "  versions:\n    - value: '3'\n", "  versions: '3'\n", ["19:13: 오류: ‘versions’에는 ‘- ’로 시작하는 목록이 와야 해요.\n    예:\n    versions:\n      - from: 2025-06-02\n        value: '2.73'"]),
    ("values-twice", "name: 발송기한", "name: 판매수수료", ["14:9: 오류: 값 ‘판매수수료’가 두 번 있어요. 첫 번째는 1번째 줄이에요.\n    바뀐 값이면 ‘versions’에 줄을 더하세요."]),
    ("values-backwards", FROM, FROM + "      until: 2025-06-01\n", ["11:13: 오류: 끝나는 날 ‘2025-06-01’이 시작하는 날보다 앞서요.\n    ‘from’을 앞의 날짜로, ‘until’을 뒤의 날짜로 적으세요."]),
    ("values-start-missing", "    - from: 2025-06-02\n      value", "    - value", ["11:7: 오류: 시작하는 날(from)은 맨 처음 것에서만 뺄 수 있어요.\n    예: from: 2025-06-02"]),
    ("values-overlap", "    - until: 2025-06-01\n", "    - from: 2025-06-02\n", ["11:13: 오류: ‘2025-06-02’로 시작하는 것이 둘이에요. 앞의 것은 8번째 줄이에요.\n    날짜를 고치거나 하나를 지우세요."]),
    ("values-unsorted", "    - until: 2025-06-01\n", "    - from: 2026-01-01\n", ["11:13: 오류: 날짜 순서가 아니에요. ‘2025-06-02’가 2026-01-01보다 뒤에 적혀 있어요.\n    오래된 것부터 차례로 적으세요."]),
    ("values-overlap", "until: 2025-06-01", "until: 2025-06-02", ["11:13: 오류: 기간이 겹쳐요. 앞의 것이 2025-06-02까지인데 2025-06-02에 다음 것이 시작해요.\n    앞의 ‘until’을 지우거나 하루 전 날짜로 고치세요."]),
    ("", "name: 발송기한", "name: '{발송}'", ["14:9: 오류: ‘name’의 값 ‘{발송}’을 쓸 수 없어요. 한글·로마자·숫자로 시작하는 짧은 이름을 적어요.\n    예: name: 판매수수료"]),
    ("", "source: 공개 자료", "source: 공개자료", ["4:11: 오류: ‘source’의 값 ‘공개자료’를 몰라요.\n    ‘공개 자료’를 쓰려고 했나요?"]),
    ("", "check: 확인필요", "check: 네", ["6:10: 오류: ‘check’의 값 ‘네’를 몰라요.\n    쓸 수 있는 값: 확인필요"]),
    ("", "from: 2025-06-02", "from: 2025-6-2", ["11:13: 오류: ‘from’의 날짜 ‘2025-6-2’를 읽을 수 없어요.\n    예: from: 2025-06-02"]),
    ("", "      value: '2.73'\n", "", ["11:7: 오류: ‘versions’ 항목에 ‘value’ 줄이 없어요.\n    예: value: '2.73'"]),
    ("", "  title: 일반상품의 발송기한\n", "", ["14:3: 오류: 값에 ‘title’ 줄이 없어요.\n    예: title: 스마트스토어 판매수수료"]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "old", "new", "said"), MISTAKES)
def test_a_planted_mistake_gives_exactly_its_message(rule, old, new, said):
    assert BASE.count(old) == 1
    _, problems = read_values(BASE.replace(old, new), "v.yml")
    assert [str(problem) for problem in problems] == ["v.yml:" + text for text in said]
    assert not rule or [problem.rule for problem in problems] == [rule]


def test_a_value_with_a_mistake_in_its_dates_is_left_out_whole():
    values, _ = read_values(BASE.replace("until: 2025-06-01", "until: 2025-06-09"), "v.yml")
    assert list(values.by_name) == ["발송기한"]


def test_the_committed_file_reads_without_a_mistake_and_says_for_each_value_when_it_is_from():
    values, problems = read_values((ROOT / "docs/values.yml").read_text("utf-8"), "docs/values.yml")
    assert problems == [] and len(values.by_name) >= 30
    assert all(value.as_of and value.source in SOURCES for value in values.by_name.values())


LINES = st.sampled_from(
    [*BASE.splitlines(), "", "  - {", "{{ a }}", "- name: &a b", "  versions: [", "    - from: 2025-02-30"]
)


@settings(max_examples=200)
@given(st.lists(LINES | st.text(max_size=12), max_size=24))
def test_whatever_is_written_is_read_or_told_and_never_raises(lines):
    values, problems = read_values("\n".join(lines), "v.yml")
    assert all(problem.line >= 0 and problem.text for problem in problems)
    for value in values.by_name.values():
        starts = [version.start for version in value.versions]
        assert starts[1:] == sorted(start for start in starts[1:] if start)
        held = [version for version in value.versions if version.start]
        assert all(value.at(version.start) == version for version in held)


DATES = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@settings(max_examples=200)
@given(st.lists(st.tuples(st.none() | DATES, st.none() | DATES), min_size=1, max_size=4))
def test_dates_that_are_accepted_never_overlap(spans):
    rows = "".join(
        f"    - {{{f'from: {start}, ' if start else ''}{f'until: {end}, ' if end else ''}value: '{at}'}}\n"
        for at, (start, end) in enumerate(spans)
    )
    head = "- name: 값\n  title: 값\n  source: 공지\n  as_of: 오늘\n  versions:\n"
    values, problems = read_values(head + rows, "v.yml")
    assert bool(values.by_name) != bool(problems)
    for value in values.by_name.values():
        for earlier, later in zip(value.versions, value.versions[1:], strict=False):
            assert later.start and (value.last_day(earlier) or date.max) < later.start
