"""One question and its answer, as a writer keeps it in faq.yml."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sellerhelp.problem import Problem
from sellerhelp.schema import Key, day, matching, placed_texts, read_map, text, texts, whole
from sellerhelp.yamltext import List, Map, Node, Place, Text, read_yaml

ID = r"[a-z][a-z0-9]*(-[a-z0-9]+)+"


@dataclass(frozen=True)
class Link:
    """A link as it was written, with its place."""

    target: str
    place: Place


@dataclass(frozen=True)
class Entry:
    """One FAQ entry.

    id: permanent, the anchor of its address. manual: the folder that holds its faq.yml.
    answer: Markdown. was: earlier ids. featured: its rank on the front page, or None.
    source: the path of its faq.yml below docs/, the base of its links.
    answer_place, answer_raw: where the answer begins, and how it was typed from there on.
    also: other wordings, searched. finds: questions whose search must lead here, checked.
    facts: ids of docs/_facts/ that the answer rests on; not published.
    """

    id: str
    question: str
    answer: str
    also: tuple[str, ...]
    tags: tuple[str, ...]
    updated: date | None
    was: tuple[str, ...]
    featured: int | None
    related: tuple[Link, ...]
    manual: str
    source: str
    place: Place
    answer_place: Place
    answer_raw: str
    finds: tuple[Text, ...] = ()
    facts: tuple[Text, ...] = ()


def read_entries(source: str, path: str, shown: str) -> tuple[list[Entry], list[Problem]]:
    """Reads one faq.yml. path: below docs/. shown: the path in problems. Broken entries are left out."""
    reading = read_yaml(source, shown)
    problems = list(reading.problems)
    if reading.root is None or (isinstance(reading.root, List) and not reading.root.items):
        if not problems:
            problems.append(Place(shown, 1, 1).problem("질문이 하나도 없어요.", EXAMPLE, rule="faq-none"))
        return [], problems
    if not isinstance(reading.root, List):
        problems.append(
            reading.root.place.problem("faq.yml은 ‘- id:’로 시작하는 목록이어야 해요.", EXAMPLE, rule="faq-not-list")
        )
        return [], problems
    entries = [_entry(item, path, problems) for item in reading.root]
    return [entry for entry in entries if entry], problems


def _entry(node: Node, path: str, problems: list[Problem]) -> Entry | None:
    values = read_map(node, KEYS, "질문", problems)
    if values is None or not (values["id"] and values["question"] and values["answer"]):
        return None
    assert isinstance(node, Map)
    answer = node.items["answer"]
    assert isinstance(answer, Text)
    return Entry(
        **{**values, "related": values["related"] or ()},
        manual=path.split("/")[0],
        source=path,
        place=node.keys["id"],
        answer_place=answer.place,
        answer_raw=answer.raw,
    )


def _links(node: Node, problems: list[Problem], key: Key) -> tuple[Link, ...] | None:
    return tuple(Link(item.value.strip(), item.place) for item in placed_texts(node, problems, key) or ())


KEYS = [
    Key("id", matching(ID, "소문자 로마자와 숫자를 ‘-’로 이어 적어요."), "id: orders-invoice-typo", required=True),
    Key("question", text, "question: 송장번호를 고칠 수 있나요?", required=True),
    Key("answer", text, "answer: ‘배송중’일 때만 고칠 수 있어요.", required=True),
    Key("also", texts, "also: [송장 오타, 운송장 번호 수정]", default=()),
    Key("tags", texts, "tags: [송장]", required=True, default=()),
    Key("updated", day, "updated: 2026-11-22", required=True),
    Key("was", texts, "was: [orders-invoice-wrong]", default=()),
    Key("featured", whole, "featured: 1"),
    Key("related", _links, "related: [invoice.md]", default=()),
    Key("finds", placed_texts, "finds: [송장번호를 잘못 적었어요]", default=()),
    Key("facts", placed_texts, "facts: [orders-012]", default=()),
]
EXAMPLE = """예:
- id: orders-invoice-typo
  question: 송장번호를 고칠 수 있나요?
  answer: ‘배송중’일 때만 고칠 수 있어요.
  tags: [송장]
  updated: 2026-11-22"""
