// @ts-check
/** The notices that this reader has closed, newest last. Where storage is denied they come back with the next visit. */

const KEY = "sh-notices";
const MOST = 50;
/** @type {Set<string>} */
const closed = new Set(read());

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string").slice(-MOST) : [];
  } catch {
    return [];
  }
}

/** @param {string} id */
export const isClosed = (id) => closed.has(id);

/** @param {string} id */
export function close(id) {
  closed.add(id);
  try {
    localStorage.setItem(KEY, JSON.stringify([...closed].slice(-MOST)));
  } catch {
    // denied or full: remembered until the document goes
  }
}
