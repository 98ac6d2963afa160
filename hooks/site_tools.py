"""Adapter: gives Markdown the calculators and the front page its answers for today."""

from sellerhelp.fees.rates import read_rates
from sellerhelp.fees.widgets import FeeWidgets
from sellerhelp.prose.blocks import NOWHERE, first_block
from sellerhelp.prose.widget_block import WidgetExtension
from sellerhelp.settlement.calendar import business_days
from sellerhelp.settlement.terms import read_terms
from sellerhelp.settlement.widgets import SettlementWidgets
from sellerhelp.values.history import history


def on_config(config):
    extra = config.extra
    config.markdown_extensions += [
        # An answer is rendered before the calendar is read, and holds no calculator.
        WidgetExtension("settlement-date", lambda: extra["settlement"].calculator() if "settlement" in extra else ""),
        WidgetExtension("fees", lambda: extra["fees"].estimator() if "fees" in extra else ""),
    ]
    return config


def on_files(files, *, config):
    extra = config.extra
    site, env, calendar = extra["site"], extra["sh"].env, extra["contact"].data.calendar
    pages = {f"docs/{path}": site.sources[f"docs/{path}"] for path in site.heads}
    asked = {name: first_block(pages, name) for name in ("settlement-date", "fees")}
    terms, missing = read_terms(site.values, site.day, asked["settlement-date"] or NOWHERE)
    rates, wrong = read_rates(site.values, site.day, asked["fees"] or NOWHERE)
    # What no page asks for may be missing.
    site.problems += (missing if asked["settlement-date"] else []) + (wrong if asked["fees"] else [])
    site.changes += history(site.values, {path: site.sources[f"docs/{path}"] for path in site.heads}, site.addresses)
    days = business_days(calendar) if calendar else None
    extra["settlement"] = SettlementWidgets(env, days, terms, extra["values"], site.day)
    extra["fees"] = FeeWidgets(env, rates, extra["values"], site.day)
    return files


def on_env(env, *, config, files):
    env.globals["settlement"] = config.extra["settlement"]
    return env
