// @ts-check
/** The words of words.py that the strip shows: what holds, and one time. */
import { KOREA, endOf, isAnswering, numberOf, weekdayOf } from "./hours.js";

/** @typedef {import("./hours.js").State} State */

const NOTICES = "공지를 확인하세요";

/** @param {State} state */
export function briefFor(state) {
  const [word, strip] = isAnswering(state.state) ? answering(state) : silent(state);
  return { word, strip };
}

/** @param {State} state */
const answering = ({ state, spans }) => [state === "closing" ? "곧 마감" : "상담 중", `${clock(endOf(spans))}까지`];

/** @param {State} state */
function silent(state) {
  if (state.state === "always") return ["언제나", "언제든 이용하세요"];
  if (state.state === "unknown") return ["운영 확인 필요", NOTICES];
  const [word, again = ""] = wordOf(state);
  return [word, state.next === null ? NOTICES : moment(state.next, state.date) + (again ? "에 다시" : "부터")];
}

/** The second word is there when somebody was there today already. @param {State} state */
export function wordOf({ state, reason, date, minute, spans }) {
  if (state === "lunch") return ["점심시간", "다시 "];
  if (state === "holiday") return [reason ? `휴무 · ${reason}` : "휴무"];
  if (!spans.length) return [weekdayOf(numberOf(date)) > 4 ? "주말 휴무" : "오늘은 쉬어요"];
  if (minute < spans[0][0]) return ["상담 전"];
  return minute >= endOf(spans) ? ["오늘 상담 끝"] : ["쉬는 시간", "다시 "];
}

/** 13시, 내일(목) 9시, 28일(월) 9시, 1월 4일(월) 9시. @param {number} seconds @param {string} today */
export function moment(seconds, today) {
  const korea = new Date((seconds + KOREA) * 1000);
  const at = clock(korea.getUTCHours() * 60 + korea.getUTCMinutes());
  const date = korea.toISOString().slice(0, 10);
  if (date === today) return at;
  const far = (date.slice(0, 7) === today.slice(0, 7) ? "" : `${month(date)} `) + day(date);
  const isNext = numberOf(date) - numberOf(today) === 1;
  return `${isNext ? "내일" : far}(${weekday(date)}) ${at}`;
}

/** 18시 or 18시 30분. @param {number} minute */
export const clock = (minute) => `${Math.floor(minute / 60)}시` + (minute % 60 ? ` ${minute % 60}분` : "");
export const weekday = (/** @type {string} */ date) => "월화수목금토일"[weekdayOf(numberOf(date))];
export const month = (/** @type {string} */ date) => `${+date.slice(5, 7)}월`;
export const day = (/** @type {string} */ date) => `${+date.slice(8)}일`;
