// @ts-check
/** The only clock: what time it is, and one timer for a page. */

const MINUTE = 60_000;
/** @type {Set<() => void>} */
const listeners = new Set();
let timer = 0;

/** Milliseconds; tests set globalThis.__shNow, a preview of another moment says so in its head. */
export function now() {
  const { __shNow: fixed } = /** @type {{__shNow?: any}} */ (globalThis);
  if (Number.isFinite(fixed)) return fixed;
  const preview = document.querySelector('meta[name="sh-preview"]')?.getAttribute("content");
  return preview ? Number(preview) * 1000 : Date.now();
}

/** The day in Korea, 2026-11-25: UTC+9, whatever zone the visitor is in. */
export const today = () => new Date(now() + 9 * 60 * MINUTE).toISOString().slice(0, 10);

/** Calls back at each full minute and on coming back from sleep; returns what stops it. @param {() => void} callback */
export function everyMinute(callback) {
  const listener = () => callback();
  listeners.add(listener);
  plan();
  return () => {
    listeners.delete(listener);
    plan();
  };
}

function plan() {
  clearTimeout(timer);
  if (listeners.size) timer = setTimeout(tick, MINUTE - (now() % MINUTE));
}

function tick() {
  plan();
  listeners.forEach((listener) => queueMicrotask(listener)); // one that fails does not stop the others
}

document.addEventListener("visibilitychange", tick);
addEventListener("pageshow", tick);
