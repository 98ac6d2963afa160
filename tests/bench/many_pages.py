"""Lays a corpus out as a large help centre: six sections, folders of 40, the same pages for every builder.

A page has a title, a lead, tags, four h2, a list, a table, an admonition and two links to other pages; its text is the
answer of one entry (corpus.py says the format). More pages than entries: the entries again, under other titles.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from posixpath import dirname, relpath

from tests.bench.corpus import Question

SECTIONS = ("opening", "products", "orders", "settlement", "ads", "policy")
FOLDER = 40  # pages
NUMBERS = 99  # pages of a manual that can have a number
_EDIT_HERE = "{#know}\n\n"
# What Markdown, a block, a value or a shortcode could be made of; written as entities, which every builder knows.
_SIGNS = re.compile(r"[\\`*_\[\]#|~!+{}<>&=:-]|(?<=\d)[.)]")
_STRANGE = re.compile(r"[^ -~가-힣·‘’“”…]+")  # no face of ours has these, and no writer of ours writes them
# The house writes 해요체: thousands of sentences that do not would keep our gate busy with telling so.
_POLITE = {"합니다.": "해요.", "됩니다.": "돼요.", "입니다.": "이에요.", "습니다.": "어요.", "바랍니다.": "바라요."}
_IN_HEADS = str.maketrans("<>{}", "()()")  # themes print titles raw


@dataclass(frozen=True)
class Page:
    """path: below docs/. sentences: plain text, at least one."""

    path: str
    title: str
    sentences: tuple[str, ...]
    links: tuple[tuple[str, str], ...] = ()
    number: str = ""

    @property
    def lead(self) -> str:
        return self.sentences[0][:120].translate(_IN_HEADS)

    @property
    def tags(self) -> list[str]:
        return list(dict.fromkeys(re.findall(r"[가-힣]{2,}", self.title)))[:3] or ["질문"]


def lay_out(corpus: Sequence[Question], count: int) -> list[Page]:
    """Returns so many pages. Raises ValueError for an empty corpus."""
    if not corpus:
        raise ValueError("the corpus has no entries")
    questions = list(islice(cycle(corpus), count))
    pages, within = [], dict.fromkeys(SECTIONS, 0)
    for at, question in enumerate(questions):
        section = SECTIONS[at * len(SECTIONS) // count]
        place = within[section] = within[section] + 1
        copy = at // len(corpus)
        title = " ".join(_STRANGE.sub(" ", question.title).split()).translate(_IN_HEADS) + (
            f" {copy + 1}번째" if copy else ""
        )
        number = f"{SECTIONS.index(section) + 1}-{place}" if place <= NUMBERS else ""
        path = f"{section}/f{(place - 1) // FOLDER + 1:02}/p{at}.md"
        pages.append(Page(path, title, _sentences(question), number=number))
    return [_linked(pages, at) for at in range(count)]


def _sentences(question: Question) -> tuple[str, ...]:
    answer = re.sub("|".join(map(re.escape, _POLITE)), lambda end: _POLITE[end[0]], question.answer)
    found = re.split(r"(?<=[가-힣)\"'][.?!])\s*(?=[^\s.?!)])", " ".join(_STRANGE.sub(" ", answer).split()))
    return tuple(one for one in found if one) or (question.title,)


def _linked(pages: Sequence[Page], at: int) -> Page:
    """Gives a page its links: to its neighbour, and to a page of another section."""
    page, others = pages[at], [pages[at - 1], pages[(at + len(pages) // 2) % len(pages)]]
    links = tuple((other.title, relpath(other.path, dirname(page.path))) for other in others)
    return Page(page.path, page.title, page.sentences, links, page.number)


def written(page: Page, head: Callable[[Page], dict], admonition: str) -> str:
    """Returns the Markdown of a page. head: its front matter. admonition: how the builder writes one, with {text}."""
    quarter = -(-len(page.sentences) // 4)
    parts = [page.sentences[at * quarter : (at + 1) * quarter] or (page.title,) for at in range(4)]
    said = [[_plain(one) for one in part] for part in parts]
    links = [
        f"- [{_plain(title)}]({link}{anchor})" for (title, link), anchor in zip(page.links, ("", "#how"), strict=True)
    ]
    return "\n".join(
        [
            "---",
            *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head(page).items()),
            "---",
            "",
            f"## 먼저 알아 두세요 {_EDIT_HERE}{' '.join(said[0])}",
            "",
            "## 이렇게 하세요 {#how}",
            "",
            *(f"1. {one}" for one in said[1]),
            "",
            "## 한눈에 보기 {#table}",
            "",
            "| 무엇 | 어떻게 |",
            "|---|---|",
            *(f"| {_plain(tag)} | {one} |" for tag, one in zip(cycle(page.tags), said[2], strict=False)),
            "",
            "## 더 살펴보세요 {#more}",
            "",
            admonition.format(text=" ".join(said[3])),
            "",
            *links,
            "",
        ]
    )


def _plain(text: str) -> str:
    """Writes somebody's text so that nothing in it is read as markup."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", text)


def edited(source: str, sentence: str) -> str:
    """Returns a page's Markdown with one sentence more in its body."""
    assert source.count(_EDIT_HERE) == 1
    return source.replace(_EDIT_HERE, f"{_EDIT_HERE}{sentence} ")
