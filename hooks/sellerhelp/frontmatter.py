"""The head of a page: what a writer states about it between the two --- lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sellerhelp.changes.change import REVISED
from sellerhelp.changes.written import Revision, late_revisions, revisions
from sellerhelp.problem import Problem
from sellerhelp.schema import Key, day, matching, placed_texts, read_map, text, texts
from sellerhelp.yamltext import List, Map, Node, Place, Text, read_yaml

FENCE = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.S | re.M)


def head_of(text: str) -> str:
    """Returns the head of a page as written, with its fences; "" where it has none."""
    found = FENCE.match(text)
    return found[0] if found else ""


@dataclass(frozen=True)
class Fact:
    """One row of "먼저 알아 둘 것": a short name, the answer, and a note or ""."""

    what: str
    answer: str
    note: str


@dataclass(frozen=True)
class Related:
    """A page worth reading next: its path as written, why, and where it was named."""

    page: str
    why: str
    place: Place


@dataclass(frozen=True)
class PageHead:
    """What the head of one page says.

    path: the page's source below docs/. number: "3-2", "3", "3-Q" or "" for pages outside the manuals.
    frequent: words that readers often look for (in `why`) and the pages that answer them; front page only.
    changes: what writers say has changed.
    also: other wordings, searched. finds: questions whose search must lead here, checked.
    facts: ids of docs/_facts/ that the page rests on; not published.
    review: the day by which somebody must look at the page again. owner: the team that does.
    was: the names that the file once had, as written; readers of its old addresses are sent here.
    keys: every key that the head has, known or not, and its place.
    """

    path: str
    title: str
    number: str
    number_place: Place
    description: str
    updated: date | None
    as_of: str
    know: tuple[Fact, ...]
    related: tuple[Related, ...]
    frequent: tuple[Related, ...]
    also: tuple[str, ...]
    finds: tuple[Text, ...]
    facts: tuple[Text, ...]
    body_line: int
    changes: tuple[Revision, ...] = ()
    review: date | None = None
    owner: str = ""
    was: tuple[Text, ...] = ()
    keys: Mapping[str, Place] = field(default_factory=dict)

    @property
    def last_change(self) -> str:
        """Says what was changed on the day of `updated`, or "" when nobody said it."""
        last = (item.text for item in reversed(self.changes) if item.kind == REVISED and item.date == self.updated)
        return next(last, "")


def read_head(source: str, path: str, shown: str) -> tuple[PageHead, list[Problem]]:
    """Reads the front matter of a page.

    source: the whole Markdown file. path: below docs/. shown: the path in problems.
    A page without a usable head still gets one, so that a preview can show it.
    """
    problems: list[Problem] = []
    match = FENCE.match(source)
    if not match:
        example = "예:\n---\ntitle: 발주확인\ndescription: 새 주문을 확인하는 방법이에요.\n---"
        problems.append(
            Place(shown, 1, 1).problem("맨 위에 쪽 정보(--- 두 줄 사이)가 없어요.", example, rule="head-missing")
        )
        return _head({}, path, Place(shown, 1, 1), 1), problems
    reading = read_yaml(match[1], shown, first_line=2)
    problems += reading.problems
    root = reading.root
    if root is None and not problems:
        problems.append(
            Place(shown, 1, 1).problem("쪽 정보가 비어 있어요.", f"예: {_KEYS[0].example}", rule="head-empty")
        )
    values = read_map(root, _KEYS, "쪽 정보", problems) if root is not None else {}
    problems += late_revisions((values or {}).get("changes") or (), (values or {}).get("updated"))
    keys = root.keys if isinstance(root, Map) else {}
    place = keys.get("number", root.place) if isinstance(root, Map) else Place(shown, 1, 1)
    return _head(values or {}, path, place, match[0].count("\n") + 1, keys), problems


def _head(
    values: dict, path: str, number_place: Place, body_line: int, keys: Mapping[str, Place] | None = None
) -> PageHead:
    return PageHead(
        path=path,
        title=values.get("title") or path,
        number=values.get("number") or "",
        number_place=number_place,
        description=values.get("description") or "",
        updated=values.get("updated"),
        as_of=values.get("as_of") or "",
        know=values.get("know") or (),
        related=values.get("related") or (),
        frequent=values.get("frequent") or (),
        also=values.get("also") or (),
        finds=values.get("finds") or (),
        facts=values.get("facts") or (),
        body_line=body_line,
        changes=values.get("changes") or (),
        review=values.get("review"),
        owner=values.get("owner") or "",
        was=values.get("was") or (),
        keys=keys or {},
    )


def _know(node: Node, problems: list[Problem], key: Key) -> tuple[Fact, ...] | None:
    rows = _rows(node, problems, key, _KNOW_KEYS, "‘know’ 항목")
    return tuple(Fact(row["what"], row["is"], row["note"]) for row, _ in rows if row["what"] and row["is"])


def _related(node: Node, problems: list[Problem], key: Key) -> tuple[Related, ...] | None:
    rows = _rows(node, problems, key, _RELATED_KEYS, "‘related’ 항목")
    return tuple(Related(row["page"], row["why"] or "", place) for row, place in rows if row["page"])


def _frequent(node: Node, problems: list[Problem], key: Key) -> tuple[Related, ...] | None:
    rows = _rows(node, problems, key, _FREQUENT_KEYS, "‘frequent’ 항목")
    return tuple(Related(row["page"], row["word"], place) for row, place in rows if row["page"] and row["word"])


def _rows(node: Node, problems: list[Problem], key: Key, keys: list[Key], what: str) -> list[tuple[dict, Place]]:
    if not isinstance(node, List):
        problems.append(
            node.place.problem(
                f"‘{key.name}’에는 ‘- ’로 시작하는 목록이 와야 해요.", f"예:\n{key.example}", rule="data-not-list"
            )
        )
        return []
    rows = [(read_map(item, keys, what, problems), item.place) for item in node]
    return [(row, place) for row, place in rows if row]


_KNOW_KEYS = [
    Key("what", text, "what: 발송기한", required=True),
    Key("is", text, "is: 결제완료일부터 3영업일", required=True),
    Key("note", text, "note: 일반상품 기준이에요.", default=""),
]
_RELATED_KEYS = [
    Key("page", text, "page: invoice.md", required=True),
    Key("why", text, "why: 송장을 고쳐야 할 때", required=True),
]
_FREQUENT_KEYS = [
    Key("word", text, "word: 송장 수정", required=True),
    Key("page", text, "page: orders/invoice.md", required=True),
]
_KEYS = [
    Key("title", text, "title: 발주확인과 배송지 변경", required=True),
    Key(
        "number",
        matching(r"[1-9](-([1-9]\d?|Q))?", "매뉴얼 번호와 쪽 번호를 ‘-’로 이어 적어요."),
        "number: 3-2",
        default="",
    ),
    Key("description", text, "description: 새 주문을 확인하고 배송지를 바꾸는 방법이에요.", required=True),
    Key("updated", day, "updated: 2026-11-22", required=True),
    Key("changes", revisions, "changes:\n  - date: 2026-11-25\n    text: 서류를 챙기는 점검표를 더했어요.", default=()),
    Key("review", day, "review: 2027-05-22"),
    Key("owner", text, "owner: 주문팀", default=""),
    Key("was", placed_texts, "was: [invoice-typo.md]", default=()),
    Key("as_of", text, "as_of: 수집 자료 기준 (수집일 미표기)", default=""),
    Key("know", _know, "know:\n  - what: 발송기한\n    is: 결제완료일부터 3영업일", default=()),
    Key("related", _related, "related:\n  - page: invoice.md\n    why: 송장을 고쳐야 할 때", default=()),
    Key("frequent", _frequent, "frequent:\n  - word: 송장 수정\n    page: orders/invoice.md", default=()),
    Key("also", texts, "also: [송장 오타, 운송장 수정]", default=()),
    Key("finds", placed_texts, "finds: [송장번호를 잘못 적었어요]", default=()),
    Key("facts", placed_texts, "facts: [orders-012, orders-013]", default=()),
    Key("template", text, "template: home.html"),
    Key("hide", texts, "hide: [navigation, toc]"),
]


def known_keys() -> tuple[str, ...]:
    """Returns the names that the head of a page may have, in the house's order."""
    return tuple(key.name for key in _KEYS)
