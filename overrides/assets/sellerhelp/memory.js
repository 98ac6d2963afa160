// @ts-check
/** What the browser keeps for the reader. Where storage is denied or broken, nothing is kept and nothing fails. */

const RECENT = "sh-recent";
const SLASH = "sh-slash";
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
  if (short) keep(RECENT, JSON.stringify([short, ...recent().filter((other) => other !== short)].slice(0, MOST)));
}

/** @param {string} query */
export function forget(query) {
  keep(RECENT, JSON.stringify(recent().filter((other) => other !== query)));
}

/** Single keys collide with screen readers and speech input (WCAG 2.1.4): "/" searches only for who asked for it. */
export function isSlashOn() {
  try {
    return localStorage.getItem(SLASH) === "on";
  } catch {
    return false;
  }
}

/** @param {boolean} isOn */
export function setSlash(isOn) {
  keep(SLASH, isOn ? "on" : "off");
}

/** @param {string} name @param {string} value */
function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // denied or full: the site works without
  }
}
