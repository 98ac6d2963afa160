// @ts-check
/** The rule of rule.py, which explains it. */
import { WEEKEND, count, plus, whyOff } from "./calendar.js";

/** @typedef {import("./calendar.js").Days} Days */
/** @typedef {import("./calendar.js").Counted} Counted */
/** @typedef {{kind: string, method: string, event: string, day: string, lag?: number | null,
 *   extensions?: number, wish?: string | null}} Question */
/** @typedef {{what: string, start: string, end: string, number: number, way: Counted[]}} Step */
/** @typedef {{steps: Step[], notes: string[], stop: string}} Plan */
/** @typedef {Record<string, number>} Terms */

const SPECIAL = /(대체공휴일|임시공휴일|선거일)$/;

/** @param {Question} asked @param {Days} days @param {Terms} terms @returns {Plan} */
export function plan(asked, days, terms) {
  if (asked.day < days.from) return { steps: [], notes: [], stop: "early" };
  if (asked.day > days.until) return { steps: [], notes: [], stop: "beyond" };
  const isQuick = asked.kind === "quick" && asked.method === "tracked";
  const trip = new Trip(asked, days, terms);
  if (asked.kind === "quick" && !isQuick) trip.notes.push("not-quick");
  while (!trip.stop && trip.at !== "settled") (isQuick ? nextQuick : next)(trip);
  return { steps: trip.steps, notes: allNotes(trip, days, isQuick), stop: trip.stop };
}

/** A plan under way. */
class Trip {
  /** @type {Step[]} */
  steps = [];
  /** @type {string[]} */
  notes = [];
  stop = "";

  /** @param {Question} asked @param {Days} days @param {Terms} terms */
  constructor(asked, days, terms) {
    this.asked = asked;
    this.days = days;
    this.terms = terms;
    this.at = asked.event;
    this.day = asked.day;
  }

  /** @param {string} what @param {number} number @param {string} note */
  after(what, number, note) {
    this.#go({ what, start: this.day, end: plus(this.day, number), number, way: [] });
    this.notes.push(note);
  }

  /** @param {string} what @param {number} number @param {string} [note] */
  afterBusinessDays(what, number, note) {
    const way = count(this.days, this.day, number);
    if (way) this.#go({ what, start: this.day, end: way[way.length - 1].day, number, way });
    else this.stop = "beyond";
    if (note) this.notes.push(note);
  }

  /** @param {number} number */
  confirmed(number) {
    const more = (this.asked.extensions ?? 0) * this.terms.extension;
    this.after("confirmed", number + more, "automatic");
    if (more) this.notes.push("extended");
  }

  /** @param {Step} step */
  #go(step) {
    this.steps.push(step);
    this.at = step.what;
    this.day = step.end;
  }
}

/** @param {Trip} trip */
function next(trip) {
  const { asked, terms } = trip;
  if (trip.at === "paid") trip.afterBusinessDays("sent", terms.dispatch, "latest");
  else if (trip.at === "sent" || trip.at === "picked") fromSending(trip);
  else if (trip.at === "requested") trip.after("confirmed", terms.request, "requested");
  else if (trip.at !== "arrived") trip.afterBusinessDays("settled", terms.settle);
  else if (asked.method === "tracked") trip.confirmed(terms.tracked);
  else trip.stop = "sent";
}

/** @param {Trip} trip */
function fromSending(trip) {
  const { method, lag, wish } = trip.asked;
  if (method === "tracked") arrive(trip, "arrived", lag);
  else if (method !== "wish") trip.confirmed(trip.terms[method]);
  else if (!wish) trip.stop = "wish";
  else {
    if (wish > trip.day) trip.day = wish;
    trip.notes.push("wish");
    trip.confirmed(trip.terms.untracked);
  }
}

/** @param {Trip} trip @param {string} what @param {number | null} [lag] */
function arrive(trip, what, lag) {
  if (lag == null) trip.stop = "lag";
  else trip.after(what, lag, "lag");
}

/** @param {Trip} trip */
function nextQuick(trip) {
  if (trip.at === "paid") trip.afterBusinessDays("sent", trip.terms.dispatch, "latest");
  else if (trip.at === "sent") arrive(trip, "picked", trip.asked.lag);
  else if (trip.at === "picked") trip.afterBusinessDays("settled", trip.terms.settle);
  else trip.stop = "picked";
}

/** @param {Trip} trip @param {Days} days @param {boolean} isQuick */
function allNotes(trip, days, isQuick) {
  const notes = [...trip.notes, ...(isQuick ? ["quick"] : [])];
  for (const { what, start, way } of trip.steps) {
    const names = way.filter((day) => !day.number && day.name !== WEEKEND).map((day) => day.name);
    if (names.length) notes.push(what === "sent" ? "dispatch-holiday" : "holiday");
    if (names.some((name) => SPECIAL.test(name))) notes.push("special");
    if (way.some((day) => day.day in days.unsure)) notes.push("mayday");
    if (what === "settled") notes.push("cutoff", ...(whyOff(days, start) ? ["day-off"] : []));
  }
  return [...new Set(notes)];
}
