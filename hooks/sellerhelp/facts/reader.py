"""Reads the files of docs/_facts/: one fact a line, its id first, its sources last."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sellerhelp.facts.fact import ID, Fact
from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.yamltext import Place

_ROW = re.compile(r"- (\S+)(?: +(.*))?")
_BASIS = re.compile(r"기준일: *(20\d\d(?:-\d\d){0,2})?")


def read_facts(source: str, stem: str, shown: str) -> tuple[list[Fact], list[Problem]]:
    """Reads one file. stem: its name, which every id begins with. shown: the path in problems."""
    facts: list[Fact] = []
    problems: list[Problem] = []
    section = date = ""
    for number, line in enumerate(source.removeprefix("\ufeff").splitlines(), 1):
        if line.startswith("## "):
            section = line[3:].strip()
        elif basis := _BASIS.match(line):
            date = basis[1] or ""
        elif row := _ROW.fullmatch(line.rstrip()):
            fact = Fact(row[1], (row[2] or "").strip(), section, date, Place(shown, number, 3))
            facts.append(fact)
    problems += [found for fact in facts for found in _row_problems(fact, stem, facts)]
    good = [fact for fact in facts if _is_own(fact.id, stem) and fact.text]
    return good, problems + _doubles(good)


def _is_own(name: str, stem: str) -> bool:
    return bool(ID.fullmatch(name)) and name.rpartition("-")[0] == stem


def _row_problems(fact: Fact, stem: str, facts: Iterable[Fact]) -> list[Problem]:
    if not _is_own(fact.id, stem):
        mend = f"‘- ’ 다음에 비어 있는 번호를 적으세요. 예: - {next_id(stem, facts)} …"
        return [
            fact.place.problem(
                f"사실의 번호가 없거나 {attach(stem + '-', '으로/로')} 시작하지 않아요.", mend, rule="facts-id"
            )
        ]
    if not fact.text:
        return [
            fact.place.problem(
                f"사실 {attach(fact.id, '이/가')} 비어 있어요.", "번호 다음에 사실을 적으세요.", rule="facts-empty"
            )
        ]
    if not fact.sources:
        mend = "줄 끝에 출처를 적으세요. 예: [faq:981] 또는 [web:example.com, 2026-01]"
        return [fact.place.problem(f"사실 {attach(fact.id, '에는/에는')} 출처가 없어요.", mend, rule="facts-source")]
    return []


def _doubles(facts: Iterable[Fact]) -> list[Problem]:
    first: dict[str, Fact] = {}
    problems = []
    for fact in facts:
        if first.setdefault(fact.id, fact) is not fact:
            text = f"사실 번호 {attach(fact.id, '이/가')} {first[fact.id].place.line}번째 줄에도 있어요."
            problems.append(
                fact.place.problem(
                    text, "번호는 하나만 가리켜야 해요. 둘 중 하나에 새 번호를 주세요.", rule="facts-double"
                )
            )
    return problems


def next_id(stem: str, facts: Iterable[Fact]) -> str:
    """Returns the id after the highest one of a file: numbers of removed facts are not given again by counting up."""
    used = [int(fact.id[-3:]) for fact in facts if _is_own(fact.id, stem)]
    return f"{stem}-{max(used, default=0) + 1:03d}"
