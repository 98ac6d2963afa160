// @ts-check
/** The rule of calendar.py, which explains it. */
import { dateOf, numberOf, weekdayOf } from "../contact/hours.js";

/** @typedef {{from: string, until: string, off: Record<string, string>, unsure: Record<string, string>}} Days */
/** @typedef {{day: string, number: number, name: string}} Counted */

export const WEEKEND = "주말";

/** @param {Days} days @param {string} date */
export const whyOff = (days, date) => days.off[date] ?? (weekdayOf(numberOf(date)) > 4 ? WEEKEND : "");

/** @param {string} date @param {number} number of calendar days */
export const plus = (date, number) => dateOf(numberOf(date) + number);

/** @param {Days} days @param {string} start @param {number} number @returns {Counted[] | null} */
export function count(days, start, number) {
  const way = [];
  for (let found = 0, day = start; found < number; ) {
    day = plus(day, 1);
    if (day < days.from || days.until < day) return null;
    const name = whyOff(days, day);
    if (!name) found++;
    way.push({ day, number: name ? 0 : found, name });
  }
  return way;
}
