"""Tables: every row as wide as its head, and no wider than paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sellerhelp.gate.project import Project
from sellerhelp.gate.written import Lines, prose
from sellerhelp.problem import Problem

# What a page of 148 mm holds: more columns get less than five Hangul each, a longer cell a column of confetti.
MOST_COLUMNS, LONGEST_CELL = 6, 120
_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_BAR = re.compile(r"(?<!\\)\|")

Row = tuple[int, str]  # offset, text


def check(project: Project) -> list[Problem]:
    return [
        problem
        for shown, source in project.sources.items()
        if shown.endswith((".md", "/faq.yml"))
        for problem in table_problems(source, shown)
    ]


def table_problems(source: str, shown: str) -> Iterator[Problem]:
    """Names what is wrong with the tables of a page, or of the answers of a faq.yml."""
    lines = Lines(source, shown)
    text = prose(source) if shown.endswith(".md") else source
    for head, rows in _tables(text):
        columns = len(cells(head))
        if columns > MOST_COLUMNS:
            said = f"표가 {columns}칸이에요. 종이에는 {MOST_COLUMNS}칸까지 들어가요."
            yield lines.place(head[0]).problem(said, "표를 둘로 나누세요.", rule="table-wide")
        for row in rows:
            yield from _row_problems(row, columns, source, lines)


def _row_problems(row: Row, columns: int, source: str, lines: Lines) -> Iterator[Problem]:
    found = cells(row)
    if len(found) != columns:
        wrong = found[columns] if len(found) > columns else found[-1]
        said = f"머리줄은 {columns}칸인데 이 줄은 {len(found)}칸이에요."
        more = "넘치는 칸은 화면에 나오지 않아요. " if len(found) > columns else ""
        mend = f"{more}칸 수를 맞추세요. 글에 ‘|’를 쓰려면 ‘\\|’로 적으세요."
        yield lines.place(wrong[0]).problem(said, mend, rule="table-cells")
    for at, length in ((at, len(source[at:end].strip())) for at, end in found):
        if length > LONGEST_CELL:
            said = f"표의 한 칸이 {length}자예요. 종이에서 읽기 어려워요."
            yield lines.place(at).problem(
                said, f"{LONGEST_CELL}자까지 줄이고 나머지는 표 아래에 적으세요.", rule="table-long"
            )


def _tables(text: str) -> Iterator[tuple[Row, list[Row]]]:
    """Finds tables: a head, a rule, rows up to an empty line."""
    rows: list[Row] = []
    at = 0
    for line in text.split("\n"):
        rows.append((at, line))
        at += len(line) + 1
    number = 1
    while number < len(rows):
        if "|" in rows[number - 1][1] and "|" in rows[number][1] and _RULE.match(rows[number][1]):
            end = number + 1
            while end < len(rows) and rows[end][1].strip():
                end += 1
            yield rows[number - 1], rows[number + 1 : end]
            number = end
        number += 1


def cells(row: Row) -> list[tuple[int, int]]:
    """Returns the spans of a row's cells, in offsets of the whole text, from the first letter of each."""
    at, text = row
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    start += text[start:end].startswith("|")
    bars = [found.start() for found in _BAR.finditer(text, start, end)]
    if bars and bars[-1] == end - 1:
        end = bars.pop()
    edges = [start, *(bar + 1 for bar in bars)]
    ends = [*bars, end]
    return [(at + a + len(text[a:b]) - len(text[a:b].lstrip()), at + b) for a, b in zip(edges, ends, strict=True)]
