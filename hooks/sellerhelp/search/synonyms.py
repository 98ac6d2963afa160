"""Reads the synonym file of the trade, docs/synonyms.yml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sellerhelp.memory import key_of
from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.schema import Key, read_map, text, texts
from sellerhelp.sealed import SealedMemory
from sellerhelp.search.query import Synonym
from sellerhelp.search.text import clean, squeeze
from sellerhelp.yamltext import List, Map, Node, read_yaml

PATH = "synonyms.yml"
WEIGHT = 0.7


@dataclass(frozen=True)
class Pair:
    """Who types `typed` also looks for `meant`, at this weight."""

    typed: str
    meant: tuple[str, ...]
    weight: float


def read_synonyms(source: str, shown: str) -> tuple[list[Pair], list[Problem]]:
    """Reads the file; broken entries are left out. shown: the path in problems."""
    pairs, problems = _read(source, shown)
    return list(pairs), list(problems)


def known_synonyms(source: str, shown: str, path: Path, recipe: str) -> tuple[list[Pair], list[Problem]]:
    """Reads the file, or takes what was read from the same text before. path: of what is kept, of sound files alone."""
    memory, key = SealedMemory(path), key_of(recipe, source)
    if (known := memory.get(key)) is not None:
        return known, []
    pairs, problems = read_synonyms(source, shown)
    if not problems:
        memory.keep(key, pairs)
        memory.save()
    return pairs, problems


@lru_cache(maxsize=2)  # the search and the language check read it in one build
def _read(source: str, shown: str) -> tuple[Sequence[Pair], Sequence[Problem]]:
    reading = read_yaml(source, shown)
    problems = list(reading.problems)
    if reading.root is None:
        return [], problems
    top = read_map(reading.root, _TOP, "동의어 파일", problems) or {}
    pairs = [pair for node in top.get("groups") or () for pair in _group(node, problems)]
    pairs += [pair for node in top.get("one_way") or () for pair in _one_way(node, problems)]
    return pairs, problems


def compiled(pairs: Iterable[Pair], cut: Callable[[str], list[str]]) -> list[Synonym]:
    """Cuts the typed and the meant words as the index cuts its texts, so that endings and spaces do not matter.

    cut: a text -> words.
    """
    out = []
    for pair in pairs:
        words = tuple(cut(pair.typed))
        targets = tuple(dict.fromkeys(target for word in pair.meant if (target := tuple(cut(word))) not in ((), words)))
        if words and targets:
            out.append(Synonym(words, targets, pair.weight))
    return out


def said(pairs: Iterable[Pair]) -> list[str]:
    """Returns all that the file says, for the lexicon to learn."""
    return sorted({word for pair in pairs for word in (pair.typed, *pair.meant)})


def _group(node: Node, problems: list[Problem]) -> list[Pair]:
    values = read_map(node, _GROUP, "동의어 묶음", problems)
    if not values or not values["words"]:
        return []
    words = values["words"]
    if len(words) < 2:
        problems.append(
            node.place.problem(
                "묶음에는 낱말이 둘 이상 있어야 해요.", f"예: {_GROUP[0].example}", rule="synonym-single"
            )
        )
    problems += _doubles(node, words)
    return [
        Pair(word, tuple(other for other in words if other != word), values["weight"])
        for word in words
        if len(words) > 1
    ]


def _one_way(node: Node, problems: list[Problem]) -> list[Pair]:
    values = read_map(node, _ONE_WAY, "한쪽 동의어", problems)
    if not values or not values["from"] or not values["to"]:
        return []
    return [Pair(word, values["to"], values["weight"]) for word in values["from"]]


def _doubles(node: Node, words: tuple[str, ...]) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    place = node.keys["words"] if isinstance(node, Map) else node.place
    for word in words:
        if squeeze(clean(word)) in seen:
            problems.append(
                place.problem(
                    f"{attach(word, '이/가')} 한 묶음에 두 번 있어요. 띄어쓰기는 보지 않아요.",
                    "하나를 지우세요.",
                    "warning",
                    rule="synonym-twice",
                )
            )
        seen.add(squeeze(clean(word)))
    return problems


def _items(node: Node, problems: list[Problem], key: Key) -> tuple[Node, ...] | None:
    if isinstance(node, List):
        return node.items
    problems.append(
        node.place.problem(
            f"‘{key.name}’에는 ‘- ’로 시작하는 목록이 와야 해요.", f"예:\n{key.example}", rule="data-not-list"
        )
    )
    return None


def _weight(node: Node, problems: list[Problem], key: Key) -> float | None:
    value = text(node, problems, key)
    if value is None:
        return None
    if not re.fullmatch(r"0?\.\d{1,2}|1(\.0)?", value) or not 0.05 <= float(value) <= 1:
        problems.append(
            node.place.problem(
                f"무게 {attach(value, '을/를')} 쓸 수 없어요. 0.1부터 1.0까지예요.",
                f"예: {key.example}",
                rule="synonym-weight",
            )
        )
        return None
    return float(value)


_TOP = [
    Key("groups", _items, "groups:\n  - words: [구매자, 손님]", default=()),
    Key("one_way", _items, "one_way:\n  - from: [물건]\n    to: [상품]", default=()),
]
_GROUP = [
    Key("words", texts, "words: [구매자, 손님]", required=True, default=()),
    Key("weight", _weight, "weight: 0.7", default=WEIGHT),
]
_ONE_WAY = [
    Key("from", texts, "from: [물건]", required=True, default=()),
    Key("to", texts, "to: [상품]", required=True, default=()),
    Key("weight", _weight, "weight: 0.5", default=WEIGHT),
]
