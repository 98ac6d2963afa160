// @ts-check
/** The rule of hours.py, which explains it. */

/** @typedef {[number, number]} Range minutes since midnight */
/** @typedef {{week: Range[][], lunch?: Range, off: Record<string, string>, open: Record<string, [Range[], string]>,
 *   from: string, until: string}} Schedule */
/** @typedef {{whole: string, reason: string, spans: Range[], lunch: Range | null}} Day */
/** @typedef {{state: string, date: string, minute: number, reason: string, until: number | null,
 *   next: number | null, spans: Range[], lunch: Range | null}} State */

export const KOREA = 9 * 3600; // no daylight saving: the visitor's zone never matters
export const DAY = 24 * 3600;
const CLOSING = 30 * 60;
const LOOK_AHEAD = 366;
const LAST_MOMENT = 250_000_000_000;

export const isAnswering = (/** @type {string} */ state) => state === "open" || state === "closing";
/** Days are numbered from 1970-01-01, a Thursday. */
export const dateOf = (/** @type {number} */ number) => new Date(number * DAY * 1000).toISOString().slice(0, 10);
export const numberOf = (/** @type {string} */ date) => Date.parse(date) / 1000 / DAY; // a bare date is UTC
export const weekdayOf = (/** @type {number} */ number) => (number + 3) % 7;
export const endOf = (/** @type {Range[]} */ spans) => spans[spans.length - 1][1];

/** Never throws and never calls broken data open. @param {any} schedule @param {any} epochSeconds @returns {State} */
export function stateAt(schedule, epochSeconds) {
  const blank = { state: "unknown", date: "", minute: 0, reason: "", until: null, next: null, spans: [], lunch: null };
  if (!is.within(epochSeconds, LAST_MOMENT)) return blank;
  const local = Math.floor(epochSeconds) + KOREA;
  const number = Math.floor(local / DAY);
  const second = local % DAY;
  const known = { ...blank, date: dateOf(number), minute: Math.floor(second / 60) };
  if (is.record(schedule) && schedule.kind === "always") return { ...known, state: "always" };
  if (!is.schedule(schedule)) return known;
  const today = dayOf(schedule, number);
  const state = stateOn(today, second);
  if (state === "unknown") return known;
  const { reason, spans, lunch } = today;
  return { ...known, state, reason, spans, lunch, ...ahead(schedule, number, second, state) };
}

/** @param {Day} day @param {number} second */
function stateOn({ whole, spans, lunch }, second) {
  const holds = (/** @type {Range} */ [start, end]) => start * 60 <= second && second < end * 60;
  if (whole) return whole;
  if (spans.some(holds)) return endOf(spans) * 60 - second <= CLOSING ? "closing" : "open";
  return lunch && holds(lunch) ? "lunch" : "closed";
}

/** @param {Day} day */
function edgesOf({ spans, lunch }) {
  if (!spans.length) return [0];
  const edges = [0, endOf(spans) * 60 - CLOSING, ...[...spans, lunch ?? []].flat().map((minute) => minute * 60)];
  return edges.filter((edge) => edge >= 0 && edge < DAY).sort((one, other) => one - other);
}

/** @param {Schedule} schedule @param {number} number @param {number} second @param {string} state */
function ahead(schedule, number, second, state) {
  let until = null;
  for (const [moment, later] of stretches(schedule, number, second)) {
    if (later !== state) until ??= moment;
    if (later === "unknown") break;
    if (isAnswering(later) !== isAnswering(state)) return { until, next: moment };
  }
  return { until, next: null };
}

/** @param {Schedule} schedule @param {number} number @param {number} second @returns {Generator<[number, string]>} */
function* stretches(schedule, number, second) {
  for (let step = 0; step <= LOOK_AHEAD; step++) {
    const day = dayOf(schedule, number + step);
    for (const edge of edgesOf(day)) {
      if (step || edge > second) yield [(number + step) * DAY - KOREA + edge, stateOn(day, edge)];
    }
  }
}

/** @param {Schedule} schedule @param {number} number @returns {Day} */
function dayOf({ week, lunch, off, open, from, until }, number) {
  const date = dateOf(number);
  const none = { reason: "", spans: [], lunch: null };
  if (date < from || until < date) return { ...none, whole: "unknown" };
  if (date in off && !(date in open)) return { ...none, whole: "holiday", reason: off[date] };
  const [ranges, reason] = open[date] ?? [week[weekdayOf(number)], ""];
  return { whole: "", reason, ...withoutLunch(ranges, lunch) };
}

/** @param {Range[]} ranges @param {Range} [lunch] */
function withoutLunch(ranges, lunch) {
  if (!lunch) return { spans: ranges, lunch: null };
  const [first, last] = lunch;
  /** @type {Range[]} */
  const halves = ranges.flatMap(([start, end]) => [[start, Math.min(end, first)], [Math.max(start, last), end]]);
  const spans = halves.filter(([start, end]) => start < end);
  return { spans, lunch: spans.length && spans[0][0] < first && last < endOf(spans) ? lunch : null };
}

/** @type {Record<string, (it: any, most?: any) => boolean>} */
const is = {
  within: (it, most) => typeof it === "number" && it >= 0 && it <= most,
  text: (it) => typeof it === "string",
  record: (it) => typeof it === "object" && it !== null && !Array.isArray(it),
  pair: (it) => Array.isArray(it) && it.length === 2,
  date: (it) => is.text(it) && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(it),
  minute: (it) => is.within(it, 1440) && it % 1 === 0,
  range: (it) => is.pair(it) && it.every(is.minute) && it[0] < it[1],
  ranges: (it) => Array.isArray(it) && it.every((range, at) => is.range(range) && (!at || it[at - 1][1] < range[0])),
  opening: (it) => is.pair(it) && is.ranges(it[0]) && is.text(it[1]),
  days: (it, isRight) => is.record(it) && Object.keys(it).every((date) => is.date(date) && isRight(it[date])),
  week: (it) => Array.isArray(it) && it.length === 7 && it.every(is.ranges),
  schedule: (it) =>
    is.record(it) && it.kind === "hours" && is.week(it.week) && (it.lunch == null || is.range(it.lunch)) &&
    is.days(it.off, is.text) && is.days(it.open, is.opening) && is.date(it.from) && is.date(it.until),
};
