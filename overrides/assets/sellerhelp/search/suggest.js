// @ts-check
/** What the text in the field may become, and what may have been meant when nothing is found: from files that are already here. */
import { isSyllable, jamo } from "./jamo.js";
import { clean, isHangul, runs } from "./text.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./store.js").Shown} Shown */

const MOST = 6;
const FARTHEST = 0.5; // of a word's jamo may differ from what was typed

/**
 * Whole texts that the typed one may become, best first: its last word completed, then titles that go on from it.
 * @param {string} typed @param {Store} store @param {Shown[]} shown  the results, best first
 */
export function completions(typed, store, shown) {
  const text = clean(typed).replace(/\s+/g, " ").trimStart();
  const word = text.slice(text.search(/[^ ]*$/));
  if (!text) return [];
  const kept = text.slice(0, text.length - word.length);
  const ends = isHangul(word) && runs(word).length === 1 ? wordsFrom(word, store, shown) : [];
  return [...new Set([...ends.map((end) => kept + end), ...titlesFrom(text, shown)])].slice(0, MOST);
}

/**
 * The known words that begin like this, those of the shown results first, then the common ones.
 * @param {string} beginning @param {Store} store @param {Shown[]} shown
 */
function wordsFrom(beginning, store, shown) {
  const loose = jamo(beginning);
  const said = shown.map(({ title }) => clean(title)).join("\n");
  return store
    .starting(beginning[0])
    .filter((word) => word !== beginning && jamo(word).startsWith(loose) && isPlain(word, store))
    .map((word) => ({ word, isSaid: said.includes(word), cost: store.chunk(word)?.content ?? Infinity }))
    .sort((one, other) => Number(other.isSaid) - Number(one.isSaid) || one.cost - other.cost || (one.word < other.word ? -1 : 1))
    .slice(0, MOST)
    .map(({ word }) => word);
}

/** A word in the form in which it stands in texts: 달라 is not, it stands for 다르. @param {string} word @param {Store} store */
function isPlain(word, store) {
  const words = store.chunk(word)?.words ?? [];
  return words.length === 1 && words[0] === word;
}

/** @param {string} text @param {Shown[]} shown */
function titlesFrom(text, shown) {
  const loose = jamo(text);
  const titles = shown.map(({ title }) => title);
  return titles.filter((title) => title.length > text.length && jamo(clean(title)).startsWith(loose));
}

/**
 * Known words that look like those of a query which found nothing, nearest first.
 * @param {string} typed @param {Store} store @returns {string[]}
 */
export function nearest(typed, store) {
  /** @type {Map<string, number>} */
  const far = new Map();
  for (const run of runs(clean(typed)).filter(isHangul)) {
    const loose = jamo(run);
    const letters = [...run].filter(isSyllable);
    for (const word of letters.flatMap((letter) => [...store.starting(letter), ...store.ending(letter)])) {
      if (!isPlain(word, store)) continue;
      const share = distance(loose, jamo(word)) / Math.max(loose.length, jamo(word).length);
      if (share <= FARTHEST && share < (far.get(word) ?? Infinity)) far.set(word, share);
    }
  }
  const cost = (/** @type {string} */ word) => store.chunk(word)?.content ?? Infinity;
  const order = [...far].sort(([one, a], [other, b]) => a - b || cost(one) - cost(other) || (one < other ? -1 : 1));
  return order.slice(0, MOST).map(([word]) => word);
}

/** How many letters must be replaced, dropped or added (Levenshtein). @param {string} one @param {string} other */
export function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(one[i - 1] !== other[j - 1]));
    }
    row = next;
  }
  return row[other.length];
}
