// @ts-check
/**
 * What readers say, on its way to the operator: kept while there is no line, sent when there is one.
 * Nothing names a reader: no cookie, no id, no referrer, a day instead of an hour. Both the number of entries and
 * their tries are bounded; an entry is taken out before it is sent, so that two windows never send it twice.
 */
import { now } from "../clock.js";

const KEY = "sh-feedback";
const MOST = 20; // entries that wait
const MOST_LETTERS = 300;
const MOST_QUERY = 60;
const MOST_QUERIES = 10; // of one page view
const MOST_TRIES = 5;
const REST = 60_000; // ms after a failure, doubled by each further one
const KOREA = 9 * 3_600_000;

/** @typedef {Record<string, string>} Said */
/** @typedef {{tries: number, said: Said}} Row */
/** @typedef {{after: number, rows: Row[]}} Waiting */

/** Where storage is denied, entries wait here. @type {Waiting} */
let waiting = { after: 0, rows: [] };
/** @type {Set<string>} */
const queries = new Set();

/** @param {"helpful" | "why"} kind @param {string} page @param {Said} said */
export function say(kind, page, said) {
  const { text = "", ...rest } = said;
  keep({ kind, page, ...rest, ...(text.trim() ? { text: masked(cut(text, MOST_LETTERS)) } : {}) });
}

/** A search that led nowhere. @param {string} query */
export function noteNothingFound(query) {
  const short = masked(cut(query, MOST_QUERY));
  if (!short || queries.has(short) || queries.size >= MOST_QUERIES) return;
  queries.add(short);
  keep({ kind: "search", query: short });
}

/** @param {Said} said */
function keep(said) {
  const { after, rows } = read();
  const day = new Date(now() + KOREA).toISOString().slice(0, 10);
  write({ after, rows: [...rows, { tries: 0, said: { ...said, day } }] });
  void flush();
}

/** Sends what waits; a failure is tried again later, and not for ever. */
export async function flush() {
  const endpoint = document.querySelector('meta[name="sh-feedback"]')?.getAttribute("content");
  const { after, rows } = read();
  if (!endpoint || !rows.length || navigator.onLine === false || now() < after) return;
  write({ after, rows: [] });
  if (await isTaken(endpoint, rows.map((row) => row.said))) return;
  const again = rows.map(({ tries, said }) => ({ tries: tries + 1, said })).filter((row) => row.tries < MOST_TRIES);
  const worst = Math.max(0, ...again.map((row) => row.tries));
  write({ after: now() + REST * 2 ** worst, rows: [...again, ...read().rows] });
}

/** A beacon would carry cookies and the referrer; fetch with keepalive outlives the page as well. @param {string} endpoint @param {Said[]} said */
async function isTaken(endpoint, said) {
  try {
    const answer = await fetch(endpoint, {
      method: "POST",
      body: JSON.stringify({ v: 1, said }), // text/plain: no question beforehand to another origin
      keepalive: true,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
    });
    return answer.ok || (answer.status < 500 && ![408, 429].includes(answer.status)); // refused for good: not worth a try
  } catch {
    return false;
  }
}

/** E-mail addresses, phone and order numbers are nobody's business. @param {string} text */
export function masked(text) {
  return text.replace(/\S+@\S+/g, "(메일)").replace(/\d[\d.-]{5,}\d|\d{2,4} \d{3,4} \d{4}/g, "(번호)");
}

/** @param {string} text @param {number} most */
function cut(text, most) {
  return [...text.trim().replace(/\s+/g, " ")].slice(0, most).join("");
}

/** @returns {Waiting} */
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (kept) waiting = { after: Number(kept.after) || 0, rows: kept.rows.filter(isRow).slice(-MOST) };
  } catch {
    // denied or spoilt: what this document knows
  }
  return waiting;
}

/** @param {any} row */
const isRow = (row) => Number.isInteger(row?.tries) && typeof row.said === "object" && row.said !== null;

/** @param {Waiting} next */
function write(next) {
  waiting = { ...next, rows: next.rows.slice(-MOST) };
  try {
    if (waiting.rows.length || waiting.after > now()) localStorage.setItem(KEY, JSON.stringify(waiting));
    else localStorage.removeItem(KEY);
  } catch {
    // denied or full: they wait as long as the document does
  }
}

addEventListener("online", () => void flush());
void flush(); // what an earlier visit could not send
