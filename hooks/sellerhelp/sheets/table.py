"""Reads sheets of cells as questions: headings, rows, and what each cell may hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sellerhelp.faq.entry import KEYS
from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.schema import Key
from sellerhelp.sheets.cells import Cell, Sheet, read_day
from sellerhelp.sheets.clean import MOST_UNITS, cleaned, control_character, units
from sellerhelp.sheets.columns import BY_KEY, COLUMNS, MANUAL, TOLD, Column, Value, cell_text, from_cell_text
from sellerhelp.sheets.names import folder_of
from sellerhelp.yamltext import List, Place, Text

_KEYS = {key.name: key for key in KEYS}
_EXAMPLES = {"day": "2026-11-22", "rank": "1"}


@dataclass(frozen=True)
class Row:
    """One question as a sheet holds it.

    manual: the folder of its manual. values: by key; a column that the sheet does not have is left out,
    a blank cell is "" or (). sheet, number, columns: where it stands.
    """

    manual: str
    values: Mapping[str, Value]
    sheet: Sheet
    number: int
    columns: Mapping[str, int]

    @property
    def id(self) -> str:
        return str(self.values["id"])

    def place(self, key: str) -> str:
        """Names the cell of a key, or the row's first where the sheet has no such column."""
        return self.sheet.place(self.number, self.columns.get(key, 1))

    def problem(self, key: str, text: str, mend: str, rule: str) -> Problem:
        return Problem(self.place(key), 0, 0, text, mend, rule=rule)


def read_rows(sheets: Iterable[Sheet], manuals: Mapping[str, str]) -> tuple[list[Row], list[Problem]]:
    """Reads all sheets. manuals: folder -> Korean title, which names its sheet (or the cells of a column 매뉴얼)."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for sheet in sheets:
        if sheet.cells:
            rows += _sheet_rows(sheet, manuals, problems)
    if not rows and not problems:
        problems.append(_problem("", "sheets-empty", "파일에 질문이 하나도 없어요.", "make faq-export 로 만든 파일을 고쳐서 쓰세요."))  # fmt: skip
    return rows, problems + _doubles(rows)


def _problem(place: str, rule: str, text: str, mend: str) -> Problem:
    return Problem(place, 0, 0, text, mend, rule=rule)


def _sheet_rows(sheet: Sheet, manuals: Mapping[str, str], problems: list[Problem]) -> list[Row]:
    numbers = sheet.rows()
    columns = _columns(sheet, numbers[0], problems)
    folder = folder_of(cleaned(sheet.title), manuals)
    if columns is None:
        return []
    if not folder and MANUAL.key not in columns:
        near = nearest(sheet.title, manuals.values())
        named = f"‘{MANUAL.title}’ 칸을 더하거나 시트를 매뉴얼 이름으로 부르세요. 매뉴얼 이름: " + ", ".join(
            manuals.values()
        )
        mend = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else named
        said = f"{attach(sheet.title, '은/는')} 어느 매뉴얼의 질문인지 알 수 없어요."
        problems.append(_problem(sheet.title, "sheets-manual", said, mend))
        return []
    stray = {at for _, at in sheet.cells} - set(columns.values())
    problems += _strays(sheet, stray)
    found = (_row(sheet, number, columns, folder, manuals, problems) for number in numbers[1:])
    return [row for row in found if row]


def _columns(sheet: Sheet, head: int, problems: list[Problem]) -> dict[str, int] | None:
    """Returns key -> column; None when the headings do not say where the questions are."""
    known = {name: column.key for column in (MANUAL, *COLUMNS) for name in (column.title, column.key)}
    found: dict[str, int] = {}
    before = len(problems)
    for (row, at), cell in sorted(sheet.cells.items()):
        title = cleaned(cell.value)
        if row != head:
            break
        if title not in known:
            near = nearest(title, known)
            mend = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else "쓸 수 있는 칸: " + ", ".join(c.title for c in COLUMNS)  # fmt: skip
            problems.append(
                sheet.problem(row, at, f"모르는 칸 {attach(title, '이/가')} 있어요.", mend, rule="sheets-column")
            )
        elif known[title] in found:
            problems.append(sheet.problem(row, at, f"칸 {attach(title, '이/가')} 두 번 있어요.", "하나만 남기세요.", rule="sheets-column"))  # fmt: skip
        else:
            found[known[title]] = at
    for key in TOLD:
        if key not in found:
            text = f"{attach(BY_KEY[key].title, '이라는/라는')} 칸이 없어요."
            mend = "첫 행에 칸 이름을 적으세요. 예: id, 질문, 답, 태그"
            problems.append(sheet.problem(head, 1, text, mend, rule="sheets-column"))
    return found if len(problems) == before else None


def _strays(sheet: Sheet, stray: set[int]) -> Iterable[Problem]:
    for at in sorted(stray):
        row = min(row for row, column in sheet.cells if column == at)
        text = "칸 이름이 없는 열에 글이 있어요."
        yield sheet.problem(row, at, text, "글을 지우거나 첫 행에 칸 이름을 적으세요.", rule="sheets-column")


def _row(
    sheet: Sheet,
    number: int,
    columns: Mapping[str, int],
    folder: str,
    manuals: Mapping[str, str],
    problems: list[Problem],
) -> Row | None:
    row = Row(folder, {}, sheet, number, columns)
    before = len(problems)
    values: dict[str, Value] = {}
    for key, at in columns.items():
        cell = sheet.cells.get((number, at))
        column = BY_KEY.get(key, MANUAL)
        values[key] = _value(row, column, cell, problems) if cell else (() if column.kind == "lines" else "")
    if len(problems) == before and not any(values.values()):
        return None
    if MANUAL.key in values:
        folder = folder_of(str(values.pop(MANUAL.key)), manuals)
        if not folder:
            problems.append(_no_manual(row, manuals))
    if not (values["id"] or values["question"] or values["answer"]) and len(problems) == before:
        problems.append(row.problem("question", "질문이 없는 행에 글이 있어요.", "질문과 답을 적거나 행을 지우세요.", rule="sheets-row"))  # fmt: skip
    return replace(row, manual=folder, values=values) if len(problems) == before else None


def _no_manual(row: Row, manuals: Mapping[str, str]) -> Problem:
    mend = "매뉴얼 이름: " + ", ".join(manuals.values())
    return row.problem(MANUAL.key, "어느 매뉴얼의 질문인지 알 수 없어요.", mend, rule="sheets-manual")


def _value(row: Row, column: Column, cell: Cell, problems: list[Problem]) -> Value:
    """Returns what a cell holds, or appends why it is refused."""
    refusal = _refusal(cell, column)
    text = cleaned(cell.value)
    if refusal:
        text, mend, rule = refusal
        problems.append(row.problem(column.key, text, mend, rule=rule))
        return ""
    if column.kind == "day":
        text = read_day(text) or text
    elif column.kind == "rank":
        text = text.removesuffix(".0")
    value = from_cell_text(text, column.kind)
    key = _KEYS.get(column.key)
    if value and key:
        _converted(row.place(column.key), column, value, key, problems)
    return value


def _converted(place: str, column: Column, value: Value, key: Key, problems: list[Problem]) -> None:
    """Lets the reader of faq.yml judge the value, in the sheet's words."""
    at = Place(place, 0, 0)
    node = Text(value, at) if isinstance(value, str) else List(tuple(Text(one, at) for one in value), at)
    example = _EXAMPLES.get(column.kind) or key.example.partition(": ")[2]
    key.convert(node, problems, replace(key, name=column.title, example=example))


def is_same(key: str, value: Value, now: Value) -> bool:
    """Compares a read value with one of faq.yml as cells, so that what a sheet cannot hold (NFD, a line's end) is no change."""
    return value == from_cell_text(cleaned(cell_text(now)), BY_KEY[key].kind)


def _refusal(cell: Cell, column: Column) -> tuple[str, str, str] | None:
    """Returns text, mend and rule of why a cell cannot be read."""
    if cell.kind == "formula":
        return (
            "수식이 있어요.",
            "값만 적으세요. ‘=’로 시작하는 글이면 맨 앞에 작은따옴표(')를 적으세요.",
            "sheets-formula",
        )
    if cell.kind == "error":
        return f"엑셀 오류 값 {attach(cell.value, '이/가')} 있어요.", "지우고 다시 적으세요.", "sheets-formula"
    if units(cell.value) >= MOST_UNITS:
        mend = "나눠 적거나 줄이세요. 엑셀은 그 뒤의 글을 잘라 버려요."
        return f"글이 너무 길어요. 한 칸에는 {MOST_UNITS:,}자까지 들어가요.", mend, "sheets-length"
    if name := control_character(cleaned(cell.value)):
        return f"보이지 않는 특수문자({name})가 있어요.", "그 자리를 지우고 다시 적으세요.", "sheets-control"
    if column.kind in ("text", "lines") and cell.kind in ("number", "day", "other"):
        became = {"number": "수", "day": "날짜"}.get(cell.kind, "다른 값")
        mend = "셀 서식을 ‘텍스트’로 바꾸고 다시 적으세요."
        return f"엑셀이 글을 {attach(became, '으로/로', quote=False)} 바꿨어요({cell.value}).", mend, "sheets-number"
    return None


def _doubles(rows: list[Row]) -> list[Problem]:
    count = Counter(row.id for row in rows if row.id)
    first: dict[str, Row] = {}
    problems = []
    for row in rows:
        if count[row.id] > 1 and row.id in first:
            text = f"id {attach(row.id, '이/가')} 두 번 있어요. 첫 번째는 {attach(first[row.id].place('id'), '이에요/예요', quote=False)}."
            problems.append(row.problem("id", text, "새 질문이면 id 칸을 비우세요.", rule="sheets-double"))
        first.setdefault(row.id, row)
    return problems
