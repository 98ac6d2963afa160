"""The columns of a sheet of questions, and how a value looks in a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sellerhelp.faq.entry import KEYS, Entry, Link
from sellerhelp.schema import Key, day, placed_texts, texts, whole
from sellerhelp.yamltext import Text

Kind = Literal["text", "lines", "day", "rank"]
# What a key of an entry holds: one text ("" for none), or texts. Dates and ranks are texts too, as in faq.yml.
Value = str | tuple[str, ...]
Values = Mapping[str, Value]


@dataclass(frozen=True)
class Column:
    """One column.

    key: its name in faq.yml. title: its heading. kind: what a cell holds; "lines" is a list, one item a line.
    width: in letters of the sheet's font. note: what the help sheet says about it.
    """

    key: str
    title: str
    kind: Kind
    width: int
    note: str


MANUAL = Column("manual", "매뉴얼", "text", 12, "질문이 속한 매뉴얼이에요. CSV 파일에만 있어요.")
_TOLD = (
    Column(
        "id",
        "id",
        "text",
        26,
        "질문의 주소예요. 한번 공개하면 바꾸지 않아요. 새 질문은 비워 두면 만들어 줘요. 직접 정하려면 orders-invoice-typo처럼 적어요.",
    ),
    Column("question", "질문", "text", 44, "독자가 묻는 말 그대로 한 문장으로 적어요."),
    Column(
        "answer",
        "답",
        "text",
        80,
        "첫 문장에 답을 적어요. 줄을 바꾸려면 Alt+Enter를 눌러요. 문단 사이에는 빈 줄을 하나 둬요.",
    ),
    Column("also", "다른 말", "lines", 30, "같은 뜻으로 찾는 말을 한 줄에 하나씩 적어요."),
    Column("tags", "태그", "lines", 16, "목록에서 고르거나 한 줄에 하나씩 적어요."),
    Column(
        "updated",
        "고친 날",
        "day",
        14,
        "마지막으로 고친 날이에요. 2026-11-22처럼 적어요. 새 질문은 비워 두면 오늘이에요.",
    ),
    Column("was", "옛 id", "lines", 26, "이 질문이 이어받은 옛 id를 한 줄에 하나씩 적어요."),
    Column(
        "featured",
        "첫 화면 순서",
        "rank",
        12,
        "첫 화면에 보일 차례예요. 1, 2, 3처럼 적고, 보이지 않을 질문은 비워 둬요.",
    ),
    Column("related", "함께 볼 쪽", "lines", 34, "함께 볼 쪽의 파일 이름을 한 줄에 하나씩 적어요. 예: invoice.md#edit"),
    Column("finds", "검색 약속", "lines", 30, "이 질문이 나와야 하는 검색어를 한 줄에 하나씩 적어요."),
    Column("facts", "근거", "lines", 16, "답이 기대는 사실의 번호를 한 줄에 하나씩 적어요. 예: orders-012"),
)
_KINDS: dict[object, Kind] = {texts: "lines", placed_texts: "lines", day: "day", whole: "rank"}


def _column(key: Key) -> Column:
    """Returns what is told about a key; one that nobody has told about here yet has a plain column of its name."""
    kind = _KINDS.get(key.convert, "text")
    plain = Column(key.name, key.name, kind, 20, f"faq.yml의 {key.name} 줄이에요. 예: {key.example}")
    return next((column for column in _TOLD if column.key == key.name), plain)


COLUMNS = tuple(_column(key) for key in KEYS)
BY_KEY = {column.key: column for column in COLUMNS}
# A row with none of these is no question.
TOLD = ("id", "question", "answer")


def values_of(entry: Entry) -> dict[str, Value]:
    """Returns what a writer could have typed for an entry, by key."""
    return {column.key: _value(getattr(entry, column.key), column.kind) for column in COLUMNS}


def _value(held: Any, kind: Kind) -> Value:
    if kind == "lines":
        return tuple(_text(one) for one in held or ())
    return _text(held)


def _text(held: Any) -> str:
    """Returns what was typed for one value, whatever the reader made of it."""
    if held is None:
        return ""
    if isinstance(held, Link):
        return held.target
    return held.value.strip() if isinstance(held, Text) else str(held)


def cell_text(value: Value) -> str:
    """Returns the text of a cell: lists one item a line."""
    return value if isinstance(value, str) else "\n".join(value)


def from_cell_text(text: str, kind: Kind) -> Value:
    """Turns the text of a cell into a value; blank lines of a list are nothing."""
    if kind != "lines":
        return text
    return tuple(line.strip() for line in text.split("\n") if line.strip())
