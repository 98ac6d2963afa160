// @ts-check
/** Repairs of what was typed: the rules of repair.py, which explains them; what the index knows is loaded first. */
import { fromKeys, isSyllable, jamo } from "./jamo.js";
import { CHUNK, cheapest, price } from "./segmenter.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./segmenter.js").Step} Step */
/** @typedef {{text: string, words: string[]}} Repair a run with one known surface in the place of what looks like it, and those of its words that are known */

const LONGEST_WINDOW = 6;
const SHORTEST_REPAIR = 4; // jamo
const LONGEST_NAME = 5;

/** Turns Latin words that nobody wrote into the Korean that the same keys make. @param {string} text with its capitals @param {Store} store */
export async function unkeyed(text, store) {
  const words = text.match(/[A-Za-z]+/g) ?? [];
  const parts = words.flatMap((word) => (isWhole(fromKeys(keysOf(word))) ? [] : splits(word).flat()));
  await store.load([...words, ...parts].map((word) => `w${word.toLowerCase()}`));
  return text.replace(/[A-Za-z]+/g, (word) => korean(word, store));
}

/** All capitals are no shift, but a lock. @param {string} word */
const keysOf = (word) => (word === word.toUpperCase() ? word.toLowerCase() : word);
/** @param {string} typed */
const isWhole = (typed) => [...typed].every(isSyllable);

/** @param {string} word @param {Store} store */
function korean(word, store) {
  if (word.length < 2 || store.hasWord(word.toLowerCase())) return word;
  const keys = keysOf(word);
  const typed = fromKeys(keys);
  if (isWhole(typed)) return typed;
  for (const [head, tail] of splits(keys)) {
    if (store.hasWord(head.toLowerCase()) && isWhole(fromKeys(tail))) return head + fromKeys(tail);
    if (store.hasWord(tail.toLowerCase()) && isWhole(fromKeys(head))) return fromKeys(head) + tail;
  }
  return [...typed].filter(isSyllable).length >= 0.6 * typed.length ? typed : word;
}

/** The ways to part a name (kc, id) from the keys of Korean behind or before it. @param {string} keys @returns {[string, string][]} */
export function splits(keys) {
  /** @type {[string, string][]} */
  const out = [];
  for (let size = 2; size <= Math.min(LONGEST_NAME, keys.length - 2); size++) {
    out.push([keys.slice(0, size), keys.slice(size)], [keys.slice(0, -size), keys.slice(-size)]);
  }
  return out;
}

/** The place from which a run looks mistyped, or null. @param {string} run @param {Store} store */
export function doubtfulFrom(run, store) {
  const steps = cheapest(run, store.chunk);
  let at = 0;
  for (let i = 0; i < steps.length; i++) {
    const [surface, words] = steps[i];
    const [after, more] = steps[i + 1] ?? ["", null];
    if (words === null || (words.length && more?.length && surface.length === 1 && after.length === 1)) return run.length > 1 ? at : null;
    at += surface.length;
  }
  return null;
}

/**
 * Returns the repair of a run that costs least: one surface that differs from what was typed by one jamo.
 * @param {string} run @param {number} first where the doubt begins @param {Store} store @returns {Promise<Repair | null>}
 */
export async function repaired(run, first, store) {
  await store.load([...run.slice(Math.max(first, 1), first + LONGEST_WINDOW)].map((syllable) => `e${syllable}`));
  /** @type {Repair | null} */
  let best = null;
  let least = price(cheapest(run, store.chunk), store.chunk);
  let chosen = "";
  for (const [start, end] of windows(first, run.length)) {
    const found = near(run.slice(start, end), store);
    if (!found.length) continue;
    const before = cheapest(run.slice(0, start), store.chunk);
    const behind = cheapest(run.slice(end), store.chunk, true);
    const around = price(before, store.chunk) + price(behind, store.chunk);
    for (const { surface, content, words } of found) {
      const cost = around + (content + CHUNK);
      if (!(cost < least || (best && cost === least && surface < chosen))) continue;
      [least, chosen] = [cost, surface];
      best = { text: run.slice(0, start) + surface + run.slice(end), words: [...known(before), ...words, ...known(behind)] };
    }
  }
  return best;
}

/** The pieces of two letters or more that hold the letter at `first`, or begin or end with it. @param {number} first @param {number} size @returns {[number, number][]} */
function windows(first, size) {
  /** @type {[number, number][]} */
  const out = [];
  for (let start = Math.max(0, first + 1 - LONGEST_WINDOW); start <= first; start++) {
    for (let end = Math.max(start + 2, first + 1); end <= Math.min(start + LONGEST_WINDOW, size); end++) out.push([start, end]);
  }
  return out;
}

/** @param {Step[]} steps */
const known = (steps) => steps.flatMap(([, words]) => words ?? []);

/** The known surfaces that differ by one jamo. @param {string} window @param {Store} store */
function near(window, store) {
  const loose = jamo(window);
  const found = [];
  for (const surface of new Set([...store.starting(window[0]), ...store.ending(window[window.length - 1])])) {
    if (Math.abs(surface.length - window.length) > 1) continue;
    const { content = null, words = [] } = store.chunk(surface) ?? {};
    const parts = store.jamoOf(surface);
    if (content !== null && parts.length >= SHORTEST_REPAIR && isOneOff(loose, parts)) found.push({ surface, content, words });
  }
  return found;
}

/** Says whether two words differ by one jamo: replaced, missing, added, or two neighbours swapped. @param {string} one @param {string} other */
export function isOneOff(one, other) {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b) return true;
  return a.slice(1, 2) + a.slice(0, 1) === b.slice(0, 2) && a.slice(2) === b.slice(2);
}
