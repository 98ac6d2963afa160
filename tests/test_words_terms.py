"""The term list is read with Korean messages, and the project's own is sound."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.words.terms import PATH, read_terms

from tests.conftest import ROOT

SOUND = """terms:
  - preferred: 구매자
    refused: [손님, 고객]
    why: 늘 구매자라고 불러요.
    exceptions: [고객센터]
    scope: [prose, headings]
    severity: warning
    plain: true
    match: words
persons: [당신]
abbreviations: [PC]
means:
  SKU: 재고 관리 번호
repeats: [하나]
alike:
  - [고치, 수정]
"""


def test_every_key_is_read():
    terms, problems = read_terms(SOUND)
    assert problems == []
    (term,) = terms.terms
    assert (term.preferred, term.refused, term.why) == ("구매자", ("고객", "손님"), "늘 구매자라고 불러요.")
    assert (term.exceptions, term.kinds, term.level) == (("고객센터",), {"prose", "cell", "heading"}, "warning")
    assert (term.plain, term.by_letters, term.is_verb) == (True, False, False)
    assert (terms.persons, terms.known, terms.means) == (("당신",), {"PC"}, (("SKU", "재고 관리 번호"),))
    assert (terms.repeats, terms.alike) == ({"하나"}, (("고치", "수정"),))


def test_what_is_not_written_has_its_default():
    (term,) = read_terms("terms:\n  - {preferred: 누르다, refused: [클릭하다]}\n")[0].terms
    assert (term.kinds, term.level) == ({"prose", "cell", "heading", "question"}, "error")
    assert (term.plain, term.by_letters, term.is_verb) == (False, False, True)


MISTAKES = [
    ("terms: 구매자\n", "data-not-list",
     "docs/terms.yml:1:8: 오류: ‘terms’에는 ‘- ’로 시작하는 목록이 와야 해요.\n    예:\n    terms:\n      - {preferred: 구매자, refused: [고객, 손님]}"),
    ("terms:\n  - preferred: 구매자\n", "data-missing",
     "docs/terms.yml:2:5: 오류: 용어에 ‘refused’ 줄이 없어요.\n    예: refused: [고객, 손님]"),
    ("terms:\n  - {preferred: 가, refused: [나], scop: prose}\n", "data-unknown",
     "docs/terms.yml:2:34: 오류: 용어에 모르는 이름 ‘scop’가 있어요.\n    ‘scope’를 쓰려고 했나요?"),
    ("terms:\n  - {preferred: 가, refused: [나], scope: [제목]}\n", "data-word",
     "docs/terms.yml:2:41: 오류: ‘scope’의 값 ‘제목’을 몰라요.\n    쓸 수 있는 값: prose, headings, questions"),
    ("terms:\n  - {preferred: 가, refused: [나], severity: 오류}\n", "data-word",
     "docs/terms.yml:2:44: 오류: ‘severity’의 값 ‘오류’를 몰라요.\n    쓸 수 있는 값: error, warning"),
    ("means: [SKU]\n", "data-not-map",
     "docs/terms.yml:1:8: 오류: ‘means’에는 ‘줄임말: 뜻’ 줄이 와야 해요.\n    예:\n    means:\n      SKU: 재고 관리 번호"),
    ("terms:\n  - {preferred: 가, refused: [나]}\n  - {preferred: 다, refused: [나]}\n", "words-term-twice",
     "docs/terms.yml:3:5: 오류: ‘나’를 2번째 줄의 용어에도 적었어요. 무엇으로 고칠지 알 수 없어요.\n    한 곳에서 지우세요."),
    ("terms:\n  - {preferred: 가, refused: [나]}\n  - {preferred: 다, refused: [가]}\n", "words-term-twice",
     "docs/terms.yml:3:5: 오류: ‘가’를 2번째 줄의 용어에도 적었어요. 무엇으로 고칠지 알 수 없어요.\n    한 곳에서 지우세요."),
    ("term: []\n", "data-unknown", "docs/terms.yml:1:1: 오류: 용어 파일에 모르는 이름 ‘term’이 있어요.\n    ‘terms’를 쓰려고 했나요?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "rule", "said"), MISTAKES, ids=[f"{case[1]} {at}" for at, case in enumerate(MISTAKES)]
)
def test_a_mistake_is_told_with_its_place(source, rule, said):
    problems = read_terms(source)[1]
    assert [(str(problem), problem.rule) for problem in problems] == [(said, rule)]


def test_the_projects_own_list_is_sound_and_not_small():
    terms, problems = read_terms((ROOT / PATH).read_text("utf-8"))
    assert problems == []
    assert len(terms.terms) >= 100 and len(terms.means) >= 10


def test_no_preferred_word_of_the_project_is_refused_elsewhere():
    terms = read_terms((ROOT / PATH).read_text("utf-8"))[0].terms
    refused = {word for term in terms for word in term.refused}
    assert {term.preferred for term in terms} & refused == set()


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read(source):
    read_terms(source)
    read_terms(f"terms:\n  - preferred: {source}\n    refused: [{source}]\n")
