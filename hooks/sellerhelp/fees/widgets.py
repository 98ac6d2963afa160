"""The fee estimator on a page, with a worked example that needs no script."""

from __future__ import annotations

from datetime import date

from jinja2 import Environment
from markupsafe import Markup

from sellerhelp.fees.estimate import Sale, estimate
from sellerhelp.fees.rates import GRADES, Rates
from sellerhelp.fees.words import won
from sellerhelp.jsonld import script_json
from sellerhelp.values.widgets import ValueWidgets

EXAMPLE = 10_000  # won


class FeeWidgets:
    """rates: empty when one is missing. today: the build's day in Korea."""

    def __init__(self, env: Environment, rates: Rates, values: ValueWidgets, today: date):
        self.env, self.rates, self.values, self.today = env, rates, values, today

    def estimator(self) -> Markup:
        """The `/// fees` block."""
        if not self.rates:
            return Markup()
        template = self.env.get_template("partials/sellerhelp/fees.html")
        data = script_json({key: rate.versions for key, rate in self.rates.items()})
        fields = {"data": data, "grades": GRADES, "examples": self._examples(), "price": f"{EXAMPLE:,}원"}
        return Markup(template.render(value=self.values.inline, **fields))

    def _examples(self) -> list[dict[str, str]]:
        return [self._example(grade) for grade in GRADES]

    def _example(self, grade: str) -> dict[str, str]:
        """One row: a piece of EXAMPLE won without delivery or coupon, by both kinds of inflow."""
        day = self.today.isoformat()
        normal = estimate(Sale(EXAMPLE, grade=grade), self.rates, day)
        marketing = estimate(Sale(EXAMPLE, grade=grade, inflow="marketing"), self.rates, day)
        order, sales = normal.lines
        return {
            "grade": grade,
            "order": won(order.fee),
            "sales": won(sales.fee),
            "settled": won(normal.settled),
            "marketing": won(marketing.settled),
        }
