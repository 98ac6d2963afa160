"""Reads docs/terms.yml: which words this site uses, which it refuses, and what it need not explain."""

from __future__ import annotations

from dataclasses import dataclass

from sellerhelp.particle import attach
from sellerhelp.problem import Level, Problem
from sellerhelp.schema import Key, one_of, read_map, text, texts
from sellerhelp.words.passage import Kind
from sellerhelp.yamltext import List, Map, Node, Place, Text, read_yaml

PATH = "docs/terms.yml"
# What the three words of `scope` cover; captions, cells and list items are prose to a writer.
SCOPES: dict[str, tuple[Kind, ...]] = {"prose": ("prose", "cell"), "headings": ("heading",), "questions": ("question",)}


@dataclass(frozen=True)
class Term:
    """preferred: the word to use, in its basic form. refused: the words it stands for, longest first.

    exceptions: longer words in which a refused one is right. kinds: where it is looked for.
    plain: honorifics behind it are dropped (고객님께 -> 구매자에게).
    by_letters: it is no word of Korean and is found anywhere; others are found by morphemes.
    """

    preferred: str
    refused: tuple[str, ...]
    why: str
    exceptions: tuple[str, ...]
    kinds: frozenset[Kind]
    level: Level
    plain: bool
    by_letters: bool
    place: Place

    @property
    def is_verb(self) -> bool:
        return not self.by_letters and self.preferred.endswith("다") and all(one.endswith("다") for one in self.refused)


@dataclass(frozen=True)
class Terms:
    """persons: words that address the reader. exceptions: longer words with one of them in it that address nobody.

    known: abbreviations that need no explanation.
    means: what to write behind the others. repeats: words that are rightly written twice.
    alike: groups of stems that mean the same in a question.
    """

    terms: tuple[Term, ...] = ()
    persons: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    means: tuple[tuple[str, str], ...] = ()
    repeats: frozenset[str] = frozenset()
    alike: tuple[tuple[str, ...], ...] = ()
    exceptions: tuple[str, ...] = ()


def read_terms(source: str, shown: str = PATH) -> tuple[Terms, list[Problem]]:
    """Reads the file; broken entries are left out. shown: the path in problems."""
    reading = read_yaml(source, shown)
    problems = list(reading.problems)
    if reading.root is None:
        return Terms(), problems
    top = read_map(reading.root, _TOP, "용어 파일", problems) or {}
    terms = [term for node in top.get("terms") or () if (term := _term(node, problems))]
    problems += _doubles(terms)
    return Terms(
        tuple(terms),
        top.get("persons") or (),
        frozenset(top.get("abbreviations") or ()),
        tuple(top.get("means") or ()),
        frozenset(top.get("repeats") or ()),
        tuple(group for node in top.get("alike") or () if (group := texts(node, problems, _GROUP))),
        top.get("exceptions") or (),
    ), problems


def _term(node: Node, problems: list[Problem]) -> Term | None:
    values = read_map(node, _TERM, "용어", problems)
    if not values or not values["preferred"] or not values["refused"]:
        return None
    scope = values["scope"] or tuple(SCOPES)
    return Term(
        values["preferred"],
        tuple(sorted(values["refused"], key=lambda word: (-len(word), word))),
        values["why"] or "",
        values["exceptions"],
        frozenset(kind for word in scope for kind in SCOPES[word]),
        values["severity"],
        values["plain"] == "true",
        values["match"] == "letters",
        node.place,
    )


def _doubles(terms: list[Term]) -> list[Problem]:
    """Names words that are refused twice, and words that one entry prefers and another refuses."""
    owner: dict[str, Term] = {}
    problems = []
    preferred = {term.preferred: term for term in terms}
    for term in terms:
        for word in term.refused:
            other = owner.get(word) or preferred.get(word)
            if other:
                line = other.place.line
                told = f"{attach(word, '을/를')} {line}번째 줄의 용어에도 적었어요. 무엇으로 고칠지 알 수 없어요."
                problems.append(term.place.problem(told, "한 곳에서 지우세요.", rule="words-term-twice"))
            owner.setdefault(word, term)
    return problems


def _items(node: Node, problems: list[Problem], key: Key) -> tuple[Node, ...] | None:
    if isinstance(node, List):
        return node.items
    told = f"‘{key.name}’에는 ‘- ’로 시작하는 목록이 와야 해요."
    problems.append(node.place.problem(told, f"예:\n{key.example}", rule="data-not-list"))
    return None


def _scope(node: Node, problems: list[Problem], key: Key) -> tuple[str, ...] | None:
    words = texts(node, problems, key) or ()
    unknown = [word for word in words if word not in SCOPES]
    for word in unknown:
        told = f"‘scope’의 값 {attach(word, '을/를')} 몰라요."
        problems.append(node.place.problem(told, "쓸 수 있는 값: " + ", ".join(SCOPES), rule="data-word"))
    return tuple(word for word in words if word in SCOPES) or None


def _means(node: Node, problems: list[Problem], key: Key) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(node, Map):
        told = f"‘{key.name}’에는 ‘줄임말: 뜻’ 줄이 와야 해요."
        problems.append(node.place.problem(told, f"예:\n{key.example}", rule="data-not-map"))
        return None
    return tuple((short, one.value.strip()) for short, one in node.items.items() if isinstance(one, Text))


_TOP = [
    Key("terms", _items, "terms:\n  - {preferred: 구매자, refused: [고객, 손님]}", default=()),
    Key("persons", texts, "persons: [당신, 귀하]", default=()),
    Key("exceptions", texts, "exceptions: [그대로]", default=()),
    Key("abbreviations", texts, "abbreviations: [PC, PDF]", default=()),
    Key("means", _means, "means:\n  SKU: 재고 관리 번호", default=()),
    Key("repeats", texts, "repeats: [하나]", default=()),
    Key("alike", _items, "alike:\n  - [고치, 수정]", default=()),
]
_GROUP = Key("alike", texts, "- [고치, 수정]")
_TERM = [
    Key("preferred", text, "preferred: 구매자", required=True),
    Key("refused", texts, "refused: [고객, 손님]", required=True, default=()),
    Key("why", text, "why: 사는 사람을 늘 같은 말로 불러요.", default=""),
    Key("exceptions", texts, "exceptions: [고객센터, 고객확인]", default=()),
    Key("scope", _scope, "scope: [prose, headings, questions]", default=()),
    Key("severity", one_of("error", "warning"), "severity: warning", default="error"),
    Key("plain", one_of("true", "false"), "plain: true", default="false"),
    Key("match", one_of("words", "letters"), "match: letters", default="words"),
]
