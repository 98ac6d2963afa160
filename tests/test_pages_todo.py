"""What is still to be filled in is found where it is read, and nowhere else."""

from __future__ import annotations

import pytest
from sellerhelp.pages.todo import marks

MEND = "\n    〈채울 곳〉과 그 뒤의 글을 지우고 내용을 적으세요."
CASES = [
    ("docs/a.md", "---\ntitle: 〈채울 곳〉 제목\n---\n글\n", ["docs/a.md:2:8: 오류: 아직 채우지 않은 곳이에요: ‘제목’" + MEND]),
    ("docs/a.md", "---\ntitle: 가\n---\n\n- 〈채울 곳〉\n", ["docs/a.md:5:3: 오류: 아직 채우지 않은 곳이에요." + MEND]),
    ("docs/faq.yml", "- answer: 〈채울 곳〉 " + "가" * 50, ["docs/faq.yml:1:11: 오류: 아직 채우지 않은 곳이에요: ‘" + "가" * 40 + "…’" + MEND]),
    ("docs/a.md", "---\ntitle: 가\n---\n`〈채울 곳〉 표시`와\n\n```\n〈채울 곳〉 예\n```\n〈채울곳〉\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "source", "expected"), CASES)
def test_a_mark_is_named_with_its_place(shown, source, expected):
    assert [str(problem) for problem in marks({shown: source})] == expected
