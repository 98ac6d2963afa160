"""Changes as writers state them in the head of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sellerhelp.changes.change import IN_FORCE, REVISED
from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.schema import Key, day, one_of, read_map, text
from sellerhelp.yamltext import List, Node, Place

MOST_LETTERS = 120


@dataclass(frozen=True)
class Revision:
    """text: a sentence. kind: 고침 (the page changed) or 시행 (what the page is about changed)."""

    date: date
    text: str
    kind: str
    place: Place


def revisions(node: Node, problems: list[Problem], key: Key) -> tuple[Revision, ...] | None:
    """Reads a list of changes; broken ones are left out."""
    if not isinstance(node, List):
        text_ = f"‘{key.name}’에는 ‘- ’로 시작하는 목록이 와야 해요."
        problems.append(node.place.problem(text_, f"예:\n{key.example}", rule="data-not-list"))
        return None
    found = [_revision(item, problems) for item in node]
    return tuple(revision for revision in found if revision)


def _revision(node: Node, problems: list[Problem]) -> Revision | None:
    values = read_map(node, _KEYS, "‘changes’ 항목", problems)
    if not values or not (values["date"] and values["text"]):
        return None
    if len(values["text"]) > MOST_LETTERS:
        text_ = f"바뀐 내용이 {len(values['text'])}자라 너무 길어요."
        mend = f"한 문장으로 {MOST_LETTERS}자까지 쓸 수 있어요."
        problems.append(node.place.problem(text_, mend, rule="changes-text-length"))
        return None
    return Revision(values["date"], values["text"], values["kind"], node.place)


def late_revisions(found: tuple[Revision, ...], updated: date | None) -> list[Problem]:
    """Names the changes of a page that are younger than its `updated`: one of the two dates is wrong."""
    late = [revision for revision in found if updated and revision.kind == REVISED and revision.date > updated]
    return [
        revision.place.problem(
            f"고친 날 {attach(str(revision.date), '이/가')} updated의 ‘{updated}’보다 뒤예요.",
            f"맨 위의 날짜도 고치세요. 예: updated: {revision.date}",
            rule="changes-after-updated",
        )
        for revision in late
    ]


_KEYS = [
    Key("date", day, "date: 2026-11-25", required=True),
    Key("text", text, "text: 서류를 챙기는 점검표를 더했어요.", required=True),
    Key("kind", one_of(REVISED, IN_FORCE), "kind: 시행", default=REVISED),
]
