// @ts-check
/** The words of words.py that only a card has room for: sentences and dates. */
import { briefFor, clock, day, moment, month, weekday, wordOf } from "./brief.js";
import { endOf, isAnswering, numberOf, weekdayOf } from "./hours.js";

/** @typedef {import("./hours.js").State} State */

/** @param {State} state */
export function wordsFor(state) {
  const [sentence, badge = ""] = isAnswering(state.state) ? answering(state) : [silent(state)];
  return { ...briefFor(state), sentence, badge };
}

/** @param {string} date */
export function dayWords(date) {
  return date && `${month(date)} ${day(date)} ${weekday(date)}요일`;
}

/** @param {State} state */
function answering({ state, minute, spans, lunch }) {
  const end = endOf(spans);
  const last = `오늘 상담은 ${clock(end)}에 끝나요.`;
  if (state === "closing") return [last, `${end - minute}분 남음`];
  const stop = spans.map((span) => span[1]).find((at) => at > minute) ?? end;
  const pause = lunch?.[0] === stop ? "점심 휴무가" : "쉬는 시간이";
  return [stop === end ? last : `${clock(stop)}에 ${pause} 시작되고, 오늘은 ${clock(end)}에 끝나요.`];
}

/** @param {State} state */
function silent(state) {
  if (state.state === "always") return "시간에 상관없이 이용할 수 있어요.";
  if (state.state === "unknown") return "운영 일정을 아직 알 수 없어요. 공지사항에서 확인하세요.";
  const why = whyOf(state);
  if (state.next === null) return `${why} 다음 상담은 공지사항에서 확인하세요.`;
  return `${why} ${moment(state.next, state.date)}에 ${wordOf(state)[1] ?? ""}시작해요.`;
}

/** @param {State} state */
function whyOf({ state, reason, date, minute, spans }) {
  if (state === "lunch") return "점심시간이에요.";
  if (reason && state === "holiday") return `${reason}${isClosed(reason) ? "이" : ""}라 쉬어요.`;
  if (state === "holiday") return "오늘은 쉬어요.";
  if (!spans.length) return weekdayOf(numberOf(date)) > 4 ? "주말이라 쉬어요." : "오늘은 쉬어요.";
  if (minute < spans[0][0]) return "아직 상담을 시작하지 않았어요.";
  return minute >= endOf(spans) ? "오늘 상담은 끝났어요." : "지금은 쉬는 시간이에요.";
}

/** As in particle.py. @param {string} word */
function isClosed(word) {
  const last = word.match(/[\p{L}\p{N}]/gu)?.pop() ?? " ";
  if (last >= "가" && last <= "힣") return (last.charCodeAt(0) - 0xac00) % 28 > 0;
  return "013678lmnrLMNR".includes(last);
}
