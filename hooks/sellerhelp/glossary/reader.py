"""Reads glossary.yml: one entry a word."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.schema import Key, matching, one_of, placed_texts, read_map, text, texts
from sellerhelp.yamltext import List, Map, Node, Place, Text, read_yaml

PATH = "glossary.yml"
PAGE = "glossary.md"
EXAMPLE = """예:
- id: purchase-confirm
  word: 구매확정
  means: 구매자가 물건을 받았다고 확인하는 단계예요. 이때부터 정산이 시작돼요.
  page: orders/delivery.md#confirm"""


@dataclass(frozen=True)
class Term:
    """A word of the trade.

    id: its anchor in the glossary, permanent. also: other names of the same thing. means: one or two sentences.
    page: where more stands, "orders/confirm.md#when", or "". is_quiet: too common to be explained within texts.
    facts: ids of docs/_facts/ that the meaning rests on; not published.
    """

    id: str
    word: str
    means: str
    also: tuple[str, ...]
    page: str
    is_quiet: bool
    facts: tuple[Text, ...]
    place: Place

    @property
    def other_names(self) -> tuple[str, ...]:
        """Those of its other names that are not the word with other spaces: these are only there to be found."""
        return tuple(name for name in self.also if name.replace(" ", "") != self.word.replace(" ", ""))


def read_glossary(source: str, shown: str, pages: Collection[str]) -> tuple[list[Term], list[Problem]]:
    """Reads the whole file. shown: its path in problems. pages: the paths of all pages. Broken entries are left out."""
    if not source.strip():
        return [], []
    reading = read_yaml(source, shown)
    problems = list(reading.problems)
    if not isinstance(reading.root, List):
        if reading.root is not None:
            said = "glossary.yml은 ‘- id:’로 시작하는 목록이어야 해요."
            problems.append(reading.root.place.problem(said, EXAMPLE, rule="glossary-form"))
        return [], problems
    terms: list[Term] = []
    for node in reading.root:
        term = _term(node, problems)
        if term and _is_new(term, terms, problems):
            problems += _page_problems(term, node, pages)
            terms.append(term)
    return terms, problems


def _term(node: Node, problems: list[Problem]) -> Term | None:
    values = read_map(node, _KEYS, "용어", problems)
    if values is None or not (values["id"] and values["word"] and values["means"]):
        return None
    assert isinstance(node, Map)
    return Term(
        id=values["id"],
        word=values["word"],
        means=values["means"],
        also=values["also"] or (),
        page=values["page"] or "",
        is_quiet=values["tooltip"] == "no",
        facts=values["facts"] or (),
        place=node.items["word"].place,
    )


def _is_new(term: Term, terms: list[Term], problems: list[Problem]) -> bool:
    for other in terms:
        if term.id == other.id or {term.word, *term.also} & {other.word, *other.also}:
            same = term.id if term.id == other.id else sorted({term.word, *term.also} & {other.word, *other.also})[0]
            said = f"{attach(same, '이/가')} 두 번 있어요. 첫 번째는 {other.place.line}번째 줄의 {attach(other.word, '이에요/예요')}."
            mend = "한 용어에 한 번만 적으세요. 다른 이름은 also에 적어요."
            problems.append(term.place.problem(said, mend, rule="glossary-twice"))
            return False
    return True


def _page_problems(term: Term, node: Node, pages: Collection[str]) -> list[Problem]:
    path = term.page.partition("#")[0]
    if not path or path in pages:
        return []
    assert isinstance(node, Map)
    near = nearest(path, sorted(pages))
    mend = (
        f"{attach(near, '을/를')} 가리키려고 했나요?"
        if near
        else "docs 아래의 파일 이름을 적으세요. 예: orders/confirm.md"
    )
    said = f"용어 {attach(term.word, '이/가')} 가리키는 쪽 {attach(path, '이/가')} 없어요."
    return [node.items["page"].place.problem(said, mend, rule="glossary-page")]


_KEYS = [
    Key(
        "id", matching(r"[a-z][a-z0-9-]{1,40}", "로마자 소문자, 숫자, -만 써요."), "id: purchase-confirm", required=True
    ),
    Key("word", text, "word: 구매확정", required=True),
    Key("means", text, "means: 구매자가 물건을 받았다고 확인하는 단계예요.", required=True),
    Key("also", texts, "also: [구매결정]", default=()),
    Key("page", text, "page: orders/confirm.md#when", default=""),
    Key("tooltip", one_of("no"), "tooltip: no", default=""),
    Key("facts", placed_texts, "facts: [orders-012]", default=()),
]
