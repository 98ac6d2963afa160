// @ts-check
/** The words of words.py. */
import { numberOf, weekdayOf } from "../contact/hours.js";

/** @typedef {import("./calendar.js").Counted} Counted */
/** @typedef {import("./rule.js").Step} Step */

export const weekday = (/** @type {string} */ date) => "월화수목금토일"[weekdayOf(numberOf(date))];
const month = (/** @type {string} */ date) => `${+date.slice(5, 7)}월`;
const day = (/** @type {string} */ date) => +date.slice(8);

/** @param {string} date @param {string} [year] */
export const dateWords = (date, year = date.slice(0, 4)) =>
  `${date.startsWith(year) ? "" : `${date.slice(0, 4)}년 `}${month(date)} ${day(date)}일(${weekday(date)})`;

/** @param {Counted[]} way */
export function skipWords(way) {
  /** @type {Counted[][]} */
  const runs = [];
  for (const one of way.filter((one) => !one.number)) {
    const last = runs[runs.length - 1]?.slice(-1)[0];
    if (last?.name === one.name && numberOf(one.day) - numberOf(last.day) === 1) runs[runs.length - 1].push(one);
    else runs.push([one]);
  }
  return runs.map((run) => `${span(run[0].day, run[run.length - 1].day)} ${run[0].name}`).join(", ");
}

/** @param {string} first @param {string} last */
function span(first, last) {
  if (first === last) return `${month(first)} ${day(first)}일`;
  if (month(first) === month(last)) return `${month(first)} ${day(first)}–${day(last)}일`;
  return `${month(first)} ${day(first)}일–${month(last)} ${day(last)}일`;
}

/** @param {Counted[]} way */
export const countWords = (way) =>
  way.filter((one) => one.number).map((one) => `${dateWords(one.day)} ${one.number}영업일째`).join(", ");

/** What a step is called, and how it was counted. @param {Step} step @param {number} [extended] */
export function stepWords({ what, number }, extended = 0) {
  if (what === "sent") return ["발송기한", `결제일 다음 날부터 ${number}영업일째예요.`];
  if (what === "picked" || what === "arrived") {
    return [what === "picked" ? "집화처리" : "배송완료", number ? `발송처리하고 ${number}일 뒤로 적었어요.` : "발송처리한 날로 적었어요."];
  }
  const more = extended ? ` 연장한 ${extended}일을 넣었어요.` : "";
  if (what === "confirmed") return ["구매확정", `다음 날부터 쉬는 날도 넣어 ${number}일째예요.${more}`];
  return ["예상 정산일", `다음 날부터 ${number}영업일째예요.`];
}
