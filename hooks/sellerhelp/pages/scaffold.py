"""A new page of a manual: its file, number, head and an outline that begins with the answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from string import Template

from sellerhelp.faq.collection import Collection
from sellerhelp.frontmatter import known_keys
from sellerhelp.manuals import Manual, next_chapter
from sellerhelp.particle import attach
from sellerhelp.problem import nearest
from sellerhelp.romanise import slug
from sellerhelp.sheets.yamlform import scalar

_SKELETON = Path(__file__).with_name("skeleton.md")
# A page is looked at again after half a year, unless its writer says otherwise.
_REVIEW = timedelta(days=182)


@dataclass(frozen=True)
class NewPage:
    """path: below docs/. number: "3-12". text: what stands in the file."""

    path: str
    number: str
    text: str


def new_page(
    manuals: Mapping[str, Manual], questions: Collection, taken: set[str], order: tuple[str, str, str], today: date
) -> NewPage | str:
    """Returns a new page, or a Korean sentence that says why there is none.

    manuals: folder -> manual. taken: the paths below docs/ that exist.
    order: folder of the manual, title, and file name or "" for one made of the title.
    """
    folder, title, name = order
    manual = manuals.get(folder)
    if not manual:
        return _no_manual(folder, manuals)
    if not title:
        return '쪽의 제목을 알려 주세요. 예: make page MANUAL=orders TITLE="선물 주문 처리"'
    name = name.removesuffix(".md") or slug(title)
    if not name:
        return "파일 이름을 정해 주세요. 예: NAME=gift-order"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        return f"파일 이름 {attach(name, '을/를')} 쓸 수 없어요. 소문자 로마자와 숫자를 ‘-’로 이어 적으세요. 예: NAME=gift-order"
    path = f"{folder}/{name}.md"
    if path in taken:
        return f"‘docs/{path}’가 이미 있어요. 다른 이름을 붙이세요. 예: NAME={name}-2"
    number = f"{manual.number}-{next_chapter([manual.index, *manual.pages])}"
    return NewPage(path, number, _text(manual, title, number, list(questions.tags(folder)), today))


def _no_manual(folder: str, manuals: Mapping[str, Manual]) -> str:
    known = ", ".join(f"{name}({manual.title})" for name, manual in manuals.items())
    if not folder:
        return f'매뉴얼을 알려 주세요. 예: make page MANUAL=orders TITLE="선물 주문 처리". 쓸 수 있는 이름: {known}'
    near = nearest(folder, manuals)
    hint = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else f"쓸 수 있는 이름: {known}"
    return f"매뉴얼 {attach(folder, '이/가')} 없어요. {hint}"


def _text(manual: Manual, title: str, number: str, tags: list[str], today: date) -> str:
    return Template(_SKELETON.read_text("utf-8")).substitute(
        title=scalar(title),
        number=number,
        today=today.isoformat(),
        more=_more(manual.index.owner, today),
        manual=manual.folder,
        tag=scalar(tags[0], in_flow=True) if tags else "〈채울 곳〉",
        tags=", ".join(tags),
    )


def _more(owner: str, today: date) -> str:
    """Returns the lines of keys that a page may have beside the skeleton's own."""
    lines = {
        "review": (today + _REVIEW).isoformat(),
        "owner": owner or "〈채울 곳〉 맡은 팀",
        "was": "[]",
        "as_of": "〈채울 곳〉 기준일과 자료",
    }
    return "".join(f"{key}: {value}\n" for key, value in lines.items() if key in known_keys())
