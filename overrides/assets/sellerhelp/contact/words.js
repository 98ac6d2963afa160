// @ts-check
/** The words of words.py. */
import { KOREA, endOf, isAnswering, numberOf, weekdayOf } from "./hours.js";

/** @typedef {import("./hours.js").State} State */

const NOTICES = "공지를 확인하세요";

/** @param {State} state */
export function wordsFor(state) {
  const [word, strip, sentence, badge = ""] = isAnswering(state.state) ? answering(state) : silent(state);
  return { word, strip, sentence, badge };
}

/** @param {string} date */
export function dayWords(date) {
  return date && `${month(date)} ${day(date)} ${weekday(date)}요일`;
}

/** @param {State} state */
function answering({ state, minute, spans, lunch }) {
  const end = endOf(spans);
  const until = `${clock(end)}까지`;
  const last = `오늘 상담은 ${clock(end)}에 끝나요.`;
  if (state === "closing") return ["곧 마감", until, last, `${end - minute}분 남음`];
  const stop = spans.map((span) => span[1]).find((at) => at > minute) ?? end;
  const pause = lunch?.[0] === stop ? "점심 휴무가" : "쉬는 시간이";
  return ["상담 중", until, stop === end ? last : `${clock(stop)}에 ${pause} 시작되고, 오늘은 ${clock(end)}에 끝나요.`];
}

/** @param {State} state */
function silent(state) {
  if (state.state === "always") return ["언제나", "언제든 이용하세요", "시간에 상관없이 이용할 수 있어요."];
  if (state.state === "unknown") return ["운영 확인 필요", NOTICES, "운영 일정을 아직 알 수 없어요. 공지사항에서 확인하세요."];
  const [word, why, again = ""] = reasonOf(state);
  if (state.next === null) return [word, NOTICES, `${why} 다음 상담은 공지사항에서 확인하세요.`];
  const when = moment(state.next, state.date);
  return [word, when + (again ? "에 다시" : "부터"), `${why} ${when}에 ${again}시작해요.`];
}

/** @param {State} state */
function reasonOf({ state, reason, date, minute, spans }) {
  if (state === "lunch") return ["점심시간", "점심시간이에요.", "다시 "];
  if (reason && state === "holiday") return [`휴무 · ${reason}`, `${reason}${isClosed(reason) ? "이" : ""}라 쉬어요.`];
  if (state === "holiday") return ["휴무", "오늘은 쉬어요."];
  if (!spans.length) return weekdayOf(numberOf(date)) > 4 ? ["주말 휴무", "주말이라 쉬어요."] : ["오늘은 쉬어요", "오늘은 쉬어요."];
  if (minute < spans[0][0]) return ["상담 전", "아직 상담을 시작하지 않았어요."];
  if (minute >= endOf(spans)) return ["오늘 상담 끝", "오늘 상담은 끝났어요."];
  return ["쉬는 시간", "지금은 쉬는 시간이에요.", "다시 "];
}

/** 13시, 내일(목) 9시, 28일(월) 9시, 1월 4일(월) 9시. @param {number} seconds @param {string} today */
function moment(seconds, today) {
  const korea = new Date((seconds + KOREA) * 1000);
  const at = clock(korea.getUTCHours() * 60 + korea.getUTCMinutes());
  const date = korea.toISOString().slice(0, 10);
  if (date === today) return at;
  const far = (date.slice(0, 7) === today.slice(0, 7) ? "" : `${month(date)} `) + day(date);
  const isNext = numberOf(date) - numberOf(today) === 1;
  return `${isNext ? "내일" : far}(${weekday(date)}) ${at}`;
}

/** 18시 or 18시 30분. @param {number} minute */
const clock = (minute) => `${Math.floor(minute / 60)}시` + (minute % 60 ? ` ${minute % 60}분` : "");
const weekday = (/** @type {string} */ date) => "월화수목금토일"[weekdayOf(numberOf(date))];
const month = (/** @type {string} */ date) => `${+date.slice(5, 7)}월`;
const day = (/** @type {string} */ date) => `${+date.slice(8)}일`;

/** As in particle.py. @param {string} word */
function isClosed(word) {
  const last = word.match(/[\p{L}\p{N}]/gu)?.pop() ?? " ";
  if (last >= "가" && last <= "힣") return (last.charCodeAt(0) - 0xac00) % 28 > 0;
  return "013678lmnrLMNR".includes(last);
}
