// @ts-check
/** Cuts Hangul into the words that carry meaning: the rules of segmenter.py, which explains them. */

import { isHangul, runs } from "./text.js";

/** @typedef {{content: number | null, words: string[], function: number | null}} Chunk */
/** @typedef {(surface: string) => Chunk | undefined} Lookup */
/** @typedef {[string, string[] | null]} Step a surface and its words: none for a function chunk, null if unknown */

export const CHUNK = 1.5;
export const UNKNOWN = 14;
export const LONGEST = 12;
const FAR = 1e9;
/** @type {string[]} */
const NO_WORDS = [];

/** The words of a run of Hangul. @param {string} run @param {Lookup} lookup */
export function segment(run, lookup) {
  /** @type {string[]} */
  const out = [];
  let unknown = "";
  for (const [surface, words] of cheapest(run, lookup)) {
    if (words === null) {
      unknown += surface;
      continue;
    }
    if (unknown) out.push(unknown);
    unknown = "";
    out.push(...words);
  }
  if (unknown) out.push(unknown);
  return out;
}

/** The cheapest steps through a run. @param {string} run @param {Lookup} lookup @param {boolean} [isAfterContent]  then it may begin with endings */
export function cheapest(run, lookup, isAfterContent = false) {
  const size = run.length;
  const cost = new Float64Array(2 * size + 2).fill(FAR);
  const from = new Int32Array(2 * size + 2);
  /** @type {(string[] | null)[]} */
  const came = new Array(2 * size + 2).fill(null);
  cost[Number(isAfterContent)] = 0;
  /** @param {number} start @param {number} end @param {number} price @param {string[] | null} words */
  const step = (start, end, price, words) => {
    const sum = cost[start] + price;
    if (!(sum < cost[end])) return; // nor if the cost of a broken row is no number
    cost[end] = sum;
    from[end] = start;
    came[end] = words;
  };
  for (let at = 0; at < size; at++) {
    const content = 2 * at + 1;
    const start = cost[content] < cost[content - 1] ? content : content - 1;
    for (let end = at + 1; end <= Math.min(at + LONGEST, size); end++) {
      const chunk = lookup(run.slice(at, end));
      if (!chunk) continue;
      if (chunk.content !== null) step(start, 2 * end + 1, chunk.content + CHUNK, chunk.words);
      if (chunk.function !== null) step(content, 2 * end, chunk.function, NO_WORDS);
    }
    step(start, content + 2, UNKNOWN, null);
  }
  return wayBack(run, cost, from, came);
}

/** @param {string} run @param {Float64Array} cost @param {Int32Array} from @param {(string[] | null)[]} came */
function wayBack(run, cost, from, came) {
  /** @type {Step[]} */
  const steps = [];
  const last = 2 * run.length;
  let place = cost[last] < cost[last + 1] ? last : last + 1;
  while (place > 1) {
    steps.push([run.slice(from[place] >> 1, place >> 1), came[place]]);
    place = from[place];
  }
  return steps.reverse();
}

/** What steps cost. @param {Step[]} steps @param {Lookup} lookup */
export function price(steps, lookup) {
  let total = 0;
  for (const [surface, words] of steps) {
    const chunk = lookup(surface);
    if (words === null || !chunk) total += UNKNOWN;
    else if (words.length && chunk.content !== null) total += chunk.content + CHUNK;
    else total += chunk.function ?? 0;
  }
  return total;
}

/**
 * The words of a cleaned text: Hangul segmented, other runs as they stand.
 * @param {string} cleaned @param {Lookup} lookup
 */
export const words = (cleaned, lookup) =>
  runs(cleaned).flatMap((run) => (isHangul(run) ? segment(run, lookup) : [run]));
