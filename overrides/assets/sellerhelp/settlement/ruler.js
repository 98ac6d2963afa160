// @ts-check
/** The row of days: a list whose words are hidden and whose marks are drawn by the style sheet. */
import { today } from "../clock.js";
import { make } from "../make.js";
import { weekday } from "./words.js";

/** @typedef {import("./calendar.js").Counted} Counted */

/**
 * @param {string} start
 * @param {Counted[]} way
 * @param {{first: string, unit: string, last: string}} words what the first and the last day are, and a counted one
 */
export function ruler(start, way, { first, unit, last }) {
  const list = document.createElement("ol");
  list.className = "sh-days";
  list.append(cell(start, "from", first));
  way.forEach(({ day, number, name }, at) => {
    const isLast = at === way.length - 1;
    const said = isLast ? `${number}${unit}, ${last}` : number ? `${number}${unit}` : `${name}, 세지 않음`;
    list.append(cell(day, isLast ? "to" : number ? "n" : "off", said));
  });
  return list;
}

/** @param {string} date @param {string} kind @param {string} said */
function cell(date, kind, said) {
  const item = document.createElement("li");
  item.className = `is-${kind}`;
  item.classList.toggle("is-today", date === today());
  item.append(String(+date.slice(8)), make("small", weekday(date)), make("span", ` ${said}`, "vh"));
  return item;
}
