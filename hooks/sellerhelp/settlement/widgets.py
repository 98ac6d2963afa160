"""The calculator of the settlement day and the three answers for today, true without a script."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from jinja2 import Environment
from markupsafe import Markup

from sellerhelp.jsonld import script_json
from sellerhelp.settlement.calendar import BusinessDays
from sellerhelp.settlement.examples import rows
from sellerhelp.settlement.rule import MOST_LAG
from sellerhelp.settlement.terms import Terms
from sellerhelp.values.widgets import ValueWidgets

CALCULATOR, RETURNS = "settlement/cycle.md", "orders/returns.md"
# A visitor's clock may lie a little before the build's.
_SLACK = timedelta(days=7)


class SettlementWidgets:
    """days, terms: None when the snapshot of days off or a value cannot be read. today: the build's day in Korea."""

    def __init__(
        self, env: Environment, days: BusinessDays | None, terms: Terms | None, values: ValueWidgets, today: date
    ):
        self.env, self.days, self.terms, self.values, self.today = env, days, terms, values, today

    def _render(self, name: str, since: date | None, **fields: object) -> Markup:
        if self.terms is None:
            return Markup()
        data = {"days": self.days.as_data(since), "terms": self.terms.as_data()} if self.days else None
        template = self.env.get_template(f"partials/sellerhelp/{name}.html")
        shared = {"data": script_json(data), "terms": self.terms, "value": self.values.inline, "days": self.days}
        return Markup(template.render(**shared, **fields))

    def calculator(self) -> Markup:
        """The `/// settlement-date` block; without a calendar only the rule in words."""
        examples = rows(self.days, self.terms, self.today) if self.days and self.terms else []
        return self._render("settlement", None, examples=examples, most_lag=MOST_LAG)

    def today_band(self, root: str, addresses: Mapping[str, str]) -> Markup:
        """The front page's answers for today. addresses: page path -> address below the root."""
        links = {path: root + addresses[path] for path in (CALCULATOR, RETURNS) if path in addresses}
        return self._render("today", self.today - _SLACK, calculator=links.get(CALCULATOR), returns=links.get(RETURNS))
