"""The words of an estimate; `fees/words.js` says the same."""

from __future__ import annotations

from collections.abc import Callable

from sellerhelp.fees.estimate import Line, Span

NAMES = {"order": "주문관리 수수료", "delivery": "배송비의 주문관리 수수료", "sales": "판매수수료"}


def won(span: Span) -> str:
    """Prints 9,437원, or 9,437–9,500원 where only the ends are known."""
    return f"{_range(span, lambda number: f'{number:,}')}원"


def per_cent(span: Span) -> str:
    """Prints thousandths of a per cent as 3.63% or 1.98–3.63%."""
    return f"{_range(span, lambda number: f'{number / 1000:.3f}'.rstrip('0').rstrip('.'))}%"


def formula(line: Line) -> str:
    """Prints how a fee was counted: 10,000원 × 3.63%."""
    vat = " × 1.1 (부가세)" if line.what == "sales" else ""
    return f"{won(line.base)} × {per_cent(line.rate)}{vat}"


def _range(span: Span, write: Callable[[int], str]) -> str:
    return write(span.least) if span.least == span.most else f"{write(span.least)}–{write(span.most)}"
