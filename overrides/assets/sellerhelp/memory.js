// @ts-check
/** The queries that the browser keeps for the reader. Where storage is denied or broken, nothing is kept and nothing fails. */

const RECENT = "sh-recent";
const MOST = 5;
const LONGEST = 40; // letters of one query

/** The last queries that led somewhere, newest first. */
export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(RECENT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string" && query).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** @param {string} query */
export function remember(query) {
  const short = [...query.trim().replace(/\s+/g, " ")].slice(0, LONGEST).join("");
  if (short) keep(JSON.stringify([short, ...recent().filter((other) => other !== short)].slice(0, MOST)));
}

/** @param {string} query */
export function forget(query) {
  keep(JSON.stringify(recent().filter((other) => other !== query)));
}

/** @param {string} value */
function keep(value) {
  try {
    localStorage.setItem(RECENT, value);
  } catch {
    // denied or full: the site works without
  }
}
