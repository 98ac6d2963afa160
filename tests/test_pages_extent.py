"""How much stands in each manual, and the command that counts it."""

from __future__ import annotations

import subprocess
import sys

from sellerhelp.pages.extent import extents, report
from sellerhelp.sheets.library import make_library

from tests.conftest import ROOT


def called(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, f"tools/{name}", *words], cwd=ROOT, capture_output=True, text=True)


HEAD = "---\ntitle: {title}\nnumber: {number}\ndescription: 설명이에요.\n{more}---\n\n글이에요.\n"
DOCS = {
    "orders/index.md": HEAD.format(title="주문", number="3", more=""),
    "orders/faq.md": HEAD.format(title="질문", number="3-Q", more=""),
    "orders/a.md": HEAD.format(title="가", number="3-1", more="finds: [가, 나, 다]\nfacts: [orders-001, orders-002]\n"),
    "orders/b.md": HEAD.format(title="나", number="3-2", more="finds: [라, 마]\nfacts: [orders-002]\n"),
    "orders/faq.yml": """
- id: orders-one
  question: 하나인가요?
  answer: 네.
  tags: [수]
  updated: 2026-11-22
  finds: [하나, 둘]
  facts: [orders-003]
- id: orders-two
  question: 둘인가요?
  answer: 네.
  tags: [수]
  updated: 2026-11-22
  finds: [하나, 둘]
""",
}


def test_each_manual_is_counted_and_what_is_thin_is_named():
    library, problems = make_library(DOCS)
    assert problems == []
    rows = extents(library.manuals, library.collection.entries, ["orders/img/flow.svg", "orders/a.png", "ads/b.svg"])
    assert report(rows, words=100, facts=9).splitlines() == [
        "주문: 쪽 2, 질문 2, 찾기 약속 9, 사실 3, 그림 1",
        "모두: 쪽 2, 질문 2, 찾기 약속 9, 용어 100, 사실표 9",
        "주문: 찾기 약속이나 사실이 모자라요: orders/b.md",
        "주문: 찾기 약속이나 사실이 모자라요: orders-two",
    ]


def test_the_command_counts_this_project():
    done = called("extent.py")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("스토어 개설: 쪽 ")
