"""From what a seller knows to the expected settlement day; `settlement/rule.js` is the same rule.

A plan is a chain of steps from the known day to the settlement. Where the sources leave something open
the plan carries a note, which the page says beside the result; where something is missing it stops.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sellerhelp.settlement.calendar import WEEKEND, BusinessDays, Counted, count
from sellerhelp.settlement.terms import Terms

KINDS = ("normal", "quick")
METHODS = ("tracked", "untracked", "abroad", "nothing", "wish")
EVENTS = ("paid", "sent", "picked", "arrived", "requested", "confirmed")
MOST_LAG = 60
_SPECIAL = ("대체공휴일", "임시공휴일", "선거일")


@dataclass(frozen=True)
class Question:
    """kind: of settlement. method: of delivery. event, day: what is known to have happened, and when.

    lag: days from sending to arrival, with quick settlement to the pick-up; None when not said.
    extensions: how often the confirmation was put off. wish: the day a buyer wished delivery for.
    """

    kind: str
    method: str
    event: str
    day: date
    lag: int | None = None
    extensions: int = 0
    wish: date | None = None


@dataclass(frozen=True)
class Step:
    """what: sent, picked, arrived, confirmed or settled, on day `end`. number: of days counted from start.

    way: the days of a count of business days; empty for calendar days.
    """

    what: str
    start: date
    end: date
    number: int
    way: tuple[Counted, ...] = ()


@dataclass(frozen=True)
class Plan:
    """stop: "" or why there is no settlement day: early, beyond, lag, sent, picked, wish."""

    steps: tuple[Step, ...] = ()
    notes: tuple[str, ...] = ()
    stop: str = ""

    @property
    def settles(self) -> date | None:
        last = self.steps[-1] if self.steps else None
        return last.end if last and last.what == "settled" else None


def plan(question: Question, days: BusinessDays, terms: Terms) -> Plan:
    """Counts from the known day to the expected settlement."""
    if question.day < days.first:
        return Plan(stop="early")
    if question.day > days.last:
        return Plan(stop="beyond")
    is_quick = question.kind == "quick" and question.method == "tracked"
    notes = ("not-quick",) if question.kind == "quick" and not is_quick else ()
    trip = _Trip(question, days, terms, Plan(notes=notes), question.event, question.day)
    while not trip.plan.stop and trip.at != "settled":
        trip = _next_quick(trip) if is_quick else _next(trip)
    return replace(trip.plan, notes=_all_notes(trip.plan, days, is_quick))


@dataclass(frozen=True)
class _Trip:
    """A plan under way: at is what happened last, on day `day`."""

    asked: Question
    days: BusinessDays
    terms: Terms
    plan: Plan
    at: str
    day: date

    def stopped(self, why: str) -> _Trip:
        return replace(self, plan=replace(self.plan, stop=why))

    def noted(self, *notes: str) -> _Trip:
        return replace(self, plan=replace(self.plan, notes=(*self.plan.notes, *notes)))

    def after(self, what: str, number: int) -> _Trip:
        """Goes on by calendar days."""
        return self._with(Step(what, self.day, self.day + timedelta(days=number), number))

    def after_business_days(self, what: str, number: int) -> _Trip:
        way = count(self.days, self.day, number)
        return self._with(Step(what, self.day, way[-1].day, number, way)) if way else self.stopped("beyond")

    def _with(self, step: Step) -> _Trip:
        steps = (*self.plan.steps, step)
        return replace(self, plan=replace(self.plan, steps=steps), at=step.what, day=step.end)


def _next(trip: _Trip) -> _Trip:
    """One step of the ordinary way: sent, arrived, confirmed, settled."""
    asked, terms = trip.asked, trip.terms
    if trip.at == "paid":
        return trip.after_business_days("sent", terms.dispatch).noted("latest")
    if trip.at in ("sent", "picked"):
        return _from_sending(trip)
    if trip.at == "arrived":
        return _confirmed(trip, terms.tracked) if asked.method == "tracked" else trip.stopped("sent")
    if trip.at == "requested":
        return trip.after("confirmed", terms.request).noted("requested")
    return trip.after_business_days("settled", terms.settle)


def _from_sending(trip: _Trip) -> _Trip:
    asked, terms = trip.asked, trip.terms
    if asked.method == "tracked":
        return trip.stopped("lag") if asked.lag is None else trip.after("arrived", asked.lag).noted("lag")
    if asked.method == "wish":
        return _from_wish(trip)
    number = {"untracked": terms.untracked, "abroad": terms.abroad, "nothing": terms.nothing}[asked.method]
    return _confirmed(trip, number)


def _from_wish(trip: _Trip) -> _Trip:
    """Two sources count from two days: the later one is expected, the page names both."""
    wish = trip.asked.wish
    if wish is None:
        return trip.stopped("wish")
    return _confirmed(replace(trip, day=max(trip.day, wish)).noted("wish"), trip.terms.untracked)


def _confirmed(trip: _Trip, number: int) -> _Trip:
    more = trip.asked.extensions * trip.terms.extension
    return trip.after("confirmed", number + more).noted("automatic", *(["extended"] if more else []))


def _next_quick(trip: _Trip) -> _Trip:
    """One step of quick settlement, which waits for the pick-up only."""
    if trip.at == "paid":
        return trip.after_business_days("sent", trip.terms.dispatch).noted("latest")
    if trip.at == "sent":
        lag = trip.asked.lag
        return trip.stopped("lag") if lag is None else trip.after("picked", lag).noted("lag")
    if trip.at == "picked":
        return trip.after_business_days("settled", trip.terms.settle)
    return trip.stopped("picked")


def _all_notes(plan: Plan, days: BusinessDays, is_quick: bool) -> tuple[str, ...]:
    """Returns the plan's notes with those that the days on its way call for, each once."""
    notes = [*plan.notes, *(["quick"] if is_quick else [])]
    for step in plan.steps:
        names = [day.name for day in step.way if not day.number and day.name != WEEKEND]
        if names:
            notes.append("dispatch-holiday" if step.what == "sent" else "holiday")
        if any(name.endswith(_SPECIAL) for name in names):
            notes.append("special")
        if any(day.day in days.unsure for day in step.way):
            notes.append("mayday")
        if step.what == "settled":
            notes += ["cutoff", *(["day-off"] if days.why_off(step.start) else [])]
    return tuple(dict.fromkeys(notes))
