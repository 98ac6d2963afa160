"""Hostile words in every place where writers write: they come out as words, or the build refuses them in Korean.

One small site holds them all. Nothing of them may be an element, an attribute or a script of any page, and the Markdown
copies, the feeds and the lists must hold them as text. Queries are asked in tests/browser/test_security.py.
"""

from __future__ import annotations

import json
import subprocess
import sys
import xml.etree.ElementTree as etree
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import build
from tests.writers_tree import make_tree

# Ends a text, an attribute of either quote, a title, a comment and a script; begins one of each.
BAIT = """"'><x-planted planted=1 onclick=planted()></title></script>--><?planted><script>planted()</script>"""
LINE = "쪽 &lt;b&gt; &#60;script&#62;"  # what a second reading of entities would turn into markup


def written(text: str) -> str:
    """A text as YAML: between single quotes nothing means anything but the quote."""
    return "'" + text.replace("'", "''") + "'"


B = {
    "bait": written(f"말 {BAIT}"),
    "line": written(LINE),
    "short": written("""\"'><x-planted onclick=1>"""),
    "lead": written("""송장을 고치는 방법이에요. "'><x-planted planted=1></title>"""),
}  # fmt: skip
DOCS = {
    "orders/invoice.md": """---
title: {short}
number: 3-1
description: {lead}
updated: 2026-10-01
review: 2027-04-01
owner: 주문팀
as_of: {bait}
was: [old.md]
also: [{bait}]
changes:
  - date: 2026-10-01
    text: {bait}
know:
  - what: {bait}
    is: {bait}
    note: {bait}
related:
  - page: index.md
    why: {bait}
---

## 송장 고치기 {{#edit}}

송장을 고쳐요. 수수료는 {{{{ 판매수수료 }}}}예요. 빈 칸은 5 < 6 그리고 `<script>planted()</script>`로 적어요.

/// value
    names: [판매수수료]
///

## 자주 묻는 질문 {{#faq}}

/// faq
    manual: orders
///
""",
    "orders/faq.yml": """- id: orders-invoice-typo
  question: {bait}
  answer: 배송중일 때 고칠 수 있어요. `<script>planted()</script>`
  also: [{bait}]
  tags: [{bait}]
  featured: 1
  updated: 2026-10-01
- id: orders-late
  question: {line}
  answer: 페널티를 받아요. 수수료는 {{{{ 판매수수료 }}}}예요.
  tags: [발송]
  updated: 2026-10-01
  related: [invoice.md]
""",
    "values.yml": """- name: 판매수수료
  title: {bait}
  unit: '%'
  source: 공개 자료
  as_of: {bait}
  check: 확인필요
  versions:
    - until: 2025-06-01
      value: '2'
      label: {bait}
    - from: 2025-06-02
      value: '2.73'
      note: {bait}
""",
    "contact/hours.yml": """timezone: Asia/Seoul
as_of: {bait}
basis: {bait}
holidays: holidays.yml
exceptions:
  - date: 2026-12-24
    kind: 임시휴무
    reason: {bait}
channels:
  - id: phone
    name: {bait}
    for: {bait}
    phone: 1588-3819
    note: {bait}
    week: {{평일: "09:00-18:00"}}
    lunch: "12:00-13:00"
  - id: talk
    name: 톡톡상담
    for: {bait}
    where: [{bait}]
    reply: {bait}
    week: 확인필요
""",
    "notices.yml": """- id: planted
  text: {short}
  kind: 안내
  from: 2026-01-01
  until: 2027-12-31
  manuals: [all]
""",
    "glossary.yml": """- id: planted
  word: 송장
  means: {bait}
  also: [{bait}]
""",
    "synonyms.yml": "groups:\n  - {{words: [{bait}, 송장]}}\n",
}  # fmt: skip
PAGES = {
    "glossary.md": ("용어집", "/// glossary\n///"),
    "notices.md": ("공지", "/// notices\n///"),
    "changes.md": ("바뀐 기록", "/// changes\n///"),
    "index-all.md": ("가나다 색인", "/// index\n///"),
}
HEAD = "---\ntitle: {}\ndescription: 여기저기의 글을 한데 모아 둔 쪽이에요.\nupdated: 2026-10-01\nreview: 2027-04-01\nowner: 주문팀\nas_of: 수집 자료 기준\n---\n\n{}\n"


class Planted(HTMLParser):
    """What of the bait became markup."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[str] = []
        self.kind = ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.kind = values.get("type", "runs") if tag == "script" and "src" not in values else ""
        self.found += [tag] if tag.startswith("x-") else []
        self.found += [name for name in values if name.startswith(("planted", "on"))]
        self.found += [value for name, value in attributes if (value or "").strip().lower().startswith("javascript:")]

    def handle_data(self, text):
        if self.kind == "runs" and "planted" in text:
            self.found.append(f"script: {text[:60]}")
        if "json" in self.kind:
            json.loads(text)
        self.kind = ""

    def handle_pi(self, text):
        self.found += ["instruction"] if "planted" in text else []


@pytest.fixture(scope="module")
def hostile_tree(tmp_path_factory) -> Path:
    tree = make_tree(tmp_path_factory.mktemp("hostile"))
    for name, text in DOCS.items():
        (tree / "docs" / name).write_text(text.format(**B), "utf-8")
    for name, (title, body) in PAGES.items():
        (tree / "docs" / name).write_text(HEAD.format(title, body), "utf-8")
    return tree


@pytest.fixture(scope="module")
def hostile_site(hostile_tree) -> Path:
    done = build(hostile_tree / "site", hostile_tree, SITE_URL="https://help.example/a/")
    assert done.returncode == 0, done.stderr
    return hostile_tree / "site"


def test_canary_the_parser_finds_the_bait_where_it_is_markup():
    assert Planted(f'<p title="말 {BAIT}">').found[:2] == ["x-planted", "planted"]
    assert "instruction" in Planted(f"<p>{BAIT}").found
    assert any(one.startswith("script: ") for one in Planted(f"<p>{BAIT}").found)
    assert Planted('<a href=" JavaScript:planted()">').found


def test_nothing_of_it_becomes_markup_on_any_page(hostile_site):
    pages = sorted(hostile_site.rglob("*.html"))
    assert len(pages) > 8
    found = {path.relative_to(hostile_site).as_posix(): Planted(path.read_text("utf-8")).found for path in pages}
    assert {name: what for name, what in found.items() if what} == {}
    everything = "".join(path.read_text("utf-8") for path in pages)
    assert everything.count("x-planted") > 30, "the bait is nowhere: nothing was tried"


def test_the_policy_of_the_hostile_site_allows_the_themes_scripts_alone(hostile_site):
    rules = (hostile_site / "_headers").read_text("utf-8")
    assert 5 <= rules.count("'sha256-") <= 8


def test_feeds_lists_and_maps_hold_it_as_text(hostile_site):
    for name in ("changes.xml", "sitemap.xml"):
        assert not [node for node in etree.parse(hostile_site / name).iter() if "planted" in str(node.tag)]
    for path in [*hostile_site.rglob("*.json"), hostile_site / "manifest.webmanifest"]:
        json.loads(path.read_text("utf-8"))
    lines = (hostile_site / "contact" / "days-off.ics").read_bytes().decode().split("\r\n")
    assert not [line for line in lines if line.startswith(("<", "planted"))]
    for path in [*hostile_site.rglob("*.md"), hostile_site / "llms.txt"]:
        text = path.read_text("utf-8")
        bare = [at for at in range(len(text)) if text.startswith("<x-planted", at) and text[at - 1] != "\\"]
        assert bare == [], path


REFUSED = {
    "a script": "<script>planted()</script>",
    "a handler": "<b onclick='planted()'>가</b>",
    "a style": "<b style='color:red'>가</b>",
    "a frame": "<iframe src='https://elsewhere.example/'></iframe>",
    "an object": "<object data='a.swf'></object>",
    "a form": "<form action='https://elsewhere.example/'><input name='a'></form>",
    "another base": "<base href='https://elsewhere.example/'>",
    "a refresh": "<meta http-equiv='refresh' content='0; url=https://elsewhere.example/'>",
}
LINKS = {
    "a link that runs": "[가](javascript:planted(1))",
    "a hidden link that runs": "[가](java&#115;cript:planted(2))",
    "data as a page": "[가](data:text/html,planted)",
    "a file of the reader's": "[가](file:///etc/passwd)",
}
NAMES = ["orders/<img src=x onerror=planted()>.md", "orders/a\"b'.md"]


def test_what_would_be_markup_is_refused_in_korean_with_its_line(hostile_tree):
    """All at once; an answer shows HTML as it is written (tests/test_faq_answers.py), so only its links are refused."""
    docs, baits = hostile_tree / "docs", [*REFUSED.items(), *LINKS.items()]
    page, faq = docs / "orders" / "index.md", docs / "orders" / "faq.yml"
    begin = len(page.read_text("utf-8").splitlines()) + 2
    page.write_text(page.read_text("utf-8") + "\n" + "\n\n".join(bait for _, bait in baits) + "\n", "utf-8")
    first = len(faq.read_text("utf-8").splitlines()) + 3
    with faq.open("a", encoding="utf-8") as file:
        for at, bait in enumerate(LINKS.values()):
            text = f"- id: orders-planted-{at}\n  question: 무엇{at}인가요?\n  answer: {written('글이에요. ' + bait)}\n"
            file.write(text + "  tags: [발송]\n  updated: 2026-10-01\n")
    for name in NAMES:
        (docs / name).write_text(HEAD.format("가", "글"), "utf-8")
    command = [sys.executable, "tools/check.py", "--json"]
    done = subprocess.run(command, cwd=hostile_tree, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    rules = ("html-", "link-", "file-")
    problems = [one for one in json.loads(done.stdout)["problems"] if one["rule"].startswith(rules)]
    told = {(one["path"], one["line"]) for one in problems}
    wanted = {("docs/orders/index.md", begin + 2 * at): what for at, (what, _) in enumerate(baits)}
    wanted |= {("docs/orders/faq.yml", first + 5 * at): what for at, what in enumerate(LINKS)}
    wanted |= {(f"docs/{name}", 0): name for name in NAMES}
    assert {place: what for place, what in wanted.items() if place not in told} == {}
    assert all(one["level"] == "error" for one in problems)
