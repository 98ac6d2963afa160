"""The feed of changes: valid Atom, permanent ids, escaped, the same bytes each time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.parsers import expat

import pytest
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st
from sellerhelp.changes.atom import MOST_ENTRIES, NAMESPACE, Feed, atom, writable
from sellerhelp.changes.change import Change

FEED = Feed(
    "도움말: 바뀐 기록", "도움말", "https://help.example/a/", "changes/", "tag:help.example,2026:", date(2026, 12, 22)
)
CHANGES = [
    Change(
        date(2026, 12, 1),
        "고침",
        "3-1 송장",
        "표를 <더했어요> & 고쳤어요.",
        "orders/invoice/#edit",
        "page/orders/invoice.md",
    ),
    Change(date(2025, 6, 2), "값", "판매수수료", "2.73%", "settlement/fees/", "value/판매 수수료"),
]
ATOM = f"{{{NAMESPACE}}}"


def test_the_feed_is_compared_line_by_line():
    assert atom(FEED, CHANGES).decode().split("\n") == [
        "<?xml version='1.0' encoding='utf-8'?>",
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ko">',
        "  <id>tag:help.example,2026:changes</id>",
        "  <title>도움말: 바뀐 기록</title>",
        "  <updated>2026-12-01T00:00:00+09:00</updated>",
        '  <link rel="self" type="application/atom+xml" href="https://help.example/a/changes.xml" />',
        '  <link rel="alternate" type="text/html" href="https://help.example/a/changes/" />',
        "  <author>",
        "    <name>도움말</name>",
        "  </author>",
        "  <entry>",
        "    <id>tag:help.example,2026:2026-12-01/page/orders/invoice.md</id>",
        "    <title>[고침] 3-1 송장</title>",
        "    <updated>2026-12-01T00:00:00+09:00</updated>",
        '    <link rel="alternate" type="text/html" href="https://help.example/a/orders/invoice/#edit" />',
        '    <category term="고침" />',
        '    <content type="text">표를 &lt;더했어요&gt; &amp; 고쳤어요.</content>',
        "  </entry>",
        "  <entry>",
        "    <id>tag:help.example,2026:2025-06-02/value/%ED%8C%90%EB%A7%A4%20%EC%88%98%EC%88%98%EB%A3%8C</id>",
        "    <title>[값] 판매수수료</title>",
        "    <updated>2025-06-02T00:00:00+09:00</updated>",
        '    <link rel="alternate" type="text/html" href="https://help.example/a/settlement/fees/" />',
        '    <category term="값" />',
        '    <content type="text">2.73%</content>',
        "  </entry>",
        "</feed>",
        "",
    ]


def faults(body: bytes) -> list[str]:
    """What RFC 4287 asks of a feed and does not find here."""
    feed = ElementTree.fromstring(body)
    ids = [node.text or "" for node in feed.iter(f"{ATOM}id")]
    found = [f"id twice: {one}" for one in sorted({one for one in ids if ids.count(one) > 1})]
    found += [
        f"no tag: URI: {one}"
        for one in ids
        if not re.fullmatch(r"tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[\w\-.~%/:@!$&'()*+,;=]*", one, re.A)
    ]
    for node in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            if len(node.findall(ATOM + name)) != 1:
                found.append(f"{node.tag} without {name}")
    found += [
        f"no date: {node.text}"
        for node in feed.iter(f"{ATOM}updated")
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00", node.text or "")
    ]
    found += [
        f"no absolute link: {node.get('href')}"
        for node in feed.iter(f"{ATOM}link")
        if not (node.get("href") or "").startswith(("https://", "http://"))
    ]
    if feed.find(f"{ATOM}author/{ATOM}name") is None:
        found.append("no author")
    return found


def test_the_feed_has_all_that_the_standard_asks_for():
    assert faults(atom(FEED, CHANGES)) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b"T00:00:00+09:00", b"", "no date: 2026-12-01"),
        (b"2025-06-02/value", b"2026-12-01/page/orders/invoice.md\x00", ""),
        (b"https://help.example/a/orders", b"orders", "no absolute link: orders/invoice/#edit"),
        (b"tag:help.example,2026:changes", b"changes", "no tag: URI: changes"),
        (b"<name>", b"<other>", ""),
    ],
)
def test_canary_a_fault_in_the_feed_is_found(old, new, fault):
    broken = atom(FEED, CHANGES).replace(old, new)
    try:
        assert fault in faults(broken)
    except (expat.ExpatError, ElementTree.ParseError):
        assert fault == "", "it did not even parse"


def test_ids_outlive_a_move_a_mended_word_and_new_entries():
    def ids(body: bytes) -> list[bytes]:
        return re.findall(rb"<id>(.*?)</id>", body)

    moved = atom(
        replace(FEED, site="https://new.example/", title="새 이름"),
        [replace(one, text="다른 말", title="새 제목") for one in CHANGES],
    )
    longer = atom(FEED, [replace(CHANGES[0], date=date(2026, 12, 2)), *CHANGES])
    assert ids(moved) == ids(atom(FEED, CHANGES))
    assert set(ids(atom(FEED, CHANGES))) < set(ids(longer))


def test_a_feed_without_changes_is_valid_and_dated_by_the_build():
    body = atom(FEED, [])
    assert faults(body) == [] and b"2026-12-22T00:00:00+09:00" in body


def test_a_feed_is_bounded_and_keeps_the_latest():
    many = [replace(CHANGES[0], key=f"page/{at}") for at in range(MOST_ENTRIES + 5)]
    body = atom(FEED, many)
    assert body.count(b"<entry>") == MOST_ENTRIES and b"page/0<" in body and b"page/104<" not in body


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
def test_any_text_comes_out_of_the_feed_as_it_went_in(title, text, key):
    body = atom(FEED, [replace(CHANGES[0], title=title, text=text, key=key)])
    entry = ElementTree.fromstring(body).find(f"{ATOM}entry")
    # A parser reads \r as a line end, in any writing but &#13;.
    assert (entry.find(f"{ATOM}content").text or "") == writable(text)
    assert entry.find(f"{ATOM}title").text == f"[고침] {writable(title)}"
    assert faults(body) == []


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\x1b", "\ufffe", "\uffff", "\ud800", "\r"])
def test_letters_that_xml_cannot_hold_go(letter):
    assert writable(f"가{letter}나") == "가나"


@pytest.mark.parametrize("letter", ["\t", "\n", "힣", "𝒜", "😀", "\ue000", "\ufffd"])
def test_letters_that_xml_can_hold_stay(letter):
    assert writable(letter) == letter
