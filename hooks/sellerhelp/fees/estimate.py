"""From a sale to the fees and the amount settled, in whole won; `fees/estimate.js` is the same rule.

What the sources leave open is a range: the reader may say what holds, else both ends are shown.
A fraction of a won is dropped: said of the order fee, assumed of the others, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sellerhelp.fees.rates import GRADES, WHOLE, Rates

MOST = 5_000_000_000  # won; above it JavaScript's numbers might no longer be exact
UNKNOWN = "unknown"
# Value added tax on top of the sales fee: the rates of the sources leave it out.
_WITH_VAT = (11, 10)


@dataclass(frozen=True)
class Sale:
    """price, discount: of one piece. coupon: what the seller pays of all coupons. delivery: what the buyer paid.

    store: smart or brand. inflow: normal or marketing. grade: one of GRADES, or unknown.
    coupon_base: whether the sales fee counts "before" or "after" coupons; delivery_base: whether it counts
    delivery, "yes" or "no". Both may be unknown.
    """

    price: int
    quantity: int = 1
    discount: int = 0
    coupon: int = 0
    delivery: int = 0
    store: str = "smart"
    inflow: str = "normal"
    grade: str = UNKNOWN
    coupon_base: str = UNKNOWN
    delivery_base: str = UNKNOWN


@dataclass(frozen=True)
class Span:
    """An amount of which only the ends are known; both are equal where it is certain."""

    least: int
    most: int


@dataclass(frozen=True)
class Line:
    """One fee: order, delivery or sales. base: won it is taken of. rate: thousandths of a per cent, without VAT."""

    what: str
    base: Span
    rate: Span
    fee: Span


@dataclass(frozen=True)
class Estimate:
    """paid: what the buyer pays for the goods. settled: what reaches the seller. wrong: "" or why nothing is counted."""

    paid: int = 0
    lines: tuple[Line, ...] = ()
    settled: Span = Span(0, 0)
    wrong: str = ""


def estimate(sale: Sale, rates: Rates, day: str) -> Estimate:
    """Counts a sale. day: of the payment in Korea, 2026-11-25; its rates hold."""
    paid = (sale.price - sale.discount) * sale.quantity
    if wrong := _wrong(sale, paid):
        return Estimate(wrong=wrong)
    lines = _lines(sale, paid, rates, day)
    gross = paid - sale.coupon + sale.delivery
    settled = Span(gross - sum(line.fee.most for line in lines), gross - sum(line.fee.least for line in lines))
    return Estimate(paid, lines, settled)


def _wrong(sale: Sale, paid: int) -> str:
    if sale.price < 1 or sale.quantity < 1:
        return "empty"
    if sale.discount >= sale.price:
        return "discount"
    if sale.coupon > paid:
        return "coupon"
    return "much" if sale.price * sale.quantity + sale.delivery > MOST else ""


def _lines(sale: Sale, paid: int, rates: Rates, day: str) -> tuple[Line, ...]:
    grades = GRADES if sale.grade == UNKNOWN else (sale.grade,)
    order = _span(rates[grade].at(day) for grade in grades)
    sales = rates[f"{sale.store}-{sale.inflow}"].at(day)
    net = paid - sale.coupon
    lines = [_line("order", Span(net, net), order)]
    if sale.delivery:
        lines.append(_line("delivery", Span(sale.delivery, sale.delivery), order))
    lines.append(_line("sales", _sales_base(sale, paid), Span(sales, sales), *_WITH_VAT))
    return tuple(lines)


def _sales_base(sale: Sale, paid: int) -> Span:
    """Returns what the sales fee is taken of: with or without coupons and delivery, as far as it is said."""
    least = paid - (0 if sale.coupon_base == "before" else sale.coupon)
    most = paid - (sale.coupon if sale.coupon_base == "after" else 0)
    return Span(
        least + (sale.delivery if sale.delivery_base == "yes" else 0),
        most + (0 if sale.delivery_base == "no" else sale.delivery),
    )


def _span(numbers: Iterable[int]) -> Span:
    found = sorted(numbers)
    return Span(found[0], found[-1])


def _line(what: str, base: Span, rate: Span, times: int = 1, over: int = 1) -> Line:
    least = base.least * rate.least * times // (WHOLE * over)
    most = base.most * rate.most * times // (WHOLE * over)
    return Line(what, base, rate, Span(least, most))
