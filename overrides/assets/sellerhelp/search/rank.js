// @ts-check
/** Orders the documents for a plan: the same as rank.py. */
import { pairsOf } from "./query.js";
import { decode } from "./store.js";

/** @typedef {import("./query.js").Plan} Plan */
/** @typedef {import("./store.js").Store} Store */

const CONSONANT_TITLES = 1;

/** Adds up what each term of a plan says about each document. @param {Plan} plan @param {Store} store */
export function score(plan, store) {
  const { scale } = store.core;
  const scores = new Float64Array(store.pageOf?.length ?? 0);
  for (const [word, weight] of plan.words) add(scores, store.postings(`w${word}`), weight, scale.words);
  for (const [pair, weight] of plan.pairs) add(scores, store.postings(`b${pair}`), weight, scale.pairs);
  for (const [weight, alternatives] of plan.choices) addBest(scores, alternatives, weight, store);
  for (const run of plan.initials) {
    for (const pair of pairsOf(run)) add(scores, store.postings(`i${pair}`), CONSONANT_TITLES, scale.titles);
  }
  return scores;
}

/** Multiplied in the order of Python: equal scores must be equal in both. @param {Float64Array} scores @param {string} postings @param {number} weight @param {number} scale */
function add(scores, postings, weight, scale) {
  decode(postings, (document, level) => {
    if (document < scores.length) scores[document] += weight * (level * scale);
  });
}

/** A document counts the alternative that says most about it: synonyms do not add up. @param {Float64Array} scores @param {string[][]} alternatives @param {number} weight @param {Store} store */
function addBest(scores, alternatives, weight, store) {
  const scale = store.core.scale.words;
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const words of alternatives) {
    /** @type {Map<number, number>} */
    const total = new Map();
    for (const word of words) decode(store.postings(`w${word}`), (document, level) => total.set(document, (total.get(document) ?? 0) + level * scale));
    for (const [document, value] of total) if (value > (best.get(document) ?? 0)) best.set(document, value);
  }
  for (const [document, value] of best) if (document < scores.length) scores[document] += weight * value;
}

/**
 * Returns the best pages, each with its best documents, all best first.
 * @param {Float64Array} scores @param {number[]} pageOf @param {number} pages @param {number} each
 * @returns {[number, number][][]} documents with their scores, by page
 */
export function bestPages(scores, pageOf, pages, each) {
  /** @type {[number, number][]} */
  const found = [];
  scores.forEach((value, document) => value > 0 && found.push([document, value]));
  found.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  /** @type {Map<number, [number, number][]>} */
  const groups = new Map();
  for (const hit of found) {
    const page = pageOf[hit[0]];
    const group = groups.get(page);
    if (group) group.length < each && group.push(hit);
    else if (groups.size < pages) groups.set(page, [hit]);
  }
  return [...groups.values()];
}
